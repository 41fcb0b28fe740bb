package tsbn.math;

import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;

/**
 * Kernels in plain Java. The just-in-time compiler turns a loop into vector instructions only where
 * it can see that reads and writes do not overlap: all arrays indexed by the loop variable alone.
 * So rows are copied into arrays of their own, and the inner loop adds four of them at a time.
 */
final class PlainKernels extends BernoulliKernels {
  /** What people read. */
  static final String DESCRIPTION = "plain Java kernels";

  /** Rows of B worked on together, so that they stay in the second-level cache. */
  private static final int BLOCK = 64;

  /** One for each part of shared work. */
  private final Scratch[] scratch = new Scratch[Workers.most()];

  private float[][] rowsOfD = new float[0][0];

  /**
   * Plain kernels.
   *
   * @param workers who shares the work
   */
  PlainKernels(Workers workers) {
    super(workers, BernoulliPiece::new);
    Arrays.setAll(scratch, i -> new Scratch());
  }

  /** Each row in an array of its own. */
  private record PlainPacked(float[][] row, int rows, int columns) implements Packed {}

  @Override
  public Packed pack(FMatrixRMaj b, Packed reuse) {
    PlainPacked packed = space(b.numRows, b.numCols, reuse);
    copyRows(b, 0, b.numRows, packed.row);
    return packed;
  }

  private static PlainPacked space(int rows, int columns, Packed reuse) {
    boolean fits =
        reuse instanceof PlainPacked plain && plain.rows == rows && plain.columns == columns;
    return fits ? (PlainPacked) reuse : new PlainPacked(new float[rows][columns], rows, columns);
  }

  private static void copyRows(FMatrixRMaj b, int from, int rows, float[][] into) {
    int columns = b.numCols;
    for (int i = 0; i < rows; i++) {
      System.arraycopy(b.data, (from + i) * columns, into[i], 0, columns);
    }
  }

  @Override
  public Packed packTransposed(FMatrixRMaj b, Packed reuse) {
    int rows = b.numCols;
    int columns = b.numRows;
    PlainPacked packed = space(rows, columns, reuse);
    for (int j = 0; j < columns; j++) {
      for (int i = 0; i < rows; i++) {
        packed.row[i][j] = b.data[j * rows + i];
      }
    }
    return packed;
  }

  @Override
  public void hold(FMatrixRMaj a) {
    // A is read where it is.
  }

  @Override
  public boolean isHeld(FMatrixRMaj a) {
    return true;
  }

  @Override
  public void multiplyAdd(FMatrixRMaj a, int aRow, Packed b, FMatrixRMaj c, int cRow, int rows) {
    PlainPacked packed = (PlainPacked) b;
    require(
        a.numCols == packed.rows && c.numCols == packed.columns, "multiplyAdd: shapes do not fit");
    int parts =
        Math.min(workers().parts(2.0 * rows * packed.rows * packed.columns), Math.max(1, rows));
    if (parts == 1) {
      scratch[0].multiplyAdd(a, aRow, packed, c, cRow, rows);
      return;
    }
    workers()
        .run(
            parts,
            part -> {
              int from = rows * part / parts;
              int to = rows * (part + 1) / parts;
              scratch[part].multiplyAdd(a, aRow + from, packed, c, cRow + from, to - from);
            });
  }

  @Override
  public void transposedMultiplyAdd(
      FMatrixRMaj a, int aRow, FMatrixRMaj d, int dRow, int rows, FMatrixRMaj c) {
    int outer = a.numCols;
    require(
        c.numRows == outer && c.numCols == d.numCols, "transposedMultiplyAdd: shapes do not fit");
    rowsOfD = grown(rowsOfD, rows, d.numCols);
    copyRows(d, dRow, rows, rowsOfD);
    int parts = workers().parts(2.0 * rows * c.getNumElements());
    if (parts == 1) {
      scratch[0].transposedMultiplyAdd(a, aRow, rowsOfD, rows, c, 0, outer);
      return;
    }
    workers()
        .run(
            parts,
            part ->
                scratch[part].transposedMultiplyAdd(
                    a,
                    aRow,
                    rowsOfD,
                    rows,
                    c,
                    (int) ((long) outer * part / parts),
                    (int) ((long) outer * (part + 1) / parts)));
  }

  /** Space for at least so many rows and columns: the same if it has them. */
  private static float[][] grown(float[][] space, int rows, int columns) {
    int width = space.length == 0 ? 0 : space[0].length;
    boolean fits = space.length >= rows && width >= columns;
    return fits ? space : new float[Math.max(rows, space.length)][Math.max(columns, width)];
  }

  /** The space one thread works in. */
  private static final class Scratch {
    private float[][] rowsOfC = new float[0][0];
    private int[] index = new int[0];
    private float[] value = new float[0];

    void multiplyAdd(
        FMatrixRMaj a, int aRow, PlainPacked packed, FMatrixRMaj c, int cRow, int rows) {
      int inner = packed.rows;
      int columns = packed.columns;
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

    void transposedMultiplyAdd(
        FMatrixRMaj a, int aRow, float[][] d, int rows, FMatrixRMaj c, int first, int last) {
      int outer = a.numCols;
      int columns = c.numCols;
      reserve(rows, 1, columns);
      float[] sum = rowsOfC[0];
      for (int k = first; k < last; k++) {
        int count = 0;
        int at = aRow * outer + k;
        for (int i = 0; i < rows; i++) {
          float x = a.data[at];
          index[count] = i;
          value[count] = x;
          count += x != 0 ? 1 : 0;
          at += outer;
        }
        if (count > 0) {
          System.arraycopy(c.data, k * columns, sum, 0, columns);
          addRows(d, count, sum, columns);
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
      rowsOfC = grown(rowsOfC, rows, columns);
    }
  }
}
