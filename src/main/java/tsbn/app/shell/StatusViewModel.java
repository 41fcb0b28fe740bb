package tsbn.app.shell;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import tsbn.app.support.AppContext;
import tsbn.app.support.Job;
import tsbn.app.support.Messages;
import tsbn.app.support.Readable;
import tsbn.app.support.Workbench;
import tsbn.learn.Trainer.State;
import tsbn.math.Kernels;

/** What goes on, in the bar at the foot of the window. */
final class StatusViewModel {
  private static final Messages MESSAGES = Messages.of(StatusViewModel.class);

  private final Workbench workbench;
  private final ObservableList<Job> jobs;
  private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper();
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper jobTitle = new ReadOnlyStringWrapper("");
  private final ReadOnlyDoubleWrapper jobProgress = new ReadOnlyDoubleWrapper(-1);
  private final ReadOnlyStringWrapper kernels = new ReadOnlyStringWrapper();
  private final ReadOnlyStringWrapper heap = new ReadOnlyStringWrapper();

  StatusViewModel(AppContext context) {
    this.workbench = context.workbench();
    this.jobs = context.tasks().jobs();
    refresh();
  }

  // Properties

  /** {@code training}, {@code paused} and so on. */
  ReadOnlyStringProperty stateProperty() {
    return state.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty failedProperty() {
    return failed.getReadOnlyProperty();
  }

  /** Why the next Train starts a new run; empty if it does not. */
  ReadOnlyStringProperty hintProperty() {
    return workbench.staleProperty();
  }

  /** The oldest job under way; empty if there is none. */
  ReadOnlyStringProperty jobTitleProperty() {
    return jobTitle.getReadOnlyProperty();
  }

  /** Its progress in [0, 1]; -1 while unknown. */
  ReadOnlyDoubleProperty jobProgressProperty() {
    return jobProgress.getReadOnlyProperty();
  }

  ReadOnlyStringProperty heapProperty() {
    return heap.getReadOnlyProperty();
  }

  /** How numbers are computed on this machine. */
  ReadOnlyStringProperty kernelsProperty() {
    return kernels.getReadOnlyProperty();
  }

  // Commands

  void cancelJob() {
    if (!jobs.isEmpty()) {
      jobs.get(0).cancel();
    }
  }

  /** Reads everything anew. */
  void refresh() {
    State now = workbench.gaugesProperty().get().state();
    boolean empty = workbench.dataProperty().get() == null;
    state.set(MESSAGES.get(empty ? "status.nodata" : "status." + now));
    running.set(now == State.RUNNING);
    failed.set(now == State.FAILED);
    jobTitle.set(describeJobs());
    jobProgress.set(jobs.isEmpty() ? -1 : jobs.get(0).progressProperty().get());
    kernels.set(Kernels.inUse());
    Runtime runtime = Runtime.getRuntime();
    heap.set(
        MESSAGES.format(
            "status.heap", Readable.bytes(runtime.totalMemory() - runtime.freeMemory())));
  }

  private String describeJobs() {
    if (jobs.isEmpty()) {
      return "";
    }
    String first = jobs.get(0).title();
    return jobs.size() == 1
        ? first
        : MESSAGES.format("status.jobs", first, Readable.count(jobs.size() - 1));
  }
}
