package tsbn.learn;

import tsbn.model.Parameters;

/** Stochastic gradient ascent with momentum on the step: step = eta (g - lambda w). */
final class Sgd extends UpdateRule {
  private final float[][] velocity;
  private float eta;
  private float lambda;
  private float momentum;

  Sgd(Parameters form) {
    velocity = moment("velocity", form);
  }

  @Override
  void begin(TrainingSettings settings, double stepSize) {
    eta = (float) stepSize;
    lambda = (float) settings.weightDecay();
    momentum = (float) settings.momentum();
  }

  @Override
  void update(int block, float[] w, float[] g, int from, int to) {
    float[] u = velocity[block];
    float rate = eta;
    float decay = lambda;
    float keep = momentum;
    for (int i = from; i < to; i++) {
      u[i] = keep * u[i] + rate * (g[i] - decay * w[i]);
      w[i] += u[i];
    }
  }
}
