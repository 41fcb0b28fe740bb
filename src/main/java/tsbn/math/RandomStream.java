package tsbn.math;

/**
 * A counter-based stream of random numbers. The same seed gives the same numbers on every machine,
 * and the numbers of a child stream depend on its key alone, not on how many were drawn before: so
 * step i of a run can be drawn without drawing the steps before it. Not safe for use by two threads
 * at once; give each its own child.
 */
public final class RandomStream {
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
