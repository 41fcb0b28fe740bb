package tsbn.picture;

/**
 * Which part of a piece a roll shows: the moment stands at a third from the left, but the piece
 * never leaves an edge empty that it could fill. So it begins at the left edge, where it stays
 * until the moment has come to its place, and stands still again when its end has come to the right
 * edge.
 *
 * @param from the frame at the left edge
 * @param to the frame at the right edge
 */
public record RollWindow(double from, double to) {
  private static final double PLACE = 0.3;

  /**
   * The part around a moment.
   *
   * @param now in frames
   * @param length of the piece in frames
   * @param shown how many frames there is room for
   */
  public static RollWindow around(double now, double length, double shown) {
    double latest = Math.max(0, length - shown);
    double from = Math.max(0, Math.min(latest, now - PLACE * shown));
    return new RollWindow(from, from + shown);
  }

  /** Where in a picture of that width a frame begins. */
  public double x(double frame, double width) {
    return (frame - from) / (to - from) * width;
  }
}
