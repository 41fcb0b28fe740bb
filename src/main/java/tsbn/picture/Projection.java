package tsbn.picture;

/**
 * The perspective of a {@link Camera}: with e the direction to the viewer, r to the right and w up
 * the screen, and d the viewer's distance, a place p seen from the middle c of the picture lies at
 *
 * <pre>
 *   x = f r(p - c) / (d - e(p - c)),   y = -f w(p - c) / (d - e(p - c))
 * </pre>
 *
 * <p>Zooming changes f alone, so that nothing ever comes too near.
 */
final class Projection {
  /** How far away the viewer stands, in sizes of the body. */
  private static final double DISTANCE = 2.6;

  /** How many times what a body takes of the vertical a picture holds. */
  private static final double ROOM = 1.2;

  /** What a picture holds across, in sizes of the body. */
  private static final double SEEN_ACROSS = 0.6;

  /** Nothing is seen nearer than at this share of the distance. */
  private static final double NEAREST = 0.15;

  private final double[] toViewer = new double[3];
  private final double[] right = new double[3];
  private final double[] upwards = new double[3];
  private final double[] centre = new double[3];
  private double distance;
  private double size;
  private double focal;
  private double middleX;
  private double middleY;

  /** What was asked for last: pixels from the top left. */
  double x;

  double y;

  /** Pixels per unit of length there. */
  double scale;

  /** 0 at the middle of the body, 1 a size nearer. */
  double nearness;

  /**
   * Looks at a body.
   *
   * @param at the middle of the picture. Not modified.
   * @param figure whose size and heading count
   */
  void look(Camera camera, Figure figure, double[] at, int width, int height) {
    double around = figure.heading() + camera.azimuth();
    double ca = Math.cos(around);
    double sa = Math.sin(around);
    double ce = Math.cos(camera.elevation());
    double se = Math.sin(camera.elevation());
    set(toViewer, ca * ce, sa * ce, se);
    set(right, -sa, ca, 0);
    set(upwards, -se * ca, -se * sa, ce);
    set(centre, at[0], at[1], at[2]);
    size = figure.size();
    distance = DISTANCE * size;
    double up = height / (ROOM * figure.tall());
    double across = width / (SEEN_ACROSS * size);
    focal = camera.zoom() * distance * Math.min(up, across);
    middleX = width / 2.0;
    middleY = height / 2.0;
  }

  private static void set(double[] out, double x, double y, double z) {
    out[0] = x;
    out[1] = y;
    out[2] = z;
  }

  /** Projects a place. */
  void project(double ahead, double left, double up) {
    double a = ahead - centre[0];
    double l = left - centre[1];
    double u = up - centre[2];
    double towards = toViewer[0] * a + toViewer[1] * l + toViewer[2] * u;
    scale = focal / Math.max(NEAREST * distance, distance - towards);
    x = middleX + scale * (right[0] * a + right[1] * l + right[2] * u);
    y = middleY - scale * (upwards[0] * a + upwards[1] * l + upwards[2] * u);
    nearness = towards / size;
  }

  double centre(int axis) {
    return centre[axis];
  }
}
