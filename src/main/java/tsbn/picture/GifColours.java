package tsbn.picture;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Which colours of a picture to keep where a file cannot hold them all. */
final class GifColours {
  private GifColours() {}

  /**
   * Chooses the most frequent colour of each part of the colour cube, first of large parts, so that
   * no hue is lost, then of ever smaller ones; areas of one colour so stay as they are.
   *
   * @param pixels RGB. Not modified.
   * @param distinct their different colours, sorted. Not modified.
   * @param most at least 64
   * @return at most {@code most} of them, sorted
   */
  static int[] choose(int[] pixels, int[] distinct, int most) {
    int[] counts = new int[distinct.length];
    for (int pixel : pixels) {
      counts[Arrays.binarySearch(distinct, pixel)]++;
    }
    int[] frequent =
        IntStream.range(0, distinct.length)
            .boxed()
            .sorted((a, b) -> Integer.compare(counts[b], counts[a]))
            .mapToInt(i -> distinct[i])
            .toArray();
    Set<Integer> chosen = new TreeSet<>();
    for (int bits = 2; bits <= 8; bits++) {
      int mask = (0xFF00 >> bits & 0xFF) * 0x010101;
      Set<Integer> parts = new HashSet<>();
      chosen.forEach(colour -> parts.add(colour & mask));
      for (int i = 0; i < frequent.length && chosen.size() < most; i++) {
        if (parts.add(frequent[i] & mask)) {
          chosen.add(frequent[i]);
        }
      }
    }
    return chosen.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The nearest colour of a table to each colour. */
  static int[] nearest(int[] colours, int[] table) {
    return Arrays.stream(colours).map(colour -> nearest(colour, table)).toArray();
  }

  private static int nearest(int colour, int[] table) {
    int best = table[0];
    int least = Integer.MAX_VALUE;
    for (int one : table) {
      int red = Math.abs((colour >> 16) - (one >> 16));
      int green = Math.abs((colour >> 8 & 0xFF) - (one >> 8 & 0xFF));
      int blue = Math.abs((colour & 0xFF) - (one & 0xFF));
      int sum = red + green + blue;
      int distance = Math.max(red, Math.max(green, blue)) * 1000 + sum;
      if (distance < least) {
        least = distance;
        best = one;
      }
    }
    return best;
  }
}
