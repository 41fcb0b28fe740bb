package tsbn.picture;

import java.util.Collections;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * How strong topics were over the years.
 *
 * @param years of the rows, rising, at least one; some in between may be missing
 * @param strengths T x K values in [0, 1]; not to be modified
 */
public record Trajectories(List<Integer> years, FMatrixRMaj strengths) {
  /** How far a window reaches, in its deviations. */
  private static final double WINDOW = 3;

  public Trajectories {
    years = List.copyOf(years);
    if (years.isEmpty() || years.size() != strengths.numRows) {
      throw new IllegalArgumentException(
          "%d years do not belong to %d rows.".formatted(years.size(), strengths.numRows));
    }
  }

  /** Number of topics K. */
  public int topics() {
    return strengths.numCols;
  }

  /** Where the years lie in a picture. */
  public YearAxis axis() {
    return new YearAxis(years.get(0), years.get(years.size() - 1));
  }

  /** The row of a year; -1 where it is missing. */
  public int row(int year) {
    return Math.max(-1, Collections.binarySearch(years, year));
  }

  /** A year that there is, as near to another as possible. */
  public int nearest(int year) {
    int at = Collections.binarySearch(years, year);
    if (at >= 0) {
      return year;
    }
    int after = -at - 1;
    if (after == 0 || after == years.size()) {
      return years.get(Math.max(0, after - 1));
    }
    int before = years.get(after - 1);
    return year - before <= years.get(after) - year ? before : years.get(after);
  }

  /**
   * The same, smoothed over time by a normal window; years that are missing count for nothing.
   *
   * @param deviation of the window in years; 0 for none
   */
  public Trajectories smoothed(double deviation) {
    if (deviation <= 0) {
      return this;
    }
    FMatrixRMaj smooth = new FMatrixRMaj(strengths.numRows, strengths.numCols);
    for (int t = 0; t < smooth.numRows; t++) {
      double total = 0;
      for (int s = 0; s < smooth.numRows; s++) {
        double distance = (years.get(s) - years.get(t)) / deviation;
        total += Math.abs(distance) > WINDOW ? 0 : Math.exp(-0.5 * distance * distance);
      }
      for (int s = 0; s < smooth.numRows; s++) {
        double distance = (years.get(s) - years.get(t)) / deviation;
        if (Math.abs(distance) <= WINDOW) {
          float weight = (float) (Math.exp(-0.5 * distance * distance) / total);
          for (int k = 0; k < smooth.numCols; k++) {
            smooth.data[t * smooth.numCols + k] += weight * strengths.data[s * smooth.numCols + k];
          }
        }
      }
    }
    return new Trajectories(years, smooth);
  }
}
