package tsbn.data;

import java.util.Locale;
import org.ejml.data.FMatrixRMaj;

/**
 * A number that follows from the frames of a set alone: two sets with the same sequences in the
 * same splits have the same one, however they are stored and wherever they come from; any other set
 * has, but for one chance in 2^64, another. Not made to withstand forgers.
 */
public final class ContentHash {
  private static final int LANES = 4;
  private static final long[] FACTORS = {
    0x9E3779B97F4A7C15L, 0xC2B2AE3D27D4EB4FL, 0xD6E8FEB86659FD93L, 0xA0761D6478BD642FL
  };
  private static final int CHUNK_VALUES = 1 << 16;

  private final long[] lanes = FACTORS.clone();

  private ContentHash() {}

  /** The hash of all frames as 16 hexadecimal digits; reads every value once. */
  public static String of(SequenceSet set) {
    ContentHash hash = new ContentHash();
    FMatrixRMaj frames = new FMatrixRMaj(Math.max(1, CHUNK_VALUES / set.units()), set.units());
    for (Split split : Split.values()) {
      hash.add(split.ordinal(), set.get(split).size());
      for (Sequence sequence : set.get(split)) {
        hash.add(sequence.frames(), sequence.units());
        for (int from = 0; from < sequence.frames(); from += frames.numRows) {
          int count = Math.min(frames.numRows, sequence.frames() - from);
          sequence.copyFrames(from, count, frames, 0);
          hash.add(frames.data, count * set.units());
        }
      }
    }
    return String.format(Locale.ROOT, "%016x", hash.value());
  }

  private void add(int first, int second) {
    lanes[0] = mixed(lanes[0], first, 0);
    lanes[1] = mixed(lanes[1], second, 1);
  }

  /** Four lanes do not wait for one another. */
  private void add(float[] values, int count) {
    long a = lanes[0];
    long b = lanes[1];
    long c = lanes[2];
    long d = lanes[3];
    int i = 0;
    for (; i + LANES <= count; i += LANES) {
      a = mixed(a, Float.floatToRawIntBits(values[i]), 0);
      b = mixed(b, Float.floatToRawIntBits(values[i + 1]), 1);
      c = mixed(c, Float.floatToRawIntBits(values[i + 2]), 2);
      d = mixed(d, Float.floatToRawIntBits(values[i + 3]), 3);
    }
    for (; i < count; i++) {
      a = mixed(a, Float.floatToRawIntBits(values[i]), 0);
    }
    lanes[0] = a;
    lanes[1] = b;
    lanes[2] = c;
    lanes[3] = d;
  }

  private static long mixed(long state, int value, int lane) {
    long product = (state ^ (value & 0xFFFFFFFFL)) * FACTORS[lane];
    return product ^ (product >>> 29);
  }

  private long value() {
    long all = 0;
    for (int lane = 0; lane < LANES; lane++) {
      all = (all ^ lanes[lane]) * FACTORS[lane];
      all ^= all >>> 32;
    }
    return all;
  }
}
