package tsbn.model.sbn;

import org.ejml.data.FMatrixRMaj;
import tsbn.math.RandomStream;
import tsbn.model.Parameters;
import tsbn.model.Predictor;
import tsbn.model.SequenceModel;
import tsbn.model.Simulation;

/** A Temporal Sigmoid Belief Network: its architecture and its parameters. */
public final class TemporalSbn implements SequenceModel {
  private final Architecture architecture;
  private final Parameters parameters;

  private TemporalSbn(Architecture architecture, Parameters parameters) {
    this.architecture = architecture;
    this.parameters = parameters;
  }

  /** A model with normal weights of the given standard deviation and zero biases. */
  public static TemporalSbn initialise(
      Architecture architecture, double scale, RandomStream random) {
    throw new UnsupportedOperationException();
  }

  public Architecture architecture() {
    return architecture;
  }

  /** The live parameters of p and q, by the paper's symbols. */
  public Parameters parameters() {
    return parameters;
  }

  /** A model of its own with the same values. */
  public TemporalSbn copy() {
    return new TemporalSbn(architecture, parameters.copy());
  }

  /** What each unit of the first hidden layer draws: W2, {@code J x M}; row j is unit j. */
  public FMatrixRMaj dictionary() {
    throw new UnsupportedOperationException();
  }

  @Override
  public int visible() {
    return architecture.visible();
  }

  @Override
  public Predictor predictor(int samples, RandomStream random) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Simulation simulate(
      FMatrixRMaj primer, int steps, boolean feedMeans, RandomStream random) {
    throw new UnsupportedOperationException();
  }
}
