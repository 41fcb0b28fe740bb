package tsbn.math;

import org.ejml.data.FMatrixRMaj;

/**
 * Kernels in plain Java. The just-in-time compiler turns a loop into vector instructions only where
 * it can see that reads and writes do not overlap: all arrays indexed by the loop variable alone.
 * So rows are copied into arrays of their own, and the inner loop adds four of them at a time.
 */
final class PlainKernels implements Kernels {
  /** Rows of B worked on together, so that they stay in the second-level cache. */
  private static final int BLOCK = 64;

  private final Sigmoid functions = new Sigmoid();
  private float[][] rowsOfC = new float[0][0];
  private PlainPacked rowsOfD;
  private int[] index = new int[0];
  private float[] value = new float[0];

  /** Each row in an array of its own. */
  private record PlainPacked(float[][] row, int rows, int columns) implements Packed {}

  @Override
  public String description() {
    return "plain Java kernels";
  }

  @Override
  public Packed pack(FMatrixRMaj b, Packed reuse) {
    return packRows(b, 0, b.numRows, reuse instanceof PlainPacked plain ? plain : null);
  }

  private static PlainPacked packRows(FMatrixRMaj b, int from, int rows, PlainPacked reuse) {
    int columns = b.numCols;
    boolean fits = reuse != null && reuse.columns == columns && reuse.row.length >= rows;
    float[][] row = fits ? reuse.row : new float[rows][columns];
    for (int i = 0; i < rows; i++) {
      System.arraycopy(b.data, (from + i) * columns, row[i], 0, columns);
    }
    return fits && reuse.rows == rows ? reuse : new PlainPacked(row, rows, columns);
  }

  @Override
  public Packed packTransposed(FMatrixRMaj b, Packed reuse) {
    int rows = b.numCols;
    int columns = b.numRows;
    boolean fits =
        reuse instanceof PlainPacked plain && plain.rows == rows && plain.columns == columns;
    PlainPacked packed =
        fits ? (PlainPacked) reuse : new PlainPacked(new float[rows][columns], rows, columns);
    for (int j = 0; j < columns; j++) {
      for (int i = 0; i < rows; i++) {
        packed.row[i][j] = b.data[j * rows + i];
      }
    }
    return packed;
  }

  @Override
  public void multiplyAdd(FMatrixRMaj a, int aRow, Packed b, FMatrixRMaj c, int cRow, int rows) {
    PlainPacked packed = (PlainPacked) b;
    int inner = packed.rows;
    int columns = packed.columns;
    require(a.numCols == inner && c.numCols == columns, "multiplyAdd: shapes do not fit");
    reserve(Math.max(inner, rows), rows, columns);
    for (int i = 0; i < rows; i++) {
      System.arraycopy(c.data, (cRow + i) * columns, rowsOfC[i], 0, columns);
    }
    for (int from = 0; from < inner; from += BLOCK) {
      int to = Math.min(from + BLOCK, inner);
      for (int i = 0; i < rows; i++) {
        int count = 0;
        int base = (aRow + i) * inner;
        for (int k = from; k < to; k++) {
          float x = a.data[base + k];
          index[count] = k;
          value[count] = x;
          count += x != 0 ? 1 : 0;
        }
        addRows(packed.row, count, rowsOfC[i], columns);
      }
    }
    for (int i = 0; i < rows; i++) {
      System.arraycopy(rowsOfC[i], 0, c.data, (cRow + i) * columns, columns);
    }
  }

  @Override
  public void transposedMultiplyAdd(
      FMatrixRMaj a, int aRow, FMatrixRMaj d, int dRow, int rows, FMatrixRMaj c) {
    int outer = a.numCols;
    int columns = d.numCols;
    require(c.numRows == outer && c.numCols == columns, "transposedMultiplyAdd: shapes do not fit");
    reserve(rows, 1, columns);
    rowsOfD = packRows(d, dRow, rows, rowsOfD);
    float[] sum = rowsOfC[0];
    for (int k = 0; k < outer; k++) {
      int count = 0;
      for (int i = 0, at = aRow * outer + k; i < rows; i++, at += outer) {
        float x = a.data[at];
        index[count] = i;
        value[count] = x;
        count += x != 0 ? 1 : 0;
      }
      if (count > 0) {
        System.arraycopy(c.data, k * columns, sum, 0, columns);
        addRows(rowsOfD.row, count, sum, columns);
        System.arraycopy(sum, 0, c.data, k * columns, columns);
      }
    }
  }

