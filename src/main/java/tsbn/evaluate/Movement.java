package tsbn.evaluate;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * How real-valued sequences move: the range of every unit, and the rhythm of the whole, of a walk
 * the strides a second. Made-up sequences are compared with data by it, since frame by frame a good
 * imitation differs from every sequence of the data.
 *
 * <p>The range of a unit lies between its 1st and 99th percentile over all frames. The rhythm is
 * where the periodogram (Hann window, mean taken out) of one unit has its peak, as a mean over
 * sequences; the unit is the one of the data with most of its power at such a peak.
 */
public final class Movement {
  private static final double TAIL = 0.01;

  /** How many periods a sequence must have for its rhythm to be found. */
  private static final int PERIODS = 2;

  /** Frequencies looked at between two that a sequence can tell apart. */
  private static final int FINE = 8;

  private final double framesPerSecond;
  private final double[] ranges;
  private final int rhythmUnit;
  private final double rhythm;

  /**
   * What to compare with.
   *
   * @param data sequences of T x M, at least one. Not modified.
   */
  public Movement(List<FMatrixRMaj> data, double framesPerSecond) {
    this.framesPerSecond = framesPerSecond;
    this.ranges = ranges(data);
    this.rhythmUnit = mostPeriodic(data);
    this.rhythm = rhythm(data);
  }

  /**
   * How like the data some sequences are.
   *
   * @param medianRange median over units of their range against that of the data; 1 is alike
   * @param rangesWithin how many units have a range that is within a fifth of the data's
   * @param ranges how many units have a range at all in the data
   * @param rhythm periods a second; NaN where sequences are too short
   * @param rhythmOfData the same of the data
   * @param rhythmUnit the unit it was found in, from 0
   */
  public record Likeness(
      double medianRange,
      int rangesWithin,
      int ranges,
      double rhythm,
      double rhythmOfData,
      int rhythmUnit) {}

  /**
   * Compares sequences with the data.
   *
   * @param made sequences of T x M, at least one. Not modified.
   */
  public Likeness likeness(List<FMatrixRMaj> made) {
    double[] found = ranges(made);
    double[] ratios = new double[ranges.length];
    int moving = 0;
    int within = 0;
    for (int i = 0; i < ranges.length; i++) {
      if (ranges[i] > 0) {
        double ratio = found[i] / ranges[i];
        ratios[moving++] = ratio;
        within += Math.abs(ratio - 1) <= 0.2 ? 1 : 0;
      }
    }
    double[] sorted = Arrays.copyOf(ratios, moving);
    Arrays.sort(sorted);
    double median = moving == 0 ? Double.NaN : (sorted[(moving - 1) / 2] + sorted[moving / 2]) / 2;
    return new Likeness(median, within, moving, rhythm(made), rhythm, rhythmUnit);
  }

  private static double[] ranges(List<FMatrixRMaj> all) {
    double[] ranges = new double[all.get(0).numCols];
    float[] values = new float[all.stream().mapToInt(frames -> frames.numRows).sum()];
    int low = (int) Math.floor(TAIL * (values.length - 1));
    for (int i = 0; i < ranges.length; i++) {
      int at = 0;
      for (FMatrixRMaj frames : all) {
        for (int t = 0; t < frames.numRows; t++) {
          values[at++] = frames.data[t * ranges.length + i];
        }
      }
      Arrays.sort(values);
      ranges[i] = (double) values[values.length - 1 - low] - values[low];
    }
    return ranges;
  }

  private int mostPeriodic(List<FMatrixRMaj> data) {
    double[] peaks = new double[ranges.length];
    double[] energies = new double[ranges.length];
    for (FMatrixRMaj frames : data) {
      Periodogram periodogram = Periodogram.of(frames, PERIODS, 1);
      for (int i = 0; i < ranges.length; i++) {
        peaks[i] += periodogram.peak(i);
        energies[i] += periodogram.energy(i);
      }
    }
    int best = 0;
    double share = 0;
    for (int i = 0; i < ranges.length; i++) {
      if (ranges[i] > 0 && peaks[i] > share * energies[i]) {
        best = i;
        share = peaks[i] / energies[i];
      }
    }
    return best;
  }

  private double rhythm(List<FMatrixRMaj> all) {
    double sum = 0;
    int counted = 0;
    for (FMatrixRMaj frames : all) {
      double found = Periodogram.of(column(frames), PERIODS, FINE).frequency(0);
      if (!Double.isNaN(found)) {
        sum += found * framesPerSecond;
        counted++;
      }
    }
    return sum / counted;
  }

  private FMatrixRMaj column(FMatrixRMaj frames) {
    FMatrixRMaj column = new FMatrixRMaj(frames.numRows, 1);
    for (int t = 0; t < frames.numRows; t++) {
      column.data[t] = frames.get(t, rhythmUnit);
    }
    return column;
  }
}
