package tsbn.app.support;

import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import tsbn.data.Progress;
import tsbn.data.SequenceSet;
import tsbn.data.SetFacts;
import tsbn.data.Split;
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
  private final ReadOnlyObjectWrapper<Run> run = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Gauges> gauges = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Snapshot> snapshot = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper stale = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private boolean newRunAsked;

  public Workbench(BackgroundTasks tasks, Notices notices, Remembered remembered) {
    this.tasks = tasks;
    this.notices = notices;
    this.remembered = remembered;
    this.opening = new Latest(tasks);
    this.starting = new Latest(tasks);
    design.set(ModelDesign.of(Architecture.tsbn(1, 100, 1)));
    busy.bind(opening.activeProperty().or(starting.activeProperty()));
    gauges.set(idle());
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
    return run.getReadOnlyProperty();
  }

  /** The current run's readings; those of a run not yet begun where there is none. Never null. */
  public ReadOnlyObjectProperty<Gauges> gaugesProperty() {
    return gauges.getReadOnlyProperty();
  }

  /** The current run's latest snapshot; null where there is none. */
  public ReadOnlyObjectProperty<Snapshot> snapshotProperty() {
    return snapshot.getReadOnlyProperty();
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
    onTrainer(Trainer::pause);
  }

  public void stop() {
    starting.cancel();
    onTrainer(Trainer::stop);
  }

  /** Pauses a running trainer, otherwise trains. */
  public void trainOrPause() {
    if (running()) {
      pause();
    } else {
      train();
    }
  }

  /** Lets the next Train start from the beginning although nothing has changed. */
  public void newRun() {
    if (run.get() != null) {
      pause();
      newRunAsked = true;
      updateStale();
    }
  }

  /** Asks for a copy of the model in training; see {@link #snapshotProperty}. */
  public void requestSnapshot() {
    if (run.get() != null) {
      run.get().requestSnapshot();
    }
  }

  public boolean running() {
    return gauges.get().state() == Trainer.State.RUNNING;
  }

  /** Takes in what the trainer and the jobs have published. */
  public void refresh() {
    tasks.refresh();
    Run current = run.get();
    if (current == null) {
      return;
    }
    Trainer.State before = gauges.get().state();
    current.refresh();
    gauges.set(current.gaugesProperty().get());
    snapshot.set(current.snapshotProperty().get());
    if (gauges.get().state() == Trainer.State.FAILED && before != Trainer.State.FAILED) {
      notices.error(gauges.get().failure());
    }
  }

  /** Ends the run; the program is about to end. */
  @Override
  public void close() {
    opening.cancel();
    starting.cancel();
    onTrainer(Trainer::stop);
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
    if (run.get() != null && stale.get().isEmpty()) {
      first.accept(run.get().trainer());
      return;
    }
    SequenceSet on = data.get();
    Experiment chosen = new Experiment(on.source(), architecture.get(), settings.get());
    starting.start(
        MESSAGES.get("workbench.starting"),
        progress -> build(on, chosen, progress),
        begun -> {
          adopt(begun);
          first.accept(begun.trainer());
        },
        notices::error);
  }

  private static Run build(SequenceSet data, Experiment chosen, Progress progress) {
    Trainer trainer =
        new Trainer(
            chosen.newModel(), data.get(Split.TRAIN), data.get(Split.VALID), chosen.settings());
    if (progress.cancelled()) {
      trainer.close();
    }
    return new Run(data, chosen, trainer);
  }

  private void adopt(Run begun) {
    Run old = run.get();
    if (old != null) {
      old.trainer().stop();
      tasks.start(
          MESSAGES.get("workbench.closing"),
          progress -> {
            old.trainer().close(); // waits for the step it is in
            return null;
          });
    }
    newRunAsked = false;
    snapshot.set(null);
    run.set(begun);
    gauges.set(begun.gaugesProperty().get());
    updateStale();
  }

  private void onTrainer(Consumer<Trainer> command) {
    if (run.get() != null) {
      command.accept(run.get().trainer());
    }
  }

  private void rebuild() {
    SequenceSet on = data.get();
    Architecture built = on == null ? null : design.get().on(on.units(), on.kind());
    if (!Objects.equals(built, architecture.get())) {
      architecture.set(built);
    }
    updateStale();
  }

  private void settingsChanged() {
    updateStale();
    if (run.get() == null) {
      gauges.set(idle());
    } else if (stale.get().isEmpty()) {
      run.get().trainer().change(settings.get());
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

  private Gauges idle() {
    return new Gauges(
        Trainer.State.READY, 0, settings.get().iterations(), 0, 0, Double.NaN, Double.NaN, "");
  }
}
