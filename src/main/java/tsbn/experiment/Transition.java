package tsbn.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.Sequence;
import tsbn.evaluate.Smoothness;

/**
 * How a change of style went.
 *
 * @param frame of the sample where it began, primer included and counted from 1
 * @param abruptness the largest second difference in it, in units of the 99th percentile of the
 *     data's; see {@link Smoothness}
 */
public record Transition(int frame, double abruptness) {
  /** Sequences of the data that say what is abrupt. */
  private static final int COMPARED = 50;

  /**
   * The changes of a sample, in their order.
   *
   * @param generation what was asked for
   * @param training sequences, the first of which are compared with
   * @param primer the sequence that the primer is from, compared with too; null for none
   * @param frames (K + T) x M, as they are shown: the primer, then what was made
   */
  public static List<Transition> of(
      Generation generation, List<Sequence> training, Sequence primer, FMatrixRMaj frames) {
    if (generation.changes().isEmpty()) {
      return List.of();
    }
    Smoothness smoothness =
        new Smoothness(
            Stream.concat(training.stream().limit(COMPARED), Stream.ofNullable(primer))
                .map(Sequence::toMatrix)
                .toList());
    List<Transition> found = new ArrayList<>();
    for (StyleChange change : generation.changes()) {
      int from = generation.primerFrames() + change.at();
      int to = generation.primerFrames() + change.end();
      found.add(new Transition(from + 1, smoothness.roughest(frames, from - 1, to + 1)));
    }
    return found;
  }
}
