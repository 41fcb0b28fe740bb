package tsbn.evaluate;

import java.util.Arrays;

/**
 * How much two orders of words have in common at the top. Words that are tied where the list ends
 * share the places that are left: what comes out is the expected overlap if each list drew among
 * its tied words at random, and depends on no seed and no order of the alphabet.
 */
public final class TopWords {
  /** How long a list is in the paper's section 5. */
  public static final int MOST = 50;

  private TopWords() {}

  /**
   * |top of one list, and of the other| / length of a list, expected over ties.
   *
   * @param one a value for each word, the largest on top. Not modified.
   * @param other the same of the same words. Not modified.
   * @param most length of a list; all words where there are fewer
   */
  public static double overlap(double[] one, double[] other, int most) {
    double[] first = places(one, most);
    double[] second = places(other, most);
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      sum += first[i] * second[i];
    }
    return sum / Math.min(most, one.length);
  }

  /** The chance of each word to be in the list: 1 above the border, the same for all on it. */
  static double[] places(double[] values, int most) {
    double[] places = new double[values.length];
    if (most >= values.length) {
      Arrays.fill(places, 1);
      return places;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double border = sorted[values.length - most];
    int above = 0;
    int tied = 0;
    for (double value : values) {
      above += value > border ? 1 : 0;
      tied += value == border ? 1 : 0;
    }
    for (int i = 0; i < values.length; i++) {
      places[i] = values[i] > border ? 1 : values[i] == border ? (most - above) / (double) tied : 0;
    }
    return places;
  }
}
