package tsbn.app.support;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The one thread that paints pictures which take too long for the FX thread. It ends when nobody
 * has wanted anything for a while.
 */
public final class PaintThread {
  private static final int IDLE_SECONDS = 5;
  private static final ExecutorService THREAD = thread();

  private PaintThread() {}

  /** Paints behind what others want painted; the result is done once it is there. */
  public static CompletableFuture<Void> paint(Runnable painting) {
    return CompletableFuture.runAsync(painting, THREAD);
  }

  private static ExecutorService thread() {
    ThreadPoolExecutor one =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              Thread thread = new Thread(work, "painter");
              thread.setDaemon(true);
              return thread;
            });
    one.allowCoreThreadTimeOut(true);
    return one;
  }
}
