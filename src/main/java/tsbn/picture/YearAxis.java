package tsbn.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * Years from the left edge of a picture to the right, each with the same share, those without data
 * too.
 *
 * @param first year
 * @param last year, not before the first
 */
public record YearAxis(int first, int last) {
  private static final int[] STEPS = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000};

  public YearAxis {
    if (last < first) {
      throw new IllegalArgumentException("No years lead from %d to %d.".formatted(first, last));
    }
  }

  /** Number of years. */
  public int count() {
    return last - first + 1;
  }

  /** The middle of a year in a picture of that width. */
  public double x(double year, double width) {
    return (year - first + 0.5) * width / count();
  }

  /** The left edge of a year in a picture of that width, in whole pixels. */
  int column(int year, int width) {
    return (int) Math.round((year - first) * (double) width / count());
  }

  /** The year at a place; the first or last one beyond the edges. */
  public int yearAt(double x, double width) {
    return Math.max(first, Math.min(last, first + (int) Math.floor(x * count() / width)));
  }

  /** Round years to write at the axis, that many at most. */
  public Ticks ticks(int atMost) {
    int step = 1;
    for (int candidate : STEPS) {
      step = candidate;
      if (count() / (double) candidate <= Math.max(1, atMost)) {
        break;
      }
    }
    List<Double> values = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (int year = first + Math.floorMod(-first, step); year <= last; year += step) {
      values.add((double) year);
      labels.add(String.valueOf(year));
    }
    return new Ticks(values, labels);
  }
}
