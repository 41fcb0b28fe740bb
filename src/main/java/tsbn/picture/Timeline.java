package tsbn.picture;

/** Where frames lie in a picture that shows a whole sequence from its left edge to its right. */
final class Timeline {
  private static final double PRIMER_SHADE = 0.10;

  private Timeline() {}

  /** The left edge of a frame. */
  static int column(int t, int length, int width) {
    return (int) Math.round(t * (double) width / length);
  }

  /** Shades the frames of a primer. */
  static void shade(int primerFrames, int length, Palette palette, Raster out) {
    int end = column(primerFrames, length, out.width());
    out.blend(0, 0, end, out.height(), palette.series(1), PRIMER_SHADE);
  }

  /** Marks a moment, in frames, by a line over what is painted. */
  static void mark(double now, int length, Palette palette, Raster out) {
    int x = (int) Math.round(now * out.width() / length);
    out.fill(Math.min(x, out.width() - 2), 0, 2, out.height(), palette.series(4));
  }
}
