package tsbn.learn;

import java.util.List;
import tsbn.data.Sequence;
import tsbn.math.RandomStream;
import tsbn.model.Parameters;
import tsbn.model.sbn.TemporalSbn;
import tsbn.model.sbn.Trace;

/**
 * Neural variational inference and learning (Mnih and Gregor 2014) with the paper's signal
 * OWN_STEP: Algorithm 1. One sample of h a sequence; theta follows the exact gradient of log p(v,
 * h) at the sample; phi follows s_t grad log q(h_t | .) with s_t = l_t - C(v_t), centred and scaled
 * by running moments. Gradients are means over the frames that each block saw.
 */
final class Nvil {
  private final TemporalSbn model;
  private final Baseline baseline;
  private final Trace trace;
  private final RunningMoments moments = new RunningMoments();
  private double[] signal = new double[0];

  Nvil(TemporalSbn model, Baseline baseline) {
    this.model = model;
    this.baseline = baseline;
    this.trace = model.newTrace();
  }

  /**
   * Estimates the gradient of the bound on some sequences.
   *
   * @param gradient of the model's parameters. Overwritten.
   * @param baselineGradient of the baseline's parameters. Overwritten.
   * @return the pass that the estimate comes from, valid until the next call
   */
  Trace estimate(
      List<Sequence> batch, RandomStream random, Parameters gradient, Parameters baselineGradient) {
    // h ~ q(h | v), then l_t = log p(v_t, h_t | past) - log q(h_t | past, v)
    trace.observe(batch);
    model.recognition().sample(trace, random);
    model.generative().score(trace);
    estimate(trace, gradient, baselineGradient);
    return trace;
  }

  /** The estimate from one scored pass. */
  void estimate(Trace trace, Parameters gradient, Parameters baselineGradient) {
    gradient.clear();
    baselineGradient.clear();
    int rows = trace.segments().rows();
    if (signal.length < rows) {
      signal = new double[rows];
    }

    // s_t = (l_t - C(v_t) - c) / max(1, sqrt(v))
    baseline.evaluate(trace.states(0), signal);
    for (int row = 0; row < rows; row++) {
      signal[row] = trace.term(row) - signal[row];
    }
    moments.include(signal, rows);
    for (int row = 0; row < rows; row++) {
      signal[row] = moments.centre(signal[row]);
    }

    model.generative().accumulateGradient(trace, gradient);
    model.recognition().accumulateScore(trace, signal, gradient);
    model.meanOverFrames(trace.segments(), gradient);
    baseline.accumulateGradient(trace.states(0), signal, baselineGradient);
  }

  /** Running variance v of the learning signal before it is scaled. */
  double signalVariance() {
    return moments.variance();
  }
}
