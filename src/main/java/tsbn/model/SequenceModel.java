package tsbn.model;

import org.ejml.data.FMatrixRMaj;
import tsbn.math.RandomStream;

/** A generative model of sequences. */
public interface SequenceModel {

  /** Visible units M. */
  int visible();

  /**
   * A fresh predictor that has observed nothing.
   *
   * @param samples how many hidden samples its expectation averages over (1 = the paper)
   */
  Predictor predictor(int samples, RandomStream random);

  /**
   * Ancestral sampling, after a primer where one is given.
   *
   * @param primer K x M frames that come before the simulated ones; null or without rows for none.
   *     Not modified.
   * @param steps number of frames to make, at least 1; the primer is not among them
   * @param feedback what later frames see of a simulated one
   * @param guide what leads it on the way
   */
  Simulation simulate(
      FMatrixRMaj primer, int steps, Feedback feedback, Guide guide, RandomStream random);

  /** The same without a guide. */
  default Simulation simulate(
      FMatrixRMaj primer, int steps, Feedback feedback, RandomStream random) {
    return simulate(primer, steps, feedback, Guide.NONE, random);
  }
}
