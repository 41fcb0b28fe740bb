package tsbn.learn;

import java.util.Arrays;
import java.util.List;
import tsbn.data.Sequence;
import tsbn.math.RandomStream;
import tsbn.model.Parameters;
import tsbn.model.sbn.Likelihood;
import tsbn.model.sbn.TemporalSbn;
import tsbn.model.sbn.Trace;

/**
 * Estimates the gradient of the bound on some sequences from K samples of the hidden states of each
 * (section 5 of the model). The generative net's part is always the exact gradient of log p(v, h)
 * at the samples; estimators differ in the recognition net's.
 */
abstract class GradientEstimator implements Stateful {
  private static final long NOISE = 1;

  final TemporalSbn model;
  final int samples;
  final int truncation;
  private final double frameNoise;
  private final Trace trace;
  private double[] means = new double[0];

  GradientEstimator(TemporalSbn model, TrainingSettings settings) {
    this.model = model;
    this.samples = settings.samples();
    this.truncation = settings.truncation();
    this.frameNoise = settings.frameNoise();
    this.trace = model.newTrace();
  }

  /**
   * The estimator that some settings ask for.
   *
   * @param baseline what centres the signal of {@link Nvil}
   */
  static GradientEstimator create(TemporalSbn model, TrainingSettings settings, Baseline baseline) {
    return switch (settings.estimator()) {
      case NVIL -> new Nvil(model, settings, baseline);
      case LEAVE_ONE_OUT -> new LeaveOneOut(model, settings);
      case LOCAL_EXPECTATION -> new LocalExpectations(model, settings);
      case VIMCO -> new Vimco(model, settings);
      case STRAIGHT_THROUGH -> new StraightThroughEstimator(model, settings);
    };
  }

  /**
   * Draws h ~ q(h | v) and adds an estimate of the gradient.
   *
   * @param gradient of the model's parameters: a sum over frames, mean over samples. Modified.
   * @param baselineGradient of the baseline's parameters. Modified.
   * @return the pass that the estimate comes from, valid until the next call
   */
  final Trace estimate(
      List<Sequence> batch, RandomStream random, Parameters gradient, Parameters baselineGradient) {
    trace.observe(batch, samples);
    if (frameNoise > 0 && model.architecture().likelihood() == Likelihood.NORMAL) {
      trace.addNoise(frameNoise, random.child(NOISE));
    }
    model.recognition().sample(trace, random);
    model.generative().score(trace);
    estimate(trace, gradient, baselineGradient);
    return trace;
  }

  /**
   * Adds the estimate from one scored pass.
   *
   * @param trace its deltas are used up. Modified.
   */
  abstract void estimate(Trace trace, Parameters gradient, Parameters baselineGradient);

  /** Nothing: most estimators follow from the step's own samples alone. */
  @Override
  public void save(StateArrays to, String prefix) {}

  @Override
  public void restore(StateArrays from, String prefix) {}

  /** Running variance of the learning signal before it is scaled; NaN where there is none. */
  double signalVariance() {
    return Double.NaN;
  }

  /** Adds the exact gradient of log p(v, h), mean over the samples of the pass. */
  final void addGenerativeMean(Trace trace, Parameters gradient) {
    int k = trace.layout().samples();
    double[] weights = null;
    if (k > 1) {
      means = reserve(means, trace.layout().rows());
      Arrays.fill(means, 1.0 / k);
      weights = means;
    }
    model.generative().accumulateGradient(trace, weights, truncation, gradient);
  }

  /** An array of at least that many values, the old one where it is long enough. */
  static double[] reserve(double[] array, int size) {
    return array.length >= size ? array : new double[size];
  }
}
