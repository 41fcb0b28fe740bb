package tsbn.app.support;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tsbn.data.SequenceSet;
import tsbn.experiment.Continuation;
import tsbn.experiment.DataSummary;
import tsbn.experiment.Experiment;
import tsbn.experiment.RunKeeper;
import tsbn.experiment.SavedRun;
import tsbn.learn.CurvePoint;
import tsbn.learn.Trainer;
import tsbn.learn.Trainer.Gauges;
import tsbn.learn.Trainer.State;
import tsbn.learn.TrainingSettings;
import tsbn.model.sbn.Architecture;

/**
 * One training run as the window sees it. The trainer works on its own thread; {@link #refresh}
 * brings what it has published into these properties, so the FX thread never waits for it.
 *
 * <p>A run that was opened without its data has no trainer: its model can be looked at and makes up
 * sequences, and no more.
 */
public final class Run {
  private static final Messages MESSAGES = Messages.of(Run.class);

  /** Time between two checkpoints where nobody says otherwise. */
  static final Duration SAVE_EVERY = Duration.ofSeconds(30);

  private final OpenData on;
  private final Experiment experiment;
  private final Trainer trainer;
  private final SavedRun saved;
  private final Path folder;
  private final RunKeeper keeper;
  private final CurveLog curve = new CurveLog(CurveLog.MOST_POINTS);
  private final ReadOnlyObjectWrapper<Gauges> gauges = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Snapshot> snapshot = new ReadOnlyObjectWrapper<>();
  private TrainingSettings settings;
  private CompletableFuture<Trainer.Copy> awaited;

  private volatile String unkept;

  private Run(
      OpenData on,
      Experiment experiment,
      Trainer trainer,
      SavedRun saved,
      List<CurvePoint> before,
      Path folder,
      RunKeeper keeper,
      String unkept) {
    this.on = on;
    this.experiment = experiment;
    this.trainer = trainer;
    this.saved = saved;
    this.folder = folder;
    this.keeper = keeper;
    this.unkept = unkept;
    this.settings = experiment.settings();
    before.forEach(curve::add);
    gauges.set(trainer == null ? still(saved) : trainer.gauges());
    if (keeper != null) {
      keeper.keep(trainer, SAVE_EVERY, problem -> this.unkept = problem);
    }
  }

  /**
   * A run before its first step.
   *
   * @param keeper has it kept; null where that is not possible
   * @param unkept why not, as a sentence
   */
  static Run begun(
      OpenData on, Experiment chosen, Trainer trainer, RunKeeper keeper, String unkept) {
    Path folder = keeper == null ? null : keeper.folder();
    return new Run(on, chosen, trainer, null, List.of(), folder, keeper, unkept);
  }

  /**
   * A run that goes on.
   *
   * @param folder where it was read
   * @param keeper has it kept; null where that is not possible
   * @param unkept why not, as a sentence
   */
  static Run resumed(
      OpenData on,
      Continuation from,
      Trainer trainer,
      Path folder,
      RunKeeper keeper,
      String unkept) {
    SavedRun saved = from.run();
    return new Run(on, saved.experiment(), trainer, saved, from.curve(), folder, keeper, unkept);
  }

  /** A run without its data, which can only be looked at. */
  static Run still(OpenData on, SavedRun saved, Path folder) {
    return new Run(on, saved.experiment(), null, saved, saved.curve(), folder, null, "");
  }

  /** The readings of a run that cannot move. */
  private static Gauges still(SavedRun saved) {
    int done = saved.curve().isEmpty() ? 0 : lastPoint(saved).iteration();
    return new Gauges(
        done == 0 ? State.READY : State.STOPPED,
        done,
        saved.experiment().settings().iterations(),
        0,
        done == 0 ? 0 : lastPoint(saved).seconds(),
        Double.NaN,
        done == 0 ? Double.NaN : lastPoint(saved).trainBound(),
        "");
  }

  private static CurvePoint lastPoint(SavedRun saved) {
    return saved.curve().get(saved.curve().size() - 1);
  }

  // Properties

  /**
   * The data this run learns from, which need not be what is open now; null where it could not be
   * opened.
   */
  public SequenceSet data() {
    return on.data();
  }

  /** What to know of that data in any case. */
  public DataSummary about() {
    return on.about();
  }

  /** The data with what was found on opening it. */
  OpenData on() {
    return on;
  }

  /** The run as it was opened; null for one that was begun here. */
  SavedRun saved() {
    return saved;
  }

  /** Where the run is, or was read; null where it is nowhere. */
  public Path folder() {
    return folder;
  }

  /** Whether that is the folder that the run is in. */
  public boolean isIn(Path other) {
    return folder != null
        && folder.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
  }

  /** Whether all that is trained is kept in its folder. */
  public boolean kept() {
    return keeper != null && unkept.isEmpty();
  }

