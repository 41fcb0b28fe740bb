package tsbn.app.dictionary;

/** How units can be sorted. */
public enum Sort {
  /** As the model numbers them. */
  INDEX,
  /** Strongest weights first. */
  NORM,
  /** Most often on first. */
  USE
}
