package tsbn.picture;

/**
 * Draws smooth lines. Strokes are collected as the largest coverage of each pixel and laid down
 * once, so that neither joints nor crossings of a half-transparent line come out darker.
 */
final class Pen {
  private final int width;
  private final int height;
  private final byte[] coverage;
  private int left;
  private int top;
  private int right;
  private int bottom;

  Pen(int width, int height) {
    this.width = width;
    this.height = height;
    this.coverage = new byte[width * height];
    forget();
  }

  /** Adds a line with round ends; pixel centres lie at half coordinates. */
  void line(double x0, double y0, double x1, double y1, double thickness) {
    double reach = thickness / 2 + 1;
    int firstX = (int) Math.max(0, Math.floor(Math.min(x0, x1) - reach));
    int lastX = (int) Math.min(width - 1, Math.ceil(Math.max(x0, x1) + reach));
    int firstY = (int) Math.max(0, Math.floor(Math.min(y0, y1) - reach));
    int lastY = (int) Math.min(height - 1, Math.ceil(Math.max(y0, y1) + reach));
    if (firstX > lastX || firstY > lastY) {
      return;
    }
    left = Math.min(left, firstX);
    right = Math.max(right, lastX);
    top = Math.min(top, firstY);
    bottom = Math.max(bottom, lastY);
    double dx = x1 - x0;
    double dy = y1 - y0;
    double squared = Math.max(1e-12, dx * dx + dy * dy);
    for (int y = firstY; y <= lastY; y++) {
      for (int x = firstX; x <= lastX; x++) {
        double px = x + 0.5 - x0;
        double py = y + 0.5 - y0;
        double along = Math.max(0, Math.min(1, (px * dx + py * dy) / squared));
        double ex = px - along * dx;
        double ey = py - along * dy;
        double distance = Math.sqrt(ex * ex + ey * ey);
        int covered =
            (int) Math.round(255 * Math.max(0, Math.min(1, thickness / 2 + 0.5 - distance)));
        int at = y * width + x;
        if (covered > (coverage[at] & 0xFF)) {
          coverage[at] = (byte) covered;
        }
      }
    }
  }

  /** Lays what was drawn since the last time over the picture, which has the pen's size. */
  void lay(Raster out, int argb, double opacity) {
    for (int y = top; y <= bottom; y++) {
      for (int x = left; x <= right; x++) {
        int at = y * width + x;
        int covered = coverage[at] & 0xFF;
        if (covered > 0) {
          out.set(x, y, Palette.mix(out.get(x, y), argb, opacity * covered / 255));
          coverage[at] = 0;
        }
      }
    }
    forget();
  }

  private void forget() {
    left = width;
    top = height;
    right = -1;
    bottom = -1;
  }
}
