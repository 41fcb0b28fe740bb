package tsbn.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import tsbn.data.ContentHash;
import tsbn.data.DataFormatException;
import tsbn.data.SequenceSet;
import tsbn.experiment.Continuation;
import tsbn.experiment.Experiment;
import tsbn.experiment.ModelDesign;
import tsbn.experiment.RunFolder;
import tsbn.experiment.RunKeeper;
import tsbn.learn.CurvePoint;
import tsbn.learn.Trainer;
import tsbn.learn.TrainingSettings;

/** A run that {@code tsbn train --resume} goes on with, and its data. */
final class ResumedRun {
  private final Path folder;
  private final Continuation run;
  private final SequenceSet data;
  private final String hash;

  private ResumedRun(Path folder, Continuation run, SequenceSet data, String hash) {
    this.folder = folder;
    this.run = run;
    this.data = data;
    this.hash = hash;
  }

  /**
   * Reads a run and its data.
   *
   * @param data null for what it learned from
   * @param force whether other data will do
   */
  static ResumedRun open(Path folder, String data, boolean force, Console console)
      throws DataFormatException, BadArguments {
    if (!RunFolder.isRun(folder)) {
      throw new BadArguments(
          "%s holds no run to go on with; begin one without --resume.".formatted(folder));
    }
    Continuation run = Continuation.read(folder);
    SequenceSet set = RunData.open(run.run(), data, console);
    String hash = ContentHash.of(set);
    if (!run.dataHash().isEmpty() && !run.dataHash().equals(hash)) {
      String differ =
          "The run in %s learned from other data than %s".formatted(folder, set.source());
      if (!force) {
        throw new BadArguments(
            differ + "; name its own with --data, or go on with these by --force.");
      }
      console.remark(differ + ", so it will not end where it would have.");
    }
    if (!run.exact()) {
      console.remark(
          "The run in %s has no checkpoint: it goes on from its model, with optimisers that start"
                  .formatted(folder)
              + " afresh.");
    }
    return new ResumedRun(folder, run, set, hash);
  }

  /** The run's experiment with what the options change of its settings. */
  Experiment experiment(DesignOptions designOptions, SettingsOptions settingsOptions)
      throws BadArguments {
    Experiment saved = run.run().experiment();
    ModelDesign design = ModelDesign.of(saved.architecture());
    try {
      if (!designOptions.change(design).equals(design)) {
        throw new BadArguments("The model of a run cannot change; begin another run.");
      }
      TrainingSettings wanted = settingsOptions.change(settings());
      if (!wanted.begunLike(settings()).equals(wanted)) {
        throw new BadArguments(
            "The seed of a run, its initialisation and the units of its baseline cannot change;"
                + " begin another run.");
      }
      String refusal = wanted.estimator().refusal(saved.architecture()).orElse(null);
      if (refusal != null) {
        throw new BadArguments(refusal);
      }
      return new Experiment(data.source(), saved.architecture(), wanted);
    } catch (IllegalArgumentException e) {
      throw new BadArguments(e.getMessage(), e);
    }
  }

  /** The settings that it would go on with by itself. */
  TrainingSettings settings() {
    return run.run().experiment().settings();
  }

  SequenceSet data() {
    return data;
  }

  /** Every point so far. */
  List<CurvePoint> curve() {
    return run.curve();
  }

  RunKeeper keeper() throws IOException {
    return RunKeeper.goOn(folder, run, data.source(), hash);
  }

  Trainer trainer() throws DataFormatException {
    return run.trainer(data);
  }
}
