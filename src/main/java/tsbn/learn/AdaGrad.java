package tsbn.learn;

import tsbn.model.Parameters;

/**
 * AdaGrad (Duchi, Hazan and Singer 2011) with momentum on the step: s &lt;- s + g^2, step = eta (g
 * - lambda w) / (sqrt(s) + 1e-6).
 */
final class AdaGrad extends UpdateRule {
  private static final float EPSILON = 1e-6f;

  private final float[][] squares;
  private final float[][] velocity;
  private float eta;
  private float lambda;
  private float momentum;

  AdaGrad(Parameters form) {
    squares = moment("squares", form);
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
    steps(w, g, squares[block], velocity[block], from, to);
    float[] u = velocity[block];
    for (int i = from; i < to; i++) {
      w[i] += u[i];
    }
  }

  private void steps(float[] w, float[] g, float[] s, float[] u, int from, int to) {
    float rate = eta;
    float decay = lambda;
    float keep = momentum;
    for (int i = from; i < to; i++) {
      s[i] += g[i] * g[i];
      u[i] = keep * u[i] + rate * (g[i] - decay * w[i]) / ((float) Math.sqrt(s[i]) + EPSILON);
    }
  }
}
