package tsbn.data;

import org.ejml.data.FMatrixRMaj;

/**
 * One sequence: {@code frames() x units()} values, row t = frame t. Immutable. How the values are
 * stored is the implementation's own business, so that a large set can be kept small.
 */
public interface Sequence {

  /** Number of frames T, at least 1. */
  int frames();

  /** Number of units M of a frame. */
  int units();

  /** The value of a unit at a frame, both counted from 0. */
  float get(int frame, int unit);

  /**
   * Copies frames {@code from .. from + count - 1} into the rows {@code row .. row + count - 1}.
   *
   * @param out at least {@code row + count} rows x {@code units()} columns. Modified.
   */
  void copyFrames(int from, int count, FMatrixRMaj out, int row);

  /** All frames as a new {@code frames() x units()} matrix. */
  default FMatrixRMaj toMatrix() {
    return first(frames());
  }

  /** The first frames, at most all, as a new {@code count x units()} matrix. */
  default FMatrixRMaj first(int count) {
    FMatrixRMaj first = new FMatrixRMaj(count, units());
    copyFrames(0, count, first, 0);
    return first;
  }
}
