package tsbn.data.text;

import tsbn.math.RandomStream;

/** Sets some tokens of a year aside, each as likely as any other. */
public final class HeldOutTokens {
  private HeldOutTokens() {}

  /**
   * Draws a share of the tokens without putting any back: exactly that share, rounded.
   *
   * @param counts by word. What was drawn is taken off. Modified.
   * @param share 0 to 1
   * @return what was drawn, by word
   */
  public static int[] draw(int[] counts, double share, RandomStream random) {
    long left = 0;
    for (int count : counts) {
      left += count;
    }
    long wanted = Math.round(share * left);
    int[] drawn = new int[counts.length];
    for (int word = 0; word < counts.length; word++) {
      for (int token = counts[word]; token > 0; token--) {
        // Of the tokens that are left, so many must still be drawn.
        if (random.nextDouble() * left < wanted) {
          drawn[word]++;
          wanted--;
        }
        left--;
      }
      counts[word] -= drawn[word];
    }
    return drawn;
  }
}
