package tsbn.learn;

import org.ejml.data.FMatrixRMaj;
import tsbn.model.Parameters;

/**
 * An update rule that treats every parameter alike. It works through each block in pieces that stay
 * in the first-level cache, so that a rule can be a few short loops, which the compiler turns into
 * vector instructions where it gives up on one long loop.
 */
abstract class BlockwiseOptimiser implements Optimiser {
  private static final int PIECE = 1024;

  /** The values of every block of some parameters, in order. */
  static float[][] arrays(Parameters parameters) {
    return parameters.blocks().stream().map(FMatrixRMaj::getData).toArray(float[][]::new);
  }

  @Override
  public final void update(
      Parameters parameters, Parameters gradient, TrainingSettings settings, double stepSize) {
    begin(settings, stepSize);
    float[][] w = arrays(parameters);
    float[][] g = arrays(gradient);
    for (int block = 0; block < w.length; block++) {
      for (int from = 0; from < w[block].length; from += PIECE) {
        update(block, w[block], g[block], from, Math.min(from + PIECE, w[block].length));
      }
    }
  }

  /** Reads the rates of the step that begins. */
  abstract void begin(TrainingSettings settings, double stepSize);

  /** Updates the entries from .. to - 1 of one block w along its gradient g. */
  abstract void update(int block, float[] w, float[] g, int from, int to);
}
