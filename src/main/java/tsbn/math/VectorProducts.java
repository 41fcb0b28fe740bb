package tsbn.math;

import static tsbn.math.VectorTile.LANES;
import static tsbn.math.VectorTile.ROWS;
import static tsbn.math.VectorTile.WIDTH;
import static tsbn.math.VectorTile.load;

/**
 * C += A B on the Vector API. A tile of C, 8 rows by 2 vectors, stays in registers while the inner
 * index runs; B is laid out in panels as wide as a tile, so that the loop reads it in order, unless
 * there are only few rows. Of A, only what is not zero in one of the 8 rows takes part: frames of a
 * video or a piano roll are mostly zeros, and in the same places for some frames in a row.
 *
 * <p>Every entry of C is summed over the inner index in ascending order with one rounding a term,
 * exactly as the plain kernels do, so both give the same bits.
 */
final class VectorProducts {
  /** Inner indices worked on at once: so much of B stays in the second-level cache. */
  private static final int DEPTH = 192;

  /** Products of fewer rows add rows of B one by one. */
  private static final int FEW_ROWS = 3;

  /** Up to so many rows B is read where it is: laying it out would cost as much as the product. */
  private static final int DIRECT_ROWS = 2 * ROWS;

  /** Entries of C that stay in the second-level cache beside what else is there. */
  private static final int SMALL = 1 << 17;

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
  private float[] tileOfA = new float[DEPTH * ROWS];
  private int[] used = new int[DEPTH];
  private int[] begin = new int[0];
  private final float[] edge = new float[ROWS * WIDTH];
  private final VectorRow row = new VectorRow();

  /** A is there: (i, k) at {@code from + i rowStep + k columnStep}. */
  VectorProducts left(float[] data, int from, int rowStep, int columnStep) {
    a = data;
    aFrom = from;
    aRowStep = rowStep;
    aColumnStep = columnStep;
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
    direct = rows <= DIRECT_ROWS && columns >= WIDTH;
    reserve(rows, inner);
    for (int k = 0; k < inner; k += DEPTH) {
      int depth = Math.min(DEPTH, inner - k);
      if (!direct) {
        packPanels(k, depth, columns);
      }
      packBlocks(rows, k, depth);
      if (rows * columns <= SMALL) {
        for (int j = 0; j < columns; j += WIDTH) {
          for (int i = 0; i < rows; i += ROWS) {
            multiply(i, j, rows, columns, depth);
          }
        }
      } else {
        for (int i = 0; i < rows; i += ROWS) {
          for (int j = 0; j < columns; j += WIDTH) {
            multiply(i, j, rows, columns, depth);
          }
        }
      }
    }
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

  private void reserve(int rows, int inner) {
    int blocks = (rows + ROWS - 1) / ROWS;
    int depth = Math.min(DEPTH, inner);
    if (begin.length < blocks + 1) {
      begin = new int[blocks + 1];
    }
    if (used.length < blocks * depth) {
      used = new int[blocks * depth];
      tileOfA = new float[blocks * depth * ROWS];
    }
  }

  /** Lays A out block by block of rows. */
  private void packBlocks(int rows, int k, int depth) {
    int at = 0;
    for (int i = 0; i < rows; i += ROWS) {
      begin[i / ROWS] = at;
      at = packRows(i, Math.min(ROWS, rows - i), k, depth, at);
    }
    begin[(rows + ROWS - 1) / ROWS] = at;
  }

  /**
   * Lays some rows of A out column by column, without the columns that are zero in all of them.
   *
   * @return how many columns are left; where they were is in {@link #used}
   */
  private int packRows(int row, int height, int k, int depth, int first) {
    float[] data = a;
    float[] tile = tileOfA;
    int[] kept = used;
    int bStep = direct ? bRowStep : WIDTH;
    int bAt = direct ? bFrom + k * bRowStep : 0;
    int step = aColumnStep;
    int at = aFrom + row * aRowStep + k * step;
    // Below the last row stands that row again; what comes of it is dropped.
    int last = height - 1;
    int r1 = Math.min(1, last) * aRowStep;
    int r2 = Math.min(2, last) * aRowStep;
    int r3 = Math.min(3, last) * aRowStep;
    int r4 = Math.min(4, last) * aRowStep;
    int r5 = Math.min(5, last) * aRowStep;
    int r6 = Math.min(6, last) * aRowStep;
    int r7 = Math.min(7, last) * aRowStep;
    int count = first;
    for (int p = 0; p < depth; p++) {
      float x0 = data[at];
      float x1 = data[at + r1];
      float x2 = data[at + r2];
      float x3 = data[at + r3];
      float x4 = data[at + r4];
      float x5 = data[at + r5];
      float x6 = data[at + r6];
      float x7 = data[at + r7];
      int to = count * ROWS;
      tile[to] = x0;
      tile[to + 1] = x1;
      tile[to + 2] = x2;
      tile[to + 3] = x3;
      tile[to + 4] = x4;
      tile[to + 5] = x5;
      tile[to + 6] = x6;
      tile[to + 7] = x7;
      kept[count] = bAt;
      int bits = bits(x0) | bits(x1) | bits(x2) | bits(x3);
      bits |= bits(x4) | bits(x5) | bits(x6) | bits(x7);
      count += (bits | -bits) >>> 31;
      bAt += bStep;
      at += step;
    }
    return count;
  }

  /** Zero if x is zero, of either sign. */
  private static int bits(float x) {
    return Float.floatToRawIntBits(x) << 1;
  }

  private void multiply(int i, int j, int rows, int columns, int depth) {
    int block = i / ROWS;
    int first = begin[block];
    int count = begin[block + 1] - first;
    int height = Math.min(ROWS, rows - i);
    int width = Math.min(WIDTH, columns - j);
    int at = cFrom + i * cRowStep + j;
    int from = direct ? j : j / WIDTH * panelSize(depth);
    float[] source = direct ? b : panels;
    if (count == 0) {
      return;
    }
    if (height == ROWS && width == WIDTH) {
      VectorTile.add(tileOfA, used, first, count, source, from, c, at, cRowStep);
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
      VectorTile.addNarrow(tileOfA, used, first, count, source, from - shift, edge, 0, WIDTH);
    } else {
      VectorTile.add(tileOfA, used, first, count, source, from - shift, edge, 0, WIDTH);
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
        tileOfA[count] = x;
        used[count] = bFrom + (k + p) * bRowStep;
        count += x == 0 ? 0 : 1;
        from += aColumnStep;
      }
      row.add(b, used, tileOfA, count, c, at, columns);
    }
  }
}
