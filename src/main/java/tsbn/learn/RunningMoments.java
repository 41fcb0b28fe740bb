package tsbn.learn;

/**
 * The running mean c and variance v that centre the learning signal: moving averages with alpha 0.8
 * that include the present sample and start at the first one.
 */
final class RunningMoments {
  private static final double ALPHA = 0.8;

  private double mean;
  private double variance;
  private boolean started;

  /** Takes in the first {@code count} values: their mean and their variance with count - 1. */
  void include(double[] values, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += values[i];
    }
    double average = sum / count;
    double squares = 0;
    for (int i = 0; i < count; i++) {
      squares += (values[i] - average) * (values[i] - average);
    }
    double spread = squares / Math.max(1, count - 1);
    double alpha = started ? ALPHA : 0;
    mean = alpha * mean + (1 - alpha) * average;
    variance = alpha * variance + (1 - alpha) * spread;
    started = true;
  }

  /** (value - c) / max(1, sqrt(v)). */
  double centre(double value) {
    return (value - mean) / Math.max(1, Math.sqrt(variance));
  }

  double variance() {
    return variance;
  }
}
