package tsbn.learn;

/**
 * How a model is trained, as one immutable value. Defaults are the paper's: see {@link #paper()}.
 * Where a text leaves a choice out, it reads as the paper's.
 *
 * @param optimiser the update rule
 * @param stepSize learning rate, &gt; 0
 * @param momentum momentum on the step for RMSprop, SGD and AdaGrad, in [0, 1)
 * @param decay decay rho of RMSprop's moving averages, in [0, 1)
 * @param weightDecay L2 weight decay lambda, &gt;= 0
 * @param schedule how the step size goes down
 * @param warmUp steps over which the step size rises to its full value
 * @param clipNorm largest Euclidean norm of a gradient, which is scaled down to it; 0 for no limit
 * @param gradientMean what a gradient summed over frames is divided by
 * @param estimator how the recognition net's gradient is estimated
 * @param signal the learning signal, for estimators that take one
 * @param discount g of the discounted signal, in [0, 1]
 * @param samples samples K of the hidden states of each sequence
 * @param truncation frames after which gradients are not carried back through deterministic layers;
 *     0 for never
 * @param batch sequences a step, at least 1
 * @param frameNoise standard deviation of normal noise that is added to real-valued frames each
 *     time they are learned from (Bishop 1995), &gt;= 0; what a model makes up then stays closer to
 *     what it has seen
 * @param iterations steps in all, at least 1
 * @param validateEvery steps between two validations, at least 1
 * @param validationSequences how many validation sequences a live validation reads at most
 * @param earlyStop validations without a better bound after which training ends and the best model
 *     is kept; 0 for never
 * @param baselineUnits hidden units of the data-dependent baseline
 * @param initialisation how weights start
 * @param initialScale standard deviation of normal initial weights, and of the baseline's
 * @param threads threads that share a step, where it is large enough; 0 for all processors but one.
 *     The results do not depend on it.
 * @param seed what every random number of the run follows from
 */
public record TrainingSettings(
    OptimiserKind optimiser,
    double stepSize,
    double momentum,
    double decay,
    double weightDecay,
    Schedule schedule,
    int warmUp,
    double clipNorm,
    GradientMean gradientMean,
    EstimatorKind estimator,
    SignalKind signal,
    double discount,
    int samples,
    int truncation,
    int batch,
    double frameNoise,
    int iterations,
    int validateEvery,
    int validationSequences,
    int earlyStop,
    int baselineUnits,
    Initialisation initialisation,
    double initialScale,
    int threads,
    long seed) {

  public TrainingSettings {
    schedule = schedule == null ? Schedule.CONSTANT : schedule;
    gradientMean = gradientMean == null ? GradientMean.BLOCK : gradientMean;
    estimator = estimator == null ? EstimatorKind.NVIL : estimator;
    signal = signal == null ? SignalKind.OWN_STEP : signal;
    initialisation = initialisation == null ? Initialisation.NORMAL : initialisation;
    require(optimiser != null, "Choose an optimiser.");
    require(stepSize > 0 && stepSize <= 10, "The step size must be above 0 and at most 10.");
    require(momentum >= 0 && momentum < 1, "The momentum must be at least 0 and below 1.");
    require(decay >= 0 && decay < 1, "The decay must be at least 0 and below 1.");
    require(
        weightDecay >= 0 && weightDecay < 1, "The weight decay must be at least 0 and below 1.");
    require(
        warmUp >= 0 && warmUp <= 100_000_000,
        "The warm-up must be between 0 and 100,000,000 iterations.");
    require(clipNorm >= 0 && clipNorm <= 1e9, "The clipping norm must be between 0 and 1e9.");
    require(discount >= 0 && discount <= 1, "The discount must be between 0 and 1.");
    require(
        samples >= estimator.fewestSamples() && samples <= 1000,
        "The estimator %s needs between %d and 1000 samples, not %d."
            .formatted(estimator.title(), estimator.fewestSamples(), samples));
    require(truncation >= 0, "The truncation must be at least 0 frames.");
    require(batch >= 1 && batch <= 10_000, "A step needs between 1 and 10,000 sequences.");
    require(frameNoise >= 0 && frameNoise <= 10, "The frame noise must be between 0 and 10.");
    require(
        iterations >= 1 && iterations <= 100_000_000,
        "The number of iterations must be between 1 and 100,000,000.");
    require(validateEvery >= 1, "The validation interval must be at least 1.");
    require(validationSequences >= 1, "A validation needs at least one sequence.");
    require(earlyStop >= 0, "Early stopping needs at least 0 validations.");
    require(
        baselineUnits >= 1 && baselineUnits <= 10_000,
        "The baseline needs between 1 and 10,000 units.");
    require(initialScale >= 0 && initialScale <= 10, "The initial scale must be between 0 and 10.");
    require(threads >= 0 && threads <= 1000, "The threads must be between 0 and 1000.");
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
    }
  }

  /**
   * The paper's settings: RMSprop 1e-4, rho 0.95, momentum 0.9, weight decay 1e-4, one sequence,
   * one sample, NVIL with the own-step signal.
   */
  public static TrainingSettings paper() {
    return new TrainingSettings(
        OptimiserKind.RMSPROP,
        1e-4,
        0.9,
        0.95,
        1e-4,
        Schedule.CONSTANT,
        0,
        0,
        GradientMean.BLOCK,
        EstimatorKind.NVIL,
        SignalKind.OWN_STEP,
        0.9,
        1,
        0,
        1,
        0,
        100_000,
        500,
        20,
        0,
        100,
        Initialisation.NORMAL,
        0.001,
        0,
        1);
  }

  /**
   * What learned best in the comparison of section 5 of the model: each of five samples centred by
   * the others, the own-step signal, Adam with 1e-3; otherwise as the paper.
   */
  public static TrainingSettings recommended() {
    return paper()
        .change()
        .estimator(EstimatorKind.LEAVE_ONE_OUT)
        .samples(5)
        .optimiser(OptimiserKind.ADAM)
        .stepSize(1e-3)
        .build();
  }

  /** These settings with what only the beginning of a run depends on, its seed too, as there. */
  public TrainingSettings begunLike(TrainingSettings run) {
    return change()
        .baselineUnits(run.baselineUnits())
        .initialisation(run.initialisation())
        .initialScale(run.initialScale())
        .seed(run.seed())
        .build();
  }

  /** These settings, to be changed. */
  public TrainingSettingsBuilder change() {
    return new TrainingSettingsBuilder(this);
  }
}
