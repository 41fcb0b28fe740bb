package tsbn.math;

import org.ejml.data.FMatrixRMaj;

/** Plain kernels at first, vector kernels as soon as they are compiled: see {@link WarmUp}. */
final class WarmingKernels implements Kernels {
  private final Workers workers = new Workers();
  private final Kernels plain = new PlainKernels(workers);
  private final Kernels vectors = new VectorKernels(workers);

  WarmingKernels() {
    WarmUp.begin();
  }

  private Kernels now() {
    return WarmUp.warm() ? vectors : plain;
  }

  @Override
  public Workers workers() {
    return workers;
  }

  @Override
  public Packed pack(FMatrixRMaj b, Packed reuse) {
    return now().pack(b, reuse);
  }

  @Override
  public Packed packTransposed(FMatrixRMaj b, Packed reuse) {
    return now().packTransposed(b, reuse);
  }

  @Override
  public void hold(FMatrixRMaj a) {
    plain.hold(a);
    vectors.hold(a);
  }

  @Override
  public boolean isHeld(FMatrixRMaj a) {
    return plain.isHeld(a) && vectors.isHeld(a);
  }

  @Override
  public void multiplyAdd(FMatrixRMaj a, int aRow, Packed b, FMatrixRMaj c, int cRow, int rows) {
    // Whoever packed the matrix knows how to read it.
    Kernels packer = b instanceof VectorKernels.VectorPacked ? vectors : plain;
    packer.multiplyAdd(a, aRow, b, c, cRow, rows);
  }

  @Override
  public void transposedMultiplyAdd(
      FMatrixRMaj a, int aRow, FMatrixRMaj d, int dRow, int rows, FMatrixRMaj c) {
    now().transposedMultiplyAdd(a, aRow, d, dRow, rows, c);
  }

  @Override
  public void scoreBernoulli(FMatrixRMaj x, FMatrixRMaj eta, int share, double[] logP) {
    now().scoreBernoulli(x, eta, share, logP);
  }

  @Override
  public double logBernoulli(float[] x, int at, float[] eta, int count) {
    return now().logBernoulli(x, at, eta, count);
  }

  @Override
  public void drawBernoulli(
      FMatrixRMaj eta, int etaRow, FMatrixRMaj x, int xRow, int rows, RandomStream random) {
    now().drawBernoulli(eta, etaRow, x, xRow, rows, random);
  }

  @Override
  public void sigmoid(FMatrixRMaj eta, int etaRow, FMatrixRMaj x, int xRow, int rows) {
    now().sigmoid(eta, etaRow, x, xRow, rows);
  }

  @Override
  public void scoreCounts(FMatrixRMaj x, FMatrixRMaj eta, int share, double[] logP) {
    now().scoreCounts(x, eta, share, logP);
  }

  @Override
  public void softmax(FMatrixRMaj eta) {
    now().softmax(eta);
  }

  @Override
  public void exp(FMatrixRMaj x, FMatrixRMaj out) {
    now().exp(x, out);
  }
}
