package tsbn.math;

import org.ejml.data.FMatrixRMaj;

/**
 * Softmax and multinomial counts a row at a time, through the buffers of a {@link BernoulliPiece}:
 * its e^-|a| serves, since a is what an entry falls short of the largest. Sums are in double and in
 * the same order whatever computes the exponentials.
 */
final class CountsPiece {
  private static final int PIECE = BernoulliPiece.PIECE;

  private final BernoulliPiece piece;

  /** Of a row: the sum of e to what each entry falls short of the largest. */
  private double sum;

  /** Of a row: the sum of each count times what its entry falls short of the largest, &lt;= 0. */
  private double dot;

  /** The sum of a row of counts. */
  private double total;

  CountsPiece(BernoulliPiece piece) {
    this.piece = piece;
  }

  /** See {@link Kernels#scoreCounts}; for some rows of eta. */
  void score(FMatrixRMaj x, FMatrixRMaj eta, int share, double[] logP, int first, int last) {
    int columns = eta.numCols;
    for (int row = first; row < last; row++) {
      int at = row * columns;
      int xAt = row / share * columns;
      if (row == first || row % share == 0) {
        total = total(x.data, xAt, columns);
      }
      exponentials(x.data, xAt, eta.data, at, columns);
      logP[row] += dot - total * Math.log(sum);
      float scale = (float) (total / sum);
      for (int from = 0; from < columns; from += PIECE) {
        int count = Math.min(PIECE, columns - from);
        System.arraycopy(x.data, xAt + from, piece.v, 0, count);
        System.arraycopy(eta.data, at + from, piece.e, 0, count);
        for (int i = 0; i < count; i++) {
          piece.a[i] = piece.v[i] - scale * piece.e[i];
        }
        System.arraycopy(piece.a, 0, eta.data, at + from, count);
      }
    }
  }

  /** See {@link Kernels#softmax}; for some rows. */
  void softmax(FMatrixRMaj eta, int first, int last) {
    int columns = eta.numCols;
    for (int row = first; row < last; row++) {
      int at = row * columns;
      exponentials(null, 0, eta.data, at, columns);
      float scale = (float) (1 / sum);
      for (int i = at; i < at + columns; i++) {
        eta.data[i] *= scale;
      }
    }
  }

  private double total(float[] x, int at, int columns) {
    double total = 0;
    for (int from = 0; from < columns; from += PIECE) {
      int count = Math.min(PIECE, columns - from);
      System.arraycopy(x, at + from, piece.a, 0, count);
      total += piece.sumOfTerms(0, count);
    }
    return total;
  }

  /**
   * Each entry of a row becomes e to what it falls short of the largest, at least e^-87.
   *
   * @param x counts of the row, or null where they do not matter
   */
  private void exponentials(float[] x, int xAt, float[] eta, int at, int columns) {
    float largest = largest(eta, at, columns);
    sum = 0;
    dot = 0;
    for (int from = 0; from < columns; from += PIECE) {
      int count = Math.min(PIECE, columns - from);
      System.arraycopy(eta, at + from, piece.a, 0, count);
      for (int i = 0; i < count; i++) {
        piece.a[i] = piece.a[i] - largest;
      }
      piece.expOfMinusAbs(count);
      System.arraycopy(piece.e, 0, eta, at + from, count);
      if (x != null) {
        System.arraycopy(x, xAt + from, piece.v, 0, count);
        // Most words are absent from most texts, and yet it is quicker not to look which.
        for (int i = 0; i < count; i++) {
          piece.a[i] = piece.v[i] * piece.a[i];
        }
        dot += piece.sumOfTerms(0, count);
      }
      System.arraycopy(piece.e, 0, piece.a, 0, count);
      sum += piece.sumOfTerms(0, count);
    }
  }

  /** Four at a time do not wait for one another; a NaN is passed over, and turns up in the sum. */
  private static float largest(float[] eta, int at, int columns) {
    float m0 = Float.NEGATIVE_INFINITY;
    float m1 = m0;
    float m2 = m0;
    float m3 = m0;
    int i = at;
    for (; i + 4 <= at + columns; i += 4) {
      m0 = eta[i] > m0 ? eta[i] : m0;
      m1 = eta[i + 1] > m1 ? eta[i + 1] : m1;
      m2 = eta[i + 2] > m2 ? eta[i + 2] : m2;
      m3 = eta[i + 3] > m3 ? eta[i + 3] : m3;
    }
    for (; i < at + columns; i++) {
      m0 = Math.max(m0, eta[i]);
    }
    return Math.max(Math.max(m0, m1), Math.max(m2, m3));
  }
}
