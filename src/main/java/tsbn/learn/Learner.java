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
public final class Learner implements Stateful {
  /** Steps until an optimiser that goes on with a trained model takes its full step size. */
  private static final double RAMP = 100;

  private static final long ORDER = 1;
  private static final long STEPS = 2;
  private static final long VALIDATION = 3;
  private static final long BASELINE = 4;
  private static final String BASELINE_BLOCKS = "baseline/";

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

  // The model of the last check, to go back to should training diverge.
  private final Parameters good;
  private final Parameters goodBaseline;

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
    this.good = model.parameters().copy();
    this.goodBaseline = baseline.parameters().copy();
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
    best = best == null ? model.parameters().zeros() : best;
    best.copyFrom(model.parameters());
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

  /**
   * Uses other settings from the next step on; another optimiser or estimator starts afresh. What
   * only the beginning of a run depends on stays as it was.
   */
  public void change(TrainingSettings wanted) {
    TrainingSettings old = settings;
    TrainingSettings other = wanted.begunLike(old);
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

  /** Takes the present parameters for good: those to come back to should training diverge. */
  public void keepGood() {
    good.copyFrom(model.parameters());
    goodBaseline.copyFrom(baseline.parameters());
  }

  /** Goes back to the last good parameters, with estimator and optimisers started afresh. */
  public void goBack() {
    model.parameters().copyFrom(good);
    baseline.parameters().copyFrom(goodBaseline);
    gradient.clear();
    baselineGradient.clear();
    estimator = GradientEstimator.create(model, settings, baseline);
    createOptimisers();
  }

  @Override
  public void save(StateArrays to, String prefix) {
    to.put(prefix + Checkpoint.ITERATION, iteration);
    to.put(prefix + "begun", begun);
    to.put(prefix + "visited", visited);
    to.put(prefix + "frames", frames);
    to.put(prefix + "withoutBetter", withoutBetter);
    to.put(prefix + Checkpoint.BEST_ITERATION, bestIteration);
    to.put(prefix + "bestBound", bestBound);
    to.put(prefix + Checkpoint.MODEL, model.parameters());
    to.put(prefix + BASELINE_BLOCKS, baseline.parameters());
    to.put(prefix + "good/" + Checkpoint.MODEL, good);
    to.put(prefix + "good/" + BASELINE_BLOCKS, goodBaseline);
    if (best != null) {
      to.put(prefix + Checkpoint.BEST, best);
    }
    estimator.save(to, prefix + "estimator/");
    optimiser.save(to, prefix + "optimiser/");
    baselineOptimiser.save(to, prefix + "baselineOptimiser/");
  }

  /** For a learner of the same data, and of the settings that the state was saved with. */
  @Override
  public void restore(StateArrays from, String prefix) {
    iteration = Math.toIntExact(from.number(prefix + Checkpoint.ITERATION));
    begun = Math.toIntExact(from.number(prefix + "begun"));
    visited = from.number(prefix + "visited");
    frames = from.number(prefix + "frames");
    withoutBetter = Math.toIntExact(from.number(prefix + "withoutBetter"));
    bestIteration = Math.toIntExact(from.number(prefix + Checkpoint.BEST_ITERATION));
    bestBound = from.vector(prefix + "bestBound", 1)[0];
    from.get(prefix + Checkpoint.MODEL, model.parameters());
    from.get(prefix + BASELINE_BLOCKS, baseline.parameters());
    from.get(prefix + "good/" + Checkpoint.MODEL, good);
    from.get(prefix + "good/" + BASELINE_BLOCKS, goodBaseline);
    best = null;
    if (from.hasMatrices(prefix + Checkpoint.BEST)) {
      best = model.parameters().zeros();
      from.get(prefix + Checkpoint.BEST, best);
    }
    estimator.restore(from, prefix + "estimator/");
    optimiser.restore(from, prefix + "optimiser/");
    baselineOptimiser.restore(from, prefix + "baselineOptimiser/");
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
