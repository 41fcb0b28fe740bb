package tsbn.data.motion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * The paper's treatment of motion capture: columns that are constant are dropped, the others
 * shifted and scaled to mean 0 and standard deviation 1 (n - 1). Each half can be left out.
 *
 * @param constants the value of each of the C columns where it is dropped
 * @param kept which of the columns stay, in order
 * @param mean what is taken off each kept column
 * @param deviation what it is then divided by, positive
 */
public record Standardisation(
    List<Double> constants, List<Integer> kept, List<Double> mean, List<Double> deviation) {
  public Standardisation {
    constants = List.copyOf(constants);
    kept = List.copyOf(kept);
    mean = List.copyOf(mean);
    deviation = List.copyOf(deviation);
    int before = -1;
    for (int column : kept) {
      if (column <= before || column >= constants.size()) {
        throw new IllegalArgumentException("The kept columns are not in order.");
      }
      before = column;
    }
    if (kept.isEmpty() || mean.size() != kept.size() || deviation.size() != kept.size()) {
      throw new IllegalArgumentException("Each kept column needs a mean and a deviation.");
    }
    if (!constants.stream().allMatch(Double::isFinite)
        || !mean.stream().allMatch(Double::isFinite)
        || !deviation.stream().allMatch(scale -> scale > 0 && scale < Double.MAX_VALUE)) {
      throw new IllegalArgumentException("A mean or deviation of a column is not a number.");
    }
  }

  /** All columns as they are. */
  public static Standardisation none(int columns) {
    List<Integer> all = new ArrayList<>();
    for (int c = 0; c < columns; c++) {
      all.add(c);
    }
    return new Standardisation(
        Collections.nCopies(columns, 0.0),
        all,
        Collections.nCopies(columns, 0.0),
        Collections.nCopies(columns, 1.0));
  }

  /**
   * What follows from sequences.
   *
   * @param sequences T x C each, at least one frame in all. Not modified.
   * @param drop whether constant columns are dropped
   * @param scale whether the others are shifted and scaled
   * @param still a column is constant where its deviation is at most this, or this share of its
   *     mean: what is left of rounding must not be blown up to a deviation of 1
   * @throws IllegalArgumentException with a sentence if no column would be left
   */
  public static Standardisation of(
      Iterable<DMatrixRMaj> sequences, boolean drop, boolean scale, double still) {
    Moments moments = new Moments();
    sequences.forEach(moments::add);
    List<Double> constants = new ArrayList<>();
    List<Integer> kept = new ArrayList<>();
    List<Double> means = new ArrayList<>();
    List<Double> deviations = new ArrayList<>();
    for (int c = 0; c < moments.mean.length; c++) {
      double mean = moments.mean[c];
      double deviation = Math.sqrt(moments.squares[c] / Math.max(1, moments.frames - 1));
      boolean varies = deviation > still * Math.max(1, Math.abs(mean));
      constants.add(mean);
      if (varies || !drop) {
        kept.add(c);
        means.add(scale ? mean : 0);
        deviations.add(scale && varies ? deviation : 1);
      }
    }
    if (kept.isEmpty()) {
      throw new IllegalArgumentException("every column is constant");
    }
    return new Standardisation(constants, kept, means, deviations);
  }

  /** Welford's recurrence: no cancellation between large sums. */
  private static final class Moments {
    private double[] mean;
    private double[] squares;
    private long frames;

    private void add(DMatrixRMaj values) {
      if (mean == null) {
        mean = new double[values.numCols];
        squares = new double[values.numCols];
      }
      for (int t = 0; t < values.numRows; t++) {
        frames++;
        for (int c = 0; c < mean.length; c++) {
          double difference = values.get(t, c) - mean[c];
          mean[c] += difference / frames;
          squares[c] += difference * (values.get(t, c) - mean[c]);
        }
      }
    }
  }

  /** Number of columns C before. */
  public int columns() {
    return constants.size();
  }

  /** Number of columns M that stay. */
  public int units() {
    return kept.size();
  }

  /** Whether columns are shifted and scaled. */
  public boolean scales() {
    return mean.stream().anyMatch(m -> m != 0) || deviation.stream().anyMatch(d -> d != 1);
  }

  /** T x C columns as T x M. */
  public DMatrixRMaj encode(DMatrixRMaj columns) {
    DMatrixRMaj units = new DMatrixRMaj(columns.numRows, units());
    for (int t = 0; t < columns.numRows; t++) {
      for (int m = 0; m < units(); m++) {
        units.set(t, m, (columns.get(t, kept.get(m)) - mean.get(m)) / deviation.get(m));
      }
    }
    return units;
  }

  /** T x M units as T x C, with the dropped columns at their constants. */
  public DMatrixRMaj decode(DMatrixRMaj units) {
    DMatrixRMaj columns = new DMatrixRMaj(units.numRows, columns());
    for (int t = 0; t < units.numRows; t++) {
      for (int c = 0; c < columns(); c++) {
        columns.set(t, c, constants.get(c));
      }
      for (int m = 0; m < units(); m++) {
        columns.set(t, kept.get(m), mean.get(m) + deviation.get(m) * units.get(t, m));
      }
    }
    return columns;
  }
}
