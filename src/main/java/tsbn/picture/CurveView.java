package tsbn.picture;

import java.util.Arrays;
import java.util.List;

/**
 * The part of the plane a plot shows, and the way from there to pixels.
 *
 * @param logX whether x is logarithmic; then {@code x0} is positive
 */
public record CurveView(double x0, double x1, double y0, double y1, boolean logX) {

  /** The smallest x of a logarithmic axis. */
  public static final double SMALLEST_LOG_X = 1;

  /** The smallest range in units of its values. */
  private static final double FINEST = 1e-9;

  /** Share of the height that stays free above and below. */
  private static final double MARGIN = 0.06;

  /** An axis begins at 0 where the first x is at most this share of the last. */
  private static final double NEAR_ZERO = 0.05;

  /** The share of values at either end that may be outliers: a first collapse, a spike. */
  private static final double OUTLIERS = 0.03;

  /** Of more points than this only every so many are looked at to find outliers. */
  private static final int MOST_SORTED = 1000;

  /** How many times the range of the other values outliers may stretch it. */
  private static final double STRETCH = 2;

  /**
   * The part that shows every series from end to end. Values far outside the rest, as a training
   * run has them at its start, do not stretch it.
   *
   * @param series those drawn; without points the view is the unit square
   */
  public static CurveView fit(List<CurveSeries> series, boolean logX) {
    double x0 = Double.POSITIVE_INFINITY;
    double x1 = Double.NEGATIVE_INFINITY;
    double y0 = Double.POSITIVE_INFINITY;
    double y1 = Double.NEGATIVE_INFINITY;
    for (CurveSeries one : series) {
      Curve curve = one.curve();
      if (curve.size() == 0) {
        continue;
      }
      x0 = Math.min(x0, curve.x(0));
      x1 = Math.max(x1, curve.x(curve.size() - 1));
      double[] range = range(curve);
      y0 = Math.min(y0, range[0]);
      y1 = Math.max(y1, range[1]);
    }
    if (!(x0 <= x1)) {
      return new CurveView(logX ? SMALLEST_LOG_X : 0, logX ? 10 : 1, 0, 1, logX);
    }
    if (logX) {
      x0 = Math.max(SMALLEST_LOG_X, x0);
      x1 = Math.max(10 * x0, x1);
    } else {
      boolean startsAtOnce = x0 > 0 && x0 < NEAR_ZERO * x1;
      x0 = startsAtOnce ? 0 : x0;
      x1 = x1 > x0 ? x1 : x0 + 1;
    }
    double free = y1 > y0 ? MARGIN * (y1 - y0) : Math.max(1e-9, Math.abs(y0) * 0.1 + 1e-9);
    return new CurveView(x0, x1, y0 - free, y1 + free, logX);
  }

  private static double[] range(Curve curve) {
    int stride = 1 + curve.size() / MOST_SORTED;
    double[] sorted = new double[(curve.size() + stride - 1) / stride];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = curve.y(i * stride);
    }
    Arrays.sort(sorted);
    int last = sorted.length - 1;
    int outliers = last < 20 ? 0 : (int) Math.ceil(OUTLIERS * last);
    double low = sorted[outliers];
    double high = sorted[last - outliers];
    double reach = (STRETCH - 1) * (high - low);
    return new double[] {
      curve.least() >= low - reach ? curve.least() : low,
      curve.greatest() <= high + reach ? curve.greatest() : high
    };
  }

  /** From x to a share of the width, 0 at the left. */
  public double across(double x) {
    return (scale(x) - scale(x0)) / (scale(x1) - scale(x0));
  }

  /** From y to a share of the height, 0 at the top. */
  public double down(double y) {
    return (y1 - y) / (y1 - y0);
  }

  /** From a share of the width to x. */
  public double x(double across) {
    double scaled = scale(x0) + across * (scale(x1) - scale(x0));
    return logX ? Math.exp(scaled) : scaled;
  }

  /** From a share of the height to y. */
  public double y(double down) {
    return y1 - down * (y1 - y0);
  }

  /** The part that lies within a box given by shares of width and height. */
  public CurveView part(double left, double right, double top, double bottom) {
    return new CurveView(x(left), x(right), y(bottom), y(top), logX);
  }

  /** Whether neighbouring pixels of this part have different coordinates in double precision. */
  public boolean isDrawable() {
    return drawable(x0, x1) && drawable(y0, y1);
  }

  private static boolean drawable(double low, double high) {
    return high - low > FINEST * Math.max(Math.abs(low), Math.abs(high));
  }

  public Ticks ticksX(int atMost) {
    return logX ? Ticks.logarithmic(x0, x1, atMost) : Ticks.linear(x0, x1, atMost);
  }

  /** As many steps at most, but two ticks at least: one alone says nothing of the others. */
  public Ticks ticksY(int atMost) {
    Ticks ticks = Ticks.linear(y0, y1, atMost);
    return ticks.values().size() < 2 ? Ticks.linear(y0, y1, 2 * atMost) : ticks;
  }

  private double scale(double x) {
    return logX ? Math.log(Math.max(SMALLEST_LOG_X * 1e-9, x)) : x;
  }
}
