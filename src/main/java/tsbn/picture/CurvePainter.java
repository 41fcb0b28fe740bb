package tsbn.picture;

import java.util.Arrays;
import java.util.List;

/**
 * Paints curves of any number of points in a time that depends on the width of the picture: dense
 * points become one vertical stroke per pixel column from their least to their greatest value, the
 * smoothed line one point per column. Keeps its buffers between pictures of one size.
 */
public final class CurvePainter {
  private static final double FAINT = 0.24;

  /** How many times as thick as a line the dot of a single point is. */
  private static final double DOT = 3;

  private final int width;
  private final int height;
  private final Pen pen;
  private final double[] low;
  private final double[] high;
  private final double[] last;

  public CurvePainter(int width, int height) {
    this.width = width;
    this.height = height;
    this.pen = new Pen(width, height);
    this.low = new double[width];
    this.high = new double[width];
    this.last = new double[width];
  }

  /** Whether the picture has the painter's size. */
  public boolean fits(Raster out) {
    return out.width() == width && out.height() == height;
  }

  /**
   * Paints the series over what is there.
   *
   * @param smoothing see {@link Curve#smoothed}
   * @param thickness of the bold line in pixels
   * @param out of the painter's size. Modified.
   */
  public void paint(
      List<CurveSeries> series,
      CurveView view,
      double smoothing,
      double thickness,
      Palette palette,
      Raster out) {
    for (CurveSeries one : series) {
      if (one.band() != null && one.band().mean().size() > 1) {
        tint(one.band(), view, palette.series(one.colour()), out);
      }
      if (one.raw()) {
        collect(one.curve(), one.curve().smoothed(0), view);
        strokeRaw(one, view, thickness / 2, palette, out);
      }
    }
    for (CurveSeries one : series) {
      if (one.line()) {
        double[] smooth = one.lineValues(smoothing);
        if (inView(one.curve(), view) <= width) {
          polyline(one.curve(), smooth, view, thickness);
        } else {
          collect(one.curve(), smooth, view);
          columns(thickness);
        }
        pen.lay(out, palette.series(one.colour()), 1);
      }
    }
  }

  private void tint(CurveBand band, CurveView view, int colour, Raster out) {
    double from = band.mean().x(0);
    double to = band.mean().x(band.mean().size() - 1);
    for (int column = 0; column < width; column++) {
      double x = view.x((column + 0.5) / width);
      if (x >= from && x <= to) {
        double top = view.down(CurveBand.at(band.greatest(), x)) * height;
        double bottom = view.down(CurveBand.at(band.least(), x)) * height;
        int first = (int) Math.round(Math.max(0, Math.min(height, top)));
        int end = (int) Math.round(Math.max(0, Math.min(height, bottom)));
        out.blend(column, first, 1, Math.max(0, end - first), colour, FAINT);
      }
    }
  }

  private void strokeRaw(
      CurveSeries one, CurveView view, double thickness, Palette palette, Raster out) {
    int colour = palette.series(one.colour());
    double opacity = one.line() ? FAINT : 1;
    if (inView(one.curve(), view) <= width) {
      polyline(one.curve(), one.curve().smoothed(0), view, Math.max(1, thickness));
      pen.lay(out, colour, opacity);
      return;
    }
    int previous = -1;
    for (int column = 0; column < width; column++) {
      if (Double.isNaN(low[column])) {
        continue;
      }
      double from = low[column];
      double to = high[column];
      if (previous == column - 1 && previous >= 0) {
        from = Math.min(from, last[previous]);
        to = Math.max(to, last[previous]);
      } else if (previous >= 0) {
        stroke(previous + 0.5, last[previous], column + 0.5, from, thickness);
      }
      int top = (int) Math.round(Math.max(-1, from));
      int bottom = (int) Math.round(Math.min(height + 1.0, to));
      out.blend(column, top, 1, Math.max(1, bottom - top), colour, opacity);
      previous = column;
    }
    pen.lay(out, colour, opacity);
  }

  private static int inView(Curve curve, CurveView view) {
    return curve.indexOf(view.x1()) - curve.indexOf(view.x0());
  }

  private void polyline(Curve curve, double[] ys, CurveView view, double thickness) {
    int first = Math.max(0, curve.indexOf(view.x0()) - 1);
    int end = Math.min(curve.size(), curve.indexOf(view.x1()) + 1);
    if (curve.size() == 1 && end == 1) {
      dot(view.across(curve.x(0)) * width, view.down(ys[0]) * height, thickness);
      return;
    }
    for (int i = first; i < end; i++) {
      int previous = Math.max(first, i - 1);
      stroke(
          view.across(curve.x(previous)) * width,
          view.down(ys[previous]) * height,
          view.across(curve.x(i)) * width,
          view.down(ys[i]) * height,
          thickness);
    }
  }

  /** One point is no line yet: a dot that lies within the picture. */
  private void dot(double x, double y, double thickness) {
    double size = DOT * thickness;
    double inside = Math.max(size, Math.min(width - size, x));
    stroke(inside - size / 4, y, inside + size / 4, y, size);
  }

  /** Least, greatest and last value of the points over each pixel column, in pixels. */
  private void collect(Curve curve, double[] ys, CurveView view) {
    Arrays.fill(low, Double.NaN);
    int i = curve.indexOf(view.x0());
    for (int column = 0; column < width; column++) {
      boolean lastColumn = column == width - 1;
      double edge = lastColumn ? Math.nextUp(view.x1()) : view.x((column + 1.0) / width);
      int end = curve.indexOf(edge);
      if (i == end) {
        continue;
      }
      double least = ys[i];
      double greatest = ys[i];
      for (; i < end; i++) {
        least = Math.min(least, ys[i]);
        greatest = Math.max(greatest, ys[i]);
      }
      low[column] = view.down(greatest) * height;
      high[column] = view.down(least) * height;
      last[column] = view.down(ys[i - 1]) * height;
    }
  }

  private void columns(double thickness) {
    int previous = -1;
    for (int column = 0; column < width; column++) {
      if (Double.isNaN(low[column])) {
        continue;
      }
      int from = previous < 0 ? column : previous;
      stroke(from + 0.5, last[from], column + 0.5, last[column], thickness);
      previous = column;
    }
  }

  /** A line whose far ends are brought near: a spike of a million pixels costs no more. */
  private void stroke(double x0, double y0, double x1, double y1, double thickness) {
    double far = 4.0 * height;
    pen.line(
        Math.max(-4.0 * width, x0),
        Math.max(-far, Math.min(far, y0)),
        Math.min(5.0 * width, x1),
        Math.max(-far, Math.min(far, y1)),
        thickness);
  }
}
