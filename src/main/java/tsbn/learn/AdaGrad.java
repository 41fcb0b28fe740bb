package tsbn.learn;

import tsbn.model.Parameters;

/**
 * AdaGrad (Duchi, Hazan and Singer 2011) with momentum on the step: s &lt;- s + g^2, step = eta (g
 * - lambda w) / (sqrt(s) + 1e-6).
 */
final class AdaGrad implements Optimiser {
  private static final float EPSILON = 1e-6f;

  private final float[][] squares;
  private final float[][] velocity;

  AdaGrad(Parameters form) {
    squares = Optimiser.arrays(form.zeros());
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
      update(w[b], g[b], squares[b], velocity[b], eta, lambda, momentum);
    }
  }

  private static void update(
      float[] w, float[] g, float[] s, float[] u, float eta, float lambda, float momentum) {
    for (int i = 0; i < w.length; i++) {
      float gi = g[i];
      float si = s[i] + gi * gi;
      s[i] = si;
      float step = eta * (gi - lambda * w[i]) / ((float) Math.sqrt(si) + EPSILON);
      float ui = momentum * u[i] + step;
      u[i] = ui;
      w[i] += ui;
    }
  }
}
