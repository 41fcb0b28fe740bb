package tsbn.app.support;

import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tsbn.data.Progress;
import tsbn.data.SequenceSet;
import tsbn.data.SetFacts;
import tsbn.data.Split;
import tsbn.experiment.Experiment;
import tsbn.learn.Trainer;
import tsbn.learn.Trainer.Gauges;
import tsbn.learn.TrainingSettings;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.TemporalSbn;

/**
 * One training run as the window sees it. The trainer works on its own thread; {@link #refresh}
 * brings what it has published into these properties, so the FX thread never waits for it.
 */
public final class Run {
  private final OpenData on;
  private final Experiment experiment;
  private final Trainer trainer;
  private final CurveLog curve = new CurveLog(CurveLog.MOST_POINTS);
  private final ReadOnlyObjectWrapper<Gauges> gauges;
  private final ReadOnlyObjectWrapper<Snapshot> snapshot = new ReadOnlyObjectWrapper<>();
  private CompletableFuture<TemporalSbn> awaited;

  private Run(OpenData on, Experiment experiment, Trainer trainer) {
    this.on = on;
    this.experiment = experiment;
    this.trainer = trainer;
    this.gauges = new ReadOnlyObjectWrapper<>(trainer.gauges());
  }

  /** Builds the model and its trainer, which takes a moment; work for a worker. */
  static Run build(OpenData on, Experiment chosen, Progress progress) {
    Trainer trainer =
        new Trainer(
            chosen.newModel(),
            on.data().get(Split.TRAIN),
            on.data().get(Split.VALID),
            chosen.settings());
    if (progress.cancelled()) {
      trainer.close();
    }
    return new Run(on, chosen, trainer);
  }

  // Properties

  /** The data this run learns from, which need not be what is open now. */
  public SequenceSet data() {
    return on.data();
  }

  /** What was found on opening that data. */
  SetFacts facts() {
    return on.facts();
  }

  /** The shape of the model this run trains. */
  public Architecture architecture() {
    return experiment.architecture();
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
      awaited = trainer.snapshot();
    }
  }

  /** Takes in what the trainer has published since the last call. */
  void refresh() {
    gauges.set(trainer.gauges());
    trainer.drainCurve(curve::add);
    if (awaited != null && awaited.isDone()) {
      CompletableFuture<TemporalSbn> arrived = awaited;
      awaited = null;
      if (!arrived.isCompletedExceptionally()) {
        snapshot.set(new Snapshot(data(), arrived.join(), gauges.get().iteration()));
      }
    }
  }

  Trainer trainer() {
    return trainer;
  }

  /** Why these choices need a run of their own; null if this run can go on with them. */
  String staleReason(SequenceSet nowData, Architecture nowArchitecture, TrainingSettings now) {
    if (nowData != data()) {
      return "workbench.stale.data";
    }
    if (!architecture().equals(nowArchitecture)) {
      return "workbench.stale.model";
    }
    return now.equals(startingLike(now)) ? null : "workbench.stale.seed";
  }

  /** Those settings with what cannot change once a run has begun as this run has it. */
  TrainingSettings startingLike(TrainingSettings settings) {
    TrainingSettings startedWith = experiment.settings();
    return settings
        .change()
        .baselineUnits(startedWith.baselineUnits())
        .initialisation(startedWith.initialisation())
        .initialScale(startedWith.initialScale())
        .seed(startedWith.seed())
        .build();
  }
}
