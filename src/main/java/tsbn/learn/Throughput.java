package tsbn.learn;

/** Training time, steps a second over the last seconds, and the smoothed bound. */
final class Throughput implements Stateful {
  static final String NANOS = "nanos";

  private static final long WINDOW_NANOS = 500_000_000L;
  private static final double SLOWEST = 0.02;

  private long nanos;
  private long windowNanos;
  private int windowSteps;
  private double rate;
  private double bound = Double.NaN;
  private int steps;

  /** Counts on from an earlier run. */
  void startAfter(CurvePoint last) {
    nanos = Math.round(last.seconds() / 1e-9);
    bound = last.trainBound();
  }

  /** Takes in one step. */
  void add(long stepNanos, double stepBound) {
    nanos += stepNanos;
    windowNanos += stepNanos;
    windowSteps++;
    steps++;
    if (windowNanos >= WINDOW_NANOS || rate == 0) {
      rate = windowSteps / (windowNanos * 1e-9);
    }
    if (windowNanos >= WINDOW_NANOS) {
      windowNanos = 0;
      windowSteps = 0;
    }
    // At first the last third counts: the bound moves fast then, and an old one misleads.
    double weight = Math.max(SLOWEST, Math.min(1, 3.0 / (steps + 2)));
    bound = Double.isNaN(bound) ? stepBound : bound + weight * (stepBound - bound);
  }

  @Override
  public void save(StateArrays to, String prefix) {
    to.put(prefix + NANOS, nanos);
    to.put(prefix + "smoothedSteps", steps);
    to.put(prefix + "smoothedBound", bound);
  }

  @Override
  public void restore(StateArrays from, String prefix) {
    nanos = from.number(prefix + NANOS);
    steps = Math.toIntExact(from.number(prefix + "smoothedSteps"));
    bound = from.vector(prefix + "smoothedBound", 1)[0];
  }

  double seconds() {
    return nanos * 1e-9;
  }

  /** Steps a second; 0 before the first step. */
  double rate() {
    return rate;
  }

  /** Exponentially smoothed bound; NaN before the first step. */
  double bound() {
    return bound;
  }
}
