package tsbn.app.predict;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.FrameMeaning;
import tsbn.evaluate.UnitScores;
import tsbn.picture.Figure;
import tsbn.picture.KeyRange;
import tsbn.picture.ValueRange;

/**
 * One sequence and what was expected of it. Nobody writes to its matrices.
 *
 * @param meaning what the units of a frame stand for
 * @param framesPerSecond how fast it plays
 * @param title of the sequence, such as {@code video 12}
 * @param truth T x M
 * @param expected T x M: each frame's expectation given those before it
 * @param difference how far off the expectation was, T x M: the size of the difference to the
 *     truth; the first frame, of which nothing could be known, is left out as 0
 * @param figures the bodies of truth and expectation on one floor; empty where frames are no motion
 * @param guesses squared error by frame of the model, then of each rival
 * @param scores how well the model foretold which units are on; null where they are not binary
 * @param keys the keys of a piano that truth or expectation use; null for other data
 * @param range what fills the scale of each channel; null for other data
 * @param status how it was made, such as {@code after iteration 14,400, 10 samples, seed 1}
 */
public record Prediction(
    FrameMeaning meaning,
    double framesPerSecond,
    String title,
    FMatrixRMaj truth,
    FMatrixRMaj expected,
    FMatrixRMaj difference,
    List<Figure> figures,
    List<Guess> guesses,
    UnitScores scores,
    KeyRange keys,
    ValueRange range,
    String status) {

  public Prediction {
    figures = List.copyOf(figures);
    guesses = List.copyOf(guesses);
  }

  /**
   * Somebody's errors.
   *
   * @param name for people
   * @param errors squared distance by frame; the first does not count
   * @param mean over frames 2..T; NaN where there is one frame only
   */
  public record Guess(String name, double[] errors, double mean) {}

  /** How well the model foretold which units are on, in words; empty where they are not binary. */
  public String foretold() {
    return ScoresText.ofOne(scores);
  }

  /** Number of frames T. */
  public int length() {
    return truth.numRows;
  }

  /** What the units of {@link #difference} stand for: of numbers, numbers without a picture. */
  public FrameMeaning differenceMeaning() {
    return meaning.numbers() ? new FrameMeaning.Channels(meaning.units()) : meaning;
  }

  /** The body of the truth, or of the expectation with 1; null where frames are no motion. */
  Figure figure(int which) {
    return figures.isEmpty() ? null : figures.get(which);
  }

  /** The scale of each channel for {@link #difference}: from 0 to a quarter of the truth's. */
  ValueRange differenceRange() {
    if (range == null) {
      return null;
    }
    float[] low = new float[range.low().length];
    float[] high = new float[low.length];
    for (int i = 0; i < low.length; i++) {
      high[i] = (range.high()[i] - range.low()[i]) / 4;
    }
    return new ValueRange(low, high);
  }
}
