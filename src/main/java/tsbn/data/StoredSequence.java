package tsbn.data;

import java.util.Objects;
import org.ejml.data.FMatrixRMaj;

/** What every way of keeping a sequence shares: its shape, and the checks of its arguments. */
public abstract class StoredSequence implements Sequence {
  /**
   * A value below this is stored as zero: the tails of a grey picture would otherwise bring
   * denormal numbers, which are slow, into the products of the training step.
   */
  protected static final double NEGLIGIBLE = 1e-7;

  private final int frames;
  private final int units;

  /**
   * A sequence of that shape.
   *
   * @throws IllegalArgumentException if it has no frame or no unit, or more than 2^31 - 1 values
   */
  protected StoredSequence(int frames, int units) {
    if (frames < 1 || units < 1 || (long) frames * units > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "A sequence cannot have " + frames + " frames of " + units + " units.");
    }
    this.frames = frames;
    this.units = units;
  }

  @Override
  public final int frames() {
    return frames;
  }

  @Override
  public final int units() {
    return units;
  }

  @Override
  public final float get(int frame, int unit) {
    return value(Objects.checkIndex(frame, frames), Objects.checkIndex(unit, units));
  }

  @Override
  public final void copyFrames(int from, int count, FMatrixRMaj out, int row) {
    Objects.checkFromIndexSize(from, count, frames);
    Objects.checkFromIndexSize(row, count, out.numRows);
    if (out.numCols != units) {
      throw new IllegalArgumentException(
          "The target has " + out.numCols + " columns, not " + units + ".");
    }
    copyValues(from, count, out.data, row * units);
  }

  /** The value at a frame and unit that exist. */
  protected abstract float value(int frame, int unit);

  /**
   * Copies frames that exist, one after the other.
   *
   * @param out receives {@code count * units()} values from index {@code start} on. Modified.
   */
  protected abstract void copyValues(int from, int count, float[] out, int start);
}
