package tsbn.math;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ejml.data.FMatrixRMaj;

/**
 * Gets the vector kernels compiled. Until the just-in-time compiler has seen enough of it, code on
 * the Vector API is a hundred times slower than plain Java: it makes an object for every vector. So
 * a thread of its own exercises every kernel on small matrices, and the rest of the program goes on
 * with plain kernels until the vector ones have overtaken them. Both give the same bits; nobody
 * sees the change but by the clock.
 */
final class WarmUp implements Runnable {
  /** No kernel may be slower than the plain one by more than this: one that is not compiled is. */
  private static final double MOST_SLOWER = 2;

  /** After so long the vectors of this machine are no good. */
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(120);

  private static final CountDownLatch ENDED = new CountDownLatch(1);
  private static boolean started;
  private static volatile boolean warm;

  private WarmUp() {}

  /** Begins, if nobody did before. */
  static synchronized void begin() {
    if (!started) {
      started = true;
      Thread thread = new Thread(new WarmUp(), "kernels-warm-up");
      thread.setDaemon(true);
      thread.setPriority(Thread.MIN_PRIORITY);
      thread.start();
    }
  }

  /** Whether the vector kernels are faster than the plain ones by now. */
  static boolean warm() {
    return warm;
  }

  /** Waits until it has ended, but not for ever. */
  static void await(Duration most) throws InterruptedException {
    begin();
    ENDED.await(most.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void run() {
    try {
      Workers alone = new Workers();
      alone.use(1);
      List<Exercise> exercises = Exercise.all();
      Kernels vectors = new VectorKernels(alone);
      Kernels plain = new PlainKernels(alone);
      long begin = System.nanoTime();
      boolean faster = false;
      while (!faster && System.nanoTime() - begin < PATIENCE) {
        exercises.forEach(exercise -> exercise.run(vectors, plain));
        faster = faster(exercises);
      }
      warm = faster;
    } finally {
      ENDED.countDown();
    }
  }

  /** By the best times so far, which others who want the processor do not disturb. */
  private static boolean faster(List<Exercise> exercises) {
    long ofVectors = 0;
    long ofPlain = 0;
    for (Exercise exercise : exercises) {
      if (exercise.ofVectors > MOST_SLOWER * exercise.ofPlain) {
        return false;
      }
      ofVectors += exercise.ofVectors;
      ofPlain += exercise.ofPlain;
    }
    return ofVectors < ofPlain;
  }

  /** Every kernel once, on matrices of one shape. */
  private static final class Exercise {
    /** Many, few and single rows; wide, narrow and odd columns. */
    private static final int[][] SHAPES = {
      {100, 90, 100}, {40, 70, 90}, {12, 100, 100}, {1, 100, 100}, {1, 100, 40}, {30, 40, 7}
    };

    private static final int REPEATS = 4;

    private final FMatrixRMaj a;
    private final FMatrixRMaj b;
    private final FMatrixRMaj c;
    private final FMatrixRMaj x;
    private final FMatrixRMaj gradient;
    private final double[] logP;
    private final RandomStream random = new RandomStream(1);
    private long ofVectors = Long.MAX_VALUE;
    private long ofPlain = Long.MAX_VALUE;

    private Exercise(int rows, int inner, int columns, double density) {
      a = new FMatrixRMaj(rows, inner);
      b = new FMatrixRMaj(inner, columns);
      c = new FMatrixRMaj(rows, columns);
      x = new FMatrixRMaj(rows, columns);
      gradient = new FMatrixRMaj(inner, columns);
      logP = new double[rows];
      for (int i = 0; i < a.getNumElements(); i++) {
        a.data[i] = random.nextFloat() < density ? random.nextFloat() - 0.5f : 0;
      }
      for (int i = 0; i < b.getNumElements(); i++) {
        b.data[i] = random.nextFloat() - 0.5f;
      }
    }

    static List<Exercise> all() {
      List<Exercise> all = new ArrayList<>();
      for (int[] shape : SHAPES) {
        all.add(new Exercise(shape[0], shape[1], shape[2], 0.5));
        all.add(new Exercise(shape[0], shape[1], shape[2], 0.05));
      }
      return all;
    }

    void run(Kernels vectors, Kernels plain) {
      ofVectors = Math.min(ofVectors, nanos(vectors));
      ofPlain = Math.min(ofPlain, nanos(plain));
    }

    /** How long an implementation takes. */
    private long nanos(Kernels kernels) {
      long begin = System.nanoTime();
      for (int i = 0; i < REPEATS; i++) {
        c.zero();
        kernels.multiplyAdd(a, 0, kernels.pack(b, null), c, 0, a.numRows);
        kernels.drawBernoulli(c, 0, x, 0, c.numRows, random);
        kernels.scoreBernoulli(x, c, 1, logP);
        kernels.scoreCounts(x, c, 1, logP);
        kernels.transposedMultiplyAdd(a, 0, c, 0, c.numRows, gradient);
        kernels.sigmoid(c, 0, x, 0, c.numRows);
        logP[0] += kernels.logBernoulli(x.data, 0, c.data, c.numCols);
      }
      return System.nanoTime() - begin;
    }
  }
}
