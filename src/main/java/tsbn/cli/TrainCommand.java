package tsbn.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tsbn.data.SequenceSet;
import tsbn.data.source.DataSources;
import tsbn.experiment.Experiment;
import tsbn.experiment.ModelDesign;
import tsbn.experiment.Preset;
import tsbn.experiment.Presets;
import tsbn.experiment.RunFolder;
import tsbn.learn.CurvePoint;
import tsbn.learn.OptimiserKind;
import tsbn.learn.Trainer;
import tsbn.learn.TrainingSettings;
import tsbn.model.sbn.Architecture;

/** {@code tsbn train}: trains a model and writes a run. */
@Command(
    name = "train",
    description = "Trains a model and writes a run.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class TrainCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--data",
      paramLabel = "DATA",
      description = "What to learn. Default: what the preset names.")
  private String data;

  @Option(
      names = "--out",
      paramLabel = "RUN",
      required = true,
      description = "Folder to write; new or empty.")
  private Path out;

  @Option(names = "--force", description = "Replace the run that is in the folder.")
  private boolean force;

  @Option(
      names = "--preset",
      paramLabel = "P",
      description = "Named settings: ${COMPLETION-CANDIDATES}. Any option given beside it wins.",
      completionCandidates = PresetNames.class)
  private String preset;

  @Option(names = "--model", paramLabel = "M", description = "tsbn (default), hmsbn or sbn.")
  private String model;

  @Option(
      names = "--layers",
      paramLabel = "J",
      split = ",",
      description = "Hidden units (default 100).")
  private List<Integer> layers;

  @Option(names = "--order", paramLabel = "N", description = "Frames to look back (default 1).")
  private Integer order;

  @Option(
      names = "--optimizer",
      paramLabel = "O",
      description = "rmsprop (default), adam, adagrad or sgd.")
  private OptimiserKind optimizer;

  @Option(
      names = "--step-size",
      paramLabel = "F",
      description = "Learning rate, above 0 (default 1e-4).")
  private Double stepSize;

  @Option(names = "--batch", paramLabel = "B", description = "Sequences a step (default 1).")
  private Integer batch;

  @Option(
      names = "--weight-decay",
      paramLabel = "F",
      description = "L2 weight decay, from 0 (default 1e-4).")
  private Double weightDecay;

  @Option(names = "--iterations", paramLabel = "N", description = "Steps in all (default 100,000).")
  private Integer iterations;

  @Option(names = "--seconds", paramLabel = "S", description = "Stop after so much training time.")
  private Double seconds;

  @Option(
      names = "--validate-every",
      paramLabel = "N",
      description = "Steps between validations (default 500).")
  private Integer validateEvery;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "What every random number follows from (default 1).")
  private Long seed;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  /** The names of the presets, for the help text. */
  private static final class PresetNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Presets.all().stream().map(Preset::name).iterator();
    }
  }

  TrainCommand(Console console) {
    this.console = console;
  }

  /** The result as {@code --json} prints it. */
  private record Trained(
      String run,
      String model,
      String state,
      int iterations,
      double seconds,
      Double trainBound,
      Double validBound,
      Double validPredictionError) {}

  @Override
  public Integer call() throws Exception {
    Preset start = preset();
    String source = data != null ? data : start.data();
    if (source == null) {
      throw new BadArguments("The data is missing; name it with --data.");
    }
    if (seconds != null && !(seconds > 0)) {
      throw new BadArguments("The seconds must be more than 0.");
    }
    requirePlace();
    TrainingSettings settings;
    ModelDesign design;
    try {
      settings = settings(start.settings());
      design = design(start.design());
    } catch (IllegalArgumentException e) {
      throw new BadArguments(e.getMessage(), e);
    }
    SequenceSet set = DataSources.open(source, console.progress("reading"));
    Experiment experiment = new Experiment(set.source(), design.on(set.units()), settings);
    createPlace();
    double most = seconds == null ? Double.POSITIVE_INFINITY : seconds;
    TrainingJob.Outcome outcome =
        new TrainingJob(console, set, experiment, most)
            .run(
                done -> {
                  RunFolder.save(out, done.run());
                  report(done);
                });
    if (outcome.gauges().state() == Trainer.State.FAILED) {
      throw new Failed(outcome.gauges().failure());
    }
    return 0;
  }

  private Preset preset() throws BadArguments {
    if (preset == null) {
      return new Preset(
          "", "", "", null, ModelDesign.of(Architecture.tsbn(1, 100, 1)), TrainingSettings.paper());
    }
    return Presets.find(preset)
        .orElseThrow(
            () ->
                new BadArguments(
                    "There is no preset \"%s\"; there are %s."
                        .formatted(
                            preset,
                            Presets.all().stream()
                                .map(Preset::name)
                                .collect(Collectors.joining(", ")))));
  }

  /** Makes sure that nothing is written over. */
  private void requirePlace() throws BadArguments, IOException {
    if (!RunFolder.mayHold(out)) {
      throw new BadArguments(
          "%s holds other things than a run; name a new folder with --out.".formatted(out));
    }
    if (!force && RunFolder.holdsRun(out)) {
      throw new BadArguments(
          "%s holds a run already; name a new folder with --out, or replace it with --force."
              .formatted(out));
    }
  }

  /** Makes sure, before any work is done, that the run can be kept at its end. */
  private void createPlace() throws BadArguments {
    try {
      RunFolder.create(out);
    } catch (IOException e) {
      throw new BadArguments(
          "%s cannot be made a folder to write to; name another with --out.".formatted(out), e);
    }
  }

  private TrainingSettings settings(TrainingSettings start) {
    TrainingSettings settings = start;
    settings = optimizer == null ? settings : settings.withOptimiser(optimizer);
    settings = stepSize == null ? settings : settings.withStepSize(stepSize);
    settings = batch == null ? settings : settings.withBatch(batch);
    settings = weightDecay == null ? settings : settings.withWeightDecay(weightDecay);
    settings = iterations == null ? settings : settings.withIterations(iterations);
    settings = validateEvery == null ? settings : settings.withValidateEvery(validateEvery);
    return seed == null ? settings : settings.withSeed(seed);
  }

  private ModelDesign design(ModelDesign start) {
    if (model == null && layers == null && order == null) {
      return start;
    }
    Architecture shape = start.on(1);
    ModelDesign design =
        ModelDesign.named(
            model == null ? shape.variant().toLowerCase(Locale.ROOT) : model,
            layers == null ? List.of(shape.units(1)) : layers,
            order == null ? Math.max(1, shape.order()) : order);
    // Whatever the architecture refuses, it refuses before any data is read.
    design.on(1);
    return design;
  }

  private void report(TrainingJob.Outcome outcome) {
    Trainer.Gauges gauges = outcome.gauges();
    CurvePoint last = null;
    for (CurvePoint point : outcome.run().curve()) {
      last = point.validated() ? point : last;
    }
    Architecture shape = outcome.run().experiment().architecture();
    if (json) {
      console.json(
          new Trained(
              out.toString(),
              shape.variant(),
              gauges.state().name().toLowerCase(Locale.ROOT),
              gauges.iteration(),
              gauges.seconds(),
              Double.isNaN(gauges.bound()) ? null : gauges.bound(),
              last == null ? null : last.validBound(),
              last == null ? null : last.predictionError()));
      return;
    }
    console.print(
        "%s with %d hidden units, order %d: %,d iterations in %.1f s",
        shape.variant(), shape.units(1), shape.order(), gauges.iteration(), gauges.seconds());
    if (!Double.isNaN(gauges.bound())) {
      console.print(
          "  train bound       %.3f nats per time step, smoothed over the last steps",
          gauges.bound());
    }
    if (last != null) {
      console.print(
          "  validation bound  %.3f nats per time step at iteration %,d",
          last.validBound(), last.iteration());
      console.print("  prediction error  %.3f on validation, one sample", last.predictionError());
    }
    console.print("  run               %s", out);
  }
}
