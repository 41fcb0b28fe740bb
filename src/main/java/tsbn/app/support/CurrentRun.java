package tsbn.app.support;

import java.time.Duration;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tsbn.learn.Trainer;
import tsbn.learn.Trainer.Gauges;
import tsbn.learn.TrainingSettings;
import tsbn.model.sbn.Architecture;

/** The one run that is looked at, and what it has published. On the FX thread. */
final class CurrentRun {
  private static final Messages MESSAGES = Messages.of(CurrentRun.class);

  private final BackgroundTasks tasks;
  private final RunKeeping keeping;
  private final ReadOnlyObjectWrapper<Run> run = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Gauges> gauges = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Snapshot> snapshot = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper stale = new ReadOnlyStringWrapper("");
  private final Runnable retired;
  private final LookingBack back;
  private Snapshot past;
  private boolean newRunAsked;
  private String unkept = "";
  private Duration saveEvery = Run.SAVE_EVERY;

  /**
   * No run yet.
   *
   * @param retired is told when a run has been written for the last time
   */
  CurrentRun(BackgroundTasks tasks, RunKeeping keeping, Runnable retired) {
    this.retired = retired;
    this.back = new LookingBack(tasks, this::showPast);
    this.tasks = tasks;
    this.keeping = keeping;
  }

  /** The run; null before the first. */
  ReadOnlyObjectProperty<Run> runProperty() {
    return run.getReadOnlyProperty();
  }

  /** Its readings. */
  ReadOnlyObjectProperty<Gauges> gaugesProperty() {
    return gauges.getReadOnlyProperty();
  }

  /** Its latest snapshot; null before somebody asked for one. */
  ReadOnlyObjectProperty<Snapshot> snapshotProperty() {
    return snapshot.getReadOnlyProperty();
  }

  /** A sentence saying that and why the next Train starts a new run; empty if it goes on. */
  ReadOnlyStringProperty staleProperty() {
    return stale.getReadOnlyProperty();
  }

  Run get() {
    return run.get();
  }

  /** Shows the readings of a run not yet begun, for as long as there is none. */
  void idle(int iterations) {
    if (run.get() == null) {
      gauges.set(new Gauges(Trainer.State.READY, 0, iterations, 0, 0, Double.NaN, Double.NaN, ""));
    }
  }

  /** Puts a run in the place of the last, which ends in the background. */
  void adopt(Run begun) {
    retire(run.get());
    newRunAsked = false;
    unkept = "";
    snapshot.set(null);
    begun.saveEvery(saveEvery);
    run.set(begun);
    gauges.set(begun.gaugesProperty().get());
    back.show(begun);
  }

  /** Lets go of the run, which ends in the background. */
  void drop(int iterations) {
    retire(run.get());
    newRunAsked = false;
    snapshot.set(null);
    run.set(null);
    back.show(null);
    idle(iterations);
  }

  private void retire(Run old) {
    if (old == null) {
      return;
    }
    old.command(Trainer::stop);
    keeping.closes(old);
    tasks.start(
        MESSAGES.get("workbench.closing"),
        progress -> {
          keeping.close(old); // waits for the step it is in, and for the disk
          return null;
        },
        done -> retired.run(),
        sentence -> retired.run());
  }

  /** What shows the model as it was. */
  LookingBack back() {
    return back;
  }

  /** Shows a model of the past in place of that of now; null for that of now. */
  private void showPast(Snapshot shown) {
    boolean wasPast = past != null;
    past = shown;
    Run current = run.get();
    if (shown != null) {
      snapshot.set(shown);
    } else if (wasPast && current != null) {
      snapshot.set(current.snapshotProperty().get());
      current.requestSnapshot();
    }
  }

  /** Gives the trainer a command where there is a run. */
  void command(Consumer<Trainer> command) {
    if (run.get() != null) {
      run.get().command(command);
    }
  }

  /** Whether it is being trained just now. */
  boolean running() {
    return gauges.get().state() == Trainer.State.RUNNING;
  }

  /** How often the run, and those that follow, are to be kept while they are trained. */
  void saveEvery(Duration interval) {
    saveEvery = interval;
    if (run.get() != null) {
      run.get().saveEvery(interval);
    }
  }

  /** Whether the next Train is to start a new run although nothing has changed. */
  void askForNew(boolean asked) {
    newRunAsked = asked;
  }

  /** Compares the run with what is chosen now. */
  void compare(OpenData open, Architecture architecture, TrainingSettings settings) {
    String reason = run.get() == null ? "" : run.get().staleReason(open, architecture, settings);
    if (reason.isEmpty() && newRunAsked && run.get() != null) {
      reason = MESSAGES.get("workbench.stale.asked");
    }
    stale.set(reason);
  }

  /**
   * Takes in what the run has published.
   *
   * @param failed gets the trainer's sentence, once, if training has failed, and the reason why a
   *     run can no longer be kept
   */
  void refresh(Consumer<String> failed) {
    Run current = run.get();
    if (current == null) {
      return;
    }
    Trainer.State before = gauges.get().state();
    current.refresh();
    gauges.set(current.gaugesProperty().get());
    if (past == null) {
      snapshot.set(current.snapshotProperty().get());
    }
    if (gauges.get().state() == Trainer.State.FAILED && before != Trainer.State.FAILED) {
      failed.accept(gauges.get().failure());
    }
    if (!current.unkept().equals(unkept)) {
      unkept = current.unkept();
      if (!unkept.isEmpty()) {
        failed.accept(unkept);
      }
    }
  }
}
