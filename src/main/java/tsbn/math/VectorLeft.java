package tsbn.math;

import static tsbn.math.VectorTile.ROWS;

/**
 * The left factor of a product, or some columns of it, laid out for {@link VectorTile}: in blocks
 * of 8 rows, each column by column, without the columns that are zero in all of a block's rows.
 * Frames of a video or a piano roll are mostly zeros, and in the same places for some frames in a
 * row.
 */
final class VectorLeft {
  private float[] tiles = new float[0];
  private int[] used = new int[0];
  private int[] count = new int[0];
  private int depth;

  /** Makes room for a factor of {@code rows} x {@code depth}. */
  void reserve(int rows, int depth) {
    int blocks = blocks(rows);
    this.depth = depth;
    if (count.length < blocks) {
      count = new int[blocks];
    }
    if (used.length < blocks * depth) {
      used = new int[blocks * depth];
      tiles = new float[blocks * depth * ROWS];
    }
  }

  static int blocks(int rows) {
    return (rows + ROWS - 1) / ROWS;
  }

  /** Where a block begins, in columns of a block. */
  int first(int block) {
    return block * depth;
  }

  /** How many columns of a block are kept. */
  int count(int block) {
    return count[block];
  }

  /** How many of the columns that are kept lie before one: {@code limit} is its place in B. */
  int countBefore(int block, int limit) {
    int kept = count[block];
    int first = first(block);
    while (kept > 0 && used[first + kept - 1] >= limit) {
      kept--;
    }
    return kept;
  }

  /** The kept columns, 8 entries each. */
  float[] tiles() {
    return tiles;
  }

  /** By kept column, where the row of B that belongs to it begins. */
  int[] used() {
    return used;
  }

  /**
   * Lays one block out. Different blocks may be laid out by different threads.
   *
   * @param data the factor: (i, k) at {@code from + i rowStep + k columnStep}. Not modified.
   * @param rows rows of the factor
   * @param bStep from one row of B to the next
   */
  void layOut(int block, float[] data, int from, int rowStep, int columnStep, int rows, int bStep) {
    float[] tile = tiles;
    int[] kept = used;
    int row = block * ROWS;
    int at = from + row * rowStep;
    // Below the last row stands that row again; what comes of it is dropped.
    int last = Math.min(ROWS, rows - row) - 1;
    int r1 = Math.min(1, last) * rowStep;
    int r2 = Math.min(2, last) * rowStep;
    int r3 = Math.min(3, last) * rowStep;
    int r4 = Math.min(4, last) * rowStep;
    int r5 = Math.min(5, last) * rowStep;
    int r6 = Math.min(6, last) * rowStep;
    int r7 = Math.min(7, last) * rowStep;
    int first = first(block);
    int next = first;
    int bAt = 0;
    for (int k = 0; k < depth; k++) {
      float x0 = data[at];
      float x1 = data[at + r1];
      float x2 = data[at + r2];
      float x3 = data[at + r3];
      float x4 = data[at + r4];
      float x5 = data[at + r5];
      float x6 = data[at + r6];
      float x7 = data[at + r7];
      int to = next * ROWS;
      tile[to] = x0;
      tile[to + 1] = x1;
      tile[to + 2] = x2;
      tile[to + 3] = x3;
      tile[to + 4] = x4;
      tile[to + 5] = x5;
      tile[to + 6] = x6;
      tile[to + 7] = x7;
      kept[next] = bAt;
      int bits = bits(x0) | bits(x1) | bits(x2) | bits(x3);
      bits |= bits(x4) | bits(x5) | bits(x6) | bits(x7);
      bits <<= 1; // a zero may be negative
      next += (bits | -bits) >>> 31;
      bAt += bStep;
      at += columnStep;
    }
    count[block] = next - first;
  }

  private static int bits(float x) {
    return Float.floatToRawIntBits(x);
  }
}
