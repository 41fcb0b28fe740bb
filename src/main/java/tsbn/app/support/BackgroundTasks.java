package tsbn.app.support;

import java.util.function.Consumer;
import javafx.collections.ObservableList;

/**
 * Runs long work so that the window never waits. Everything here is called, and calls back, on the
 * FX thread; tests use an implementation that does all of it at once on the calling thread.
 */
public interface BackgroundTasks {

  /**
   * Starts a piece of work.
   *
   * @param title what is done, for the status bar and for the sentence about a failure
   * @param done gets the result, unless the job was cancelled
   * @param failed gets one sentence for the user, unless the job was cancelled; the log has the
   *     trace of whatever was not the user's to mend
   */
  <T> Job start(String title, Work<T> work, Consumer<? super T> done, Consumer<String> failed);

  /** Starts work that changes nothing the window shows, such as closing something. */
  default Job start(String title, Work<?> work) {
    return start(title, work, ignored -> {}, ignored -> {});
  }

  /** The jobs under way, oldest first. */
  ObservableList<Job> jobs();

  /** Brings the jobs' progress up to date; called some ten times a second. */
  void refresh();
}
