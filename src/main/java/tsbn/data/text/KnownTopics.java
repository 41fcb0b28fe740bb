package tsbn.data.text;

import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * The topics that made-up texts were drawn from.
 *
 * @param names what each of the K topics is about
 * @param words the words of each, its most frequent first
 * @param years T years
 * @param shares T x K: the share of a year's words that a topic has
 */
public record KnownTopics(
    List<String> names, List<List<String>> words, Years years, FMatrixRMaj shares) {

  /**
   * The shares in some of the years.
   *
   * @param some years that there are
   * @return a row for each of them
   */
  public FMatrixRMaj shares(Years some) {
    FMatrixRMaj rows = new FMatrixRMaj(some.count(), shares.numCols);
    for (int t = 0; t < some.count(); t++) {
      int from = years.frame(some.at(t)) * shares.numCols;
      System.arraycopy(shares.data, from, rows.data, t * shares.numCols, shares.numCols);
    }
    return rows;
  }
}
