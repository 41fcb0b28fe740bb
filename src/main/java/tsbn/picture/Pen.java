package tsbn.picture;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Draws smooth lines. Strokes are collected as the largest coverage of each pixel and laid down
 * once, so that neither joints nor crossings of a half-transparent line come out darker.
 */
final class Pen {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private final int width;
  private final int height;
  private final byte[] coverage;
  private final int[] shares = new int[256];
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
    touch(firstX, lastX, firstY, lastY);
    double dx = x1 - x0;
    double dy = y1 - y0;
    double perSquare = 1 / Math.max(1e-12, dx * dx + dy * dy);
    double outer = thickness / 2 + 0.5;
    double inner = Math.max(0, thickness / 2 - 0.5);
    // Of a steep line each row is covered on both sides of where the line crosses it.
    double slope = Math.abs(dy) > 1e-9 ? dx / dy : 0;
    double aside = Math.abs(dy) > 1e-9 ? outer / (Math.abs(dy) * Math.sqrt(perSquare)) : 2 * width;
    for (int y = firstY; y <= lastY; y++) {
      double py = y + 0.5 - y0;
      double crossing = x0 + py * slope - 0.5;
      int from = (int) Math.max(firstX, Math.floor(crossing - aside));
      int to = (int) Math.min(lastX, Math.ceil(crossing + aside));
      for (int x = from; x <= to; x++) {
        double square = Capsule.square(x + 0.5 - x0, py, dx, dy, perSquare);
        int at = y * width + x;
        if (square <= inner * inner) {
          int end = to; // what is inside is one piece
          while (end > x && Capsule.square(end + 0.5 - x0, py, dx, dy, perSquare) > inner * inner) {
            end--;
          }
          Arrays.fill(coverage, at, at + end - x + 1, (byte) 255);
          x = end;
        } else if (square < outer * outer) {
          double share = Math.min(1, outer - Math.sqrt(square));
          coverage[at] = (byte) Math.max(coverage[at] & 0xFF, (int) (255 * share + 0.5));
        }
      }
    }
  }

  /**
   * Adds a piece of a thin line, whose strength changes from one end to the other; it is cut
   * straight at its ends, so that pieces go on without a seam. Takes a fraction of the time of a
   * line with round ends.
   */
  void thread(
      double x0,
      double y0,
      double strength0,
      double x1,
      double y1,
      double strength1,
      double thick) {
    boolean flat = Math.abs(x1 - x0) >= Math.abs(y1 - y0);
    boolean forward = flat ? x1 >= x0 : y1 >= y0;
    double start = flat ? (forward ? x0 : x1) : forward ? y0 : y1;
    double end = flat ? (forward ? x1 : x0) : forward ? y1 : y0;
    double across = flat ? (forward ? y0 : y1) : forward ? x0 : x1;
    double acrossEnd = flat ? (forward ? y1 : y0) : forward ? x1 : x0;
    int first = (int) Math.max(0, Math.ceil(start - 0.5));
    int beyond = (int) Math.min(flat ? width : height, Math.ceil(end - 0.5));
    if (first >= beyond) {
      return;
    }
    double slope = (acrossEnd - across) / (end - start);
    double cosine = 1 / Math.sqrt(1 + slope * slope);
    double outer = thick / 2 + 0.5;
    double half = outer / cosine;
    double strength = 255 * (forward ? strength0 : strength1);
    double change = (255 * (forward ? strength1 : strength0) - strength) / (end - start);
    int most = (flat ? height : width) - 1;
    int lowest = most;
    int highest = 0;
    int onward = flat ? 1 : width;
    int aside = flat ? width : 1;
    for (int i = first; i < beyond; i++) {
      double step = i + 0.5 - start;
      double middle = across + slope * step - 0.5;
      double full = strength + change * step + 0.5;
      // Casts round towards 0, which is one pixel too many at most; that one is not covered.
      int low = (int) (middle - half);
      int high = (int) (middle + half);
      low = low < 0 ? 0 : low;
      high = high > most ? most : high;
      for (int k = low, at = i * onward + low * aside; k <= high; k++, at += aside) {
        double share = outer - Math.abs(k - middle) * cosine;
        int covered = (int) (full * (share < 1 ? share : 1));
        if (covered > (coverage[at] & 0xFF)) {
          coverage[at] = (byte) covered;
        }
      }
      lowest = low < lowest ? low : lowest;
      highest = high > highest ? high : highest;
    }
    touch(
        flat ? first : lowest,
        flat ? beyond - 1 : highest,
        !flat ? first : lowest,
        !flat ? beyond - 1 : highest);
  }

  private void touch(int firstX, int lastX, int firstY, int lastY) {
    left = Math.min(left, firstX);
    right = Math.max(right, lastX);
    top = Math.min(top, firstY);
    bottom = Math.max(bottom, lastY);
  }

  /** Lays what was drawn since the last time over the picture, which has the pen's size. */
  void lay(Raster out, int argb, double opacity) {
    int[] pixels = out.pixels();
    for (int covered = 1; covered < shares.length; covered++) {
      shares[covered] = Palette.share256(opacity * covered / 255);
    }
    for (int y = top; y <= bottom; y++) {
      int end = y * width + right;
      for (int at = y * width + left; at <= end; at++) {
        while (at + Long.BYTES <= end && (long) LONGS.get(coverage, at) == 0) {
          at += Long.BYTES; // most of a large drawing is empty
        }
        int covered = coverage[at];
        if (covered != 0) {
          pixels[at] = Palette.mix256(pixels[at], argb, shares[covered & 0xFF]);
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
