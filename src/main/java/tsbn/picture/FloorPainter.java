package tsbn.picture;

/** The floor that a figure walks on: a grid that fades with the distance, shadows and trails. */
final class FloorPainter {
  /** How far one sees the floor, in sizes of the body. */
  private static final double RADIUS = 1.35;

  private static final int PIECES = 6;
  private static final double GRID_LINE = 1.1;
  private static final double TRAIL_SECONDS = 2.5;
  private static final int MOST_STEPS = 150;
  private static final double TRAIL_THICKNESS = 0.007;

  /** Pieces of a trail are that many pixels long at least. */
  private static final double SHORTEST = 2;

  private static final double SHADOW_THICKNESS = 0.028;
  private static final double SHADOWED = 0.025;
  private static final double SHADOW = 0.13;

  private final Figure figure;
  private final Palette palette;
  private final Projection view;
  private final double[] from = new double[3];
  private final double[] to = new double[3];

  FloorPainter(Figure figure, Palette palette, Projection view) {
    this.figure = figure;
    this.palette = palette;
    this.view = view;
  }

  /** Paints the lines of the floor around the middle of the picture. */
  void grid(Pen pen, Raster out) {
    double cell = figure.cell();
    double radius = RADIUS * figure.size();
    for (int axis = 0; axis < 2; axis++) {
      double middle = view.centre(axis);
      long first = (long) Math.ceil((middle - radius) / cell);
      long last = (long) Math.floor((middle + radius) / cell);
      // A motion of no sense may lead so far away that there are no lines left to tell apart.
      for (long line = first; line <= last && line - first < 100; line++) {
        line(axis, line * cell, radius, pen);
      }
    }
    pen.lay(out, palette.border(), 1);
  }

  /** A chord of the round piece of floor, in pieces that fade. */
  private void line(int axis, double at, double radius, Pen pen) {
    double off = at - view.centre(axis);
    double half = Math.sqrt(Math.max(0, radius * radius - off * off));
    double across = view.centre(1 - axis);
    double x = 0;
    double y = 0;
    double strength = 0;
    for (int i = 0; i <= PIECES; i++) {
      double along = half * (2.0 * i / PIECES - 1);
      from[axis] = at;
      from[1 - axis] = across + along;
      view.project(from[0], from[1], figure.level());
      double before = strength;
      double near = 1 - (off * off + along * along) / (radius * radius);
      strength = Math.max(0, near * Math.min(1, 2 * near));
      if (i > 0) {
        pen.thread(x, y, before, view.x, view.y, strength, GRID_LINE);
      }
      x = view.x;
      y = view.y;
    }
  }

  /**
   * Paints the body's shadow of a light above it.
   *
   * @param pose the places of the joints. Not modified.
   */
  void shadow(double[] pose, Pen pen, Raster out) {
    int[] parents = figure.plan().parents();
    for (int j = 0; j < parents.length; j++) {
      int other = parents[j] < 0 ? j : parents[j];
      if (figure.plan().skull()[j] || tiny(pose, j, other)) {
        continue;
      }
      view.project(pose[3 * j], pose[3 * j + 1], figure.level());
      double x = view.x;
      double y = view.y;
      view.project(pose[3 * other], pose[3 * other + 1], figure.level());
      pen.line(x, y, view.x, view.y, SHADOW_THICKNESS * figure.size() * view.scale);
    }
    pen.lay(out, palette == Palette.DARK ? 0xFF000000 : palette.text(), shadowShare());
  }

  /** Whether a bone is too short for a shadow of its own, such as that of a finger. */
  private boolean tiny(double[] pose, int joint, int other) {
    double square = 0;
    for (int axis = 0; axis < 3; axis++) {
      double along = pose[3 * joint + axis] - pose[3 * other + axis];
      square += along * along;
    }
    return joint != other && square < SHADOWED * SHADOWED * figure.size() * figure.size();
  }

  private double shadowShare() {
    return palette == Palette.DARK ? 3 * SHADOW : SHADOW;
  }

  /** Paints where the feet were in the seconds before, paler the longer ago. */
  void trails(double now, Pen pen, Raster out) {
    for (int foot : figure.feet()) {
      double reach = Math.min(now, TRAIL_SECONDS * figure.framesPerSecond());
      int stride = 1 + (int) (reach / MOST_STEPS);
      // Whole strides from the first frame on, so that the trail does not shiver.
      int step = (int) Math.max(0, Math.ceil((now - reach) / stride)) * stride;
      double x = Double.NaN;
      double y = 0;
      double before = 0;
      for (; step <= now; step += stride) {
        figure.place(step, foot, to);
        view.project(to[0], to[1], to[2]);
        double age = (now - step) / (TRAIL_SECONDS * figure.framesPerSecond());
        double strength = Math.max(0, 1 - age);
        if (Double.isNaN(x)) {
          x = view.x;
          y = view.y;
          before = strength;
        } else if (Math.hypot(view.x - x, view.y - y) >= SHORTEST) {
          double thickness = Math.max(1.2, TRAIL_THICKNESS * figure.size() * view.scale);
          pen.thread(x, y, before, view.x, view.y, strength, thickness);
          x = view.x;
          y = view.y;
          before = strength;
        }
      }
      pen.lay(out, SkeletonColours.side(figure.plan().sides()[foot], palette), 0.7);
    }
  }
}
