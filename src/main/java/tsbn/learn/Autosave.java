package tsbn.learn;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsbn.learn.Trainer.Gauges;

/**
 * Has a trainer's run kept while it goes on, on a thread of its own: the curve as it grows, and
 * checkpoints at an interval, sooner at the beginning, and whenever the run comes to a halt. The
 * trainer is held up no longer than a copy in memory takes. There is never more than one checkpoint
 * under way; what is slow to be written delays the next.
 */
public final class Autosave implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Autosave.class);
  private static final long NANOS = 1_000_000_000;
  private static final long MILLI = NANOS / 1000;
  private static final long TICK_NANOS = NANOS / 4;

  /** Before the first checkpoint; the time doubles until it is the interval. */
  private static final long FIRST_NANOS = NANOS / 4;

  /** Between two attempts to keep a run that has come to a halt, after one that failed. */
  private static final long PATIENCE_NANOS = 10 * NANOS;

  /** Where a run is kept. Called by one thread; what cannot be kept now is its own business. */
  public interface Keeper {

    /** Takes in the points since the last call, in order; none may be lost. */
    void append(List<CurvePoint> points);

    /**
     * Takes in a checkpoint. All its points have come before it, and perhaps later ones.
     *
     * @param checkpoint valid until this returns
     * @param gauges readings of just before it
     * @return whether it is kept; otherwise it is tried again later
     */
    boolean save(Checkpoint checkpoint, Gauges gauges);
  }

  private final Trainer trainer;
  private volatile long intervalNanos;
  private final Keeper keeper;
  private final Queue<CurvePoint> curve;
  private final Thread thread;
  private final Object lock = new Object();

  // Guarded by the lock.
  private CompletableFuture<Void> wanted = new CompletableFuture<>();
  private boolean asked;
  private boolean closed;

  // The autosave's thread alone touches these.
  private Checkpoint room = new Checkpoint();
  private Gauges saved;
  private boolean failed;
  private long savedAt;
  private long waitNanos;

  /**
   * Begins; best before the trainer's first step, since only points from now on are seen.
   *
   * @param interval time between two checkpoints; zero for none but at a halt
   */
  public Autosave(Trainer trainer, Duration interval, Keeper keeper) {
    this.trainer = trainer;
    this.intervalNanos = interval.toNanos();
    this.keeper = keeper;
    this.curve = trainer.followCurve();
    this.waitNanos = Math.min(FIRST_NANOS, intervalNanos);
    this.thread = new Thread(this::loop, "autosave");
    thread.setDaemon(true);
    thread.start();
  }

  /** Saves at another interval from now on; zero for none but at a halt. */
  public void every(Duration interval) {
    intervalNanos = interval.toNanos();
  }

  /** Asks for a checkpoint now; the future is done when it has been handed to the keeper. */
  public CompletableFuture<Void> saveNow() {
    synchronized (lock) {
      if (closed) {
        return CompletableFuture.completedFuture(null);
      }
      asked = true;
      lock.notifyAll();
      return wanted;
    }
  }

  /** Saves what is not saved yet and ends; waits for it. The trainer may be closed before. */
  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      lock.notifyAll();
    }
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void loop() {
    savedAt = System.nanoTime();
    boolean last = false;
    while (!last) {
      boolean now;
      CompletableFuture<Void> answer;
      synchronized (lock) {
        last = awaitTick();
        now = asked;
        asked = false;
        answer = wanted;
        if (now || last) {
          wanted = new CompletableFuture<>();
        }
      }
      try {
        work(now, last);
      } catch (RuntimeException | OutOfMemoryError e) {
        LOG.error("A run could not be kept", e);
      }
      if (now || last) {
        answer.complete(null);
      }
    }
  }

  /** Waits a little, or until there is something to do; says whether it is the last time. */
  private boolean awaitTick() {
    long interval = intervalNanos;
    long tick = interval == 0 ? TICK_NANOS : Math.min(TICK_NANOS, Math.max(MILLI, interval / 2));
    long until = System.nanoTime() + tick;
    while (!closed && !asked && until - System.nanoTime() >= MILLI) {
      try {
        lock.wait((until - System.nanoTime()) / MILLI);
      } catch (InterruptedException e) {
        closed = true;
      }
    }
    return closed;
  }

  private void work(boolean asked, boolean last) {
    drain();
    Gauges now = trainer.gauges();
    long since = System.nanoTime() - savedAt;
    boolean moved = saved == null ? last || now.iteration() > 0 : !now.equals(saved);
    boolean running = now.state() == Trainer.State.RUNNING;
    boolean halted = !running && since >= (failed ? PATIENCE_NANOS : NANOS);
    long interval = intervalNanos;
    boolean due = running && interval > 0 && since >= Math.min(waitNanos, interval);
    if (asked || (moved && (last || halted || due))) {
      if (due) {
        // Early on much changes in a second, and little is lost by a copy of a young run.
        waitNanos = Math.min(interval, 2 * Math.max(waitNanos, MILLI));
      }
      savedAt = System.nanoTime();
      Checkpoint copy = copy();
      drain();
      failed = !keeper.save(copy, now);
      saved = failed ? saved : now;
    }
  }

  private Checkpoint copy() {
    try {
      room = trainer.checkpoint(room).get();
      return room;
    } catch (InterruptedException | ExecutionException e) {
      room = new Checkpoint(); // the other may be half written
      throw new IllegalStateException("There was no copy of the run.", e);
    }
  }

  private void drain() {
    List<CurvePoint> points = new ArrayList<>();
    for (CurvePoint point = curve.poll(); point != null; point = curve.poll()) {
      points.add(point);
    }
    if (!points.isEmpty()) {
      keeper.append(points);
    }
  }
}
