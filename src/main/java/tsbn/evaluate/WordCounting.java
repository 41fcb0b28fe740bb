package tsbn.evaluate;

import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;

/**
 * Shares of words by counting alone, to set beside a model's. Half a token is added to every word,
 * so that none has a share of 0.
 */
public enum WordCounting {
  /** The training tokens of all years. */
  ALL_YEARS("all years", Integer.MAX_VALUE / 4),
  /** Of the five years before and after and the year itself; of the ten before a future year. */
  TEN_YEARS("ten years around, or the last ten", 10),
  /** Of the two years before and after and the year itself; of the four before a future year. */
  FOUR_YEARS("four years around, or the last four", 4);

  private static final double EVERY_WORD = 0.5;

  private final String title;
  private final int years;

  WordCounting(String title, int years) {
    this.title = title;
    this.years = years;
  }

  /** What is counted, for people. */
  public String title() {
    return title;
  }

  /**
   * The shares of every test frame. Years that are missing are not made up for: what is counted are
   * the texts within so many years.
   *
   * @return a row for each test frame that adds up to 1
   */
  public FMatrixRMaj shares(HeldOutWords words) {
    FMatrixRMaj shares = new FMatrixRMaj(words.test().frames(), words.test().units());
    FMatrixRMaj train = words.train().toMatrix();
    FMatrixRMaj test = words.test().toMatrix();
    for (int t = 0; t < shares.numRows; t++) {
      int year = words.testYears().at(t);
      boolean future = words.isFuture(t);
      double[] counts = new double[shares.numCols];
      Arrays.fill(counts, EVERY_WORD);
      int from = year - (future ? years : years / 2);
      int to = future ? year - 1 : year + years / 2;
      for (int s = 0; s < train.numRows; s++) {
        int at = words.trainYears().at(s);
        if (at >= from && at <= to) {
          add(train, s, counts);
        }
      }
      // What a model has seen before a future year are earlier future years too.
      for (int s = 0; s < t; s++) {
        if (words.isFuture(s) && words.testYears().at(s) >= from) {
          add(test, s, counts);
        }
      }
      double total = Arrays.stream(counts).sum();
      for (int i = 0; i < counts.length; i++) {
        shares.data[t * counts.length + i] = (float) (counts[i] / total);
      }
    }
    return shares;
  }

  private static void add(FMatrixRMaj from, int row, double[] counts) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += from.data[row * counts.length + i];
    }
  }
}
