package tsbn.learn;

import tsbn.model.Parameters;

/**
 * Adam (Kingma and Ba 2015) with beta 0.9 and 0.999 and epsilon 1e-8: w &lt;- w + eta m^ /
 * (sqrt(v^) + epsilon), where the gradient is g - lambda w. As AdamW (Loshchilov and Hutter 2019)
 * the weight decay is decoupled: the moments are those of g alone, and w shrinks by eta lambda w.
 */
final class Adam extends UpdateRule {
  private static final double BETA_1 = 0.9;
  private static final double BETA_2 = 0.999;
  private static final float EPSILON = 1e-8f;

  private final boolean decoupled;
  private final float[][] firstMoment;
  private final float[][] secondMoment;
  private float scale1;
  private float scale2;
  private float eta;
  private float lambda;

  Adam(Parameters form, boolean decoupled) {
    this.decoupled = decoupled;
    firstMoment = moment("firstMoment", form);
    secondMoment = moment("secondMoment", form);
  }

  @Override
  void begin(TrainingSettings settings, double stepSize) {
    scale1 = (float) (1 / (1 - Math.pow(BETA_1, steps())));
    scale2 = (float) (1 / (1 - Math.pow(BETA_2, steps())));
    eta = (float) stepSize;
    lambda = (float) settings.weightDecay();
  }

  @Override
  void update(int block, float[] w, float[] g, int from, int to) {
    moments(w, g, firstMoment[block], secondMoment[block], from, to);
    float[] m = firstMoment[block];
    float[] v = secondMoment[block];
    float rate = eta;
    float decay = decoupled ? lambda : 0;
    float correction1 = scale1;
    float correction2 = scale2;
    for (int i = from; i < to; i++) {
      float direction = correction1 * m[i] / ((float) Math.sqrt(correction2 * v[i]) + EPSILON);
      w[i] += rate * (direction - decay * w[i]);
    }
  }

  private void moments(float[] w, float[] g, float[] m, float[] v, int from, int to) {
    float beta1 = (float) BETA_1;
    float beta2 = (float) BETA_2;
    float decay = decoupled ? 0 : lambda;
    for (int i = from; i < to; i++) {
      float slope = g[i] - decay * w[i];
      m[i] = beta1 * m[i] + (1 - beta1) * slope;
      v[i] = beta2 * v[i] + (1 - beta2) * slope * slope;
    }
  }
}
