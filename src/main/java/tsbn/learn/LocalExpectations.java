package tsbn.learn;

import tsbn.model.Parameters;
import tsbn.model.sbn.LocalExpectation;
import tsbn.model.sbn.TemporalSbn;
import tsbn.model.sbn.Trace;

/**
 * Local expectation gradients for phi: the expectation of the own-step estimate over every unit's
 * own two states, exactly. In deep models l_t is centred by the running mean of the steps before.
 */
final class LocalExpectations extends GradientEstimator {
  private final LocalExpectation expectation;
  private final RunningMoments moments = new RunningMoments();
  private double[] values = new double[0];

  LocalExpectations(TemporalSbn model, TrainingSettings settings) {
    super(model, settings);
    expectation = new LocalExpectation(model);
  }

  @Override
  void estimate(Trace trace, Parameters gradient, Parameters baselineGradient) {
    int rows = trace.layout().rows();
    int k = trace.layout().samples();
    values = reserve(values, rows);
    // Before this pass is included: a centre that knew it would bias the estimate.
    double centre = moments.mean();
    for (int row = 0; row < rows; row++) {
      values[row] = trace.term(row);
    }
    moments.include(values, rows);
    addGenerativeMean(trace, gradient);
    expectation.accumulate(trace, centre, 1.0 / k, gradient);
  }

  @Override
  public void save(StateArrays to, String prefix) {
    moments.save(to, prefix + "moments/");
  }

  @Override
  public void restore(StateArrays from, String prefix) {
    moments.restore(from, prefix + "moments/");
  }

  @Override
  double signalVariance() {
    return moments.variance();
  }
}
