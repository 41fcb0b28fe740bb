package tsbn.picture;

import java.util.Arrays;

/** Thick lines with round ends and discs, smooth, straight onto a picture. */
final class Capsule {
  private Capsule() {}

  /** Paints a disc. */
  static void disc(Raster out, double x, double y, double radius, int argb) {
    paint(out, x, y, x, y, 2 * radius, argb, argb, 0, 0.5);
  }

  /**
   * Paints a line with a seam along its sides.
   *
   * @param seam colour of the seam
   * @param seamWidth its width on either side
   * @param joined the share of the line, from either end, that has none
   * @param out Modified.
   */
  static void paint(
      Raster out,
      double x0,
      double y0,
      double x1,
      double y1,
      double thickness,
      int argb,
      int seam,
      double seamWidth,
      double joined) {
    double outer = thickness / 2 + 0.5;
    double inner = Math.max(0, outer - 1);
    double reach = outer + (joined < 0.5 ? seamWidth : 0);
    int firstX = (int) Math.max(0, Math.floor(Math.min(x0, x1) - reach));
    int lastX = (int) Math.min(out.width() - 1, Math.ceil(Math.max(x0, x1) + reach));
    int firstY = (int) Math.max(0, Math.floor(Math.min(y0, y1) - reach));
    int lastY = (int) Math.min(out.height() - 1, Math.ceil(Math.max(y0, y1) + reach));
    double dx = x1 - x0;
    double dy = y1 - y0;
    double length = Math.sqrt(dx * dx + dy * dy);
    double perSquare = 1 / Math.max(1e-12, length * length);
    boolean steep = Math.abs(dy) > 1e-9;
    double slope = steep ? dx / dy : 0;
    double aside = steep ? reach * length / Math.abs(dy) : 2.0 * out.width();
    int[] pixels = out.pixels();
    for (int y = firstY; y <= lastY; y++) {
      double py = y + 0.5 - y0;
      double crossing = x0 + py * slope - 0.5;
      int from = (int) Math.max(firstX, Math.floor(crossing - aside));
      int to = (int) Math.min(lastX, Math.ceil(crossing + aside));
      for (int x = from; x <= to; x++) {
        double px = x + 0.5 - x0;
        double along = (px * dx + py * dy) * perSquare;
        double near = along < 0 ? 0 : along > 1 ? 1 : along;
        double ex = px - near * dx;
        double ey = py - near * dy;
        double square = ex * ex + ey * ey;
        if (square >= reach * reach) {
          continue;
        }
        int at = y * out.width() + x;
        if (square <= inner * inner) {
          int end = to; // what is inside is one piece
          while (end > x && square(end + 0.5 - x0, py, dx, dy, perSquare) > inner * inner) {
            end--;
          }
          Arrays.fill(pixels, at, at + end - x + 1, argb);
          x = end;
          continue;
        }
        double left = outer - Math.sqrt(square);
        if (along > joined && along < 1 - joined) {
          double share = left + seamWidth;
          pixels[at] = share >= 1 ? seam : Palette.mix(pixels[at], seam, share);
        }
        if (left > 0) {
          pixels[at] = Palette.mix(pixels[at], argb, left);
        }
      }
    }
  }

  /**
   * The square of the distance of a point from a piece of a line that begins at the origin.
   *
   * @param perSquare 1 / (dx dx + dy dy)
   */
  static double square(double px, double py, double dx, double dy, double perSquare) {
    double along = (px * dx + py * dy) * perSquare;
    double near = along < 0 ? 0 : along > 1 ? 1 : along;
    double ex = px - near * dx;
    double ey = py - near * dy;
    return ex * ex + ey * ey;
  }
}
