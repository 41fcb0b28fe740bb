package tsbn.app.support;

import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tsbn.data.SequenceSet;
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
  private final SequenceSet data;
  private final Experiment experiment;
  private final Trainer trainer;
  private final CurveLog curve = new CurveLog(CurveLog.MOST_POINTS);
  private final ReadOnlyObjectWrapper<Gauges> gauges;
  private final ReadOnlyObjectWrapper<Snapshot> snapshot = new ReadOnlyObjectWrapper<>();
  private CompletableFuture<TemporalSbn> awaited;

  Run(SequenceSet data, Experiment experiment, Trainer trainer) {
    this.data = data;
    this.experiment = experiment;
    this.trainer = trainer;
    this.gauges = new ReadOnlyObjectWrapper<>(trainer.gauges());
  }

  // Properties

  /** The data this run learns from, which need not be what is open now. */
  public SequenceSet data() {
    return data;
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
        snapshot.set(new Snapshot(data, arrived.join(), gauges.get().iteration()));
      }
    }
  }

  Trainer trainer() {
    return trainer;
  }

  /** Why these choices need a run of their own; null if this run can go on with them. */
  String staleReason(SequenceSet nowData, Architecture nowArchitecture, TrainingSettings now) {
    if (nowData != data) {
      return "workbench.stale.data";
    }
    if (!architecture().equals(nowArchitecture)) {
      return "workbench.stale.model";
    }
    TrainingSettings startedWith = experiment.settings();
    boolean sameStart =
        now.seed() == startedWith.seed()
            && now.initialScale() == startedWith.initialScale()
            && now.baselineUnits() == startedWith.baselineUnits();
    return sameStart ? null : "workbench.stale.seed";
  }
}
