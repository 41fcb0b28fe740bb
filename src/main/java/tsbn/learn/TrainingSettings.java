package tsbn.learn;

/**
 * How a model is trained, as one immutable value. Defaults are the paper's: see {@link #paper()}.
 *
 * @param optimiser the update rule
 * @param stepSize learning rate, &gt; 0
 * @param momentum momentum on the step for RMSprop, SGD and AdaGrad, in [0, 1)
 * @param decay decay rho of RMSprop's moving averages, in [0, 1)
 * @param weightDecay L2 weight decay lambda, &gt;= 0
 * @param batch sequences a step, at least 1
 * @param iterations steps in all, at least 1
 * @param validateEvery steps between two validations, at least 1
 * @param validationSequences how many validation sequences a live validation reads at most
 * @param baselineUnits hidden units of the data-dependent baseline
 * @param initialScale standard deviation of the initial weights
 * @param seed what every random number of the run follows from
 */
public record TrainingSettings(
    OptimiserKind optimiser,
    double stepSize,
    double momentum,
    double decay,
    double weightDecay,
    int batch,
    int iterations,
    int validateEvery,
    int validationSequences,
    int baselineUnits,
    double initialScale,
    long seed) {

  public TrainingSettings {
    require(optimiser != null, "Choose an optimiser.");
    require(stepSize > 0 && stepSize <= 10, "The step size must be above 0 and at most 10.");
    require(momentum >= 0 && momentum < 1, "The momentum must be at least 0 and below 1.");
    require(decay >= 0 && decay < 1, "The decay must be at least 0 and below 1.");
    require(
        weightDecay >= 0 && weightDecay < 1, "The weight decay must be at least 0 and below 1.");
    require(batch >= 1 && batch <= 10_000, "A step needs between 1 and 10,000 sequences.");
    require(
        iterations >= 1 && iterations <= 100_000_000,
        "The number of iterations must be between 1 and 100,000,000.");
    require(validateEvery >= 1, "The validation interval must be at least 1.");
    require(validationSequences >= 1, "A validation needs at least one sequence.");
    require(
        baselineUnits >= 1 && baselineUnits <= 10_000,
        "The baseline needs between 1 and 10,000 units.");
    require(initialScale >= 0 && initialScale <= 10, "The initial scale must be between 0 and 10.");
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
    }
  }

  /**
   * The paper's settings: RMSprop 1e-4, rho 0.95, momentum 0.9, weight decay 1e-4, one sequence.
   */
  public static TrainingSettings paper() {
    return new TrainingSettings(
        OptimiserKind.RMSPROP, 1e-4, 0.9, 0.95, 1e-4, 1, 100_000, 500, 20, 100, 0.001, 1);
  }

  public TrainingSettings withOptimiser(OptimiserKind value) {
    return new TrainingSettings(
        value,
        stepSize,
        momentum,
        decay,
        weightDecay,
        batch,
        iterations,
        validateEvery,
        validationSequences,
        baselineUnits,
        initialScale,
        seed);
  }

  public TrainingSettings withStepSize(double value) {
    return new TrainingSettings(
        optimiser,
        value,
        momentum,
        decay,
        weightDecay,
        batch,
        iterations,
        validateEvery,
        validationSequences,
        baselineUnits,
        initialScale,
        seed);
  }

  public TrainingSettings withWeightDecay(double value) {
    return new TrainingSettings(
        optimiser,
        stepSize,
        momentum,
        decay,
        value,
        batch,
        iterations,
        validateEvery,
        validationSequences,
        baselineUnits,
        initialScale,
        seed);
  }

  public TrainingSettings withBatch(int value) {
    return new TrainingSettings(
        optimiser,
        stepSize,
        momentum,
        decay,
        weightDecay,
        value,
        iterations,
        validateEvery,
        validationSequences,
        baselineUnits,
        initialScale,
        seed);
  }

  public TrainingSettings withIterations(int value) {
    return new TrainingSettings(
        optimiser,
        stepSize,
        momentum,
        decay,
        weightDecay,
        batch,
        value,
        validateEvery,
        validationSequences,
        baselineUnits,
        initialScale,
        seed);
  }

  public TrainingSettings withValidateEvery(int value) {
    return new TrainingSettings(
        optimiser,
        stepSize,
        momentum,
        decay,
        weightDecay,
        batch,
        iterations,
        value,
        validationSequences,
        baselineUnits,
        initialScale,
        seed);
  }

  public TrainingSettings withSeed(long value) {
    return new TrainingSettings(
        optimiser,
        stepSize,
        momentum,
        decay,
        weightDecay,
        batch,
        iterations,
        validateEvery,
        validationSequences,
        baselineUnits,
        initialScale,
        value);
  }
}
