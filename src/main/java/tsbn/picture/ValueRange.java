package tsbn.picture;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * Between which values each unit of a frame moves: what fills a colour scale, since channels of
 * real values have scales of their own.
 *
 * @param low by unit; not to be modified
 * @param high by unit, at least the low one; not to be modified
 */
public record ValueRange(float[] low, float[] high) {

  /**
   * The range of some sequences, each T x M.
   *
   * @param frames at least one matrix. Not modified.
   */
  public static ValueRange of(List<FMatrixRMaj> frames) {
    int units = frames.get(0).numCols;
    float[] low = new float[units];
    float[] high = new float[units];
    Arrays.fill(low, Float.POSITIVE_INFINITY);
    Arrays.fill(high, Float.NEGATIVE_INFINITY);
    for (FMatrixRMaj matrix : frames) {
      for (int i = 0; i < matrix.getNumElements(); i++) {
        low[i % units] = Math.min(low[i % units], matrix.data[i]);
        high[i % units] = Math.max(high[i % units], matrix.data[i]);
      }
    }
    return new ValueRange(low, high);
  }

  /** Where a value lies, 0 at the unit's low end and 1 at its high one; clipped, NaN is 0. */
  float share(int unit, float value) {
    float width = high[unit] - low[unit];
    return width > 0 ? Math.max(0, Math.min(1, (value - low[unit]) / width)) : 0;
  }
}
