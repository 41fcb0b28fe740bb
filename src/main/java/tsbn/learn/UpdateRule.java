package tsbn.learn;

import org.ejml.data.FMatrixRMaj;
import tsbn.model.Parameters;

/**
 * An update rule that treats every parameter alike. It sees the blocks in pieces that stay in the
 * first-level cache, so it can be a few short loops, which the compiler turns into vector
 * instructions where it gives up on one long loop.
 */
abstract class UpdateRule {

  /** The values of every block of some parameters, in order. */
  static float[][] arrays(Parameters parameters) {
    return parameters.blocks().stream().map(FMatrixRMaj::getData).toArray(float[][]::new);
  }

  /** Reads the rates of the step that begins. */
  abstract void begin(TrainingSettings settings, double stepSize);

  /**
   * Updates the entries from .. to - 1 of one block w along its gradient g. Several threads may do
   * so for different entries.
   */
  abstract void update(int block, float[] w, float[] g, int from, int to);
}
