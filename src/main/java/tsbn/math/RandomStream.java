package tsbn.math;

/**
 * A counter-based stream of random numbers. The same seed gives the same numbers on every machine,
 * and the numbers of a child stream depend on its key alone, not on how many were drawn before: so
 * step i of a run can be drawn without drawing the steps before it. Not safe for use by two threads
 * at once; give each its own child.
 */
public final class RandomStream {
  /** What counters of {@link #nextFloats} are multiplied with: 2^32 / golden ratio. */
  static final int STEP = 0x9E3779B9;

  static final int FACTOR_1 = 0x85EBCA6B;
  static final int FACTOR_2 = 0xC2B2AE35;
  static final int FACTOR_3 = 0x7FEB352D;
  static final int FACTOR_4 = 0x846CA68B;

  private final long key;
  private long counter;

  public RandomStream(long seed) {
    this.key = mix(seed ^ 0x6A09E667F3BCC909L);
  }

  /** A stream of its own for a part of the work; the same key gives the same stream. */
  public RandomStream child(long childKey) {
    return new RandomStream(mix(key + 0x9E3779B97F4A7C15L * (childKey + 1)));
  }

  /** The next 64 random bits. */
  public long nextLong() {
    return mix(key + 0x9E3779B97F4A7C15L * ++counter);
  }

  /** Uniform in [0, 1) with 24 bits. */
  public float nextFloat() {
    return (nextLong() >>> 40) * 0x1p-24f;
  }

  /**
   * Many numbers uniform in [0, 1) with 24 bits. They come from a hash of 32 bits, which is fast in
   * vector instructions: the counter plus half of the key is mixed, then plus the other half once
   * more.
   *
   * @param out from 0 on. Modified.
   */
  void nextFloats(float[] out, int count) {
    int at = take(count) * STEP;
    int low = lowKey();
    int high = highKey();
    for (int i = 0; i < count; i++) {
      int h = mix(mix(at + low, FACTOR_1, FACTOR_2) + high, FACTOR_3, FACTOR_4);
      out[i] = (h >>> 8) * 0x1p-24f;
      at += STEP;
    }
  }

  private static int mix(int x, int first, int second) {
    int h = (x ^ (x >>> 16)) * first;
    h = (h ^ (h >>> 15)) * second;
    return h ^ (h >>> 16);
  }

  /** Takes some counters; the first of them, modulo 2^32. */
  int take(int count) {
    long first = counter + 1;
    counter += count;
    return (int) first;
  }

  int lowKey() {
    return (int) key;
  }

  int highKey() {
    return (int) (key >>> 32);
  }

  /** Uniform in [0, 1) with 53 bits. */
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1p-53;
  }

  /** Uniform in 0 .. bound - 1. */
  public int nextInt(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("The bound must be positive, not " + bound + ".");
    }
    return (int) (((nextLong() >>> 32) * bound) >>> 32);
  }

  /** Standard normal (Box and Muller 1958). */
  public double nextGaussian() {
    double radius = Math.sqrt(-2 * Math.log(1 - nextDouble()));
    return radius * Math.cos(2 * Math.PI * nextDouble());
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
