package tsbn.math;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;

/**
 * Threads that help another one with its work. There is one pool for the whole program, of as many
 * threads as there are processors but one, made when it is first needed; its threads park while
 * there is nothing to do. Work is cut into parts that do not depend on who does them, so results do
 * not depend on the number of threads.
 *
 * <p>While somebody else has the pool, a caller does all of its work itself.
 */
public final class Workers {
  /** Operations of a product that are worth a thread of their own: some tens of microseconds. */
  private static final double WORTHWHILE = 2e6;

  /** How often a thread looks for the next job before it parks: some tens of microseconds. */
  private static final int LOOKS = 2000;

  private int threads = automatic();

  /** One for each processor but one, which is left to the window and the compiler. */
  public static int automatic() {
    return Math.max(1, most() - 1);
  }

  /** The most threads there can be: one for each processor. */
  public static int most() {
    return Runtime.getRuntime().availableProcessors();
  }

  /**
   * Uses so many threads from now on.
   *
   * @param count of threads with the caller, no more than there are processors; 0, as at first, for
   *     {@link #automatic}
   */
  public void use(int count) {
    threads = count == 0 ? automatic() : Math.min(count, most());
  }

  /** In how many parts work of so many operations should be cut: small work in one. */
  public int parts(double operations) {
    return Math.max(1, (int) Math.min(threads, operations / WORTHWHILE));
  }

  /** Does parts 0 .. parts - 1, in any order, and returns when all are done. */
  public void run(int parts, IntConsumer part) {
    boolean alone = parts == 1 || threads == 1 || Pool.LOCK.isHeldByCurrentThread();
    if (alone || !Pool.LOCK.tryLock()) {
      for (int i = 0; i < parts; i++) {
        part.accept(i);
      }
      return;
    }
    try {
      Job job = new Job(parts, part);
      Pool.start(job, Math.min(parts, threads) - 1);
      job.help();
      job.await();
    } finally {
      Pool.LOCK.unlock();
    }
  }

  /** Some parts to do. A thread that comes late finds nothing left to do. */
  private static final class Job {
    private final int parts;
    private final IntConsumer part;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private volatile Throwable failure;

    Job(int parts, IntConsumer part) {
      this.parts = parts;
      this.part = part;
    }

    void help() {
      for (int i = next.getAndIncrement(); i < parts; i = next.getAndIncrement()) {
        try {
          part.accept(i);
        } catch (Throwable thrown) { // the caller gets it
          failure = thrown;
        }
        done.incrementAndGet();
      }
    }

    void await() {
      while (done.get() < parts) {
        Thread.onSpinWait();
      }
      if (failure instanceof Error error) {
        throw error;
      }
      if (failure instanceof RuntimeException exception) {
        throw exception;
      }
    }
  }

  /** The threads, one job each at a time. */
  private static final class Pool {
    static final ReentrantLock LOCK = new ReentrantLock();
    private static final PoolThread[] THREADS = new PoolThread[most() - 1];

    /** Gives a job to some threads; with the lock held. */
    static void start(Job job, int helpers) {
      for (int i = 0; i < helpers; i++) {
        if (THREADS[i] == null) {
          THREADS[i] = new PoolThread("kernels-" + (i + 1));
          THREADS[i].start();
        }
        THREADS[i].take(job);
      }
    }
  }

  /** A thread of the pool. */
  private static final class PoolThread extends Thread {
    private volatile Job job;
    private volatile boolean parked;

    PoolThread(String name) {
      super(name);
      setDaemon(true);
    }

    void take(Job next) {
      job = next;
      if (parked) {
        LockSupport.unpark(this);
      }
    }

    @Override
    public void run() {
      Job last = null;
      while (true) {
        last = await(last);
        last.help();
      }
    }

    private Job await(Job last) {
      int looks = 0;
      while (job == last) {
        if (++looks < LOOKS) {
          Thread.onSpinWait();
        } else {
          parked = true;
          if (job == last) {
            LockSupport.park(this);
          }
          parked = false;
        }
      }
      return job;
    }
  }
}
