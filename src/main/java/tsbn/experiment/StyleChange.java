package tsbn.experiment;

import org.ejml.data.FMatrixRMaj;
import tsbn.data.Sequence;
import tsbn.model.Guide;

/**
 * A second primer on the way: from some frame on, a simulation is led over into another sequence,
 * follows it for a while, and then goes on alone in its style. Walking becomes running.
 *
 * <p>The other sequence is taken up where its last frames are most like the last ones made, so that
 * a foot that is about to land goes on landing, and blended in along a smooth step.
 *
 * @param at frame made up where it begins, from 0
 * @param source the other sequence
 * @param frames how many of its frames are followed; at least 1, at most T
 * @param blend over how many of these the weight rises to 1; from 1 to {@code frames}
 */
public record StyleChange(int at, Sequence source, int frames, int blend) {
  /** So many frames before the change are compared. */
  private static final int COMPARED = 3;

  public StyleChange {
    if (at < 0) {
      throw new IllegalArgumentException("A change of style cannot begin before the first frame.");
    }
    if (frames < 1 || frames > source.frames()) {
      throw new IllegalArgumentException(
          "A change of style can follow 1 to %,d frames of that sequence, not %,d."
              .formatted(source.frames(), frames));
    }
    if (blend < 1 || blend > frames) {
      throw new IllegalArgumentException(
          "A change of style is blended over 1 to %,d frames, not %,d.".formatted(frames, blend));
    }
  }

  /**
   * A change that follows the other sequence for a second, or as long as it is, and is blended in
   * over the first half of that.
   */
  public static StyleChange ofASecond(int at, Sequence source, double framesPerSecond) {
    int frames = (int) Math.max(2, Math.round(framesPerSecond));
    int followed = Math.min(frames, source.frames());
    return new StyleChange(at, source, followed, Math.max(1, followed / 2));
  }

  /** The frame made up from which the model is alone again. */
  public int end() {
    return at + frames;
  }

  /** A guide for one simulation; it reads the source, so this belongs on a worker. */
  public Guide guide() {
    FMatrixRMaj other = source.toMatrix();
    return new Guide() {
      private int start = -1;

      @Override
      public boolean lead(int t, FMatrixRMaj made) {
        if (t < at || t >= end()) {
          return false;
        }
        if (start < 0) {
          start = alike(made, other, t);
        }
        float weight = weight(t - at);
        int units = made.numCols;
        for (int i = 0; i < units; i++) {
          float own = made.get(t, i);
          made.set(t, i, own + weight * (other.get(start + t - at, i) - own));
        }
        return true;
      }
    };
  }

  /** How much of the other sequence is in its frame k: 3 x^2 - 2 x^3 for x = (k + 1) / blend. */
  float weight(int k) {
    double x = Math.min(1, (k + 1.0) / blend);
    return (float) (x * x * (3 - 2 * x));
  }

  /** Where in the source to begin: its frames before that are nearest to those before row t. */
  private int alike(FMatrixRMaj made, FMatrixRMaj other, int t) {
    int compared = Math.min(COMPARED, t);
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int s = compared; s + frames <= other.numRows; s++) {
      double distance = 0;
      for (int d = 1; d <= compared; d++) {
        for (int i = 0; i < other.numCols; i++) {
          double difference = made.get(t - d, i) - other.get(s - d, i);
          distance += difference * difference;
        }
      }
      if (distance < least) {
        least = distance;
        best = s;
      }
    }
    return best;
  }
}
