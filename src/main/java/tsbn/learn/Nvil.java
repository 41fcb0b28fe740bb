package tsbn.learn;

import java.util.Arrays;
import tsbn.model.Parameters;
import tsbn.model.sbn.Layout;
import tsbn.model.sbn.TemporalSbn;
import tsbn.model.sbn.Trace;

/**
 * Neural variational inference and learning (Mnih and Gregor 2014): phi follows s_t grad log q(h_t
 * | .), where s_t is centred by a baseline C(v_t) and by running moments, s_t &lt;- (s_t - C(v_t) -
 * c) / max(1, sqrt(v)). With the own-step signal and one sample it is the paper's Algorithm 1.
 */
final class Nvil extends GradientEstimator {
  private final Baseline baseline;
  private final Signals signals;
  private final RunningMoments moments = new RunningMoments();
  private double[] signal = new double[0];
  private double[] centre = new double[0];

  Nvil(TemporalSbn model, TrainingSettings settings, Baseline baseline) {
    super(model, settings);
    this.baseline = baseline;
    this.signals = new Signals(settings.signal(), settings.discount());
  }

  @Override
  void estimate(Trace trace, Parameters gradient, Parameters baselineGradient) {
    Layout layout = trace.layout();
    int k = layout.samples();
    int rows = layout.rows();
    signal = reserve(signal, rows);
    centre = reserve(centre, layout.frames());
    signals.of(trace, signal);
    baseline.evaluate(trace.states(0), centre);
    for (int row = 0; row < rows; row++) {
      signal[row] -= centre[row / k];
    }
    if (signals.accumulates()) {
      moments.includeByTime(signal, layout);
    } else {
      moments.include(signal, rows);
    }
    moments.centre(signal, layout);

    // The baseline learns from the mean signal of each frame.
    Arrays.fill(centre, 0, layout.frames(), 0);
    for (int row = 0; row < rows; row++) {
      signal[row] /= k;
      centre[row / k] += signal[row];
    }
    addGenerativeMean(trace, gradient);
    model.recognition().accumulateScore(trace, signal, truncation, gradient);
    baseline.accumulateGradient(trace.states(0), centre, baselineGradient);
  }

  @Override
  public void save(StateArrays to, String prefix) {
    moments.save(to, prefix + "moments/");
  }

  @Override
  public void restore(StateArrays from, String prefix) {
    moments.restore(from, prefix + "moments/");
  }

  @Override
  double signalVariance() {
    return moments.variance();
  }
}
