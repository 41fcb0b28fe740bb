package tsbn.math;

import java.util.Arrays;
import java.util.function.Supplier;
import org.ejml.data.FMatrixRMaj;

/** What every implementation does alike: Bernoulli units and counts, piece by piece. */
abstract class BernoulliKernels implements Kernels {
  private static final int PIECE = BernoulliPiece.PIECE;

  /** What scoring one unit costs, in operations of a product that take as long. */
  private static final double OPERATIONS = 200;

  /** One for each part of shared work. */
  private final BernoulliPiece[] pieces = new BernoulliPiece[Workers.most()];

  private final CountsPiece[] counts = new CountsPiece[Workers.most()];

  private final BernoulliPiece piece;
  private final Workers workers;

  BernoulliKernels(Workers workers, Supplier<BernoulliPiece> create) {
    this.workers = workers;
    Arrays.setAll(pieces, i -> create.get());
    Arrays.setAll(counts, i -> new CountsPiece(pieces[i]));
    piece = pieces[0];
  }

  @Override
  public final Workers workers() {
    return workers;
  }

  @Override
  public final void scoreBernoulli(FMatrixRMaj x, FMatrixRMaj eta, int share, double[] logP) {
    int parts = workers.parts(OPERATIONS * eta.getNumElements());
    if (parts == 1) {
      score(piece, x, eta, share, logP, 0, eta.numRows);
      return;
    }
    workers.run(
        parts,
        part -> {
          int from = (int) ((long) eta.numRows * part / parts);
          int to = (int) ((long) eta.numRows * (part + 1) / parts);
          score(pieces[part], x, eta, share, logP, from, to);
        });
  }

  @Override
  public final void scoreCounts(FMatrixRMaj x, FMatrixRMaj eta, int share, double[] logP) {
    require(x.numCols == eta.numCols, "scoreCounts: shapes do not fit");
    shareRows(eta, (part, from, to) -> counts[part].score(x, eta, share, logP, from, to));
  }

  @Override
  public final void softmax(FMatrixRMaj eta) {
    shareRows(eta, (part, from, to) -> counts[part].softmax(eta, from, to));
  }

  private void shareRows(FMatrixRMaj eta, RowsOfPart work) {
    int rows = eta.numRows;
    int parts = Math.min(workers.parts(OPERATIONS * eta.getNumElements()), Math.max(1, rows));
    if (parts == 1) {
      work.accept(0, 0, rows);
      return;
    }
    workers.run(
        parts,
        part ->
            work.accept(
                part,
                (int) ((long) rows * part / parts),
                (int) ((long) rows * (part + 1) / parts)));
  }

  /** What one part of shared work does with its rows. */
  private interface RowsOfPart {
    void accept(int part, int from, int to);
  }

  private static void score(
      BernoulliPiece piece,
      FMatrixRMaj x,
      FMatrixRMaj eta,
      int share,
      double[] logP,
      int first,
      int last) {
    int columns = eta.numCols;
    // Short rows are taken several at a time, since short loops are slow.
    int together = Math.max(1, PIECE / Math.max(1, columns));
    for (int row = first; row < last; row += together) {
      int rows = Math.min(together, last - row);
      for (int from = 0; from < columns; from += PIECE) {
        int width = Math.min(PIECE, columns - from);
        for (int r = 0; r < rows; r++) {
          int xAt = (row + r) / share * columns + from;
          System.arraycopy(x.data, xAt, piece.v, r * width, width);
        }
        int at = row * columns + from;
        System.arraycopy(eta.data, at, piece.a, 0, rows * width);
        piece.score(rows * width);
        System.arraycopy(piece.v, 0, eta.data, at, rows * width);
        for (int r = 0; r < rows; r++) {
          logP[row + r] += piece.sumOfTerms(r * width, (r + 1) * width);
        }
      }
    }
  }

  @Override
  public final double logBernoulli(float[] x, int at, float[] eta, int count) {
    double sum = 0;
    for (int i = 0; i < count; i += PIECE) {
      int size = Math.min(PIECE, count - i);
      System.arraycopy(x, at + i, piece.v, 0, size);
      System.arraycopy(eta, i, piece.a, 0, size);
      piece.score(size);
      sum += piece.sumOfTerms(0, size);
    }
    return sum;
  }

  @Override
  public final void drawBernoulli(
      FMatrixRMaj eta, int etaRow, FMatrixRMaj x, int xRow, int rows, RandomStream random) {
    int values = rows * eta.numCols;
    for (int i = 0; i < values; i += PIECE) {
      int count = Math.min(PIECE, values - i);
      System.arraycopy(eta.data, etaRow * eta.numCols + i, piece.a, 0, count);
      piece.draw(random, count);
      System.arraycopy(piece.v, 0, x.data, xRow * eta.numCols + i, count);
    }
  }

  @Override
  public final void sigmoid(FMatrixRMaj eta, int etaRow, FMatrixRMaj x, int xRow, int rows) {
    int values = rows * eta.numCols;
    for (int i = 0; i < values; i += PIECE) {
      int count = Math.min(PIECE, values - i);
      System.arraycopy(eta.data, etaRow * eta.numCols + i, piece.a, 0, count);
      piece.evaluate(count, false);
      System.arraycopy(piece.sigmoid, 0, x.data, xRow * eta.numCols + i, count);
    }
  }

  @Override
  public final void exp(FMatrixRMaj x, FMatrixRMaj out) {
    int values = x.getNumElements();
    for (int i = 0; i < values; i += PIECE) {
      int count = Math.min(PIECE, values - i);
      System.arraycopy(x.data, i, piece.a, 0, count);
      piece.exp(count);
      System.arraycopy(piece.e, 0, out.data, i, count);
    }
  }

  static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
