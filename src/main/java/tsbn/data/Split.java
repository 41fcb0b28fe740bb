package tsbn.data;

/** The part of a data set that a sequence belongs to. */
public enum Split {
  /** Sequences the parameters are learned from. */
  TRAIN,
  /** Sequences that choices (when to stop, which run) are made on. */
  VALID,
  /** Sequences that are only ever reported on. */
  TEST;

  /** A sentence saying that a set has no sequences of it. */
  public String missing() {
    return switch (this) {
      case TRAIN -> "There are no sequences to train on.";
      case VALID -> "There are no sequences to validate on.";
      case TEST -> "There are no sequences to test on.";
    };
  }

  /** The name used in files and on the command line: {@code train}, {@code valid}, {@code test}. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
