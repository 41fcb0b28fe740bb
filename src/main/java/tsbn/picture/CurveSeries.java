package tsbn.picture;

/**
 * How a curve is drawn.
 *
 * @param curve its points; live
 * @param colour index into the palette's series
 * @param raw whether every value is drawn, faintly
 * @param line whether the smoothed curve is drawn, boldly
 */
public record CurveSeries(Curve curve, int colour, boolean raw, boolean line) {}
