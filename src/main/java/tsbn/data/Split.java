package tsbn.data;

/** The part of a data set that a sequence belongs to. */
public enum Split {
  /** Sequences the parameters are learned from. */
  TRAIN,
  /** Sequences that choices (when to stop, which run) are made on. */
  VALID,
  /** Sequences that are only ever reported on. */
  TEST;

  /** The name used in files and on the command line: {@code train}, {@code valid}, {@code test}. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
