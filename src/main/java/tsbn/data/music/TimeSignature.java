package tsbn.data.music;

/**
 * How long a bar is.
 *
 * @param beats how many notes
 * @param unit of which value: 4 for quarters, 8 for 8ths
 */
public record TimeSignature(int beats, int unit) {
  public TimeSignature {
    if (beats < 1 || unit < 1) {
      throw new IllegalArgumentException("There is no bar of %d/%d.".formatted(beats, unit));
    }
  }

  /** Quarter notes in a bar. */
  public double quarters() {
    return 4.0 * beats / unit;
  }
}
