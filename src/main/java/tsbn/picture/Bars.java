package tsbn.picture;

import java.util.function.IntUnaryOperator;

/** Values as bars that stand on, or hang from, a zero line. */
public final class Bars {
  private Bars() {}

  /**
   * Paints weights as bars around a zero line in the middle: blue upwards, orange downwards.
   *
   * @param values any number. Not modified.
   * @param limit the size that reaches the edge
   */
  public static void paintSigned(float[] values, float limit, Palette palette, Raster out) {
    paint(values, -limit, limit, i -> palette.diverging(Math.signum(values[i])), palette, out);
  }

  static void paint(
      float[] values, float low, float high, IntUnaryOperator colour, Palette palette, Raster out) {
    out.fill(palette.background());
    double perValue = out.width() / (double) values.length;
    int gap = perValue >= 3 ? 1 : 0;
    int zero = row(Math.max(low, Math.min(high, 0)), low, high, out.height());
    for (int i = 0; i < values.length; i++) {
      int left = (int) Math.round(i * perValue);
      int right = Math.max(left + 1, (int) Math.round((i + 1) * perValue) - gap);
      int end = row(Math.max(low, Math.min(high, values[i])), low, high, out.height());
      int top = Math.min(zero, end);
      out.fill(left, top, right - left, Math.abs(end - zero), colour.applyAsInt(i));
    }
    out.fill(0, Math.min(zero, out.height() - 1), out.width(), 1, palette.border());
  }

  private static int row(float value, float low, float high, int height) {
    return (int) Math.round((high - value) / (double) (high - low) * height);
  }
}
