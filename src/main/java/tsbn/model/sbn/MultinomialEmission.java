package tsbn.model.sbn;

import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import tsbn.math.RandomStream;

/**
 * Counts v given their total N: log p = sum_m v_m log softmax(eta)_m. The multinomial coefficient,
 * which no parameter changes, is left out, as in the paper.
 */
final class MultinomialEmission extends Emission {

  @Override
  void score(FMatrixRMaj frames, FMatrixRMaj[] heads, int share, double[] logP) {
    FMatrixRMaj eta = heads[0];
    int units = eta.numCols;
    for (int row = 0; row < eta.numRows; row++) {
      int from = row / share * units;
      double total = 0;
      double dot = 0;
      for (int i = 0; i < units; i++) {
        total += frames.data[from + i];
        dot += (double) frames.data[from + i] * eta.data[row * units + i];
      }
      logP[row] += dot - total * softmax(eta.data, row * units, units);
      for (int i = 0; i < units; i++) {
        int at = row * units + i;
        eta.data[at] = frames.data[from + i] - (float) total * eta.data[at];
      }
    }
  }

  /**
   * Replaces a row by its softmax.
   *
   * @return log sum exp of what it was
   */
  private static double softmax(float[] eta, int at, int units) {
    float largest = Float.NEGATIVE_INFINITY;
    for (int i = at; i < at + units; i++) {
      largest = Math.max(largest, eta[i]);
    }
    double sum = 0;
    for (int i = at; i < at + units; i++) {
      double e = Math.exp(eta[i] - largest);
      eta[i] = (float) e;
      sum += e;
    }
    float scale = (float) (1 / sum);
    for (int i = at; i < at + units; i++) {
      eta[i] *= scale;
    }
    return largest + Math.log(sum);
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
    for (int row = 0; row < mean.numRows; row++) {
      softmax(mean.data, row * mean.numCols, mean.numCols);
    }
  }

  /** Draws the counts one by one. */
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
