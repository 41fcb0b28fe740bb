package tsbn.model.sbn;

import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import tsbn.math.Kernels;
import tsbn.math.RandomStream;

/** Binary or grey values: log p = v eta - softplus(eta). */
final class BernoulliEmission extends Emission {
  private final Kernels kernels;

  BernoulliEmission(Kernels kernels) {
    this.kernels = kernels;
  }

  @Override
  void score(FMatrixRMaj frames, FMatrixRMaj[] heads, int share, double[] logP) {
    kernels.scoreBernoulli(frames, heads[0], share, logP);
  }

  @Override
  double logP(float[] frames, int at, float[][] eta, int units) {
    return kernels.logBernoulli(frames, at, eta[0], units);
  }

  @Override
  void mean(FMatrixRMaj[] heads, FMatrixRMaj mean) {
    FMatrixRMaj eta = heads[0];
    mean.reshape(eta.numRows, eta.numCols);
    kernels.sigmoid(eta, 0, mean, 0, eta.numRows);
  }

  @Override
  void temper(FMatrixRMaj[] heads, double temperature) {
    CommonOps_FDRM.scale((float) (1 / temperature), heads[0]);
  }

  @Override
  void draw(
      FMatrixRMaj[] heads,
      FMatrixRMaj mean,
      int row,
      double total,
      RandomStream random,
      float[] out,
      int at) {
    int units = mean.numCols;
    for (int i = 0; i < units; i++) {
      out[at + i] = random.nextFloat() < mean.data[row * units + i] ? 1 : 0;
    }
  }
}
