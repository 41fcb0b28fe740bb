package tsbn.model.sbn;

import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import tsbn.math.Kernels;
import tsbn.math.RandomStream;

/**
 * Counts v given their total N: log p = sum_m v_m log softmax(eta)_m. The multinomial coefficient,
 * which no parameter changes, is left out, as in the paper.
 */
final class MultinomialEmission extends Emission {

  private final Kernels kernels;

  MultinomialEmission(Kernels kernels) {
    this.kernels = kernels;
  }

  @Override
  void score(FMatrixRMaj frames, FMatrixRMaj[] heads, int share, double[] logP) {
    kernels.scoreCounts(frames, heads[0], share, logP);
  }

  @Override
  double logP(float[] frames, int at, float[][] eta, int units) {
    double largest = Double.NEGATIVE_INFINITY;
    double total = 0;
    double dot = 0;
    for (int i = 0; i < units; i++) {
      largest = Math.max(largest, eta[0][i]);
      total += frames[at + i];
      dot += (double) frames[at + i] * eta[0][i];
    }
    double sum = 0;
    for (int i = 0; i < units; i++) {
      sum += Math.exp(eta[0][i] - largest);
    }
    return dot - total * (largest + Math.log(sum));
  }

  @Override
  void mean(FMatrixRMaj[] heads, FMatrixRMaj mean) {
    FMatrixRMaj eta = heads[0];
    mean.reshape(eta.numRows, eta.numCols);
    System.arraycopy(eta.data, 0, mean.data, 0, eta.getNumElements());
    kernels.softmax(mean);
  }

  @Override
  void temper(FMatrixRMaj[] heads, double temperature) {
    CommonOps_FDRM.scale((float) (1 / temperature), heads[0]);
  }

  /** Draws the counts one by one. */
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
    double[] cumulative = new double[units];
    double sum = 0;
    for (int i = 0; i < units; i++) {
      sum += mean.data[row * units + i];
      cumulative[i] = sum;
    }
    Arrays.fill(out, at, at + units, 0);
    for (long draw = Math.round(total); draw > 0; draw--) {
      int found = Arrays.binarySearch(cumulative, random.nextDouble() * sum);
      int word = found < 0 ? -found - 1 : found + 1;
      out[at + Math.min(word, units - 1)]++;
    }
  }
}
