package tsbn.model.sbn;

import org.ejml.data.FMatrixRMaj;

/**
 * Frames of counts as links see them: sqrt(v_m / N), N the number of counts of the frame. Raw
 * counts of thousands of words would saturate every sigmoid at once; the roots of shares have
 * length 1 whatever N and M are, and the noise of sampling is alike in all of them (the Hellinger
 * embedding of a distribution). A frame without counts becomes zeros.
 */
final class RootShares {
  private RootShares() {}

  /**
   * Some frames.
   *
   * @param counts frames x M. Not modified.
   * @param shares reshaped to frames x M. Modified.
   */
  static void of(FMatrixRMaj counts, FMatrixRMaj shares) {
    shares.reshape(counts.numRows, counts.numCols);
    for (int row = 0; row < counts.numRows; row++) {
      of(counts.data, row * counts.numCols, counts.numCols, shares.data, row * counts.numCols);
    }
  }

  /** One frame of M counts from one place to another. */
  static void of(float[] counts, int from, int units, float[] out, int to) {
    double total = 0;
    for (int i = 0; i < units; i++) {
      total += counts[from + i];
    }
    double scale = total > 0 ? 1 / total : 0;
    for (int i = 0; i < units; i++) {
      float count = counts[from + i];
      out[to + i] = count == 0 ? 0 : (float) Math.sqrt(scale * count);
    }
  }
}
