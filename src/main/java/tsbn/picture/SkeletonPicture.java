package tsbn.picture;

/**
 * A body in motion on a floor: bones in perspective, left limbs blue and right ones orange, the
 * trail of its feet and its shadow. While a primer plays the page is shaded and the body grey. Two
 * threads that use it take turns.
 */
public final class SkeletonPicture {
  private static final double PRIMER_SHADE = 0.10;
  private static final double PRIMER_GREY = 0.55;

  /** A joint is meant by a point so near. */
  private static final double NEAR = 16;

  private final Figure figure;
  private final int primerFrames;
  private final Palette palette;
  private final Projection view = new Projection();
  private final FloorPainter floor;
  private final BonesPainter bones;
  private final double[] pose;
  private final double[] centre = new double[3];
  private Pen pen = new Pen(1, 1);
  private int penWidth = 1;
  private int penHeight = 1;

  /**
   * @param primerFrames how many of its frames, from the first, were given rather than made up
   */
  public SkeletonPicture(Figure figure, int primerFrames, Palette palette) {
    this.figure = figure;
    this.primerFrames = primerFrames;
    this.palette = palette;
    this.floor = new FloorPainter(figure, palette, view);
    this.bones = new BonesPainter(figure.plan());
    this.pose = new double[3 * figure.joints()];
  }

  /** Number of frames. */
  public int length() {
    return figure.frames();
  }

  /**
   * Paints a moment.
   *
   * @param now in frames; it may lie between two
   * @param marked a joint to mark; -1 for none
   * @param out filled. Modified.
   */
  public synchronized void paint(double now, Camera camera, int marked, Raster out) {
    double inside = Math.max(0, Math.min(length() - 1, now));
    boolean given = (int) inside < primerFrames;
    place(inside, camera, out.width(), out.height());
    int page =
        given
            ? Palette.mix(palette.background(), palette.series(1), PRIMER_SHADE)
            : palette.background();
    out.fill(page);
    floor.grid(pen, out);
    floor.shadow(pose, pen, out);
    floor.trails(inside, pen, out);
    bones.paint(figure.size(), joint -> colour(joint, given), page, out);
    if (marked >= 0 && marked < figure.joints()) {
      mark(marked, out);
    }
  }

  private int colour(int joint, boolean given) {
    int argb = SkeletonColours.side(figure.plan().sides()[joint], palette);
    return given ? Palette.mix(argb, palette.mutedText(), PRIMER_GREY) : argb;
  }

  private void mark(int joint, Raster out) {
    double radius = Math.max(4, 0.02 * figure.size() * bones.scale(joint));
    Capsule.disc(out, bones.x(joint), bones.y(joint), radius + 1, palette.text());
    Capsule.disc(out, bones.x(joint), bones.y(joint), radius - 0.5, palette.background());
    Capsule.disc(out, bones.x(joint), bones.y(joint), radius - 2, palette.series(2));
  }

  /** The joint that is meant by a point of a picture; -1 for none. */
  public synchronized int jointAt(
      double x, double y, double now, Camera camera, int width, int height) {
    place(Math.max(0, Math.min(length() - 1, now)), camera, width, height);
    int nearest = -1;
    double least = NEAR;
    for (int j = 0; j < figure.joints(); j++) {
      double distance = Math.hypot(bones.x(j) - x, bones.y(j) - y);
      if (distance < least) {
        least = distance;
        nearest = j;
      }
    }
    return nearest;
  }

  private void place(double now, Camera camera, int width, int height) {
    if (penWidth != width || penHeight != height) {
      pen = new Pen(width, height);
      penWidth = width;
      penHeight = height;
    }
    figure.pose(now, pose);
    figure.centre(now, centre);
    view.look(camera, figure, centre, width, height);
    bones.place(pose, view);
  }
}
