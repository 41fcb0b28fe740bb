package tsbn.app.generate;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.FrameMeaning;
import tsbn.picture.KeyRange;

/**
 * What the page shows after a request. Nobody writes to its matrices.
 *
 * @param meaning what the units of a frame stand for
 * @param framesPerSecond how fast it plays
 * @param primerFrames how many frames of each sample, from the first, are the primer
 * @param data the real sequence it stands beside, T x M
 * @param dataTitle its name, such as {@code video 12}
 * @param samples at least one
 * @param keys the keys of a piano that any of them uses; null for other data
 * @param status how it was made, such as {@code after iteration 14,400, seed 42}
 */
public record Dream(
    FrameMeaning meaning,
    double framesPerSecond,
    int primerFrames,
    FMatrixRMaj data,
    String dataTitle,
    List<Sample> samples,
    KeyRange keys,
    String status) {

  public Dream {
    samples = List.copyOf(samples);
  }

  /**
   * One made-up sequence.
   *
   * @param frames (K + frames) x M: the primer, then what the model made
   * @param states frames x J: the hidden states of what it made
   */
  public record Sample(FMatrixRMaj frames, FMatrixRMaj states) {

    /** What the model made, without the primer: frames x M. */
    FMatrixRMaj made() {
      int count = states.numRows * frames.numCols;
      int from = frames.getNumElements() - count;
      FMatrixRMaj made = new FMatrixRMaj(states.numRows, frames.numCols);
      System.arraycopy(frames.data, from, made.data, 0, count);
      return made;
    }
  }

  /** The real sequence for as long as a sample lasts: T' x M with T' at most {@link #length}. */
  FMatrixRMaj dataAlongside() {
    FMatrixRMaj part = new FMatrixRMaj(Math.min(length(), data.numRows), data.numCols);
    System.arraycopy(data.data, 0, part.data, 0, part.getNumElements());
    return part;
  }

  /** Number of frames of a sample, the primer's included. */
  public int length() {
    return samples.get(0).frames().numRows;
  }
}
