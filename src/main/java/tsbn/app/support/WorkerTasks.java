package tsbn.app.support;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Background tasks on daemon threads, with results on the FX thread. */
public final class WorkerTasks implements BackgroundTasks, AutoCloseable {
  private final ObservableList<Job> jobs = FXCollections.observableArrayList();
  private final ObservableList<Job> view = FXCollections.unmodifiableObservableList(jobs);
  private final ExecutorService workers = Executors.newCachedThreadPool(new WorkerThreads());

  @Override
  public <T> Job start(
      String title, Work<T> work, Consumer<? super T> done, Consumer<String> failed) {
    Job job = new Job(title);
    jobs.add(job);
    workers.execute(() -> run(job, work, done, failed));
    return job;
  }

  private <T> void run(Job job, Work<T> work, Consumer<? super T> done, Consumer<String> failed) {
    try {
      T result = work.run(job.worker());
      finish(job, () -> done.accept(result));
    } catch (CancellationException cancelled) {
      finish(job, () -> {});
    } catch (Throwable failure) { // also out of memory: the window must live to say so
      String sentence = job.cancelled() ? "" : Failures.sentence(job.title(), failure);
      finish(job, () -> failed.accept(sentence));
    }
  }

  private void finish(Job job, Runnable deliver) {
    Platform.runLater(
        () -> {
          jobs.remove(job);
          job.ended();
          if (!job.cancelled()) {
            deliver.run();
          }
        });
  }

  @Override
  public ObservableList<Job> jobs() {
    return view;
  }

  @Override
  public void refresh() {
    jobs.forEach(Job::refresh);
  }

  /** Cancels every job; the program does not wait for them. */
  @Override
  public void close() {
    jobs.forEach(Job::cancel);
    workers.shutdown();
  }

  private static final class WorkerThreads implements ThreadFactory {
    private final AtomicInteger count = new AtomicInteger();

    @Override
    public Thread newThread(Runnable target) {
      Thread thread = new Thread(target, "worker-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    }
  }
}
