package tsbn.learn;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ejml.data.FMatrixRMaj;
import tsbn.model.Parameters;

/**
 * An update rule that treats every parameter alike. It sees the blocks in pieces that stay in the
 * first-level cache, so it can be a few short loops, which the compiler turns into vector
 * instructions where it gives up on one long loop.
 */
abstract class UpdateRule implements Stateful {
  private final Map<String, Parameters> moments = new LinkedHashMap<>();
  private int steps;

  /** Zeros in the form of some parameters, which the rule keeps between steps: block by block. */
  final float[][] moment(String name, Parameters form) {
    Parameters zeros = form.zeros();
    moments.put(name, zeros);
    return zeros.blocks().stream().map(FMatrixRMaj::getData).toArray(float[][]::new);
  }

  /** Begins the next step. */
  final void next(TrainingSettings settings, double stepSize) {
    steps++;
    begin(settings, stepSize);
  }

  /** Steps begun, with the present one. */
  final int steps() {
    return steps;
  }

  /** Reads the rates of the step that begins. */
  abstract void begin(TrainingSettings settings, double stepSize);

  /**
   * Updates the entries from .. to - 1 of one block w along its gradient g. Several threads may do
   * so for different entries.
   */
  abstract void update(int block, float[] w, float[] g, int from, int to);

  @Override
  public final void save(StateArrays to, String prefix) {
    to.put(prefix + "steps", steps);
    moments.forEach((name, values) -> to.put(prefix + name + "/", values));
  }

  @Override
  public final void restore(StateArrays from, String prefix) {
    steps = Math.toIntExact(from.number(prefix + "steps"));
    moments.forEach((name, values) -> from.get(prefix + name + "/", values));
  }
}
