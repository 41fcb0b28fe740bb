package tsbn.cli;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tsbn.data.SequenceSet;
import tsbn.data.source.DataSources;
import tsbn.experiment.Experiment;
import tsbn.experiment.ModelDesign;
import tsbn.experiment.Preset;
import tsbn.experiment.Presets;
import tsbn.experiment.RunFolder;
import tsbn.learn.CurvePoint;
import tsbn.learn.Trainer;
import tsbn.learn.TrainingSettings;
import tsbn.math.Kernels;
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

  @Mixin private DesignOptions designOptions;

  @Mixin private SettingsOptions settingsOptions;

  @Option(names = "--seconds", paramLabel = "S", description = "Stop after so much training time.")
  private Double seconds;

  @Option(
      names = "--verbose",
      description = "Print a line for every validation, to the error stream.")
  private boolean verbose;

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
      Integer keptIteration,
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
    RunPlace.requireFree(out, force);
    Kernels.warmUp(); // while the data is read
    TrainingSettings settings;
    ModelDesign design;
    try {
      settings = settingsOptions.change(start.settings());
      design = designOptions.change(start.design());
    } catch (IllegalArgumentException e) {
      throw new BadArguments(e.getMessage(), e);
    }
    SequenceSet set = DataSources.open(source, console.progress("reading"));
    Architecture architecture = architecture(design, set);
    Optional<String> refusal = settings.estimator().refusal(architecture);
    if (refusal.isPresent()) {
      throw new BadArguments(refusal.get());
    }
    Experiment experiment = new Experiment(set.source(), architecture, settings);
    RunPlace.create(out);
    double most = seconds == null ? Double.POSITIVE_INFINITY : seconds;
    TrainingJob.Outcome outcome =
        new TrainingJob(console, set, experiment, most, verbose)
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

  private static Architecture architecture(ModelDesign design, SequenceSet set)
      throws BadArguments {
    try {
      Architecture architecture = design.on(set.units(), set.kind());
      Experiment.requireMemory(architecture);
      return architecture;
    } catch (IllegalArgumentException e) {
      throw new BadArguments(e.getMessage(), e);
    }
  }

  private void report(TrainingJob.Outcome outcome) {
    Trainer.Gauges gauges = outcome.gauges();
    CurvePoint last = null;
    int kept = 0;
    for (CurvePoint point : outcome.run().curve()) {
      last = point.validated() ? point : last;
      kept = point.iteration();
    }
    Architecture shape = outcome.run().experiment().architecture();
    if (json) {
      console.json(
          new Trained(
              out.toString(),
              shape.variant(),
              gauges.state().name().toLowerCase(Locale.ROOT),
              gauges.iteration(),
              gauges.state() == Trainer.State.FAILED ? null : kept,
              gauges.seconds(),
              Double.isNaN(gauges.bound()) ? null : gauges.bound(),
              last == null ? null : last.validBound(),
              last == null ? null : last.predictionError()));
      return;
    }
    console.print(
        "%s with %s hidden units, order %d: %,d iterations in %.1f s",
        shape.variant(),
        shape.hidden().stream().map(layer -> "" + layer.units()).collect(Collectors.joining("-")),
        shape.order(),
        gauges.iteration(),
        gauges.seconds());
    if (!Double.isNaN(gauges.bound())) {
      console.print(
          "  train bound       %.3f nats per time step, smoothed over the last steps",
          gauges.bound());
    }
    if (last != null) {
      console.print(
          "  validation bound  %.3f nats per time step at iteration %,d, mean over sequences, one"
              + " sample",
          last.validBound(), last.iteration());
      console.print("  prediction error  %.3f on validation, one sample", last.predictionError());
      if (kept < gauges.iteration() && outcome.run().experiment().settings().earlyStop() > 0) {
        console.print(
            "  kept              the model of iteration %,d, the best on validation", kept);
      }
    }
    console.print("  run               %s", out);
  }
}
