package tsbn.learn;

import tsbn.model.Parameters;

/** Stochastic gradient ascent with momentum: step = eta (g - lambda w). */
final class Sgd implements Optimiser {
  private final float[][] velocity;

  Sgd(Parameters form) {
    velocity = Optimiser.arrays(form.zeros());
  }

  @Override
  public void update(Parameters parameters, Parameters gradient, TrainingSettings settings) {
    float eta = (float) settings.stepSize();
    float lambda = (float) settings.weightDecay();
    float momentum = (float) settings.momentum();
    float[][] w = Optimiser.arrays(parameters);
    float[][] g = Optimiser.arrays(gradient);
    for (int b = 0; b < w.length; b++) {
      update(w[b], g[b], velocity[b], eta, lambda, momentum);
    }
  }

  private static void update(
      float[] w, float[] g, float[] u, float eta, float lambda, float momentum) {
    for (int i = 0; i < w.length; i++) {
      float ui = momentum * u[i] + eta * (g[i] - lambda * w[i]);
      u[i] = ui;
      w[i] += ui;
    }
  }
}
