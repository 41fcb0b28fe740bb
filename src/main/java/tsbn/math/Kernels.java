package tsbn.math;

import java.time.Duration;
import org.ejml.data.FMatrixRMaj;

/**
 * The few operations that training spends its time in, behind one seam, so that a faster
 * implementation can take their place without the model knowing. Row-major float matrices; sums of
 * log-probabilities in double. An implementation holds scratch space: use one from one thread at a
 * time.
 */
public interface Kernels {

  /**
   * A matrix laid out for {@link #multiplyAdd}. The matrix it was packed from must not change while
   * it is in use.
   */
  interface Packed {

    /** Number of rows K of the matrix. */
    int rows();

    /** Number of columns N of the matrix. */
    int columns();
  }

  /**
   * The fastest implementation this machine can run: on vectors where the JVM has them, as soon as
   * they are compiled.
   */
  static Kernels best() {
    if (!vectors()) {
      return new PlainKernels(new Workers());
    }
    return WarmUp.warm() ? new VectorKernels(new Workers()) : new WarmingKernels();
  }

  /** What a status bar says of the implementation that is in use now. */
  static String inUse() {
    if (!vectors()) {
      return PlainKernels.DESCRIPTION;
    }
    return WarmUp.warm() ? VectorKernels.DESCRIPTION : PlainKernels.DESCRIPTION;
  }

  /** What the fastest implementation that this machine can run is called. */
  static String fastest() {
    return vectors() ? VectorKernels.DESCRIPTION : PlainKernels.DESCRIPTION;
  }

  /** Begins to compile the fastest implementation in the background, before it is needed. */
  static void warmUp() {
    if (vectors()) {
      WarmUp.begin();
    }
  }

  /**
   * Waits until the fastest implementation is compiled, for measurements that are not about the
   * start.
   */
  static void awaitWarmUp() throws InterruptedException {
    if (vectors()) {
      WarmUp.await(Duration.ofMinutes(3));
    }
  }

  /** Whether the JVM was started with the Vector API, and nobody asked for plain Java. */
  static boolean vectors() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
        && !System.getProperty("tsbn.kernels", "").equals("plain");
  }

  /** Who shares the work. */
  Workers workers();

  /**
   * Packs a matrix.
   *
   * @param b K x N. Not modified.
   * @param reuse an earlier result of this method whose space may be used again, or null
   */
  Packed pack(FMatrixRMaj b, Packed reuse);

  /**
   * Packs the transpose of a matrix.
   *
   * @param b N x K; what is packed is K x N. Not modified.
   * @param reuse an earlier result of this method whose space may be used again, or null
   */
  Packed packTransposed(FMatrixRMaj b, Packed reuse);

  /**
   * Says that a matrix is going to be the left factor A of several products, so that it is laid out
   * for them only once. It must not change until the next call of this method; whoever fills it
   * again calls it again.
   *
   * @param a Not modified.
   */
  void hold(FMatrixRMaj a);

  /** Whether a matrix need not be held again as long as its values stay the same. */
  boolean isHeld(FMatrixRMaj a);

  /**
   * C[cRow..] += A[aRow..] B for {@code rows} rows. Zeros in A are skipped, so sparse frames and
   * binary states cost what they hold.
   *
   * @param a at least {@code aRow + rows} x K. Not modified.
   * @param b K x N. Not modified.
   * @param c at least {@code cRow + rows} x N. Modified.
   */
  void multiplyAdd(FMatrixRMaj a, int aRow, Packed b, FMatrixRMaj c, int cRow, int rows);

  /**
   * C += A[aRow..]' D[dRow..] summed over {@code rows} rows: the gradient of a product's matrix.
   * Zeros in A are skipped.
   *
   * @param a at least {@code aRow + rows} x K. Not modified.
   * @param d at least {@code dRow + rows} x N. Not modified.
   * @param c K x N. Modified.
   */
  void transposedMultiplyAdd(
      FMatrixRMaj a, int aRow, FMatrixRMaj d, int dRow, int rows, FMatrixRMaj c);

  /**
   * Scores Bernoulli units: for every row of eta, adds log p(x) = sum_i x_i eta_i - softplus(eta_i)
   * to {@code logP} and replaces eta by the residual x - sigmoid(eta), the gradient of log p with
   * respect to eta.
   *
   * @param x values in [0, 1]; a row of x serves {@code share} consecutive rows of eta. Not
   *     modified.
   * @param eta natural parameters. Modified.
   * @param share at least 1
   * @param logP one sum for each row of eta. Modified.
   */
  void scoreBernoulli(FMatrixRMaj x, FMatrixRMaj eta, int share, double[] logP);

  /**
   * Scores counts given their total: for every row of eta, adds log p(x) = sum_i x_i (eta_i - log
   * sum_j e^eta_j) to {@code logP}, without the multinomial coefficient, and replaces eta by the
   * residual x - N softmax(eta), N the sum of x: the gradient of log p with respect to eta.
   *
   * @param x counts; a row of x serves {@code share} consecutive rows of eta. Not modified.
   * @param eta natural parameters. Modified.
   * @param share at least 1
   * @param logP one sum for each row of eta. Modified.
   */
  void scoreCounts(FMatrixRMaj x, FMatrixRMaj eta, int share, double[] logP);

  /**
   * Replaces every row by its softmax.
   *
   * @param eta natural parameters. Modified.
   */
  void softmax(FMatrixRMaj eta);

  /**
   * log p(x) = sum_i x_i eta_i - softplus(eta_i) of Bernoulli units.
   *
   * @param x values in [0, 1] from {@code at} on. Not modified.
   * @param eta natural parameters from 0 on. Not modified.
   * @param count number of units
   */
  double logBernoulli(float[] x, int at, float[] eta, int count);

  /**
   * Draws Bernoulli units: x_i = 1 with probability sigmoid(eta_i), else 0.
   *
   * @param eta natural parameters. Not modified.
   * @param x same columns as eta. Modified.
   */
  void drawBernoulli(
      FMatrixRMaj eta, int etaRow, FMatrixRMaj x, int xRow, int rows, RandomStream random);

  /**
   * x = sigmoid(eta).
   *
   * @param eta natural parameters. Not modified.
   * @param x same columns as eta. Modified; may be eta itself.
   */
  void sigmoid(FMatrixRMaj eta, int etaRow, FMatrixRMaj x, int xRow, int rows);

  /**
   * out = e^x, with x cut to [-87, 87].
   *
   * @param x Not modified.
   * @param out same shape as x. Modified; may be x itself.
   */
  void exp(FMatrixRMaj x, FMatrixRMaj out);

  /**
   * x = max(x, 0) in some rows: rectified linear units.
   *
   * @param x Modified.
   */
  static void rectify(FMatrixRMaj x, int row, int rows) {
    for (int i = row * x.numCols; i < (row + rows) * x.numCols; i++) {
      x.data[i] = Math.max(x.data[i], 0);
    }
  }

  /**
   * Takes a gradient through rectified linear units: what belongs to a unit at zero becomes zero.
   *
   * @param x the units' values. Not modified.
   * @param delta gradient with respect to x, becomes that with respect to eta. Modified.
   */
  static void rectifyBack(FMatrixRMaj x, FMatrixRMaj delta, int row, int rows) {
    for (int i = row * x.numCols; i < (row + rows) * x.numCols; i++) {
      delta.data[i] = x.data[i] > 0 ? delta.data[i] : 0;
    }
  }
}
