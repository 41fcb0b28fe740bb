package tsbn.model.sbn;

import org.ejml.data.FMatrixRMaj;
import tsbn.math.Kernels;
import tsbn.math.RandomStream;

/**
 * Real values with a diagonal normal: heads mu and log sigma, log p = -(log sigma + (v - mu)^2 / (2
 * sigma^2) + log(2 pi) / 2). log sigma is held within {@link #LEAST} and {@link #MOST}, so that a
 * constant column cannot make the likelihood infinite. Beyond these limits the gradient of log
 * sigma is zero, but for one that leads back.
 */
final class NormalEmission extends Emission {
  /** The least log sigma: a column adds at most 5.1 nats a frame. */
  static final float LEAST = -6;

  /** The largest log sigma. */
  static final float MOST = 6;

  private static final double HALF_LOG_2_PI = 0.5 * Math.log(2 * Math.PI);

  private final Kernels kernels;
  private final FMatrixRMaj precision = new FMatrixRMaj(0, 0);

  NormalEmission(Kernels kernels) {
    this.kernels = kernels;
  }

  private static float clamp(float logSigma) {
    return Math.max(LEAST, Math.min(MOST, logSigma));
  }

  @Override
  void score(FMatrixRMaj frames, FMatrixRMaj[] heads, int share, double[] logP) {
    precisions(heads[1]);
    int units = frames.numCols;
    float[] mu = heads[0].data;
    float[] logSigma = heads[1].data;
    for (int row = 0; row < heads[0].numRows; row++) {
      double sum = units * HALF_LOG_2_PI;
      int from = row / share * units;
      for (int i = 0; i < units; i++) {
        int at = row * units + i;
        float log = clamp(logSigma[at]);
        float z = (frames.data[from + i] - mu[at]) * precision.data[at];
        sum += log + 0.5f * z * z;
        float slope = z * z - 1;
        boolean outwards = log == logSigma[at] ? false : logSigma[at] > MOST == slope > 0;
        mu[at] = z * precision.data[at];
        logSigma[at] = outwards ? 0 : slope;
      }
      logP[row] -= sum;
    }
  }

  /** precision = 1 / sigma. */
  private void precisions(FMatrixRMaj logSigma) {
    precision.reshape(logSigma.numRows, logSigma.numCols);
    for (int i = 0; i < logSigma.getNumElements(); i++) {
      precision.data[i] = -clamp(logSigma.data[i]);
    }
    kernels.exp(precision, precision);
  }

  @Override
  double logP(float[] frames, int at, float[][] eta, int units) {
    double sum = 0;
    for (int i = 0; i < units; i++) {
      float log = clamp(eta[1][i]);
      float z = (frames[at + i] - eta[0][i]) * (float) Math.exp(-log);
      sum -= log + 0.5f * z * z + HALF_LOG_2_PI;
    }
    return sum;
  }

  @Override
  void mean(FMatrixRMaj[] heads, FMatrixRMaj mean) {
    FMatrixRMaj mu = heads[0];
    mean.reshape(mu.numRows, mu.numCols);
    System.arraycopy(mu.data, 0, mean.data, 0, mu.getNumElements());
  }

  @Override
  void temper(FMatrixRMaj[] heads, double temperature) {
    float wider = (float) (0.5 * Math.log(temperature));
    FMatrixRMaj logSigma = heads[1];
    for (int i = 0; i < logSigma.getNumElements(); i++) {
      logSigma.data[i] = clamp(logSigma.data[i]) + wider;
    }
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
      double sigma = Math.exp(clamp(heads[1].data[row * units + i]));
      out[at + i] = (float) (mean.data[row * units + i] + sigma * random.nextGaussian());
    }
  }
}
