package tsbn.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.evaluate.Evaluation;
import tsbn.math.RandomStream;
import tsbn.math.Workers;
import tsbn.model.Parameters;
import tsbn.model.sbn.Layout;
import tsbn.model.sbn.TemporalSbn;
import tsbn.model.sbn.Trace;

/**
 * Learning step by step, without threads or clocks. All random numbers of step i come from a stream
 * that follows from the seed and i, so the same experiment gives the same run, bit for bit, whether
 * or not somebody pauses it or looks at it in between.
 */
public final class Learner {
  /** Steps until an optimiser that goes on with a trained model takes its full step size. */
  private static final double RAMP = 100;

  private static final long ORDER = 1;
  private static final long STEPS = 2;
  private static final long VALIDATION = 3;
  private static final long BASELINE = 4;

  private final TemporalSbn model;
  private final List<Sequence> train;
  private final List<Sequence> valid;
  private GradientEstimator estimator;
  private final Baseline baseline;
  private final Parameters gradient;
  private final Parameters baselineGradient;
  private final double[] baselineFactors;
  private final SequenceOrder order;
  private final RandomStream stepStreams;
  private final RandomStream validationStream;
  private final List<Sequence> batch = new ArrayList<>();
  private TrainingSettings settings;
  private Optimiser optimiser;
  private Optimiser baselineOptimiser;
  private int iteration;

  /** Steps that an earlier run took before this one. */
  private int begun;

  private double bestBound = Double.NEGATIVE_INFINITY;
  private Parameters best;
  private int bestIteration;
  private int withoutBetter;
  private long visited;
  private long frames;

  /**
   * A learner before its first step.
   *
   * @param model what is trained; its parameters are modified
   * @param train at least one sequence
   * @param valid may be empty: then nothing is validated
   */
  public Learner(
      TemporalSbn model, List<Sequence> train, List<Sequence> valid, TrainingSettings settings) {
    RandomStream root = new RandomStream(settings.seed());
    this.model = model;
    this.train = List.copyOf(train);
    this.valid = List.copyOf(valid);
    this.settings = settings;
    this.baseline =
        new Baseline(
            model.kernels(),
            model.visible(),
            settings.baselineUnits(),
            settings.initialScale(),
            root.child(BASELINE));
    this.estimator = GradientEstimator.create(model, settings, baseline);
    this.gradient = model.parameters().zeros();
    this.baselineGradient = baseline.parameters().zeros();
    this.baselineFactors = new double[baselineGradient.blocks().size()];
    Arrays.fill(baselineFactors, 1);
    this.order = new SequenceOrder(train.size(), root.child(ORDER));
    this.stepStreams = root.child(STEPS);
    this.validationStream = root.child(VALIDATION);
    model.kernels().workers().use(settings.threads());
    createOptimisers();
  }

  private void createOptimisers() {
    Workers workers = model.kernels().workers();
    optimiser = Optimiser.create(settings.optimiser(), model.parameters(), workers);
    baselineOptimiser = Optimiser.create(settings.optimiser(), baseline.parameters(), workers);
  }

  /**
   * Counts on from where an earlier run ended, so that orders, streams and schedules go on; the
   * optimiser starts afresh, and so with small steps. Before the first step only.
   *
   * @param last the last point of that run
   */
  void startAfter(CurvePoint last) {
    iteration = last.iteration();
    begun = iteration;
    frames = last.frames();
    visited = (long) iteration * settings.batch();
    if (settings.earlyStop() > 0 && last.validated()) {
      keep(last.validBound());
    }
  }

  /** Takes one step of stochastic gradient ascent on the bound. */
  public CurvePoint step() {
    if (iteration == 0 && settings.initialisation() == Initialisation.DATA) {
      DataBiases.set(model, train);
    }
    batch.clear();
    for (int i = 0; i < settings.batch(); i++) {
      batch.add(train.get(order.at(visited++)));
    }
    RandomStream random = stepStreams.child(iteration++);
    Trace trace = estimator.estimate(batch, random, gradient, baselineGradient);
    frames += trace.layout().frames();
    double[] factors = factors(trace.layout());
    double before = clip(factors);
    double rate =
        settings.stepSize()
            * settings.schedule().factor(iteration, settings.warmUp(), settings.iterations())
            * afresh();
    double norm = optimiser.update(model.parameters(), gradient, factors, settings, rate);
    if (settings.estimator() == EstimatorKind.NVIL) {
      baselineOptimiser.update(
          baseline.parameters(), baselineGradient, baselineFactors, settings, rate);
    }
    return new CurvePoint(
        iteration,
        Double.NaN,
        frames,
        trace.boundPerSequence(),
        Double.NaN,
        Double.NaN,
        settings.clipNorm() > 0 ? before : norm,
        estimator.signalVariance(),
        trace.unitsOn());
  }

