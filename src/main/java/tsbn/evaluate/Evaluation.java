package tsbn.evaluate;

import java.util.List;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.math.RandomStream;
import tsbn.model.sbn.TemporalSbn;

/** Measures of a model on a set of sequences. */
public final class Evaluation {
  private Evaluation() {}

  /**
   * The lower bound, averaged over samples of the hidden states.
   *
   * @param samples samples of h per sequence, at least 1
   */
  public static Bound bound(
      TemporalSbn model,
      List<Sequence> sequences,
      int samples,
      RandomStream random,
      Progress progress) {
    throw new UnsupportedOperationException();
  }

  /**
   * The prediction error of section 9: mean over sequences of the mean over frames 2..T of the
   * squared distance between frame and causal prediction.
   *
   * @param samples hidden samples averaged into each prediction (1 = the paper)
   */
  public static double predictionError(
      TemporalSbn model,
      List<Sequence> sequences,
      int samples,
      RandomStream random,
      Progress progress) {
    throw new UnsupportedOperationException();
  }
}
