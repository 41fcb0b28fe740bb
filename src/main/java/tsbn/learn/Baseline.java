package tsbn.learn;

import org.ejml.data.FMatrixRMaj;
import tsbn.math.Kernels;
import tsbn.math.RandomStream;
import tsbn.model.Parameters;

/**
 * The data-dependent baseline of NVIL (Mnih and Gregor 2014): C(v_t) = A1 tanh(A2 v_t), without
 * biases. It is trained on the signal that it centres.
 */
final class Baseline {
  private final Kernels kernels;
  private final Parameters parameters = new Parameters();
  private final FMatrixRMaj output;
  private final FMatrixRMaj input;
  private final FMatrixRMaj hidden = new FMatrixRMaj(0, 0);
  private final FMatrixRMaj delta = new FMatrixRMaj(0, 0);
  private Kernels.Packed packed;

  /** A baseline with normal weights of the given standard deviation. */
  Baseline(Kernels kernels, int visible, int units, double scale, RandomStream random) {
    this.kernels = kernels;
    this.output = parameters.add("A1", 1, units);
    this.input = parameters.add("A2", visible, units);
    for (FMatrixRMaj block : parameters.blocks()) {
      for (int i = 0; i < block.getNumElements(); i++) {
        block.data[i] = (float) (scale * random.nextGaussian());
      }
    }
  }

  /** The live parameters: A1 (1 x units) and A2 (visible x units, the transpose of the paper's). */
  Parameters parameters() {
    return parameters;
  }

  /**
   * C(v_t) of every row.
   *
   * @param frames rows x visible. Not modified.
   * @param out one value a row. Modified.
   */
  void evaluate(FMatrixRMaj frames, double[] out) {
    int units = output.numCols;
    hidden.reshape(frames.numRows, units);
    hidden.zero();
    packed = kernels.pack(input, packed);
    kernels.multiplyAdd(frames, 0, packed, hidden, 0, frames.numRows);
    // tanh(a) = 2 sigmoid(2 a) - 1
    int values = hidden.getNumElements();
    for (int i = 0; i < values; i++) {
      hidden.data[i] *= 2;
    }
    kernels.sigmoid(hidden, 0, hidden, 0, frames.numRows);
    for (int i = 0; i < values; i++) {
      hidden.data[i] = 2 * hidden.data[i] - 1;
    }
    for (int row = 0; row < frames.numRows; row++) {
      double sum = 0;
      for (int j = 0; j < units; j++) {
        int at = row * units + j;
        sum += output.data[j] * hidden.data[at];
      }
      out[row] = sum;
    }
  }

  /**
   * Adds mean_t s_t grad C(v_t) for the frames last evaluated.
   *
   * @param signal s_t by row. Not modified.
   * @param gradient Modified.
   */
  void accumulateGradient(FMatrixRMaj frames, double[] signal, Parameters gradient) {
    int units = output.numCols;
    float[] outputGradient = gradient.get("A1").data;
    delta.reshape(frames.numRows, units);
    for (int row = 0; row < frames.numRows; row++) {
      float s = (float) (signal[row] / frames.numRows);
      for (int j = 0; j < units; j++) {
        float y = hidden.data[row * units + j];
        outputGradient[j] += s * y;
        delta.data[row * units + j] = s * output.data[j] * (1 - y * y);
      }
    }
    kernels.transposedMultiplyAdd(frames, 0, delta, 0, frames.numRows, gradient.get("A2"));
  }
}
