package tsbn.learn;

import java.util.Arrays;
import tsbn.model.sbn.Layout;

/**
 * The running mean c and variance v that centre the learning signal: moving averages with alpha 0.8
 * that include the present sample and start at the first one. A signal that reaches beyond its own
 * step has a mean for each time t.
 */
final class RunningMoments implements Stateful {
  private static final double ALPHA = 0.8;

  private double mean;
  private double[] meanByTime = new double[0];
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
    double alpha = started ? ALPHA : 0;
    mean = alpha * mean + (1 - alpha) * average;
    include(squares / Math.max(1, count - 1));
  }

  private void include(double spread) {
    double alpha = started ? ALPHA : 0;
    variance = alpha * variance + (1 - alpha) * spread;
    started = true;
  }

  /**
   * Takes in the values of a pass, with a running mean for each t and one variance about them. A
   * time that no sequence reached before starts at its first mean.
   */
  void includeByTime(double[] values, Layout layout) {
    int known = meanByTime.length;
    if (layout.steps() > known) {
      meanByTime = Arrays.copyOf(meanByTime, layout.steps());
    }
    double squares = 0;
    for (int t = 0; t < layout.steps(); t++) {
      int from = layout.firstRow(t);
      int to = from + layout.rowsAt(t);
      double average = 0;
      for (int row = from; row < to; row++) {
        average += values[row] / (to - from);
      }
      double alpha = t < known ? ALPHA : 0;
      meanByTime[t] = alpha * meanByTime[t] + (1 - alpha) * average;
      for (int row = from; row < to; row++) {
        squares += (values[row] - meanByTime[t]) * (values[row] - meanByTime[t]);
      }
    }
    include(squares / Math.max(1, layout.rows() - 1));
  }

  /** Replaces every value of a pass by (value - c) / max(1, sqrt(v)). */
  void centre(double[] values, Layout layout) {
    double scale = Math.max(1, Math.sqrt(variance));
    for (int t = 0; t < layout.steps(); t++) {
      int from = layout.firstRow(t);
      double c = meanByTime.length > 0 ? meanByTime[t] : mean;
      for (int row = from; row < from + layout.rowsAt(t); row++) {
        values[row] = (values[row] - c) / scale;
      }
    }
  }

  /** The running mean of all values; 0 before the first. */
  double mean() {
    return mean;
  }

  double variance() {
    return variance;
  }

  @Override
  public void save(StateArrays to, String prefix) {
    to.put(prefix + "started", started ? 1 : 0);
    to.put(prefix + "meanAndVariance", mean, variance);
    to.put(prefix + "meanByTime", meanByTime);
  }

  @Override
  public void restore(StateArrays from, String prefix) {
    double[] both = from.vector(prefix + "meanAndVariance", 2);
    started = from.number(prefix + "started") != 0;
    mean = both[0];
    variance = both[1];
    meanByTime = from.vector(prefix + "meanByTime").clone();
  }
}
