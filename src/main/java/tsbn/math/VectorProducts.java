package tsbn.math;

import static tsbn.math.VectorTile.LANES;
import static tsbn.math.VectorTile.ROWS;
import static tsbn.math.VectorTile.WIDTH;
import static tsbn.math.VectorTile.load;

/**
 * C += A B on the Vector API. A tile of C, 8 rows by 2 vectors, stays in registers while the inner
 * index runs; A is laid out as {@link VectorLeft} says, and B in panels as wide as a tile, so that
 * the loop reads it in order, unless there are only few rows.
 *
 * <p>Every entry of C is summed over the inner index in ascending order with one rounding a term,
 * exactly as the plain kernels do, so both give the same bits.
 */
final class VectorProducts {
  /** Inner indices worked on at once: so much of B stays in the second-level cache. */
  static final int DEPTH = 192;

  /** Products of fewer rows add rows of B one by one. */
  private static final int FEW_ROWS = 3;

  /** Up to so many rows B is read where it is: laying it out would cost as much as the product. */
  private static final int DIRECT_ROWS = 2 * ROWS;

  /** The same where A is laid out for this product alone: up to so many it is still faster. */
  private static final int SOME_ROWS = 160;

  /** Rows of B this far apart, or a multiple, fall on the same lines of the first-level cache. */
  private static final int CROWDING = 256;

  /** Entries of C that stay in the second-level cache beside what else is there. */
  private static final int SMALL = 1 << 17;

  private VectorLeft[] held;
  private int heldBlock;
  private float[] a;
  private int aFrom;
  private int aRowStep;
  private int aColumnStep;
  private float[] b;
  private int bFrom;
  private int bRowStep;
  private float[] c;
  private int cFrom;
  private int cRowStep;

  /** Whether B is read where it is. */
  private boolean direct;

  private float[] panels = new float[0];
  private final VectorLeft own = new VectorLeft();
  private VectorLeft left = own;
  private final float[] edge = new float[ROWS * WIDTH];
  private final VectorRow row = new VectorRow();
  private final int[] rowUsed = new int[DEPTH];
  private final float[] rowFactors = new float[DEPTH];

  /** A is there: (i, k) at {@code from + i rowStep + k columnStep}. */
  VectorProducts left(float[] data, int from, int rowStep, int columnStep) {
    a = data;
    aFrom = from;
    aRowStep = rowStep;
    aColumnStep = columnStep;
    held = null;
    return this;
  }

  /**
   * A begins with some block of a factor that is laid out already, and is not wider than that.
   *
   * @param layout by chunk of {@link #DEPTH} columns; null for none
   */
  VectorProducts laidOut(VectorLeft[] layout, int firstBlock) {
    held = layout;
    heldBlock = firstBlock;
    return this;
  }

  /** B is there: (k, j) at {@code from + k rowStep + j}. */
  VectorProducts right(float[] data, int from, int rowStep) {
    b = data;
    bFrom = from;
    bRowStep = rowStep;
    return this;
  }

  /** C is there: (i, j) at {@code from + i rowStep + j}. */
  VectorProducts into(float[] data, int from, int rowStep) {
    c = data;
    cFrom = from;
    cRowStep = rowStep;
    return this;
  }

  /** C += A B, where A is rows x inner and B is inner x columns. */
  void multiplyAdd(int rows, int inner, int columns) {
    if (columns < LANES || rows < FEW_ROWS) {
      for (int i = 0; i < rows; i++) {
        addRows(i, inner, columns);
      }
      return;
    }
    direct = columns >= WIDTH && rows <= (held == null && !crowded() ? SOME_ROWS : DIRECT_ROWS);
    for (int k = 0; k < inner; k += DEPTH) {
      int depth = Math.min(DEPTH, inner - k);
      if (!direct) {
        packPanels(k, depth, columns);
      }
      if (direct || held == null) {
        layOut(rows, k, depth);
      } else {
        left = held[k / DEPTH];
      }
      if (rows * columns <= SMALL) {
        for (int j = 0; j < columns; j += WIDTH) {
          for (int i = 0; i < rows; i += ROWS) {
            multiply(i, j, rows, columns, k, depth);
          }
        }
      } else {
        for (int i = 0; i < rows; i += ROWS) {
          for (int j = 0; j < columns; j += WIDTH) {
            multiply(i, j, rows, columns, k, depth);
          }
        }
      }
    }
  }

