package tsbn.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * A topic that a model found and a known one whose trajectories belong together.
 *
 * @param found column of the trajectories that were found
 * @param known column of the known ones
 * @param correlation of the two over time
 */
public record TopicMatch(int found, int known, double correlation) {

  /**
   * Matches topics one to one, the most alike first.
   *
   * @param found T x J. Not modified.
   * @param known T x K. Not modified.
   * @return in the order of the known topics; as many as there are of the fewer kind
   */
  public static List<TopicMatch> of(FMatrixRMaj found, FMatrixRMaj known) {
    List<TopicMatch> all = new ArrayList<>();
    for (int j = 0; j < found.numCols; j++) {
      for (int k = 0; k < known.numCols; k++) {
        all.add(new TopicMatch(j, k, correlation(found, j, known, k)));
      }
    }
    all.sort(Comparator.comparingDouble((TopicMatch each) -> each.correlation).reversed());
    List<TopicMatch> chosen = new ArrayList<>();
    for (TopicMatch each : all) {
      boolean free =
          chosen.stream().noneMatch(one -> one.found == each.found || one.known == each.known);
      if (free) {
        chosen.add(each);
      }
    }
    chosen.sort(Comparator.comparingInt((TopicMatch each) -> each.known));
    return chosen;
  }

  /** Pearson's correlation of two columns; 0 where one of them never changes. */
  private static double correlation(FMatrixRMaj a, int i, FMatrixRMaj b, int j) {
    int rows = Math.min(a.numRows, b.numRows);
    double meanA = 0;
    double meanB = 0;
    for (int t = 0; t < rows; t++) {
      meanA += a.get(t, i) / rows;
      meanB += b.get(t, j) / rows;
    }
    double products = 0;
    double squaresA = 0;
    double squaresB = 0;
    for (int t = 0; t < rows; t++) {
      double x = a.get(t, i) - meanA;
      double y = b.get(t, j) - meanB;
      products += x * y;
      squaresA += x * x;
      squaresB += y * y;
    }
    return squaresA > 1e-12 && squaresB > 1e-12 ? products / Math.sqrt(squaresA * squaresB) : 0;
  }
}
