package tsbn.picture;

import java.util.List;

/**
 * The {@link JointCurves} of a sequence from the left edge to the right. Angles share a scale,
 * whose ticks {@link #ticks} gives; curves of other kinds have each their own and fill the height.
 */
public final class JointCurvesPicture {
  private static final double THICKNESS = 1.8;
  private static final double ROOM = 0.06;
  private static final int MOST_TICKS = 5;

  private final JointCurves curves;
  private final Palette palette;
  private final double[] low;
  private final double[] high;

  public JointCurvesPicture(JointCurves curves, Palette palette) {
    this.curves = curves;
    this.palette = palette;
    this.low = new double[curves.count()];
    this.high = new double[curves.count()];
    ValueRange range = ValueRange.of(List.of(curves.values()));
    double least = Double.POSITIVE_INFINITY;
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < low.length; i++) {
      least = Math.min(least, range.low()[i]);
      largest = Math.max(largest, range.high()[i]);
    }
    for (int i = 0; i < low.length; i++) {
      double from = curves.oneScale() ? least : range.low()[i];
      double to = curves.oneScale() ? largest : range.high()[i];
      double room = Math.max(1e-6, (to - from) * ROOM);
      low[i] = from - room;
      high[i] = to + room;
    }
  }

  /** Number of frames. */
  public int length() {
    return curves.values().numRows;
  }

  /** The ticks of the common scale; none where there is none. */
  public Ticks ticks() {
    return low.length > 0 && curves.oneScale()
        ? Ticks.linear(low[0], high[0], MOST_TICKS)
        : new Ticks(List.of(), List.of());
  }

  /** Where a value of the common scale lies in a picture of that height. */
  public double y(double value, double height) {
    return y(0, value, height);
  }

  private double y(int curve, double value, double height) {
    return height * (high[curve] - value) / (high[curve] - low[curve]);
  }

  /**
   * Paints all curves.
   *
   * @param out filled. Modified.
   */
  public void paint(Raster out) {
    out.fill(palette.background());
    for (double tick : ticks().values()) {
      out.fill(0, (int) Math.round(y(tick, out.height())), out.width(), 1, palette.grid());
    }
    Pen pen = new Pen(out.width(), out.height());
    for (int curve = 0; curve < curves.count(); curve++) {
      paint(curve, pen, out);
      pen.lay(out, palette.series(curve), 1);
    }
  }

  /** Of many frames in one column of pixels the least and the largest are joined. */
  private void paint(int curve, Pen pen, Raster out) {
    double perFrame = out.width() / (double) length();
    double x = 0;
    double y = 0;
    int t = 0;
    while (t < length()) {
      int end = Math.min(length(), t + (int) Math.max(1, Math.ceil(1 / perFrame)));
      double least = Double.POSITIVE_INFINITY;
      double largest = Double.NEGATIVE_INFINITY;
      for (int i = t; i < end; i++) {
        double value = y(curve, curves.values().get(i, curve), out.height());
        least = Math.min(least, value);
        largest = Math.max(largest, value);
      }
      double at = (t + end) / 2.0 * perFrame;
      if (t > 0) {
        pen.line(x, y, at, least, THICKNESS);
      }
      pen.line(at, least, at, largest, THICKNESS);
      x = at;
      y = largest;
      t = end;
    }
  }

  /**
   * Where a moment lies in a picture of that width: a frame is in the middle of its share.
   *
   * @param now the moment in frames
   */
  public double x(double now, double width) {
    return (now + 0.5) * width / length();
  }

  /**
   * Marks a moment by a line over the picture where it is the top right part of another.
   *
   * @param now the moment in frames
   * @param left where it begins
   * @param bottom where it ends
   * @param out Modified.
   */
  public void mark(double now, int left, int bottom, Raster out) {
    int x = left + (int) Math.round(x(now, out.width() - left));
    out.fill(Math.min(x, out.width() - 2), 0, 2, bottom, palette.series(4));
  }
}
