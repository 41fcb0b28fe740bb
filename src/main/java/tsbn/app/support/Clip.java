package tsbn.app.support;

import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.FrameMeaning;
import tsbn.data.Sequence;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.picture.Camera;
import tsbn.picture.Figure;
import tsbn.picture.Film;
import tsbn.picture.Palette;
import tsbn.picture.ValueRange;

/**
 * A sequence ready to be played.
 *
 * @param meaning what its units are
 * @param frames T x M; not to be modified
 * @param framesPerSecond how fast it plays
 * @param range what fills the scale of each channel; null where frames are pictures or keys
 * @param figure the body that moves; null where frames are no motion
 */
public record Clip(
    FrameMeaning meaning,
    FMatrixRMaj frames,
    double framesPerSecond,
    ValueRange range,
    Figure figure) {
  /** Sequences that are read to find the range of a set. */
  private static final int MOST_RANGED = 50;

  /** A sequence of a set. It may have to be rendered, so this belongs on a worker. */
  public static Clip of(SequenceSet data, Sequence sequence) {
    FMatrixRMaj frames = sequence.toMatrix();
    return new Clip(
        data.meaning(),
        frames,
        data.framesPerSecond(),
        range(data, sequence),
        data.meaning() instanceof FrameMeaning.Motion motion ? Figure.of(motion, frames) : null);
  }

  /**
   * What fills the scale of each channel in pictures of a set's sequences; null where frames are
   * pictures or keys. It reads some sequences, so this belongs on a worker.
   *
   * @param also one more sequence to be read
   */
  public static ValueRange range(SequenceSet data, Sequence also) {
    if (!data.meaning().numbers()) {
      return null;
    }
    return ValueRange.of(
        Stream.concat(data.get(Split.TRAIN).stream().limit(MOST_RANGED), Stream.of(also))
            .map(Sequence::toMatrix)
            .toList());
  }

  /**
   * The sequence as pictures.
   *
   * @param camera from where a body is looked at
   */
  public Film film(Camera camera, Palette palette) {
    return new Film(meaning, frames, figure, 0, null, range, camera, palette);
  }

  /** The values of one frame, copied. */
  public float[] frame(int index) {
    float[] frame = new float[frames.numCols];
    System.arraycopy(frames.data, index * frames.numCols, frame, 0, frame.length);
    return frame;
  }
}
