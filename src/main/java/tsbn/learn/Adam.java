package tsbn.learn;

import tsbn.model.Parameters;

/**
 * Adam (Kingma and Ba 2015) with beta 0.9 and 0.999, epsilon 1e-8, and decoupled weight decay
 * (Loshchilov and Hutter 2019): w &lt;- w + eta (m^ / (sqrt(v^) + epsilon) - lambda w).
 */
final class Adam implements Optimiser {
  private static final double BETA_1 = 0.9;
  private static final double BETA_2 = 0.999;
  private static final float EPSILON = 1e-8f;

  private final float[][] firstMoment;
  private final float[][] secondMoment;
  private int steps;

  Adam(Parameters form) {
    firstMoment = Optimiser.arrays(form.zeros());
    secondMoment = Optimiser.arrays(form.zeros());
  }

  @Override
  public void update(Parameters parameters, Parameters gradient, TrainingSettings settings) {
    steps++;
    float scale1 = (float) (1 / (1 - Math.pow(BETA_1, steps)));
    float scale2 = (float) (1 / (1 - Math.pow(BETA_2, steps)));
    float eta = (float) settings.stepSize();
    float lambda = (float) settings.weightDecay();
    float[][] w = Optimiser.arrays(parameters);
    float[][] g = Optimiser.arrays(gradient);
    for (int b = 0; b < w.length; b++) {
      update(w[b], g[b], firstMoment[b], secondMoment[b], scale1, scale2, eta, lambda);
    }
  }

  private static void update(
      float[] w,
      float[] g,
      float[] m,
      float[] v,
      float scale1,
      float scale2,
      float eta,
      float lambda) {
    float beta1 = (float) BETA_1;
    float beta2 = (float) BETA_2;
    for (int i = 0; i < w.length; i++) {
      float gi = g[i];
      float mi = beta1 * m[i] + (1 - beta1) * gi;
      float vi = beta2 * v[i] + (1 - beta2) * gi * gi;
      m[i] = mi;
      v[i] = vi;
      float direction = mi * scale1 / ((float) Math.sqrt(vi * scale2) + EPSILON);
      w[i] += eta * (direction - lambda * w[i]);
    }
  }
}
