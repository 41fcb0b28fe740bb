package tsbn.picture;

/**
 * How a curve is drawn.
 *
 * @param curve its points; live
 * @param colour index into the palette's series
 * @param raw whether every value is drawn, faintly
 * @param line whether a curve is drawn boldly: the smoothed one where the values are drawn too,
 *     otherwise one through the values as they are
 * @param band between whose least and greatest there is a tint; null for none
 */
public record CurveSeries(Curve curve, int colour, boolean raw, boolean line, CurveBand band) {

  /** A curve without a band. */
  public CurveSeries(Curve curve, int colour, boolean raw, boolean line) {
    this(curve, colour, raw, line, null);
  }

  /** The mean of a band, with a tint from the least to the greatest. */
  public static CurveSeries of(CurveBand band, int colour) {
    return new CurveSeries(band.mean(), colour, false, true, band);
  }

  /**
   * The y of every point of the bold line.
   *
   * @param smoothing see {@link Curve#smoothed}
   */
  public double[] lineValues(double smoothing) {
    return curve.smoothed(raw ? smoothing : 0);
  }
}