  /** Why what is trained cannot be kept at present, as a sentence; empty where it can. */
  String unkept() {
    return unkept;
  }

  /** The shape of the model this run trains. */
  public Architecture architecture() {
    return experiment.architecture();
  }

  /** Whether it has parameters that were learned somewhere, though it took no step here. */
  public boolean broughtModel() {
    return saved != null;
  }

  /** What was measured so far. */
  public CurveLog curve() {
    return curve;
  }

  /** The trainer's latest readings. */
  public ReadOnlyObjectProperty<Gauges> gaugesProperty() {
    return gauges.getReadOnlyProperty();
  }

  /** The latest copy of the model that somebody asked for; null before the first. */
  public ReadOnlyObjectProperty<Snapshot> snapshotProperty() {
    return snapshot.getReadOnlyProperty();
  }

  // Commands

  /**
   * Asks for a copy of the model as it is now; it arrives as {@link #snapshotProperty} at a later
   * refresh. Asking again before that changes nothing.
   */
  public void requestSnapshot() {
    if (awaited == null) {
      awaited =
          trainer == null ? CompletableFuture.completedFuture(stillCopy()) : trainer.snapshot();
    }
  }

  /** Gives the trainer a command where there is one. */
  void command(Consumer<Trainer> command) {
    if (trainer != null) {
      command.accept(trainer);
    }
  }

  /** Trains with other settings from the next step on. */
  void change(TrainingSettings other) {
    settings = other;
    command(present -> present.change(other));
  }

  /** Keeps it so often from now on, where it is kept. */
  void saveEvery(Duration interval) {
    if (keeper != null) {
      keeper.every(interval);
    }
  }

  /** Brings what is on disk up to date, where the run is kept; work for a worker. */
  void saveNow() {
    if (keeper != null) {
      keeper.saveNow().join();
    }
  }

  /**
   * What the run keeps of its model: asked for here, on the FX thread; waits on a worker for the
   * step in progress. Also when another run takes this one's place meanwhile.
   */
  Work<Trainer.Copy> keptModel() {
    CompletableFuture<Trainer.Copy> kept =
        trainer == null ? CompletableFuture.completedFuture(stillCopy()) : trainer.kept();
    return progress -> kept.join();
  }

  /** The run as it was when that copy was made. */
  SavedRun asOf(Trainer.Copy copy) {
    refresh();
    return SavedRun.of(experiment(), about(), curve.points(), copy);
  }

  /** What this run follows from, with the settings as they are now. */
  public Experiment experiment() {
    return new Experiment(experiment.data(), architecture(), settings);
  }

  /**
   * Hands the run over as it would be saved now; on the FX thread.
   *
   * @param asking what may cancel it until then
   * @param title what it is wanted for, for the status bar
   * @param failed gets a sentence if there is no copy of the model to be had
   */
  public void keep(Latest asking, String title, Consumer<SavedRun> then, Consumer<String> failed) {
    asking.start(title, keptModel(), copy -> then.accept(asOf(copy)), failed);
  }

  /** A copy of a model that cannot move. */
  private Trainer.Copy stillCopy() {
    return new Trainer.Copy(saved.model().copy(), gauges.get().iteration());
  }

  /** Ends it, after the present step, and has it kept as it is then; waits for both. */
  void close() throws IOException {
    command(Trainer::close);
    if (keeper != null) {
      keeper.close();
    }
  }

  /** Takes in what the trainer has published since the last call. */
  void refresh() {
    if (trainer != null) {
      gauges.set(trainer.gauges());
      trainer.drainCurve(curve::add);
    }
    if (awaited != null && awaited.isDone()) {
      CompletableFuture<Trainer.Copy> arrived = awaited;
      awaited = null;
      if (!arrived.isCompletedExceptionally()) {
        Trainer.Copy copy = arrived.join();
        snapshot.set(new Snapshot(data(), about(), copy.model(), copy.iteration()));
      }
    }
  }

  /**
   * Why these choices need a run of their own, as a sentence; empty if this run can go on with
   * them.
   *
   * @param now what is open; null for nothing
   */
  String staleReason(OpenData now, Architecture nowArchitecture, TrainingSettings nowSettings) {
    if (now == null ? data() != null : !now.same(on)) {
      return now == null || now.data() == null || data() == null
          ? MESSAGES.get("workbench.stale.data")
          : now.difference(on);
    }
    if (!architecture().equals(nowArchitecture)) {
      return MESSAGES.get("workbench.stale.model");
    }
    return nowSettings.equals(startingLike(nowSettings))
        ? ""
        : MESSAGES.get("workbench.stale.seed");
  }

  /** Those settings with what cannot change once a run has begun as this run has it. */
  TrainingSettings startingLike(TrainingSettings other) {
    return other.begunLike(experiment.settings());
  }
}
