package tsbn.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

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
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /** Columns of a tile. */
  private static final int WIDTH = 2 * LANES;

  /** Rows of a tile. */
  private static final int ROWS = 8;

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
  private float[] sum = new float[0];

  static int lanes() {
    return LANES;
  }

  /** Columns that a part of a product should be a multiple of. */
  static int width() {
    return WIDTH;
  }

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
      tile(source, from, first, count, c, at, cRowStep);
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
      narrowTile(source, from - shift, first, count, edge, 0, WIDTH);
    } else {
      tile(source, from - shift, first, count, edge, 0, WIDTH);
    }
    for (int r = 0; r < height; r++) {
      System.arraycopy(edge, r * WIDTH + shift, c, at + r * cRowStep, width);
    }
  }

  private static FloatVector load(float[] data, int at) {
    return FloatVector.fromArray(SPECIES, data, at);
  }

  private static FloatVector all(float x) {
    return FloatVector.broadcast(SPECIES, x);
  }

  /** Adds the used columns of A times a panel to 8 rows of two vectors. */
  private void tile(
      float[] source, int column, int first, int count, float[] into, int at, int step) {
    float[] tile = tileOfA;
    int[] rows = used;
    FloatVector c00 = load(into, at);
    FloatVector c01 = load(into, at + LANES);
    FloatVector c10 = load(into, at + step);
    FloatVector c11 = load(into, at + step + LANES);
    FloatVector c20 = load(into, at + 2 * step);
    FloatVector c21 = load(into, at + 2 * step + LANES);
    FloatVector c30 = load(into, at + 3 * step);
    FloatVector c31 = load(into, at + 3 * step + LANES);
    FloatVector c40 = load(into, at + 4 * step);
    FloatVector c41 = load(into, at + 4 * step + LANES);
    FloatVector c50 = load(into, at + 5 * step);
    FloatVector c51 = load(into, at + 5 * step + LANES);
    FloatVector c60 = load(into, at + 6 * step);
    FloatVector c61 = load(into, at + 6 * step + LANES);
    FloatVector c70 = load(into, at + 7 * step);
    FloatVector c71 = load(into, at + 7 * step + LANES);
    for (int p = first; p < first + count; p++) {
      int from = column + rows[p];
      FloatVector b0 = load(source, from);
      FloatVector b1 = load(source, from + LANES);
      int x = p * ROWS;
      FloatVector a0 = all(tile[x]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      FloatVector a1 = all(tile[x + 1]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      FloatVector a2 = all(tile[x + 2]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      FloatVector a3 = all(tile[x + 3]);
      c30 = a3.fma(b0, c30);
      c31 = a3.fma(b1, c31);
      FloatVector a4 = all(tile[x + 4]);
      c40 = a4.fma(b0, c40);
      c41 = a4.fma(b1, c41);
      FloatVector a5 = all(tile[x + 5]);
      c50 = a5.fma(b0, c50);
      c51 = a5.fma(b1, c51);
      FloatVector a6 = all(tile[x + 6]);
      c60 = a6.fma(b0, c60);
      c61 = a6.fma(b1, c61);
      FloatVector a7 = all(tile[x + 7]);
      c70 = a7.fma(b0, c70);
      c71 = a7.fma(b1, c71);
    }
    c00.intoArray(into, at);
    c01.intoArray(into, at + LANES);
    c10.intoArray(into, at + step);
    c11.intoArray(into, at + step + LANES);
    c20.intoArray(into, at + 2 * step);
    c21.intoArray(into, at + 2 * step + LANES);
    c30.intoArray(into, at + 3 * step);
    c31.intoArray(into, at + 3 * step + LANES);
    c40.intoArray(into, at + 4 * step);
    c41.intoArray(into, at + 4 * step + LANES);
    c50.intoArray(into, at + 5 * step);
    c51.intoArray(into, at + 5 * step + LANES);
    c60.intoArray(into, at + 6 * step);
    c61.intoArray(into, at + 6 * step + LANES);
    c70.intoArray(into, at + 7 * step);
    c71.intoArray(into, at + 7 * step + LANES);
  }

  /** The same with one vector a row, for what is left at the right edge. */
  private void narrowTile(
      float[] source, int column, int first, int count, float[] into, int at, int step) {
    float[] tile = tileOfA;
    int[] rows = used;
    FloatVector c0 = load(into, at);
    FloatVector c1 = load(into, at + step);
    FloatVector c2 = load(into, at + 2 * step);
    FloatVector c3 = load(into, at + 3 * step);
    FloatVector c4 = load(into, at + 4 * step);
    FloatVector c5 = load(into, at + 5 * step);
    FloatVector c6 = load(into, at + 6 * step);
    FloatVector c7 = load(into, at + 7 * step);
    for (int p = first; p < first + count; p++) {
      FloatVector row = load(source, column + rows[p]);
      int x = p * ROWS;
      c0 = all(tile[x]).fma(row, c0);
      c1 = all(tile[x + 1]).fma(row, c1);
      c2 = all(tile[x + 2]).fma(row, c2);
      c3 = all(tile[x + 3]).fma(row, c3);
      c4 = all(tile[x + 4]).fma(row, c4);
      c5 = all(tile[x + 5]).fma(row, c5);
      c6 = all(tile[x + 6]).fma(row, c6);
      c7 = all(tile[x + 7]).fma(row, c7);
    }
    c0.intoArray(into, at);
    c1.intoArray(into, at + step);
    c2.intoArray(into, at + 2 * step);
    c3.intoArray(into, at + 3 * step);
    c4.intoArray(into, at + 4 * step);
    c5.intoArray(into, at + 5 * step);
    c6.intoArray(into, at + 6 * step);
    c7.intoArray(into, at + 7 * step);
  }

  /** One row of C += the rows of B that its row of A does not skip. */
  private void addRows(int row, int inner, int columns) {
    if (sum.length < columns) {
      sum = new float[columns];
    }
    int at = cFrom + row * cRowStep;
    for (int k = 0; k < inner; k += DEPTH) {
      int count = 0;
      int from = aFrom + row * aRowStep + k * aColumnStep;
      int depth = Math.min(DEPTH, inner - k);
      for (int p = 0; p < depth; p++) {
        float x = a[from];
        tileOfA[count] = x;
        used[count] = bFrom + (k + p) * bRowStep;
        count += x == 0 ? 0 : 1;
        from += aColumnStep;
      }
      System.arraycopy(c, at, sum, 0, columns);
      addUsed(count, at, columns);
    }
  }

  /** C = sum + the used rows. Strips that overlap at the right edge write the same values. */
  private void addUsed(int count, int at, int columns) {
    if (columns >= 4 * LANES) {
      for (int j = 0; j < columns; j += 4 * LANES) {
        wideStrip(count, at, Math.min(j, columns - 4 * LANES));
      }
    } else if (columns >= LANES) {
      for (int j = 0; j < columns; j += LANES) {
        strip(count, at, Math.min(j, columns - LANES));
      }
    } else {
      for (int j = 0; j < columns; j++) {
        float x = sum[j];
        for (int p = 0; p < count; p++) {
          x = Math.fma(tileOfA[p], b[used[p] + j], x);
        }
        c[at + j] = x;
      }
    }
  }

  private void wideStrip(int count, int at, int j) {
    float[] factors = tileOfA;
    float[] rowsOfB = b;
    int[] rows = used;
    FloatVector c0 = load(sum, j);
    FloatVector c1 = load(sum, j + LANES);
    FloatVector c2 = load(sum, j + 2 * LANES);
    FloatVector c3 = load(sum, j + 3 * LANES);
    for (int p = 0; p < count; p++) {
      FloatVector x = all(factors[p]);
      int from = rows[p] + j;
      c0 = x.fma(load(rowsOfB, from), c0);
      c1 = x.fma(load(rowsOfB, from + LANES), c1);
      c2 = x.fma(load(rowsOfB, from + 2 * LANES), c2);
      c3 = x.fma(load(rowsOfB, from + 3 * LANES), c3);
    }
    c0.intoArray(c, at + j);
    c1.intoArray(c, at + j + LANES);
    c2.intoArray(c, at + j + 2 * LANES);
    c3.intoArray(c, at + j + 3 * LANES);
  }

  private void strip(int count, int at, int j) {
    FloatVector x = load(sum, j);
    for (int p = 0; p < count; p++) {
      x = all(tileOfA[p]).fma(load(b, used[p] + j), x);
    }
    x.intoArray(c, at + j);
  }
}
