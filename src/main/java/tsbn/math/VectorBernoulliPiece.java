package tsbn.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The same functions on the Vector API, with the same operations in the same order. The last vector
 * of a piece may reach beyond its units, into what an earlier piece has left in the buffers.
 */
final class VectorBernoulliPiece extends BernoulliPiece {
  private static final VectorSpecies<Float> SPECIES = VectorTile.SPECIES;
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
  private static final int LANES = VectorTile.LANES;
  private static final IntVector INDEX = IntVector.zero(INTS).addIndex(1);

  @Override
  void evaluate(int count, boolean both) {
    expOfMinusAbs(count);
    divide(count);
    if (both) {
      finishSoftplus(count);
    }
  }

  // Loops of a few lines each: in longer ones the compiler gives up and makes vectors objects.

  @Override
  void expOfMinusAbs(int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector x = FloatVector.fromArray(SPECIES, a, i).abs().neg().max(LOWEST);
      FloatVector rounded = x.mul(LOG2_E).add(ROUNDER);
      FloatVector k = rounded.sub(ROUNDER);
      FloatVector r = x.sub(k.mul(LN2_HIGH)).sub(k.mul(LN2_LOW));
      FloatVector p = r.mul(1f / 5040f).add(1f / 720f);
      p = p.mul(r).add(1f / 120f);
      p = p.mul(r).add(1f / 24f);
      p = p.mul(r).add(1f / 6f);
      p = p.mul(r).add(0.5f);
      p = p.mul(r).add(1f);
      p = p.mul(r).add(1f);
      // The low bits of the rounded value are k; moved into the exponent they are 2^k.
      IntVector power =
          rounded.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23).add(127 << 23);
      p.mul(power.reinterpretAsFloats()).intoArray(e, i);
    }
  }

  private void divide(int count) {
    FloatVector one = FloatVector.broadcast(SPECIES, 1f);
    for (int i = 0; i < count; i += LANES) {
      FloatVector x = FloatVector.fromArray(SPECIES, e, i);
      FloatVector above =
          x.blend(one, FloatVector.fromArray(SPECIES, a, i).compare(VectorOperators.GE, 0f));
      FloatVector x1 = x.add(1f);
      FloatVector x2 = x.add(2f);
      FloatVector q = one.div(x1.mul(x2));
      above.mul(x2).mul(q).intoArray(sigmoid, i);
      x.mul(x1).mul(q).intoArray(softplus, i);
    }
  }

  private void finishSoftplus(int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector z = FloatVector.fromArray(SPECIES, softplus, i);
      FloatVector y = z.mul(z);
      FloatVector s = y.mul(1f / 13f).add(1f / 11f);
      s = s.mul(y).add(1f / 9f);
      s = s.mul(y).add(1f / 7f);
      s = s.mul(y).add(1f / 5f);
      s = s.mul(y).add(1f / 3f);
      s = s.mul(y).add(1f);
      z.mul(2f).mul(s).add(FloatVector.fromArray(SPECIES, a, i).max(0f)).intoArray(softplus, i);
    }
  }

  @Override
  void drawUniform(RandomStream random, int count) {
    IntVector at = INDEX.add(random.take(count)).mul(RandomStream.STEP);
    int low = random.lowKey();
    int high = random.highKey();
    for (int i = 0; i < count; i += LANES) {
      IntVector h = mix(at.add(low), RandomStream.FACTOR_1, RandomStream.FACTOR_2);
      h = mix(h.add(high), RandomStream.FACTOR_3, RandomStream.FACTOR_4);
      FloatVector u =
          (FloatVector)
              h.lanewise(VectorOperators.LSHR, 8).convertShape(VectorOperators.I2F, SPECIES, 0);
      u.mul(0x1p-24f).intoArray(v, i);
      at = at.add(LANES * RandomStream.STEP);
    }
  }

  private static IntVector mix(IntVector x, int first, int second) {
    IntVector h = x.lanewise(VectorOperators.XOR, x.lanewise(VectorOperators.LSHR, 16)).mul(first);
    h = h.lanewise(VectorOperators.XOR, h.lanewise(VectorOperators.LSHR, 15)).mul(second);
    return h.lanewise(VectorOperators.XOR, h.lanewise(VectorOperators.LSHR, 16));
  }

  @Override
  void decide(int count) {
    FloatVector one = FloatVector.broadcast(SPECIES, 1f);
    FloatVector zero = FloatVector.zero(SPECIES);
    for (int i = 0; i < count; i += LANES) {
      FloatVector u = FloatVector.fromArray(SPECIES, v, i);
      FloatVector p = FloatVector.fromArray(SPECIES, sigmoid, i);
      zero.blend(one, u.compare(VectorOperators.LT, p)).intoArray(v, i);
    }
  }
}
