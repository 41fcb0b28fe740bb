package tsbn.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tsbn.data.DataFormatException;
import tsbn.data.SequenceSet;
import tsbn.data.source.DataSources;
import tsbn.experiment.Experiment;
import tsbn.experiment.ModelDesign;
import tsbn.experiment.Preset;
import tsbn.experiment.Presets;
import tsbn.experiment.RunInUseException;
import tsbn.experiment.RunKeeper;
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
      description = "Folder to write; new or empty, or with --resume that of the run.")
  private Path out;

  @Option(
      names = "--resume",
      description =
          "Go on with the run that is in the folder, exactly where its newest checkpoint is; options"
              + " given beside it change its settings from there on.")
  private boolean resume;

  @Option(
      names = "--force",
      description =
          "Replace the run that is in the folder; with --resume, go on though the data differ.")
  private boolean force;

  @Option(
      names = "--save-every",
      paramLabel = "SECONDS",
      description = "Time between two checkpoints (default 30; 0: at the end only).")
  private double saveEvery = 30;

  @Option(
      names = "--preset",
      paramLabel = "P",
      description =
          "Named settings: ${COMPLETION-CANDIDATES}; or those of a file (.json, or a shared run) or a"
              + " run. Any option given beside it wins.",
      completionCandidates = PresetNames.class)
  private String preset;

  @Mixin private DesignOptions designOptions;

  @Mixin private SettingsOptions settingsOptions;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      description = "Stop after so much more training time.")
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

  @Override
  public Integer call() throws Exception {
    if (seconds != null && !(seconds > 0)) {
      throw new BadArguments("The seconds must be more than 0.");
    }
    if (!(saveEvery >= 0 && saveEvery <= 1e6)) {
      throw new BadArguments("The seconds between two checkpoints must be from 0 to 1,000,000.");
    }
    Kernels.warmUp(); // while the data is read
    return resume ? resume() : begin();
  }

  private int begin() throws Exception {
    Preset start = preset();
    String source = data != null ? data : start.data();
    if (source == null) {
      throw new BadArguments("The data is missing; name it with --data.");
    }
    RunPlace.requireFree(out, force);
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
    try (RunKeeper keeper = RunKeeper.begin(out, experiment, set);
        Trainer trainer = TrainingJob.trainer(experiment, set)) {
      return train(keeper, trainer, new TrainingJob(console, set, experiment, seconds(), verbose));
    } catch (RunInUseException e) {
      throw new BadArguments(e.getMessage(), e);
    }
  }

  private int resume() throws Exception {
    if (preset != null) {
      throw new BadArguments("A run that goes on has its settings; leave --preset out.");
    }
    ResumedRun resumed = ResumedRun.open(out, data, force, console);
    Experiment experiment = resumed.experiment(designOptions, settingsOptions);
    SequenceSet set = resumed.data();
    try (RunKeeper keeper = resumed.keeper();
        Trainer trainer = resumed.trainer()) {
      if (!experiment.settings().equals(resumed.settings())) {
        trainer.change(experiment.settings());
      }
      double most = trainer.gauges().seconds() + seconds();
      TrainingJob job = new TrainingJob(console, set, experiment, most, verbose);
      return train(keeper, trainer, job.after(resumed.curve()));
    } catch (RunInUseException e) {
      throw new BadArguments(e.getMessage(), e);
    }
  }

  /** The most seconds of training from now on. */
  private double seconds() {
    return seconds == null ? Double.POSITIVE_INFINITY : seconds;
  }

  private int train(RunKeeper keeper, Trainer trainer, TrainingJob job) throws Exception {
    keeper.keep(
        trainer,
        Duration.ofMillis(Math.round(1000 * saveEvery)),
        problem -> {
          if (!problem.isEmpty()) {
            console.remark(problem + " Training goes on, and saving is tried again.");
          }
        });
    TrainingJob.Outcome outcome =
        job.run(
            trainer,
            done -> {
              keeper.close();
              new TrainReport(console, out, json).print(done);
            });
    if (!keeper.status().problem().isEmpty()) {
      throw new Failed(keeper.status().problem());
    }
    if (outcome.gauges().state() == Trainer.State.FAILED) {
      throw new Failed(outcome.gauges().failure());
    }
    return 0;
  }

  private Preset preset() throws BadArguments, DataFormatException {
    if (preset == null) {
      return new Preset(
          "", "", "", null, ModelDesign.of(Architecture.tsbn(1, 100, 1)), TrainingSettings.paper());
    }
    Optional<Preset> named = Presets.find(preset);
    if (named.isPresent()) {
      return named.get();
    }
    if (isThere(preset)) {
      return Presets.read(Path.of(preset));
    }
    throw new BadArguments(
        "There is no preset \"%s\" and no file of that name; there are %s."
            .formatted(
                preset,
                Presets.all().stream().map(Preset::name).collect(Collectors.joining(", "))));
  }

  private static boolean isThere(String place) {
    try {
      return Files.exists(Path.of(place));
    } catch (InvalidPathException notAPath) {
      return false;
    }
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
}
