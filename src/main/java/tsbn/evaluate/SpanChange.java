package tsbn.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/**
 * What rose and what fell within a span of frames: its later half against its earlier one. Of a
 * span with an odd number of frames the one in the middle belongs to neither.
 */
public final class SpanChange {
  /** Added to every count, so that a word that was not there before has a finite rise. */
  private static final double EVERY_WORD = 0.5;

  private SpanChange() {}

  /**
   * One thing that changed.
   *
   * @param unit a column
   * @param before its mean, or of words its share, in the earlier half
   * @param after the same in the later half
   */
  public record Change(int unit, double before, double after) {

    /** Whether there is more of it. */
    public boolean rose() {
      return after > before;
    }

    /**
     * How much a word contributes to the difference of two halves, (q - p) log(q / p): its part of
     * the symmetrised Kullback-Leibler divergence (Kullback and Leibler 1951).
     */
    double divergence() {
      return (after - before) * Math.log(after / before);
    }
  }

  /**
   * Changes of means, such as those of topics.
   *
   * @param values T x K. Not modified.
   * @param from the first frame of the span
   * @param to the one after its last
   * @return every column, the largest change first; nothing where the span has fewer than 2 frames
   */
  public static List<Change> ofMeans(FMatrixRMaj values, int from, int to) {
    int half = (to - from) / 2;
    return half < 1
        ? List.of()
        : changes(mean(values, from, from + half), mean(values, to - half, to)).stream()
            .sorted(
                Comparator.comparingDouble(
                    (Change change) -> -Math.abs(change.after() - change.before())))
            .toList();
  }

  /**
   * Changes of the shares of words.
   *
   * @param counts T x M. Not modified.
   * @param from the first frame of the span
   * @param to the one after its last
   * @return every word, the one that says most of the difference first; nothing where the span has
   *     fewer than 2 frames
   */
  public static List<Change> ofShares(FMatrixRMaj counts, int from, int to) {
    int half = (to - from) / 2;
    return half < 1
        ? List.of()
        : changes(shares(counts, from, from + half), shares(counts, to - half, to)).stream()
            .sorted(Comparator.comparingDouble((Change change) -> -change.divergence()))
            .toList();
  }

  private static List<Change> changes(double[] before, double[] after) {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < before.length; i++) {
      changes.add(new Change(i, before[i], after[i]));
    }
    return changes;
  }

  private static double[] mean(FMatrixRMaj values, int from, int to) {
    double[] mean = sum(values, from, to, 0);
    return IntStream.range(0, mean.length).mapToDouble(i -> mean[i] / (to - from)).toArray();
  }

  private static double[] shares(FMatrixRMaj counts, int from, int to) {
    double[] sums = sum(counts, from, to, EVERY_WORD);
    double total = Arrays.stream(sums).sum();
    return Arrays.stream(sums).map(sum -> sum / total).toArray();
  }

  private static double[] sum(FMatrixRMaj values, int from, int to, double each) {
    double[] sums = new double[values.numCols];
    Arrays.fill(sums, each);
    for (int t = from; t < to; t++) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += values.get(t, i);
      }
    }
    return sums;
  }
}
