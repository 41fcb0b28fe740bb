package tsbn.cli;

import java.util.function.Consumer;
import picocli.CommandLine.Option;
import tsbn.learn.EstimatorKind;
import tsbn.learn.GradientMean;
import tsbn.learn.Initialisation;
import tsbn.learn.OptimiserKind;
import tsbn.learn.Schedule;
import tsbn.learn.SignalKind;
import tsbn.learn.TrainingSettings;
import tsbn.learn.TrainingSettingsBuilder;

/** The options that choose how to train. */
final class SettingsOptions {
  @Option(
      names = "--optimizer",
      paramLabel = "O",
      description = "rmsprop (default), adam, adamw, adagrad or sgd.")
  private OptimiserKind optimizer;

  @Option(
      names = "--step-size",
      paramLabel = "F",
      description = "Learning rate, above 0 (default 1e-4).")
  private Double stepSize;

  @Option(
      names = "--momentum",
      paramLabel = "F",
      description = "Of rmsprop, sgd and adagrad, from 0 and below 1 (default 0.9).")
  private Double momentum;

  @Option(
      names = "--decay",
      paramLabel = "F",
      description = "Of rmsprop's moving averages, from 0 and below 1 (default 0.95).")
  private Double decay;

  @Option(names = "--batch", paramLabel = "B", description = "Sequences a step (default 1).")
  private Integer batch;

  @Option(
      names = "--weight-decay",
      paramLabel = "F",
      description = "L2 weight decay, from 0 (default 1e-4).")
  private Double weightDecay;

  @Option(names = "--schedule", description = "constant (default), linear or cosine.")
  private Schedule schedule;

  @Option(names = "--warm-up", paramLabel = "N", description = "Steps of rising step size (0).")
  private Integer warmUp;

  @Option(names = "--clip", paramLabel = "F", description = "Largest gradient norm (0: no limit).")
  private Double clip;

  @Option(
      names = "--estimator",
      paramLabel = "E",
      description = "nvil (default), leave-one-out, local-expectation, vimco or straight-through.")
  private EstimatorKind estimator;

  @Option(
      names = "--signal",
      paramLabel = "S",
      description = "own-step (default), remaining or discounted; for nvil and leave-one-out.")
  private SignalKind signal;

  @Option(names = "--discount", paramLabel = "G", description = "Of the discounted signal (0.9).")
  private Double discount;

  @Option(
      names = "--samples",
      paramLabel = "K",
      description = "Hidden samples of each sequence (1; 5 where the estimator needs several).")
  private Integer samples;

  @Option(
      names = "--truncation",
      paramLabel = "N",
      description = "Frames that gradients go back through deterministic layers (0: all).")
  private Integer truncation;

  @Option(
      names = "--initialisation",
      description = "normal (default), scaled, or data (biases from the data).")
  private Initialisation initialisation;

  @Option(
      names = "--initial-scale",
      paramLabel = "F",
      description = "Standard deviation of normal initial weights (default 0.001).")
  private Double initialScale;

  @Option(
      names = "--gradient-mean",
      description =
          "What a gradient is divided by: block, the frames a block saw (default), or frames, all.")
  private GradientMean gradientMean;

  @Option(
      names = "--baseline-units",
      paramLabel = "N",
      description = "Hidden units of NVIL's baseline (default 100).")
  private Integer baselineUnits;

  @Option(
      names = "--frame-noise",
      paramLabel = "F",
      description = "Standard deviation of noise added to real-valued frames (default 0).")
  private Double frameNoise;

  @Option(names = "--iterations", paramLabel = "N", description = "Steps in all (default 100,000).")
  private Integer iterations;

  @Option(
      names = "--validate-every",
      paramLabel = "N",
      description = "Steps between validations (default 500).")
  private Integer validateEvery;

  @Option(
      names = "--validation-sequences",
      paramLabel = "N",
      description = "Validation sequences that a validation reads, the first (default 20).")
  private Integer validationSequences;

  @Option(
      names = "--early-stop",
      paramLabel = "N",
      description = "Stop after N validations without a better one, and keep the best (0: never).")
  private Integer earlyStop;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that share large steps (0: all processors but one).")
  private Integer threads;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "What every random number follows from (default 1).")
  private Long seed;

  /**
   * Settings with what the options say.
   *
   * @throws IllegalArgumentException with a sentence if they make no sense
   */
  TrainingSettings change(TrainingSettings start) {
    TrainingSettingsBuilder change = start.change();
    set(optimizer, change::optimiser);
    set(stepSize, change::stepSize);
    set(momentum, change::momentum);
    set(decay, change::decay);
    set(batch, change::batch);
    set(weightDecay, change::weightDecay);
    set(schedule, change::schedule);
    set(warmUp, change::warmUp);
    set(clip, change::clipNorm);
    set(estimator, change::estimator);
    set(signal, change::signal);
    set(discount, change::discount);
    boolean several = estimator != null && estimator.fewestSamples() > start.samples();
    set(
        samples == null && several ? Integer.valueOf(estimator.usualSamples()) : samples,
        change::samples);
    set(truncation, change::truncation);
    set(frameNoise, change::frameNoise);
    set(iterations, change::iterations);
    set(validateEvery, change::validateEvery);
    set(validationSequences, change::validationSequences);
    set(earlyStop, change::earlyStop);
    set(threads, change::threads);
    set(initialisation, change::initialisation);
    set(initialScale, change::initialScale);
    set(gradientMean, change::gradientMean);
    set(baselineUnits, change::baselineUnits);
    set(seed, change::seed);
    TrainingSettings settings = change.build();
    if (signal != null && !settings.estimator().takesSignal()) {
      throw new IllegalArgumentException(
          "The estimator %s has a signal of its own; leave --signal out."
              .formatted(settings.estimator().title()));
    }
    return settings;
  }

  private static <T> void set(T value, Consumer<T> setter) {
    if (value != null) {
      setter.accept(value);
    }
  }
}
