package tsbn.data.source;

import java.util.Arrays;
import tsbn.math.RandomStream;

/**
 * Seeded damage to a file: changed bytes, bytes that mean something to its reader, moved blocks,
 * missing ends.
 *
 * @param meaning bytes that mean something
 * @param changes at most
 * @param longest block that is moved
 */
public record Damage(byte[] meaning, int changes, int longest) {
  private static final int CUT = 6;

  /** A damaged copy; one in six ends too soon. */
  public byte[] of(byte[] good, RandomStream random) {
    byte[] bytes = good.clone();
    int count = 1 + random.nextInt(changes);
    for (int i = 0; i < count; i++) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(3)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = meaning[random.nextInt(meaning.length)];
        default -> {
          int length = Math.min(1 + random.nextInt(longest), bytes.length - at);
          System.arraycopy(good, random.nextInt(good.length - length + 1), bytes, at, length);
        }
      }
    }
    return random.nextInt(CUT) == 0
        ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1))
        : bytes;
  }
}
