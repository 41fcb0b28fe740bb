package tsbn.app.support;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Does all work at once on the calling thread. */
public final class SameThreadTasks implements BackgroundTasks {
  private final ObservableList<Job> jobs = FXCollections.observableArrayList();

  @Override
  public <T> Job start(
      String title, Work<T> work, Consumer<? super T> done, Consumer<String> failed) {
    Job job = new Job(title);
    jobs.add(job);
    T result;
    try {
      result = work.run(job.worker());
    } catch (CancellationException cancelled) {
      return job;
    } catch (Exception failure) {
      failed.accept(Failures.sentence(title, failure));
      return job;
    } finally {
      jobs.remove(job);
      job.ended();
    }
    done.accept(result);
    return job;
  }

  @Override
  public ObservableList<Job> jobs() {
    return jobs;
  }

  @Override
  public void refresh() {}
}
