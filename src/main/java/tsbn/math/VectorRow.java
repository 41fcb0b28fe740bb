package tsbn.math;

import static tsbn.math.VectorTile.LANES;
import static tsbn.math.VectorTile.all;
import static tsbn.math.VectorTile.load;

import jdk.incubator.vector.FloatVector;

/** A product of one row: rows of B are added to it one by one, a strip of columns at a time. */
final class VectorRow {
  private float[] sum = new float[0];

  /**
   * One row of C += some rows of B, each with a factor. Strips that overlap at the right edge write
   * the same values.
   *
   * @param b Not modified.
   * @param rows where each row of B begins. Not modified.
   * @param factors one for each row. Not modified.
   * @param count how many rows
   * @param c {@code columns} values from {@code at} on. Modified.
   */
  void add(float[] b, int[] rows, float[] factors, int count, float[] c, int at, int columns) {
    if (sum.length < columns) {
      sum = new float[columns];
    }
    System.arraycopy(c, at, sum, 0, columns);
    if (columns >= 4 * LANES) {
      for (int j = 0; j < columns; j += 4 * LANES) {
        wideStrip(b, rows, factors, count, c, at, Math.min(j, columns - 4 * LANES));
      }
    } else if (columns >= LANES) {
      for (int j = 0; j < columns; j += LANES) {
        strip(b, rows, factors, count, c, at, Math.min(j, columns - LANES));
      }
    } else {
      for (int j = 0; j < columns; j++) {
        float x = sum[j];
        for (int p = 0; p < count; p++) {
          x = Math.fma(factors[p], b[rows[p] + j], x);
        }
        c[at + j] = x;
      }
    }
  }

  private void wideStrip(
      float[] b, int[] rows, float[] factors, int count, float[] c, int at, int j) {
    FloatVector c0 = load(sum, j);
    FloatVector c1 = load(sum, j + LANES);
    FloatVector c2 = load(sum, j + 2 * LANES);
    FloatVector c3 = load(sum, j + 3 * LANES);
    for (int p = 0; p < count; p++) {
      FloatVector x = all(factors[p]);
      int from = rows[p] + j;
      c0 = x.fma(load(b, from), c0);
      c1 = x.fma(load(b, from + LANES), c1);
      c2 = x.fma(load(b, from + 2 * LANES), c2);
      c3 = x.fma(load(b, from + 3 * LANES), c3);
    }
    c0.intoArray(c, at + j);
    c1.intoArray(c, at + j + LANES);
    c2.intoArray(c, at + j + 2 * LANES);
    c3.intoArray(c, at + j + 3 * LANES);
  }

  private void strip(float[] b, int[] rows, float[] factors, int count, float[] c, int at, int j) {
    FloatVector x = load(sum, j);
    for (int p = 0; p < count; p++) {
      x = all(factors[p]).fma(load(b, rows[p] + j), x);
    }
    x.intoArray(c, at + j);
  }
}
