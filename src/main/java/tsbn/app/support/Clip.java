package tsbn.app.support;

import org.ejml.data.FMatrixRMaj;
import tsbn.data.FrameMeaning;
import tsbn.data.Sequence;
import tsbn.data.SequenceSet;

/**
 * A sequence ready to be played.
 *
 * @param meaning what its units are
 * @param frames T x M; not to be modified
 * @param framesPerSecond how fast it plays
 */
public record Clip(FrameMeaning meaning, FMatrixRMaj frames, double framesPerSecond) {

  /** A sequence of a set. It may have to be rendered, so this belongs on a worker. */
  public static Clip of(SequenceSet data, Sequence sequence) {
    return new Clip(data.meaning(), sequence.toMatrix(), data.framesPerSecond());
  }

  /** The values of one frame, copied. */
  public float[] frame(int index) {
    float[] frame = new float[frames.numCols];
    System.arraycopy(frames.data, index * frames.numCols, frame, 0, frame.length);
    return frame;
  }
}
