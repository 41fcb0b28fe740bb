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
  /** Rounds in a row that must be faster than the plain kernels'. */
  private static final int CONVINCING = 5;

  /** After so long the vectors of this machine are no good. */
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

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
      int convincing = 0;
      while (convincing < CONVINCING && System.nanoTime() - begin < PATIENCE) {
        convincing = faster(exercises, vectors, plain) ? convincing + 1 : 0;
      }
      warm = convincing == CONVINCING;
    } finally {
      ENDED.countDown();
    }
  }

  private static boolean faster(List<Exercise> exercises, Kernels vectors, Kernels plain) {
    boolean all = true;
    for (Exercise exercise : exercises) {
      all &= exercise.nanos(vectors) <= exercise.nanos(plain);
    }
    return all;
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

    /** How long an implementation takes. */
    long nanos(Kernels kernels) {
      long begin = System.nanoTime();
      for (int i = 0; i < REPEATS; i++) {
        c.zero();
        kernels.multiplyAdd(a, 0, kernels.pack(b, null), c, 0, a.numRows);
        kernels.drawBernoulli(c, 0, x, 0, c.numRows, random);
        kernels.scoreBernoulli(x, c, 1, logP);
        kernels.transposedMultiplyAdd(a, 0, c, 0, c.numRows, gradient);
        kernels.sigmoid(c, 0, x, 0, c.numRows);
        logP[0] += kernels.logBernoulli(x.data, 0, c.data, c.numCols);
      }
      return System.nanoTime() - begin;
    }
  }
}
