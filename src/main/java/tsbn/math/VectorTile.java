package tsbn.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The innermost loop of a product: a tile of C in registers. */
final class VectorTile {
  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  static final int LANES = SPECIES.length();

  /** Columns of a tile. */
  static final int WIDTH = 2 * LANES;

  /** Rows of a tile. */
  static final int ROWS = 8;

  private VectorTile() {}

  static FloatVector load(float[] data, int at) {
    return FloatVector.fromArray(SPECIES, data, at);
  }

  static FloatVector all(float x) {
    return FloatVector.broadcast(SPECIES, x);
  }

  /**
   * Adds some columns of A times the rows of B that belong to them to 8 rows of two vectors of C.
   *
   * @param tile A column by column, 8 entries each. Not modified.
   * @param rows where the row of B begins, by column of A. Not modified.
   * @param first the first column of A
   * @param count how many
   * @param source B. Not modified.
   * @param column added to where a row of B begins
   * @param into C, from {@code at} on with {@code step} from row to row. Modified.
   */
  static void add(
      float[] tile,
      int[] rows,
      int first,
      int count,
      float[] source,
      int column,
      float[] into,
      int at,
      int step) {
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
  static void addNarrow(
      float[] tile,
      int[] rows,
      int first,
      int count,
      float[] source,
      int column,
      float[] into,
      int at,
      int step) {
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
}
