package tsbn.app.support;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import tsbn.data.SequenceSet;
import tsbn.data.SetFacts;
import tsbn.experiment.Experiment;
import tsbn.experiment.ModelDesign;
import tsbn.experiment.Preset;
import tsbn.learn.Trainer;
import tsbn.learn.Trainer.Gauges;
import tsbn.learn.TrainingSettings;
import tsbn.model.sbn.Architecture;

/**
 * The state all pages share: what is open, what is to be trained and how, and the run that does it.
 * Everything happens on the FX thread; the shell calls {@link #refresh} some fifteen times a
 * second.
 *
 * <p>Choosing other data, another model or another seed while a run exists does not touch the run:
 * it is kept until the next {@link #train}, which then begins a new one; {@link #staleProperty}
 * says so until then.
 */
public final class Workbench implements AutoCloseable {
  private static final Messages MESSAGES = Messages.of(Workbench.class);

  private final BackgroundTasks tasks;
  private final Notices notices;
  private final Remembered remembered;
  private final Latest opening;
  private final Latest starting;

  private final ReadOnlyObjectWrapper<SequenceSet> data = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<SetFacts> facts = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<ModelDesign> design = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<Architecture> architecture = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<TrainingSettings> settings =
      new SimpleObjectProperty<>(TrainingSettings.paper());
  private final CurrentRun run;
  private final ReadOnlyStringWrapper stale = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private boolean newRunAsked;

  public Workbench(BackgroundTasks tasks, Notices notices, Remembered remembered) {
    this.tasks = tasks;
    this.notices = notices;
    this.remembered = remembered;
    this.run = new CurrentRun(tasks);
    this.opening = new Latest(tasks);
    this.starting = new Latest(tasks);
    design.set(ModelDesign.of(Architecture.tsbn(1, 100, 1)));
    busy.bind(opening.activeProperty().or(starting.activeProperty()));
    run.idle(settings.get().iterations());
    data.addListener((observable, was, is) -> rebuild());
    design.addListener((observable, was, is) -> rebuild());
    settings.addListener((observable, was, is) -> settingsChanged());
  }

  // Properties

  /** The open data set; null until the first is there. */
  public ReadOnlyObjectProperty<SequenceSet> dataProperty() {
    return data.getReadOnlyProperty();
  }

  /** What was found on opening the data; null until the first is there. */
  public ReadOnlyObjectProperty<SetFacts> factsProperty() {
    return facts.getReadOnlyProperty();
  }

  /** The model to train, without the data's dimension; never null. */
  public ObjectProperty<ModelDesign> designProperty() {
    return design;
  }

  /** The design on the open data; null without data. */
  public ReadOnlyObjectProperty<Architecture> architectureProperty() {
    return architecture.getReadOnlyProperty();
  }

  /** How to train; a run in progress takes a change from its next step on. Never null. */
  public ObjectProperty<TrainingSettings> settingsProperty() {
    return settings;
  }

  /** The current run; null before the first. */
  public ReadOnlyObjectProperty<Run> runProperty() {
    return run.runProperty();
  }

  /** The current run's readings; those of a run not yet begun where there is none. Never null. */
  public ReadOnlyObjectProperty<Gauges> gaugesProperty() {
    return run.gaugesProperty();
  }

  /** The current run's latest snapshot; null where there is none. */
  public ReadOnlyObjectProperty<Snapshot> snapshotProperty() {
    return run.snapshotProperty();
  }

  /** A sentence saying that and why the next Train starts a new run; empty if it goes on. */
  public ReadOnlyStringProperty staleProperty() {
    return stale.getReadOnlyProperty();
  }

  /** Whether data is being opened or a run is being built just now. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  // Commands

  /** Opens data in place of what is open; if that fails, says why and leaves everything alone. */
  public void open(String source) {
    open(source, () -> {});
  }

  /** Opens the preset's data, if it names any, and takes over its model and settings. */
  public void applyPreset(Preset preset) {
    Runnable adopt =
        () -> {
          design.set(preset.design());
          settings.set(preset.settings());
        };
    if (preset.data() == null) {
      adopt.run();
    } else {
      open(preset.data(), adopt);
    }
  }

  /** Starts a run, goes on with the present one, or begins another where choices have changed. */
  public void train() {
    begin(Trainer::resume);
  }

