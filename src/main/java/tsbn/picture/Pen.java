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
    double perSquare = 1 / Math.max(1e-12, dx * dx + dy * dy);
    double outer = thickness / 2 + 0.5;
    double inner = Math.max(0, thickness / 2 - 0.5);
    for (int y = firstY; y <= lastY; y++) {
      double py = y + 0.5 - y0;
      for (int x = firstX; x <= lastX; x++) {
        double px = x + 0.5 - x0;
        double along = Math.max(0, Math.min(1, (px * dx + py * dy) * perSquare));
        double ex = px - along * dx;
        double ey = py - along * dy;
        double square = ex * ex + ey * ey;
        if (square < outer * outer) {
          double share = square <= inner * inner ? 1 : Math.min(1, outer - Math.sqrt(square));
          int at = y * width + x;
          coverage[at] = (byte) Math.max(coverage[at] & 0xFF, (int) (255 * share + 0.5));
        }
      }
    }
  }

  /** Lays what was drawn since the last time over the picture, which has the pen's size. */
  void lay(Raster out, int argb, double opacity) {
    int[] pixels = out.pixels();
    for (int y = top; y <= bottom; y++) {
      for (int at = y * width + left; at <= y * width + right; at++) {
        if (coverage[at] != 0) {
          int share256 = Palette.share256(opacity * (coverage[at] & 0xFF) / 255);
          pixels[at] = Palette.mix256(pixels[at], argb, share256);
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
