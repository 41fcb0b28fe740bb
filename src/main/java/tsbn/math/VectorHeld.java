package tsbn.math;

import static tsbn.math.VectorTile.ROWS;
import static tsbn.math.VectorTile.WIDTH;

import org.ejml.data.FMatrixRMaj;

/**
 * A matrix that is the left factor of several products, laid out once for all of them: as it is,
 * and transposed. Each is done when it is first needed.
 */
final class VectorHeld {
  private static final int DEPTH = VectorProducts.DEPTH;

  private FMatrixRMaj matrix;
  private final Form plain = new Form();
  private final Form transposed = new Form();

  /** Takes another matrix, or the same one with other values; null for none. */
  void hold(FMatrixRMaj other) {
    matrix = other;
    plain.ready = false;
    transposed.ready = false;
  }

  /** Whether it is this matrix that is held. */
  boolean isHeld(FMatrixRMaj a) {
    return a == matrix;
  }

  /** The layout of a matrix if it is this one; null otherwise. */
  VectorLeft[] plain(FMatrixRMaj a, Workers workers) {
    return a == matrix ? plain.of(a.data, a.numCols, 1, a.numRows, a.numCols, workers) : null;
  }

  /** The layout of the transpose of a matrix if the matrix is this one; null otherwise. */
  VectorLeft[] transposed(FMatrixRMaj a, Workers workers) {
    return a == matrix ? transposed.of(a.data, 1, a.numCols, a.numCols, a.numRows, workers) : null;
  }

  /** One layout, {@link VectorProducts#DEPTH} columns after the other. */
  private static final class Form {
    private VectorLeft[] chunks = new VectorLeft[0];
    private boolean ready;

    VectorLeft[] of(
        float[] data, int rowStep, int columnStep, int rows, int inner, Workers workers) {
      if (!ready) {
        layOut(data, rowStep, columnStep, rows, inner, workers);
        ready = true;
      }
      return chunks;
    }

    private void layOut(
        float[] data, int rowStep, int columnStep, int rows, int inner, Workers workers) {
      int count = (inner + DEPTH - 1) / DEPTH;
      if (chunks.length < count) {
        chunks = new VectorLeft[count];
        for (int i = 0; i < count; i++) {
          chunks[i] = new VectorLeft();
        }
      }
      for (int i = 0; i < count; i++) {
        chunks[i].reserve(rows, Math.min(DEPTH, inner - i * DEPTH));
      }
      int blocks = VectorLeft.blocks(rows);
      // A column of a block takes as long as a tile of a product takes for it.
      int parts = workers.parts(2.0 * ROWS * WIDTH * blocks * inner);
      workers.run(
          parts,
          part -> {
            for (int i = 0; i < count; i++) {
              int from = i * DEPTH * columnStep;
              for (int b = blocks * part / parts; b < blocks * (part + 1) / parts; b++) {
                chunks[i].layOut(b, data, from, rowStep, columnStep, rows, WIDTH);
              }
            }
          });
    }
  }
}