  /**
   * The part of its step size that an optimiser gets which knows nothing yet of the gradients of a
   * model that has been trained: they are small by now, and its first steps would be far too large.
   */
  private double afresh() {
    return begun == 0 ? 1 : Math.min(1, (double) (iteration - begun) / RAMP);
  }

  /** Whether it is time for a validation and a checkpoint. */
  public boolean checkDue() {
    return iteration % settings.validateEvery() == 0 || iteration == settings.iterations();
  }

  /**
   * The point with bound and one-sample prediction error on the validation sequences; as it is
   * where there are none.
   */
  public CurvePoint validate(CurvePoint point) {
    if (valid.isEmpty()) {
      return point;
    }
    List<Sequence> some = valid.subList(0, Math.min(valid.size(), settings.validationSequences()));
    // The same draws at every validation: the curve then moves because the model does.
    double bound =
        Evaluation.bound(model, some, 1, validationStream.child(0), Progress.NONE).perSequence();
    double error =
        Evaluation.predictionError(model, some, 1, validationStream.child(1), Progress.NONE);
    if (settings.earlyStop() > 0) {
      boolean better = bound > bestBound;
      withoutBetter = better ? 0 : withoutBetter + 1;
      if (better) {
        keep(bound);
      }
    }
    return point.withValidation(bound, error);
  }

  private void keep(double bound) {
    bestBound = bound;
    best = model.parameters().copy();
    bestIteration = iteration;
  }

  /** Whether the settings say to stop early, and so many validations brought nothing better. */
  public boolean exhausted() {
    return settings.earlyStop() > 0 && withoutBetter >= settings.earlyStop();
  }

  /**
   * A copy of what the run keeps: with early stopping the model of the best validation, otherwise
   * the model as it is.
   */
  public Trainer.Copy kept() {
    TemporalSbn copy = model.copy();
    if (settings.earlyStop() == 0 || best == null) {
      return new Trainer.Copy(copy, iteration);
    }
    copy.parameters().copyFrom(best);
    return new Trainer.Copy(copy, bestIteration);
  }

  /** Uses other settings from the next step on; another optimiser or estimator starts afresh. */
  public void change(TrainingSettings other) {
    TrainingSettings old = settings;
    settings = other;
    model.kernels().workers().use(other.threads());
    if (other.optimiser() != old.optimiser()) {
      createOptimisers();
    }
    boolean sameEstimator =
        other.estimator() == old.estimator()
            && other.signal() == old.signal()
            && other.discount() == old.discount()
            && other.samples() == old.samples()
            && other.frameNoise() == old.frameNoise()
            && other.truncation() == old.truncation();
    if (!sameEstimator) {
      estimator = GradientEstimator.create(model, settings, baseline);
    }
    withoutBetter = 0;
  }

  /** The parameters to come back to should training diverge. */
  public List<Parameters> checkpoint() {
    return List.of(model.parameters().copy(), baseline.parameters().copy());
  }

  /** Goes back to a checkpoint, with estimator and optimisers started afresh. */
  public void restore(List<Parameters> checkpoint) {
    model.parameters().copyFrom(checkpoint.get(0));
    baseline.parameters().copyFrom(checkpoint.get(1));
    gradient.clear();
    baselineGradient.clear();
    estimator = GradientEstimator.create(model, settings, baseline);
    createOptimisers();
  }

  public TemporalSbn model() {
    return model;
  }

  public TrainingSettings settings() {
    return settings;
  }

  /** Steps taken. */
  public int iteration() {
    return iteration;
  }

  /** What makes means of the sums over frames that the gradient's blocks are. */
  private double[] factors(Layout layout) {
    int[] frames = model.framesByBlock(layout);
    double[] factors = new double[frames.length];
    boolean own = settings.gradientMean() == GradientMean.BLOCK;
    for (int i = 0; i < factors.length; i++) {
      factors[i] = 1.0 / (own ? frames[i] : layout.frames());
    }
    return factors;
  }

  /**
   * Makes the factors so small that the gradient is not too long.
   *
   * @return its norm before; NaN where there is no limit
   */
  private double clip(double[] factors) {
    if (settings.clipNorm() == 0) {
      return Double.NaN;
    }
    double norm = optimiser.norm(gradient, factors);
    for (int i = 0; norm > settings.clipNorm() && i < factors.length; i++) {
      factors[i] *= settings.clipNorm() / norm;
    }
    return norm;
  }
}
