package tsbn.math;

/** The most multiplications and additions one thread of this machine can do. */
public final class Peak {
  private static final int ROUNDS = 200_000;
  private static final int IN_CACHE = 2048;

  private final float[] x = new float[IN_CACHE];
  private float sink;

  /** Multiplies and adds for about a millisecond; says how often. */
  public double spin() {
    if (Kernels.vectors()) {
      sink += VectorPeak.spin(ROUNDS, sink);
      return ROUNDS * VectorPeak.operations();
    }
    int repeats = ROUNDS / IN_CACHE;
    for (int i = 0; i < repeats; i++) {
      chain(x);
    }
    return 16.0 * repeats * IN_CACHE;
  }

  private static void chain(float[] x) {
    float a = 0.999f;
    float b = 0.001f;
    for (int i = 0; i < x.length; i++) {
      float y = x[i];
      y = Math.fma(Math.fma(Math.fma(Math.fma(y, a, b), a, b), a, b), a, b);
      x[i] = Math.fma(Math.fma(Math.fma(Math.fma(y, a, b), a, b), a, b), a, b);
    }
  }
}
