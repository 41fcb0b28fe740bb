package tsbn.learn;

/** {@link TrainingSettings} under change; {@link #build} checks them. */
public final class TrainingSettingsBuilder {
  private OptimiserKind optimiser;
  private double stepSize;
  private double momentum;
  private double decay;
  private double weightDecay;
  private Schedule schedule;
  private int warmUp;
  private double clipNorm;
  private GradientMean gradientMean;
  private EstimatorKind estimator;
  private SignalKind signal;
  private double discount;
  private int samples;
  private int truncation;
  private int batch;
  private double frameNoise;
  private int iterations;
  private int validateEvery;
  private int validationSequences;
  private int earlyStop;
  private int baselineUnits;
  private Initialisation initialisation;
  private double initialScale;
  private int threads;
  private long seed;

  TrainingSettingsBuilder(TrainingSettings start) {
    optimiser = start.optimiser();
    stepSize = start.stepSize();
    momentum = start.momentum();
    decay = start.decay();
    weightDecay = start.weightDecay();
    schedule = start.schedule();
    warmUp = start.warmUp();
    clipNorm = start.clipNorm();
    gradientMean = start.gradientMean();
    estimator = start.estimator();
    signal = start.signal();
    discount = start.discount();
    samples = start.samples();
    truncation = start.truncation();
    batch = start.batch();
    frameNoise = start.frameNoise();
    iterations = start.iterations();
    validateEvery = start.validateEvery();
    validationSequences = start.validationSequences();
    earlyStop = start.earlyStop();
    baselineUnits = start.baselineUnits();
    initialisation = start.initialisation();
    initialScale = start.initialScale();
    threads = start.threads();
    seed = start.seed();
  }

  public TrainingSettingsBuilder optimiser(OptimiserKind value) {
    optimiser = value;
    return this;
  }

  public TrainingSettingsBuilder stepSize(double value) {
    stepSize = value;
    return this;
  }

  public TrainingSettingsBuilder momentum(double value) {
    momentum = value;
    return this;
  }

  public TrainingSettingsBuilder decay(double value) {
    decay = value;
    return this;
  }

  public TrainingSettingsBuilder weightDecay(double value) {
    weightDecay = value;
    return this;
  }

  public TrainingSettingsBuilder schedule(Schedule value) {
    schedule = value;
    return this;
  }

  public TrainingSettingsBuilder warmUp(int value) {
    warmUp = value;
    return this;
  }

  public TrainingSettingsBuilder clipNorm(double value) {
    clipNorm = value;
    return this;
  }

  public TrainingSettingsBuilder gradientMean(GradientMean value) {
    gradientMean = value;
    return this;
  }

  public TrainingSettingsBuilder estimator(EstimatorKind value) {
    estimator = value;
    return this;
  }

  public TrainingSettingsBuilder signal(SignalKind value) {
    signal = value;
    return this;
  }

  public TrainingSettingsBuilder discount(double value) {
    discount = value;
    return this;
  }

  public TrainingSettingsBuilder samples(int value) {
    samples = value;
    return this;
  }

  public TrainingSettingsBuilder truncation(int value) {
    truncation = value;
    return this;
  }

  public TrainingSettingsBuilder batch(int value) {
    batch = value;
    return this;
  }

  public TrainingSettingsBuilder frameNoise(double value) {
    frameNoise = value;
    return this;
  }

  public TrainingSettingsBuilder iterations(int value) {
    iterations = value;
    return this;
  }

  public TrainingSettingsBuilder validateEvery(int value) {
    validateEvery = value;
    return this;
  }

  public TrainingSettingsBuilder validationSequences(int value) {
    validationSequences = value;
    return this;
  }

  public TrainingSettingsBuilder earlyStop(int value) {
    earlyStop = value;
    return this;
  }

  public TrainingSettingsBuilder baselineUnits(int value) {
    baselineUnits = value;
    return this;
  }

  public TrainingSettingsBuilder initialisation(Initialisation value) {
    initialisation = value;
    return this;
  }

  public TrainingSettingsBuilder initialScale(double value) {
    initialScale = value;
    return this;
  }

  public TrainingSettingsBuilder threads(int value) {
    threads = value;
    return this;
  }

  public TrainingSettingsBuilder seed(long value) {
    seed = value;
    return this;
  }

  /**
   * The settings.
   *
   * @throws IllegalArgumentException with a sentence for the user if they make no sense
   */
  public TrainingSettings build() {
    return new TrainingSettings(
        optimiser,
        stepSize,
        momentum,
        decay,
        weightDecay,
        schedule,
        warmUp,
        clipNorm,
        gradientMean,
        estimator,
        signal,
        discount,
        samples,
        truncation,
        batch,
        frameNoise,
        iterations,
        validateEvery,
        validationSequences,
        earlyStop,
        baselineUnits,
        initialisation,
        initialScale,
        threads,
        seed);
  }
}
