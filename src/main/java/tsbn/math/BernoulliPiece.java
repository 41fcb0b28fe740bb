package tsbn.math;

/**
 * Some Bernoulli units at a time: sigmoid(a) = 1 / (1 + e^-a), softplus(a) = log(1 + e^a), scores
 * and draws in float, stable for every a, within a few units in the last place and many times
 * faster than the library's double functions. Sigmoid and softplus both come from one e = e^-|a|.
 *
 * <p>All work is done in buffers that stay in the first-level cache, in short passes that use the
 * same index in each: these the compiler can turn into vector instructions.
 */
class BernoulliPiece {
  /** The most units at a time. */
  static final int PIECE = 512;

  static final float LOG2_E = 1.44269504f;
  static final float LN2_HIGH = 0.693359375f;
  static final float LN2_LOW = -2.12194440e-4f;

  /** Below e^-87 a result would no longer be a normal float. */
  static final float LOWEST = -87f;

  /** Adding and subtracting 1.5 * 2^23 rounds a float to the nearest integer. */
  static final float ROUNDER = 12582912f;

  /** 2^-k for k = 0 .. 126. */
  private static final float[] POWER = new float[127];

  static {
    for (int k = 0; k < POWER.length; k++) {
      POWER[k] = Float.intBitsToFloat((127 - k) << 23);
    }
  }

  /** Natural parameters. */
  final float[] a = new float[PIECE];

  final float[] sigmoid = new float[PIECE];
  final float[] softplus = new float[PIECE];

  /** Values of the units, or uniform numbers to draw them with. */
  final float[] v = new float[PIECE];

  /** e^-|a|, or e^a. */
  final float[] e = new float[PIECE];

  private final float[] exponent = new float[PIECE];
  private final float[] above = new float[PIECE];

  /**
   * Scores the values in {@link #v} under the natural parameters in {@link #a}: each a becomes its
   * term x a - softplus(a) of log p(x), and each v its residual x - sigmoid(a).
   */
  final void score(int count) {
    evaluate(count, true);
    for (int i = 0; i < count; i++) {
      a[i] = v[i] * a[i] - softplus[i];
      v[i] = v[i] - sigmoid[i];
    }
  }

  /** The sum of some terms in double; four sums at a time do not wait for one another. */
  final double sumOfTerms(int from, int to) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = from;
    for (; i + 4 <= to; i += 4) {
      s0 += a[i];
      s1 += a[i + 1];
      s2 += a[i + 2];
      s3 += a[i + 3];
    }
    for (; i < to; i++) {
      s0 += a[i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  /** Each v becomes 1 with probability sigmoid(a), else 0. */
  final void draw(RandomStream random, int count) {
    evaluate(count, false);
    drawUniform(random, count);
    decide(count);
  }

  /** Each e becomes e^a; beyond 87 on either side, that of 87. */
  final void exp(int count) {
    expOfMinusAbs(count);
    for (int i = 0; i < count; i++) {
      e[i] = a[i] > 0 ? 1f / e[i] : e[i];
    }
  }

  /** Evaluates sigmoid(a), and softplus(a) where both are wanted. */
  void evaluate(int count, boolean both) {
    expOfMinusAbs(count);
    for (int i = 0; i < count; i++) {
      above[i] = a[i] >= 0 ? 1f : e[i];
    }
    // One division serves both: q = 1 / ((1 + e) (2 + e)), and z = e / (2 + e).
    for (int i = 0; i < count; i++) {
      float q = 1f / ((1f + e[i]) * (2f + e[i]));
      sigmoid[i] = above[i] * (2f + e[i]) * q;
      softplus[i] = e[i] * (1f + e[i]) * q;
    }
    if (both) {
      finishSoftplus(count);
    }
  }

  /** Each e becomes e^-|a|. */
  void expOfMinusAbs(int count) {
    reduce(count);
    for (int i = 0; i < count; i++) {
      e[i] *= POWER[(int) exponent[i]];
    }
  }

  /** e^-|a| = 2^-k e^r with |r| at most log(2) / 2: writes k, and e^r by its Taylor polynomial. */
  private void reduce(int count) {
    for (int i = 0; i < count; i++) {
      float x = Math.max(-Math.abs(a[i]), LOWEST);
      float k = (x * LOG2_E + ROUNDER) - ROUNDER;
      float r = x - k * LN2_HIGH - k * LN2_LOW;
      exponent[i] = -k;
      float p = 1f / 5040f * r + 1f / 720f;
      p = p * r + 1f / 120f;
      p = p * r + 1f / 24f;
      p = p * r + 1f / 6f;
      p = p * r + 0.5f;
      p = p * r + 1f;
      e[i] = p * r + 1f;
    }
  }

  /** From z = e / (2 + e), at most 1/3: log(1 + e) = 2 artanh(z) as its series, plus max(a, 0). */
  private void finishSoftplus(int count) {
    for (int i = 0; i < count; i++) {
      float z = softplus[i];
      float y = z * z;
      float s = 1f / 13f * y + 1f / 11f;
      s = s * y + 1f / 9f;
      s = s * y + 1f / 7f;
      s = s * y + 1f / 5f;
      s = s * y + 1f / 3f;
      s = s * y + 1f;
      softplus[i] = 2f * z * s + Math.max(a[i], 0f);
    }
  }

  /** v = uniform numbers in [0, 1). */
  void drawUniform(RandomStream random, int count) {
    random.nextFloats(v, count);
  }

  /** v = 1 where it is below the sigmoid, else 0. */
  void decide(int count) {
    for (int i = 0; i < count; i++) {
      // The sign bit of u - p is 1 exactly when u < p: no branch to mispredict.
      v[i] = Float.floatToRawIntBits(v[i] - sigmoid[i]) >>> 31;
    }
  }
}
