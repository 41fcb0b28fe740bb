package tsbn.model.sbn;

import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import tsbn.math.Kernels;

/**
 * What log p of counts gains by each hidden unit's being on rather than off, the others as they
 * are, for all units at once. With p = softmax(eta) and s = 1 for a unit that is off, -1 for one
 * that is on, switching unit j changes log p(v) by
 *
 * <pre>  s sum_m v_m W_jm - N log sum_m p_m e^(s W_jm),</pre>
 *
 * so that three products serve where otherwise each of J units would need a softmax of its own.
 */
final class SoftmaxFlips {
  private final Kernels kernels;
  private final FMatrixRMaj exponentials = new FMatrixRMaj(0, 0);
  private final FMatrixRMaj negative = new FMatrixRMaj(0, 0);
  private final FMatrixRMaj byFrame = new FMatrixRMaj(0, 0);
  private final FMatrixRMaj[] factors = {new FMatrixRMaj(0, 0), new FMatrixRMaj(0, 0)};
  private Kernels.Packed packed;

  SoftmaxFlips(Kernels kernels) {
    this.kernels = kernels;
  }

  /**
   * The gains.
   *
   * @param v counts, frames x M; a row serves consecutive rows of the others. Not modified.
   * @param eta natural parameters, rows x M; becomes their softmax. Modified.
   * @param x states, rows x J, each 0 or 1. Not modified.
   * @param weights J x M. Not modified.
   * @param gains reshaped to rows x J: log p(v) with the unit on less log p(v) with it off.
   *     Modified.
   */
  void gains(
      FMatrixRMaj v, FMatrixRMaj eta, FMatrixRMaj x, FMatrixRMaj weights, FMatrixRMaj gains) {
    int units = weights.numRows;
    int share = eta.numRows / v.numRows;
    // v W'
    multiply(v, weights, byFrame);
    // p (e^W)' and p (e^-W)'
    kernels.softmax(eta);
    exponentials.reshape(units, weights.numCols);
    negative.reshape(units, weights.numCols);
    kernels.exp(weights, exponentials);
    multiply(eta, exponentials, factors[0]);
    CommonOps_FDRM.changeSign(weights, negative);
    kernels.exp(negative, exponentials);
    multiply(eta, exponentials, factors[1]);
    gains.reshape(eta.numRows, units);
    double total = 0;
    for (int row = 0; row < eta.numRows; row++) {
      int frame = row / share;
      total = row % share == 0 ? total(v, frame) : total;
      for (int j = 0; j < units; j++) {
        int at = row * units + j;
        boolean on = x.data[at] > 0;
        double log = Math.log(factors[on ? 1 : 0].data[at]);
        gains.data[at] = (float) (byFrame.data[frame * units + j] + (on ? total : -total) * log);
      }
    }
  }

  private void multiply(FMatrixRMaj a, FMatrixRMaj transposed, FMatrixRMaj into) {
    into.reshape(a.numRows, transposed.numRows);
    into.zero();
    packed = kernels.packTransposed(transposed, packed);
    kernels.multiplyAdd(a, 0, packed, into, 0, a.numRows);
  }

  private static double total(FMatrixRMaj v, int row) {
    double total = 0;
    for (int i = row * v.numCols; i < (row + 1) * v.numCols; i++) {
      total += v.data[i];
    }
    return total;
  }
}
