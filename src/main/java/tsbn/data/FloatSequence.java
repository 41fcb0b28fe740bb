package tsbn.data;

import org.ejml.data.FMatrixRMaj;

/** A sequence of grey values at four bytes a value. */
public final class FloatSequence extends StoredSequence {
  private final FMatrixRMaj values;

  private FloatSequence(FMatrixRMaj values) {
    super(values.numRows, values.numCols);
    this.values = values;
  }

  /**
   * Copies a matrix; values nearer to zero than 1e-7 become zero.
   *
   * @param values {@code T x M}, T and M at least 1. Not modified.
   */
  public static FloatSequence of(FMatrixRMaj values) {
    FMatrixRMaj copy = values.copy();
    for (int i = 0; i < copy.getNumElements(); i++) {
      copy.data[i] = Math.abs(copy.data[i]) < NEGLIGIBLE ? 0 : copy.data[i];
    }
    return new FloatSequence(copy);
  }

  @Override
  protected float value(int frame, int unit) {
    return values.get(frame, unit);
  }

  @Override
  protected void copyValues(int from, int count, float[] out, int start) {
    System.arraycopy(values.data, from * units(), out, start, count * units());
  }
}
