package tsbn.app.support;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import tsbn.data.DataKind;
import tsbn.data.SequenceSet;
import tsbn.data.SetFacts;
import tsbn.experiment.DataSummary;
import tsbn.experiment.Experiment;
import tsbn.experiment.ModelDesign;
import tsbn.experiment.Preset;
import tsbn.experiment.RunStore;
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
  private final Latest starting;

  private final DesignOnData model;
  private final ObjectProperty<TrainingSettings> settings =
      new SimpleObjectProperty<>(TrainingSettings.paper());
  private final Proposal proposal;
  private final RunKeeping keeping;
  private final CurrentRun run;
  private final Opening opening;
  private final RunLibrary library;
  private final Readiness readiness = new Readiness();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

  public Workbench(BackgroundTasks tasks, Notices notices, Remembered remembered) {
    this.tasks = tasks;
    this.notices = notices;
    this.remembered = remembered;
    this.keeping = new RunKeeping(new RunStore(remembered.runs()));
    this.run = new CurrentRun(tasks, keeping, this::listRuns);
    this.library = new RunLibrary(this, keeping.store(), tasks, notices);
    this.starting = new Latest(tasks);
    this.model = new DesignOnData(ModelDesign.of(Architecture.tsbn(1, 100, 1)), this::modelChanged);
    this.proposal = new Proposal(model.designProperty(), settings);
    this.opening = new Opening(tasks, notices, remembered, keeping, model, proposal, run, starting);
    busy.bind(opening.inProgress().activeProperty().or(starting.activeProperty()));
    run.idle(settings.get().iterations());
    settings.addListener((observable, was, is) -> settingsChanged());
    run.runProperty().addListener((observable, was, is) -> modelChanged());
    remembered.saveEveryProperty().subscribe(run::saveEvery);
  }

  // Properties

  /** The open data set; null until the first is there. */
  public ReadOnlyObjectProperty<SequenceSet> dataProperty() {
    return model.dataProperty();
  }

  /** What was found on opening the data; null until the first is there. */
  public ReadOnlyObjectProperty<SetFacts> factsProperty() {
    return model.factsProperty();
  }

  /**
   * What to know of the data: of the open set, or of the one that the present run learned from and
   * that could not be opened; null where there is neither.
   */
  public ReadOnlyObjectProperty<DataSummary> aboutProperty() {
    return model.aboutProperty();
  }

  /** A sentence saying which data Train needs to go on; empty unless a run lacks its data. */
  public ReadOnlyStringProperty needsProperty() {
    return readiness.needsProperty();
  }

  /** The model to train, without the data's dimension; never null. */
  public ObjectProperty<ModelDesign> designProperty() {
    return model.designProperty();
  }

  /** The design on the open data; null without data. */
  public ReadOnlyObjectProperty<Architecture> architectureProperty() {
    return model.architectureProperty();
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
    return run.staleProperty();
  }

  /** What shows the present run's model as it was. */
  public LookingBack lookingBack() {
    return run.back();
  }

  /** Whether data is being opened or a run is being built just now. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** What begins runs and ends them. */
  RunKeeping keeping() {
    return keeping;
  }

  /** The runs that are kept. */
  public RunLibrary library() {
    return library;
  }

  // Commands

  /**
   * Opens data in place of what is open, or the run that a folder or one file holds, or a preset;
   * if that fails, says why and leaves everything alone. Where the data is of a kind that wants a
   * model and settings of its own, they are chosen, unless the user has chosen others or is
   * training.
   */
  public void open(String source) {
    if (run.get() != null
        && Openable.of(source) == Openable.RUN
        && run.get().isIn(Path.of(source))) {
      keepRun();
    } else {
      opening.open(source);
    }
  }

  /** Opens the preset's data, if it names any, and takes over its model and settings. */
  public void applyPreset(Preset preset) {
    opening.apply(preset);
  }

  /** Takes over data, model and settings of another run, to begin one like it. */
  public void beginLike(Experiment like, DataKind kind, Runnable then) {
    opening.beginLike(like, kind, then);
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

  /**
   * Does not train while a field holds what cannot be used: the user means that, not the value
   * before.
   *
   * @param problem says why it cannot be used; empty if it can
   */
  public void refuseWhile(Supplier<String> problem) {
    readiness.ask(problem);
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
    if (run.staleProperty().get().isEmpty()) {
      pause();
      run.askForNew(true);
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
    opening.inProgress().cancel();
    starting.cancel();
    run.askForNew(false);
    model.show(kept.on());
    proposal.goBackTo(kept);
    updateStale();
  }

  /** Lets go of the present run; it is kept where it is. */
  public void dropRun() {
    run.drop(settings.get().iterations());
  }

  /** Asks for a copy of the model in training; see {@link #snapshotProperty}. */
  public void requestSnapshot() {
    if (run.get() != null) {
      run.get().requestSnapshot();
    }
  }

  public boolean running() {
    return run.running();
  }

  /** Takes in what the trainer and the jobs have published. */
  public void refresh() {
    tasks.refresh();
    run.refresh(notices::error);
  }

  /** Ends the run and writes it a last time; the program is about to end. */
  @Override
  public void close() {
    opening.inProgress().cancel();
    starting.cancel();
    if (run.get() != null) {
      keeping.close(run.get());
    }
  }

  // How

  private void begin(Consumer<Trainer> first) {
    if (model.architectureProperty().get() == null || busy.get()) {
      return;
    }
    Optional<String> refusal =
        readiness.refusal(model.architectureProperty().get(), settings.get());
    if (refusal.isPresent()) {
      notices.error(refusal.get());
      return;
    }
    if (run.get() != null && run.staleProperty().get().isEmpty()) {
      run.command(first);
      return;
    }
    OpenData learned = model.open();
    Experiment chosen =
        new Experiment(learned.data().source(), model.architectureProperty().get(), settings.get());
    starting.start(
        MESSAGES.get("workbench.starting"),
        progress -> keeping.begin(learned, chosen, progress),
        begun -> {
          run.adopt(begun);
          run.command(first);
        },
        notices::error);
  }

  private void listRuns() {
    library.look();
  }

  private void modelChanged() {
    readiness.look(run.get(), model.dataProperty().get() != null);
    updateStale();
  }

  private void settingsChanged() {
    updateStale();
    run.idle(settings.get().iterations());
    boolean possible =
        model.architectureProperty().get() != null
            && settings.get().estimator().refusal(model.architectureProperty().get()).isEmpty();
    if (run.get() != null && run.staleProperty().get().isEmpty() && possible) {
      run.get().change(settings.get());
    }
  }

  private void updateStale() {
    run.compare(model.open(), model.architectureProperty().get(), settings.get());
  }
}
