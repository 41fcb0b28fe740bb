package tsbn.learn;

import tsbn.model.Parameters;

/**
 * RMSprop with a centred second moment and momentum on the step (Graves 2013), as the paper's
 * experiments used it: r &lt;- rho r + (1 - rho) g^2, m &lt;- rho m + (1 - rho) g, both started at
 * the first gradient; step = eta (g - lambda w) / sqrt(r - m^2 + 1e-4); momentum on the step.
 */
final class RmsProp implements Optimiser {
  private static final float FLOOR = 1e-4f;

  private final float[][] secondMoment;
  private final float[][] firstMoment;
  private final float[][] velocity;
  private boolean started;

  RmsProp(Parameters form) {
    secondMoment = Optimiser.arrays(form.zeros());
    firstMoment = Optimiser.arrays(form.zeros());
    velocity = Optimiser.arrays(form.zeros());
  }

  @Override
  public void update(Parameters parameters, Parameters gradient, TrainingSettings settings) {
    float rho = started ? (float) settings.decay() : 0;
    float eta = (float) settings.stepSize();
    float lambda = (float) settings.weightDecay();
    float momentum = (float) settings.momentum();
    float[][] w = Optimiser.arrays(parameters);
    float[][] g = Optimiser.arrays(gradient);
    for (int b = 0; b < w.length; b++) {
      update(w[b], g[b], secondMoment[b], firstMoment[b], velocity[b], rho, eta, lambda, momentum);
    }
    started = true;
  }

  private static void update(
      float[] w,
      float[] g,
      float[] r,
      float[] m,
      float[] u,
      float rho,
      float eta,
      float lambda,
      float momentum) {
    float rest = 1 - rho;
    for (int i = 0; i < w.length; i++) {
      float gi = g[i];
      float ri = rho * r[i] + rest * gi * gi;
      float mi = rho * m[i] + rest * gi;
      r[i] = ri;
      m[i] = mi;
      // The variance r - m^2 is never negative but for rounding.
      float variance = Math.max(ri - mi * mi, 0f);
      float step = eta * (gi - lambda * w[i]) / (float) Math.sqrt(variance + FLOOR);
      float ui = momentum * u[i] + step;
      u[i] = ui;
      w[i] += ui;
    }
  }
}
