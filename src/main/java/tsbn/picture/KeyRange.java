package tsbn.picture;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.FrameMeaning;
import tsbn.data.Progress;
import tsbn.data.Sequence;

/**
 * A stretch of neighbouring keys of a piano, such as those a piece uses: pictures leave out what
 * nobody plays.
 *
 * @param low the lowest unit
 * @param high the highest unit, at least {@code low}
 */
public record KeyRange(int low, int high) {
  /** Probabilities below this count as silence. */
  static final float FAINT = 0.05f;

  /** Every key. */
  public static KeyRange all(FrameMeaning.PianoRoll meaning) {
    return new KeyRange(0, meaning.units() - 1);
  }

  /**
   * The keys that sound in a piece.
   *
   * @param frames T x M values in [0, 1]. Not modified.
   * @return null where none does
   */
  public static KeyRange of(FMatrixRMaj frames) {
    int low = frames.numCols;
    int high = -1;
    for (int i = 0; i < frames.getNumElements(); i++) {
      if (frames.data[i] >= FAINT) {
        int unit = i % frames.numCols;
        low = Math.min(low, unit);
        high = Math.max(high, unit);
      }
    }
    return high < 0 ? null : new KeyRange(low, high);
  }

  /** The keys that sound in any of some pieces; null where none does. */
  public static KeyRange of(List<Sequence> pieces, Progress progress) {
    KeyRange range = null;
    for (int i = 0; i < pieces.size(); i++) {
      progress.check(i / (double) pieces.size());
      range = union(range, of(pieces.get(i).toMatrix()));
    }
    return range;
  }

  /** The smallest range that holds both; one of them may be null. */
  public static KeyRange union(KeyRange one, KeyRange other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return new KeyRange(Math.min(one.low, other.low), Math.max(one.high, other.high));
  }

  /** Some keys more at either end, where the keyboard has them. */
  public KeyRange widened(int keys, FrameMeaning.PianoRoll meaning) {
    return new KeyRange(Math.max(0, low - keys), Math.min(meaning.units() - 1, high + keys));
  }

  /** Number of keys. */
  public int size() {
    return high - low + 1;
  }

  /** These keys as a keyboard of their own. */
  public FrameMeaning.PianoRoll of(FrameMeaning.PianoRoll meaning) {
    return new FrameMeaning.PianoRoll(
        meaning.lowestNote() + low, size(), meaning.framesPerBar(), meaning.framesPerWhole());
  }

  /** These columns of a matrix as a matrix of their own. */
  public FMatrixRMaj columns(FMatrixRMaj matrix) {
    FMatrixRMaj part = new FMatrixRMaj(matrix.numRows, size());
    for (int row = 0; row < matrix.numRows; row++) {
      System.arraycopy(matrix.data, row * matrix.numCols + low, part.data, row * size(), size());
    }
    return part;
  }
}
