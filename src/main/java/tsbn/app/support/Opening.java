package tsbn.app.support;

import java.nio.file.Path;
import java.util.Optional;
import tsbn.data.DataKind;
import tsbn.data.SequenceSet;
import tsbn.experiment.Experiment;
import tsbn.experiment.ModelDesign;
import tsbn.experiment.Preset;
import tsbn.experiment.Presets;
import tsbn.learn.Trainer;

/**
 * Puts what the user chooses in the place of what is open: data, a run that a folder or one file
 * holds, a preset. What cannot be opened leaves everything alone. On the FX thread; files are read
 * by workers.
 */
final class Opening {
  private static final Messages MESSAGES = Messages.of(Opening.class);

  private final Notices notices;
  private final Remembered remembered;
  private final RunKeeping keeping;
  private final DesignOnData model;
  private final Proposal proposal;
  private final CurrentRun run;
  private final Latest opening;
  private final Latest supplying;

  Opening(
      BackgroundTasks tasks,
      Notices notices,
      Remembered remembered,
      RunKeeping keeping,
      DesignOnData model,
      Proposal proposal,
      CurrentRun run,
      Latest supplying) {
    this.notices = notices;
    this.remembered = remembered;
    this.keeping = keeping;
    this.model = model;
    this.proposal = proposal;
    this.run = run;
    this.opening = new Latest(tasks);
    this.supplying = supplying;
  }

  /** What is being opened. */
  Latest inProgress() {
    return opening;
  }

  /** Opens whatever a path is. */
  void open(String source) {
    switch (Openable.of(source)) {
      case RUN -> openRun(Path.of(source));
      case SHARED_RUN -> openShared(Path.of(source));
      case PRESET -> openPreset(Path.of(source));
      case DATA -> openData(source, null, () -> {});
    }
  }

  /** Opens the preset's data, if it names any, and takes over its model and settings. */
  void apply(Preset preset) {
    if (preset.data() == null) {
      proposal.choose(preset);
    } else {
      openData(preset.data(), preset, () -> {});
    }
  }

  /** Takes over data, model and settings of another run, to begin one like it. */
  void beginLike(Experiment like, DataKind kind, Runnable then) {
    Runnable choose =
        () -> {
          proposal.choose(ModelDesign.of(like.architecture(), kind), like.settings());
          then.run();
        };
    SequenceSet open = model.dataProperty().get();
    if (like.data().isBlank() || open != null && open.source().equals(like.data())) {
      choose.run();
    } else {
      openData(like.data(), null, choose);
    }
  }

  /** Opens data, and takes over a preset unless it is null. */
  private void openData(String source, Preset preset, Runnable then) {
    opening.start(
        MESSAGES.format("workbench.opening", OpenData.nameOf(source)),
        progress -> OpenData.open(source, progress),
        opened -> {
          SequenceSet before = model.dataProperty().get();
          boolean training = run.running();
          run.command(Trainer::pause); // the window shows the new data from here on
          model.show(opened);
          if (preset != null) {
            proposal.take(preset);
          } else if (!training) {
            propose(before);
          }
          supply(opened);
          remembered.opened(source);
          then.run();
        },
        sentence -> {
          notices.error(sentence);
          remembered.forgetIfGone(source);
        });
  }

  /** Chooses what learns the open data, and says so. */
  private void propose(SequenceSet before) {
    Optional<Preset> chosen = proposal.follow(before, model.dataProperty().get());
    chosen.ifPresent(
        preset ->
            notices.info(
                MESSAGES.format(
                    "workbench.proposed",
                    ModelText.of(model.architectureProperty().get()),
                    preset.title())));
  }

  private void openRun(Path folder) {
    opening.start(
        MESSAGES.format("workbench.opening", OpenData.nameOf(folder.toString())),
        progress -> keeping.open(folder, progress),
        opened -> {
          show(opened);
          if (!keeping.store().holds(folder)) {
            remembered.opened(folder.toString());
          }
        },
        notices::error);
  }

  private void openShared(Path file) {
    opening.start(
        MESSAGES.format("workbench.opening", OpenData.nameOf(file.toString())),
        progress -> {
          Path folder = keeping.unpack(file, progress.part(0, 0.9));
          return keeping.open(folder, progress.part(0.9, 1));
        },
        opened -> {
          show(opened);
          notices.info(MESSAGES.format("workbench.unpacked", file.getFileName()));
        },
        notices::error);
  }

  private void openPreset(Path file) {
    opening.start(
        MESSAGES.format("workbench.opening", OpenData.nameOf(file.toString())),
        progress -> Presets.read(file),
        preset -> {
          apply(preset);
          notices.info(MESSAGES.format("workbench.preset", preset.title()));
        },
        notices::error);
  }

  /** Shows a run that was opened, with all that it follows from. */
  private void show(Run opened) {
    run.command(Trainer::pause);
    model.show(opened.on());
    run.adopt(opened); // before its settings, which the last run must not take for its own
    proposal.choose(
        ModelDesign.of(opened.architecture(), opened.about().kind()),
        opened.saved().experiment().settings());
  }

  /** Lets a run that lacks its data go on with data like it. */
  private void supply(OpenData opened) {
    Run waiting = run.get();
    if (waiting != null && waiting.data() == null && opened.alike(waiting.about())) {
      supplying.start(
          MESSAGES.get("workbench.starting"),
          progress -> keeping.supply(waiting.folder(), opened, progress),
          this::show,
          notices::error);
    }
  }
}