  /** Takes one step, of a new run where there is none or choices have changed. */
  public void step() {
    begin(Trainer::step);
  }

  public void pause() {
    run.command(Trainer::pause);
  }

  public void stop() {
    starting.cancel();
    run.command(Trainer::stop);
  }

  /** Pauses a running trainer, otherwise trains. */
  public void trainOrPause() {
    if (running()) {
      pause();
    } else {
      train();
    }
  }

  /**
   * Lets the next Train start from the beginning although nothing has changed; where it would do so
   * anyway, this starts it.
   */
  public void newRun() {
    if (run.get() == null) {
      return;
    }
    if (stale.get().isEmpty()) {
      pause();
      newRunAsked = true;
      updateStale();
    } else {
      train();
    }
  }

  /** Goes back to the data, the model and the start of the present run, so that Train goes on. */
  public void keepRun() {
    Run kept = run.get();
    if (kept == null) {
      return;
    }
    opening.cancel();
    starting.cancel();
    newRunAsked = false;
    facts.set(kept.facts());
    data.set(kept.data());
    design.set(ModelDesign.of(kept.architecture(), kept.data().kind()));
    settings.set(kept.startingLike(settings.get()));
    updateStale();
  }

  /** Asks for a copy of the model in training; see {@link #snapshotProperty}. */
  public void requestSnapshot() {
    if (run.get() != null) {
      run.get().requestSnapshot();
    }
  }

  public boolean running() {
    return run.gaugesProperty().get().state() == Trainer.State.RUNNING;
  }

  /** Takes in what the trainer and the jobs have published. */
  public void refresh() {
    tasks.refresh();
    run.refresh(notices::error);
  }

  /** Ends the run; the program is about to end. */
  @Override
  public void close() {
    opening.cancel();
    starting.cancel();
    run.command(Trainer::stop);
  }

  // How

  private void open(String source, Runnable adopt) {
    opening.start(
        MESSAGES.format("workbench.opening", OpenData.nameOf(source)),
        progress -> OpenData.open(source, progress),
        opened -> {
          pause(); // the window shows the new data from here on
          facts.set(opened.facts());
          data.set(opened.data());
          adopt.run();
          remembered.opened(source);
        },
        sentence -> {
          notices.error(sentence);
          remembered.forgetIfGone(source);
        });
  }

  private void begin(Consumer<Trainer> first) {
    if (architecture.get() == null || busy.get()) {
      return;
    }
    Optional<String> refusal = settings.get().estimator().refusal(architecture.get());
    if (refusal.isPresent()) {
      notices.error(refusal.get());
      return;
    }
    if (run.get() != null && stale.get().isEmpty()) {
      run.command(first);
      return;
    }
    OpenData on = new OpenData(data.get(), facts.get());
    Experiment chosen = new Experiment(on.data().source(), architecture.get(), settings.get());
    starting.start(
        MESSAGES.get("workbench.starting"),
        progress -> Run.build(on, chosen, progress),
        begun -> {
          newRunAsked = false;
          run.adopt(begun);
          updateStale();
          run.command(first);
        },
        notices::error);
  }

  private void rebuild() {
    SequenceSet on = data.get();
    ModelDesign chosen = design.get();
    if (on != null && !chosen.fits(on.kind())) {
      design.set(chosen.with(null)); // and so back here
      return;
    }
    Architecture built = on == null ? null : chosen.on(on.units(), on.kind());
    if (!Objects.equals(built, architecture.get())) {
      architecture.set(built);
    }
    updateStale();
  }

  private void settingsChanged() {
    updateStale();
    run.idle(settings.get().iterations());
    boolean possible =
        architecture.get() != null
            && settings.get().estimator().refusal(architecture.get()).isEmpty();
    if (stale.get().isEmpty() && possible) {
      run.command(trainer -> trainer.change(settings.get()));
    }
  }

  private void updateStale() {
    Run current = run.get();
    if (current == null) {
      stale.set("");
      return;
    }
    String reason = current.staleReason(data.get(), architecture.get(), settings.get());
    if (reason == null && newRunAsked) {
      reason = "workbench.stale.asked";
    }
    stale.set(reason == null ? "" : MESSAGES.get(reason));
  }
}
