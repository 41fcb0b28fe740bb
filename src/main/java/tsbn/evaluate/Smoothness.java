package tsbn.evaluate;

import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/**
 * How smooth frames follow one another: the size of the second difference v_{t+1} - 2 v_t + v_{t-1}
 * against what is large in the data, its 99th percentile. At 1 a movement is as sudden as the most
 * sudden one in a hundred of the data.
 */
public final class Smoothness {
  private static final double LARGE = 0.99;

  private final double large;

  /**
   * What is large in some data.
   *
   * @param data sequences of one number of units; those of less than three frames say nothing
   */
  public Smoothness(List<FMatrixRMaj> data) {
    double[] sizes =
        data.stream()
            .flatMapToDouble(
                frames ->
                    IntStream.range(1, frames.numRows - 1)
                        .mapToDouble(t -> secondDifference(frames, t)))
            .sorted()
            .toArray();
    large = sizes.length == 0 ? Double.NaN : sizes[(int) (LARGE * (sizes.length - 1))];
  }

  /**
   * The largest second difference of some frames, in units of what is large in the data.
   *
   * @param from the first frame, from 0
   * @param to behind the last
   * @return NaN where there is nothing to compare
   */
  public double roughest(FMatrixRMaj frames, int from, int to) {
    double largest = Double.NaN;
    for (int t = Math.max(1, from); t < Math.min(to, frames.numRows - 1); t++) {
      largest = Double.isNaN(largest) ? 0 : largest;
      largest = Math.max(largest, secondDifference(frames, t));
    }
    return largest / large;
  }

  private static double secondDifference(FMatrixRMaj frames, int t) {
    int units = frames.numCols;
    double squares = 0;
    for (int i = 0; i < units; i++) {
      int at = t * units + i;
      double second = frames.data[at + units] - 2.0 * frames.data[at] + frames.data[at - units];
      squares += second * second;
    }
    return Math.sqrt(squares);
  }
}
