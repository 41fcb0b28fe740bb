package tsbn.app.support;

import java.util.concurrent.CancellationException;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import tsbn.data.Progress;

/**
 * A piece of work that has been started. Once cancelled it delivers nothing, not even a failure,
 * however far it has come.
 */
public final class Job {
  private final String title;
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
  private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper(true);
  private volatile double fraction = -1;
  private volatile boolean cancelled;

  Job(String title) {
    this.title = title;
  }

  /** What is being done, for people: {@code Opening songs.mat}. */
  public String title() {
    return title;
  }

  /** Share of the work that is done, in [0, 1]; -1 while unknown. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** Whether its result is still awaited. */
  public ReadOnlyBooleanProperty activeProperty() {
    return active.getReadOnlyProperty();
  }

  /** Asks the work to end; its result is dropped. */
  public void cancel() {
    cancelled = true;
    active.set(false);
  }

  public boolean cancelled() {
    return cancelled;
  }

  /** The worker's end of the progress. */
  Progress worker() {
    return new Progress() {
      @Override
      public void done(double share) {
        if (cancelled) {
          throw new CancellationException();
        }
        fraction = share;
      }

      @Override
      public boolean cancelled() {
        return cancelled;
      }
    };
  }

  /** The work has ended and its result is about to be handed over. */
  void ended() {
    active.set(false);
  }

  /** Brings the property up to what the worker last said. */
  void refresh() {
    progress.set(fraction);
  }
}
