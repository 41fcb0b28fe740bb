package tsbn.math;

import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;

/** Kernels on the Vector API, which the JVM has to be started with. */
final class VectorKernels extends BernoulliKernels {
  /** What people read. */
  static final String DESCRIPTION = "vector kernels, %d bits".formatted(32 * VectorTile.LANES);

  private final VectorProducts[] products = new VectorProducts[Workers.most()];
  private final VectorHeld held = new VectorHeld();

  /**
   * Vector kernels.
   *
   * @param workers who shares the work
   */
  VectorKernels(Workers workers) {
    super(workers, VectorBernoulliPiece::new);
    for (int i = 0; i < products.length; i++) {
      products[i] = new VectorProducts();
    }
  }

  /** A matrix as it is, or a transposed copy of one. */
  record VectorPacked(FMatrixRMaj matrix) implements Packed {
    @Override
    public int rows() {
      return matrix.numRows;
    }

    @Override
    public int columns() {
      return matrix.numCols;
    }
  }

  @Override
  public Packed pack(FMatrixRMaj b, Packed reuse) {
    return reuse instanceof VectorPacked old && old.matrix == b ? reuse : new VectorPacked(b);
  }

  @Override
  public Packed packTransposed(FMatrixRMaj b, Packed reuse) {
    boolean fits =
        reuse instanceof VectorPacked old && old.rows() == b.numCols && old.columns() == b.numRows;
    VectorPacked packed =
        fits ? (VectorPacked) reuse : new VectorPacked(new FMatrixRMaj(b.numCols, b.numRows));
    CommonOps_FDRM.transpose(b, packed.matrix);
    return packed;
  }

  @Override
  public void hold(FMatrixRMaj a) {
    held.hold(a);
  }

  @Override
  public boolean isHeld(FMatrixRMaj a) {
    return held.isHeld(a);
  }

  @Override
  public void multiplyAdd(FMatrixRMaj a, int aRow, Packed b, FMatrixRMaj c, int cRow, int rows) {
    FMatrixRMaj matrix = ((VectorPacked) b).matrix;
    int columns = matrix.numCols;
    require(a.numCols == matrix.numRows && c.numCols == columns, "multiplyAdd: shapes do not fit");
    VectorLeft[] layout = aRow == 0 ? held.plain(a, workers()) : null;
    int parts = workers().parts(2.0 * rows * matrix.getNumElements());
    if (parts == 1) {
      multiplyColumns(0, layout, a, aRow, matrix, c, cRow, rows, 0, columns);
      return;
    }
    workers()
        .run(
            parts,
            part -> {
              int from = share(columns, part, parts);
              int to = share(columns, part + 1, parts);
              multiplyColumns(part, layout, a, aRow, matrix, c, cRow, rows, from, to);
            });
  }

  private void multiplyColumns(
      int part,
      VectorLeft[] layout,
      FMatrixRMaj a,
      int aRow,
      FMatrixRMaj b,
      FMatrixRMaj c,
      int cRow,
      int rows,
      int from,
      int to) {
    int inner = b.numRows;
    int columns = b.numCols;
    products[part]
        .left(a.data, aRow * inner, inner, 1)
        .laidOut(layout, 0)
        .right(b.data, from, columns)
        .into(c.data, cRow * columns + from, columns)
        .multiplyAdd(rows, inner, to - from);
  }

  @Override
  public void transposedMultiplyAdd(
      FMatrixRMaj a, int aRow, FMatrixRMaj d, int dRow, int rows, FMatrixRMaj c) {
    int outer = a.numCols;
    require(
        c.numRows == outer && c.numCols == d.numCols, "transposedMultiplyAdd: shapes do not fit");
    VectorLeft[] layout = aRow == 0 ? held.transposed(a, workers()) : null;
    int parts = workers().parts(2.0 * rows * c.getNumElements());
    if (parts == 1) {
      multiplyRows(0, layout, a, aRow, d, dRow, rows, c, 0, outer);
      return;
    }
    workers()
        .run(
            parts,
            part -> {
              int from = share(outer, part, parts);
              int to = share(outer, part + 1, parts);
              multiplyRows(part, layout, a, aRow, d, dRow, rows, c, from, to);
            });
  }

  private void multiplyRows(
      int part,
      VectorLeft[] layout,
      FMatrixRMaj a,
      int aRow,
      FMatrixRMaj d,
      int dRow,
      int rows,
      FMatrixRMaj c,
      int from,
      int to) {
    int outer = a.numCols;
    int columns = d.numCols;
    products[part]
        .left(a.data, aRow * outer + from, 1, outer)
        .laidOut(layout, from / VectorTile.ROWS)
        .right(d.data, dRow * columns, columns)
        .into(c.data, from * columns, columns)
        .multiplyAdd(to - from, rows, columns);
  }

  /** Where a part begins, at the edge of a tile. */
  private static int share(int size, int part, int parts) {
    int width = VectorTile.WIDTH;
    int tiles = (size + width - 1) / width;
    return Math.min(size, (int) ((long) tiles * part / parts) * width);
  }
}
