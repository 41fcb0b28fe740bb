package tsbn.data;

import java.util.Arrays;
import java.util.BitSet;
import org.ejml.data.FMatrixRMaj;

/** A binary sequence at one bit a value. */
public final class BitSequence extends StoredSequence {
  /** Bit {@code t * units + m} is the value of unit m at frame t. */
  private final BitSet bits;

  private BitSequence(int frames, int units, BitSet bits) {
    super(frames, units);
    this.bits = bits;
  }

  /**
   * Packs a matrix.
   *
   * @param values {@code T x M}, every value 0 or 1. Not modified.
   * @throws IllegalArgumentException if there is another value, or no frame
   */
  public static BitSequence of(FMatrixRMaj values) {
    BitSet bits = new BitSet(values.getNumElements());
    for (int i = 0; i < values.getNumElements(); i++) {
      float value = values.data[i];
      if (value == 1) {
        bits.set(i);
      } else if (value != 0) {
        throw new IllegalArgumentException("A binary sequence cannot hold " + value + ".");
      }
    }
    return new BitSequence(values.numRows, values.numCols, bits);
  }

  /**
   * Takes values that are bits already.
   *
   * @param frames number of frames T
   * @param units number of units M of a frame
   * @param bits bit {@code t * units + m} is the value of unit m at frame t. Copied.
   * @throws IllegalArgumentException if there is no frame, or a bit beyond the last
   */
  public static BitSequence of(int frames, int units, BitSet bits) {
    if (bits.length() > (long) frames * units) {
      throw new IllegalArgumentException("There are bits beyond the last frame.");
    }
    return new BitSequence(frames, units, (BitSet) bits.clone());
  }

  @Override
  protected float value(int frame, int unit) {
    return bits.get(frame * units() + unit) ? 1 : 0;
  }

  @Override
  protected void copyValues(int from, int count, float[] out, int start) {
    int first = from * units();
    int end = first + count * units();
    Arrays.fill(out, start, start + end - first, 0);
    for (int i = bits.nextSetBit(first); i >= 0 && i < end; i = bits.nextSetBit(i + 1)) {
      out[start + i - first] = 1;
    }
  }
}
