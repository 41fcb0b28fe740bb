package tsbn.picture;

import java.util.Arrays;

/**
 * Points of a curve, x ascending, to which more can be added: what a training run measures. Not
 * safe for use by two threads at once.
 */
public final class Curve {
  private final String name;
  private double[] xs = new double[256];
  private double[] ys = new double[256];
  private int size;
  private long revision;
  private double least = Double.POSITIVE_INFINITY;
  private double greatest = Double.NEGATIVE_INFINITY;

  // The last answer of smoothed(): a view asks again with every movement of the mouse.
  private double[] smooth;
  private double smoothSetting;
  private long smoothRevision = -1;

  public Curve(String name) {
    this.name = name;
  }

  public String name() {
    return name;
  }

  /** Adds a point at the end; one that is not finite was not measured and is left out. */
  public void add(double x, double y) {
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      return;
    }
    if (size > 0 && x < xs[size - 1]) {
      throw new IllegalArgumentException("x goes back from " + xs[size - 1] + " to " + x + ".");
    }
    if (size == xs.length) {
      xs = Arrays.copyOf(xs, 2 * size);
      ys = Arrays.copyOf(ys, 2 * size);
    }
    xs[size] = x;
    ys[size] = y;
    least = Math.min(least, y);
    greatest = Math.max(greatest, y);
    size++;
    revision++;
  }

  /** Removes every point. */
  public void clear() {
    size = 0;
    least = Double.POSITIVE_INFINITY;
    greatest = Double.NEGATIVE_INFINITY;
    revision++;
  }

  public int size() {
    return size;
  }

  public double x(int i) {
    return xs[i];
  }

  public double y(int i) {
    return ys[i];
  }

  /** The least y; infinite without points. */
  public double least() {
    return least;
  }

  /** The greatest y; minus infinity without points. */
  public double greatest() {
    return greatest;
  }

  /** Grows with every change. */
  public long revision() {
    return revision;
  }

  /** The index of the first point at or after x; the size where there is none. */
  public int indexOf(double x) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (xs[middle] < x) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The index of the point nearest to x; -1 where there are none. */
  public int nearest(double x) {
    int after = indexOf(x);
    if (after == size || (after > 0 && x - xs[after - 1] < xs[after] - x)) {
      return after - 1;
    }
    return after;
  }

  /**
   * The y of every point as a moving average over the past whose memory is a share of the curve's
   * extent in x: dense measurements become smooth, sparse ones stay as they are.
   *
   * @param smoothing 0 (none) to below 1; the memory is {@code smoothing / (1 - smoothing) / 200}
   *     of the extent
   * @return at least one value per point, for reading only
   */
  public double[] smoothed(double smoothing) {
    if (smoothing <= 0 || size < 3) {
      return ys;
    }
    if (smoothRevision != revision || smoothSetting != smoothing) {
      smooth = average(smoothing / (1 - smoothing) / 200 * (xs[size - 1] - xs[0]));
      smoothSetting = smoothing;
      smoothRevision = revision;
    }
    return smooth;
  }

  /** The past of a point at distance d weighs exp(-d / memory). */
  private double[] average(double memory) {
    double[] out = new double[size];
    double sum = 0;
    double weight = 0;
    double step = Double.NaN;
    double keep = 0;
    for (int i = 0; i < size; i++) {
      double distance = i == 0 ? 0 : xs[i] - xs[i - 1];
      if (distance != step) {
        step = distance;
        keep = memory > 0 ? Math.exp(-distance / memory) : 0;
      }
      // Dividing by the sum of the weights leaves no pull towards where the average began.
      sum = keep * sum + ys[i];
      weight = keep * weight + 1;
      out[i] = sum / weight;
    }
    return out;
  }
}
