package tsbn.learn;

import tsbn.model.Parameters;

/**
 * An update rule of section 8 of the model: climbs along a gradient. It keeps its state per block
 * and reads the step size and the other rates from the settings of each call, so they may change
 * while training.
 */
public interface Optimiser {

  /**
   * Takes one step.
   *
   * @param parameters Modified.
   * @param gradient of the bound, same blocks. Not modified.
   * @param stepSize the learning rate of this step
   */
  void update(
      Parameters parameters, Parameters gradient, TrainingSettings settings, double stepSize);

  /** An optimiser for parameters of that form. */
  static Optimiser create(OptimiserKind kind, Parameters form) {
    return switch (kind) {
      case RMSPROP -> new RmsProp(form);
      case ADAM -> new Adam(form, false);
      case ADAMW -> new Adam(form, true);
      case ADAGRAD -> new AdaGrad(form);
      case SGD -> new Sgd(form);
    };
  }
}
