package tsbn.learn;

import tsbn.model.Parameters;

/**
 * RMSprop with a centred second moment and momentum on the step (Graves 2013), as the paper's
 * experiments used it: r &lt;- rho r + (1 - rho) g^2, m &lt;- rho m + (1 - rho) g, both started at
 * the first gradient; step = eta (g - lambda w) / sqrt(r - m^2 + 1e-4); momentum on the step.
 */
final class RmsProp extends UpdateRule {
  private static final float FLOOR = 1e-4f;

  private final float[][] secondMoment;
  private final float[][] firstMoment;
  private final float[][] velocity;
  private float rho;
  private float eta;
  private float lambda;
  private float momentum;

  RmsProp(Parameters form) {
    secondMoment = moment("secondMoment", form);
    firstMoment = moment("firstMoment", form);
    velocity = moment("velocity", form);
  }

  @Override
  void begin(TrainingSettings settings, double stepSize) {
    rho = steps() > 1 ? (float) settings.decay() : 0;
    eta = (float) stepSize;
    lambda = (float) settings.weightDecay();
    momentum = (float) settings.momentum();
  }

  @Override
  void update(int block, float[] w, float[] g, int from, int to) {
    moments(g, secondMoment[block], firstMoment[block], rho, from, to);
    steps(w, g, secondMoment[block], firstMoment[block], velocity[block], from, to);
    float[] u = velocity[block];
    for (int i = from; i < to; i++) {
      w[i] += u[i];
    }
  }

  private static void moments(float[] g, float[] r, float[] m, float rho, int from, int to) {
    float rest = 1 - rho;
    for (int i = from; i < to; i++) {
      m[i] = rho * m[i] + rest * g[i];
      r[i] = rho * r[i] + rest * g[i] * g[i];
    }
  }

  private void steps(float[] w, float[] g, float[] r, float[] m, float[] u, int from, int to) {
    float rate = eta;
    float decay = lambda;
    float keep = momentum;
    for (int i = from; i < to; i++) {
      // The variance r - m^2 is never negative but for rounding.
      float scale = (float) Math.sqrt(Math.abs(r[i] - m[i] * m[i]) + FLOOR);
      u[i] = keep * u[i] + rate * (g[i] - decay * w[i]) / scale;
    }
  }
}
