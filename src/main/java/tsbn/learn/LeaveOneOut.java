package tsbn.learn;

import tsbn.model.Parameters;
import tsbn.model.sbn.Layout;
import tsbn.model.sbn.TemporalSbn;
import tsbn.model.sbn.Trace;

/**
 * K samples of h, the signal of each centred by the others': phi follows sum_k w_t^k grad log
 * q(h_t^k | .) with w_t^k = (s_t^k - mean_k s_t^k) / (K - 1). No baseline net and nothing to tune.
 */
final class LeaveOneOut extends GradientEstimator {
  private final Signals signals;
  private double[] signal = new double[0];
  private double variance = Double.NaN;

  LeaveOneOut(TemporalSbn model, TrainingSettings settings) {
    super(model, settings);
    this.signals = new Signals(settings.signal(), settings.discount());
  }

  @Override
  void estimate(Trace trace, Parameters gradient, Parameters baselineGradient) {
    Layout layout = trace.layout();
    int k = layout.samples();
    int rows = layout.rows();
    signal = reserve(signal, rows);
    signals.of(trace, signal);
    double squares = 0;
    for (int from = 0; from < rows; from += k) {
      double mean = 0;
      for (int row = from; row < from + k; row++) {
        mean += signal[row] / k;
      }
      for (int row = from; row < from + k; row++) {
        double difference = signal[row] - mean;
        squares += difference * difference;
        signal[row] = difference / (k - 1);
      }
    }
    variance = squares / (layout.frames() * (k - 1.0));
    addGenerativeMean(trace, gradient);
    model.recognition().accumulateScore(trace, signal, truncation, gradient);
  }

  @Override
  double signalVariance() {
    return variance;
  }
}