  private boolean crowded() {
    return bRowStep % CROWDING == 0;
  }

  /**
   * Lays rows k .. k + depth - 1 of B out panel by panel; beyond the last column stands anything.
   */
  private void packPanels(int k, int depth, int columns) {
    int size = panelSize(depth);
    int count = (columns + WIDTH - 1) / WIDTH;
    if (panels.length < count * size) {
      panels = new float[count * panelSize(DEPTH)];
    }
    // Row by row, since B may be large: its memory is read in order.
    for (int p = 0; p < depth; p++) {
      packRow(bFrom + (k + p) * bRowStep, columns, p * WIDTH, size);
    }
  }

  /** One row more than there is, or all panels would fall on the same lines of the cache. */
  private static int panelSize(int depth) {
    return (depth + 1) * WIDTH;
  }

  private void packRow(int from, int columns, int to, int size) {
    float[] row = b;
    float[] into = panels;
    int at = to;
    int j = 0;
    for (; j + WIDTH <= columns; j += WIDTH) {
      load(row, from + j).intoArray(into, at);
      load(row, from + j + LANES).intoArray(into, at + LANES);
      at += size;
    }
    if (j < columns) {
      System.arraycopy(row, from + j, into, at, columns - j);
    }
  }

  private void layOut(int rows, int k, int depth) {
    own.reserve(rows, depth);
    int bStep = direct ? bRowStep : WIDTH;
    for (int block = 0; block < VectorLeft.blocks(rows); block++) {
      own.layOut(block, a, aFrom + k * aColumnStep, aRowStep, aColumnStep, rows, bStep);
    }
    left = own;
  }

  private void multiply(int i, int j, int rows, int columns, int k, int depth) {
    boolean mine = left == own;
    int block = mine ? i / ROWS : heldBlock + i / ROWS;
    int count = mine ? left.count(block) : left.countBefore(block, depth * WIDTH);
    if (count == 0) {
      return;
    }
    int first = left.first(block);
    int height = Math.min(ROWS, rows - i);
    int width = Math.min(WIDTH, columns - j);
    int at = cFrom + i * cRowStep + j;
    int from = direct ? bFrom + k * bRowStep + j : j / WIDTH * panelSize(depth);
    float[] source = direct ? b : panels;
    if (height == ROWS && width == WIDTH) {
      VectorTile.add(left.tiles(), left.used(), first, count, source, from, c, at, cRowStep);
    } else {
      cutTile(source, from, first, count, at, height, width);
    }
  }

  /** A tile of which only a part is in C. What is beyond is computed too, and dropped. */
  private void cutTile(
      float[] source, int from, int first, int count, int at, int height, int width) {
    boolean narrow = width <= LANES;
    // Where B is read in place nothing may be read behind it: the tile ends at its last column.
    int shift = direct ? (narrow ? LANES : WIDTH) - width : 0;
    for (int r = 0; r < height; r++) {
      System.arraycopy(c, at + r * cRowStep, edge, r * WIDTH + shift, width);
    }
    if (narrow) {
      VectorTile.addNarrow(
          left.tiles(), left.used(), first, count, source, from - shift, edge, 0, WIDTH);
    } else {
      VectorTile.add(left.tiles(), left.used(), first, count, source, from - shift, edge, 0, WIDTH);
    }
    for (int r = 0; r < height; r++) {
      System.arraycopy(edge, r * WIDTH + shift, c, at + r * cRowStep, width);
    }
  }

  /** One row of C += the rows of B that its row of A does not skip. */
  private void addRows(int i, int inner, int columns) {
    int at = cFrom + i * cRowStep;
    for (int k = 0; k < inner; k += DEPTH) {
      int count = 0;
      int from = aFrom + i * aRowStep + k * aColumnStep;
      int depth = Math.min(DEPTH, inner - k);
      for (int p = 0; p < depth; p++) {
        float x = a[from];
        rowFactors[count] = x;
        rowUsed[count] = bFrom + (k + p) * bRowStep;
        count += x == 0 ? 0 : 1;
        from += aColumnStep;
      }
      row.add(b, rowUsed, rowFactors, count, c, at, columns);
    }
  }
}
