package tsbn.data;

import tsbn.data.text.Years;

/**
 * What people call a sequence, and its frames.
 *
 * @param name such as {@code 35_17}; empty where it has none
 * @param style what kind it is, such as {@code run}; empty where that is not known
 * @param years the year of every frame; {@link Years#NONE} where frames are no years
 */
public record SequenceLabel(String name, String style, Years years) {
  public static final SequenceLabel NONE = new SequenceLabel("", "");

  /** Of a sequence whose frames are no years. */
  public SequenceLabel(String name, String style) {
    this(name, style, Years.NONE);
  }

  /** {@code 35_17 · run}; empty where nothing is known. */
  public String text() {
    return name.isEmpty() || style.isEmpty() ? name + style : name + " \u00b7 " + style;
  }
}