  /** sum += sum over the first {@code count} entries of value[i] * row[index[i]]. */
  private void addRows(float[][] row, int count, float[] sum, int columns) {
    int i = 0;
    for (; i + 4 <= count; i += 4) {
      addFour(
          sum,
          columns,
          value[i],
          row[index[i]],
          value[i + 1],
          row[index[i + 1]],
          value[i + 2],
          row[index[i + 2]],
          value[i + 3],
          row[index[i + 3]]);
    }
    for (; i < count; i++) {
      addOne(sum, columns, value[i], row[index[i]]);
    }
  }

  private static void addFour(
      float[] sum,
      int n,
      float x0,
      float[] r0,
      float x1,
      float[] r1,
      float x2,
      float[] r2,
      float x3,
      float[] r3) {
    for (int j = 0; j < n; j++) {
      float low = Math.fma(x1, r1[j], Math.fma(x0, r0[j], sum[j]));
      sum[j] = Math.fma(x3, r3[j], Math.fma(x2, r2[j], low));
    }
  }

  private static void addOne(float[] sum, int n, float x, float[] r) {
    for (int j = 0; j < n; j++) {
      sum[j] = Math.fma(x, r[j], sum[j]);
    }
  }

  private void reserve(int entries, int rows, int columns) {
    if (index.length < entries) {
      index = new int[entries];
      value = new float[entries];
    }
    if (rowsOfC.length < rows || rowsOfC[0].length < columns) {
      int height = Math.max(rows, rowsOfC.length);
      int width = Math.max(columns, rowsOfC.length == 0 ? 0 : rowsOfC[0].length);
      rowsOfC = new float[height][width];
    }
  }

  @Override
  public void scoreBernoulli(FMatrixRMaj x, FMatrixRMaj eta, int share, double[] logP) {
    int columns = eta.numCols;
    for (int i = 0; i < eta.numRows; i++) {
      double sum = 0;
      for (int from = 0; from < columns; from += Sigmoid.PIECE) {
        int count = Math.min(Sigmoid.PIECE, columns - from);
        int at = i * columns + from;
        functions.evaluate(eta.data, at, count, true);
        sum += scorePiece(x.data, i / share * columns + from, eta.data, at, count);
      }
      logP[i] += sum;
    }
  }

  private double scorePiece(float[] x, int xAt, float[] eta, int at, int count) {
    float[] sigmoid = functions.sigmoid();
    float[] softplus = functions.softplus();
    double even = 0;
    double odd = 0;
    for (int i = 0; i < count; i++) {
      float term = x[xAt + i] * eta[at + i] - softplus[i];
      if ((i & 1) == 0) {
        even += term;
      } else {
        odd += term;
      }
      eta[at + i] = x[xAt + i] - sigmoid[i];
    }
    return even + odd;
  }

  @Override
  public double logBernoulli(float[] x, int at, float[] eta, int count) {
    float[] softplus = functions.softplus();
    double sum = 0;
    for (int from = 0; from < count; from += Sigmoid.PIECE) {
      int piece = Math.min(Sigmoid.PIECE, count - from);
      functions.evaluate(eta, from, piece, true);
      float part = 0;
      for (int i = 0; i < piece; i++) {
        part += x[at + from + i] * eta[from + i] - softplus[i];
      }
      sum += part;
    }
    return sum;
  }

  @Override
  public void drawBernoulli(
      FMatrixRMaj eta, int etaRow, FMatrixRMaj x, int xRow, int rows, RandomStream random) {
    float[] sigmoid = functions.sigmoid();
    int etaFrom = etaRow * eta.numCols;
    int xFrom = xRow * eta.numCols;
    int values = rows * eta.numCols;
    for (int from = 0; from < values; from += Sigmoid.PIECE) {
      int count = Math.min(Sigmoid.PIECE, values - from);
      functions.evaluate(eta.data, etaFrom + from, count, false);
      for (int i = 0; i < count; i++) {
        // The sign bit of u - p is 1 exactly when u < p: no branch to mispredict.
        float difference = random.nextFloat() - sigmoid[i];
        x.data[xFrom + from + i] = Float.floatToRawIntBits(difference) >>> 31;
      }
    }
  }

  @Override
  public void sigmoid(FMatrixRMaj eta, int etaRow, FMatrixRMaj x, int xRow, int rows) {
    int etaFrom = etaRow * eta.numCols;
    int xFrom = xRow * eta.numCols;
    int values = rows * eta.numCols;
    for (int from = 0; from < values; from += Sigmoid.PIECE) {
      int count = Math.min(Sigmoid.PIECE, values - from);
      functions.evaluate(eta.data, etaFrom + from, count, false);
      System.arraycopy(functions.sigmoid(), 0, x.data, xFrom + from, count);
    }
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
