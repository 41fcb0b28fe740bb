package tsbn.picture;

/**
 * How a curve is drawn.
 *
 * @param curve its points; live
 * @param colour index into the palette's series
 * @param raw whether every value is drawn, faintly
 * @param line whether a curve is drawn boldly: the smoothed one where the values are drawn too,
 *     otherwise one through the values as they are
 */
public record CurveSeries(Curve curve, int colour, boolean raw, boolean line) {

  /**
   * The y of every point of the bold line.
   *
   * @param smoothing see {@link Curve#smoothed}
   */
  public double[] lineValues(double smoothing) {
    return curve.smoothed(raw ? smoothing : 0);
  }
}
