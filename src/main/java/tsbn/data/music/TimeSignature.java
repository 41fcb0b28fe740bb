package tsbn.data.music;

/**
 * How long a bar is.
 *
 * @param beats how many notes
 * @param unit of which value: 4 for quarters, 8 for 8ths
 */
public record TimeSignature(int beats, int unit) {
  private static final int SHORTEST = 64;
  private static final int MOST_BEATS = 255;

  public TimeSignature {
    if (beats < 1 || unit < 1) {
      throw new IllegalArgumentException("There is no bar of %d/%d.".formatted(beats, unit));
    }
  }

  /**
   * The signature of bars that long, with the longest value that can be its unit.
   *
   * @param quarters quarter notes in a bar
   * @return null where none is that long
   */
  public static TimeSignature of(double quarters) {
    for (int unit = 4; unit <= SHORTEST; unit *= 2) {
      double beats = quarters * unit / 4;
      if (beats == Math.rint(beats) && beats >= 1 && beats <= MOST_BEATS) {
        return new TimeSignature((int) beats, unit);
      }
    }
    return null;
  }

  /** Quarter notes in a bar. */
  public double quarters() {
    return 4.0 * beats / unit;
  }
}
