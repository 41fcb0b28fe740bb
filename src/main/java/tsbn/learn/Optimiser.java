package tsbn.learn;

import tsbn.math.Workers;
import tsbn.model.Parameters;

/**
 * An update rule of section 8 of the model: climbs along a gradient. It keeps its state per block
 * and reads the step size and the other rates from the settings of each call, so they may change
 * while training.
 */
public interface Optimiser extends Stateful {

  /**
   * Takes one step and uses the gradient up: it is zero afterwards, ready for the next sum.
   *
   * @param parameters Modified.
   * @param gradient of the bound, same blocks. Set to zero.
   * @param factors what each block of the gradient is multiplied with first. Not modified.
   * @param stepSize the learning rate of this step
   * @return the norm of the gradient with these factors
   */
  double update(
      Parameters parameters,
      Parameters gradient,
      double[] factors,
      TrainingSettings settings,
      double stepSize);

  /** The norm of a gradient with these factors; it is not used up. */
  double norm(Parameters gradient, double[] factors);

  /**
   * An optimiser for parameters of that form.
   *
   * @param workers who share the work
   */
  static Optimiser create(OptimiserKind kind, Parameters form, Workers workers) {
    UpdateRule rule =
        switch (kind) {
          case RMSPROP -> new RmsProp(form);
          case ADAM -> new Adam(form, false);
          case ADAMW -> new Adam(form, true);
          case ADAGRAD -> new AdaGrad(form);
          case SGD -> new Sgd(form);
        };
    return new BlockwiseOptimiser(rule, form, workers);
  }
}
