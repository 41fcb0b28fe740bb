package tsbn.data;

/**
 * What people call a sequence.
 *
 * @param name such as {@code 35_17}; empty where it has none
 * @param style what kind it is, such as {@code run}; empty where that is not known
 */
public record SequenceLabel(String name, String style) {
  public static final SequenceLabel NONE = new SequenceLabel("", "");

  /** {@code 35_17 · run}; empty where nothing is known. */
  public String text() {
    return name.isEmpty() || style.isEmpty() ? name + style : name + " \u00b7 " + style;
  }
}
