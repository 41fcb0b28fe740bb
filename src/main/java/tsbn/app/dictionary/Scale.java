package tsbn.app.dictionary;

/** Which weight gets the full colour. */
public enum Scale {
  /** The strongest of each unit: every unit shows what it draws, however faintly. */
  UNIT,
  /** One of all units, so that they can be compared. */
  ALL
}
