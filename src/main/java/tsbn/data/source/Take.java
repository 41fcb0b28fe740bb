package tsbn.data.source;

import org.ejml.data.DMatrixRMaj;
import tsbn.data.SequenceLabel;
import tsbn.data.Split;

/**
 * A motion on its way to a set.
 *
 * @param label what it is called
 * @param split where it belongs; null where that is to be decided
 * @param frames T x C
 */
record Take(SequenceLabel label, Split split, DMatrixRMaj frames) {

  Take with(DMatrixRMaj other) {
    return new Take(label, split, other);
  }

  Take called(SequenceLabel other) {
    return new Take(other, split, frames);
  }

  Take in(Split other) {
    return new Take(label, other, frames);
  }

  /** Frames {@code from .. to - 1}, named as the piece that they are. */
  Take piece(int from, int to, int number) {
    int width = frames.numCols;
    DMatrixRMaj part = new DMatrixRMaj(to - from, width);
    System.arraycopy(frames.data, from * width, part.data, 0, part.getNumElements());
    return new Take(
        new SequenceLabel((label.name() + " #" + number).strip(), label.style()), split, part);
  }
}
