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

  /** Of a row: its largest entry, and the sum of e to what each falls short of it. */
  private float largest;

  private double sum;

  /** Where the counts of a row are not zero, how many are not, and their sum. */
  private int[] places = new int[0];

  private int found;
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
        find(x.data, xAt, columns);
      }
      double dot = dot(x.data, xAt, eta.data, at);
      exponentials(eta.data, at, columns);
      logP[row] += dot - total * (largest + Math.log(sum));
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
      exponentials(eta.data, at, columns);
      float scale = (float) (1 / sum);
      for (int i = at; i < at + columns; i++) {
        eta.data[i] *= scale;
      }
    }
  }

  /** Finds the counts of a row that are not zero: most words are absent from most texts. */
  private void find(float[] x, int at, int columns) {
    if (places.length < columns) {
      places = new int[columns];
    }
    found = 0;
    total = 0;
    for (int i = 0; i < columns; i++) {
      float count = x[at + i];
      places[found] = i;
      found += count != 0 ? 1 : 0;
      total += count;
    }
  }

  private double dot(float[] x, int xAt, float[] eta, int at) {
    double dot = 0;
    for (int i = 0; i < found; i++) {
      dot += (double) x[xAt + places[i]] * eta[at + places[i]];
    }
    return dot;
  }

  /** Each entry of a row becomes e to what it falls short of the largest, at least e^-87. */
  private void exponentials(float[] eta, int at, int columns) {
    largest = largest(eta, at, columns);
    sum = 0;
    for (int from = 0; from < columns; from += PIECE) {
      int count = Math.min(PIECE, columns - from);
      System.arraycopy(eta, at + from, piece.a, 0, count);
      float shift = largest;
      for (int i = 0; i < count; i++) {
        piece.a[i] = piece.a[i] - shift;
      }
      piece.expOfMinusAbs(count);
      System.arraycopy(piece.e, 0, eta, at + from, count);
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
