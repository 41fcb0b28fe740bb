package tsbn.app.support;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * Runs one kind of work of which only the latest request matters: starting another cancels the one
 * before, whose result then never arrives. On the FX thread.
 */
public final class Latest {
  private final BackgroundTasks tasks;
  private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper();
  private Job current;

  public Latest(BackgroundTasks tasks) {
    this.tasks = tasks;
  }

  /** Starts the work in place of the one before; see {@link BackgroundTasks#start}. */
  public <T> Job start(
      String title, Work<T> work, Consumer<? super T> done, Consumer<String> failed) {
    cancel();
    current = tasks.start(title, work, done, failed);
    active.bind(current.activeProperty());
    return current;
  }

  /** Whether a result is awaited. */
  public ReadOnlyBooleanProperty activeProperty() {
    return active.getReadOnlyProperty();
  }

  /** Drops the present request, if any. */
  public void cancel() {
    if (current != null) {
      current.cancel();
      current = null;
    }
  }
}
