package tsbn.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** As many multiplications and additions as one thread can do at most with vectors. */
final class VectorPeak {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int CHAINS = 10;

  private VectorPeak() {}

  /** Operations in a round of {@link #spin}. */
  static double operations() {
    return 2.0 * CHAINS * SPECIES.length();
  }

  /** Ten chains of x = x a + b in registers, so that none waits for itself. */
  static float spin(int rounds, float seed) {
    FloatVector a = FloatVector.broadcast(SPECIES, 0.999f);
    FloatVector b = FloatVector.broadcast(SPECIES, 0.001f);
    FloatVector x0 = FloatVector.broadcast(SPECIES, seed);
    FloatVector x1 = x0.add(1f);
    FloatVector x2 = x0.add(2f);
    FloatVector x3 = x0.add(3f);
    FloatVector x4 = x0.add(4f);
    FloatVector x5 = x0.add(5f);
    FloatVector x6 = x0.add(6f);
    FloatVector x7 = x0.add(7f);
    FloatVector x8 = x0.add(8f);
    FloatVector x9 = x0.add(9f);
    for (int i = 0; i < rounds; i++) {
      x0 = x0.fma(a, b);
      x1 = x1.fma(a, b);
      x2 = x2.fma(a, b);
      x3 = x3.fma(a, b);
      x4 = x4.fma(a, b);
      x5 = x5.fma(a, b);
      x6 = x6.fma(a, b);
      x7 = x7.fma(a, b);
      x8 = x8.fma(a, b);
      x9 = x9.fma(a, b);
    }
    FloatVector low = x0.add(x1).add(x2).add(x3).add(x4);
    FloatVector high = x5.add(x6).add(x7).add(x8).add(x9);
    return low.add(high).lane(0);
  }
}
