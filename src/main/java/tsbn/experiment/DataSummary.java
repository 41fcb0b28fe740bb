package tsbn.experiment;

import org.ejml.data.FMatrixRMaj;
import tsbn.data.DataKind;
import tsbn.data.FrameMeaning;
import tsbn.data.Sequence;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.model.Feedback;
import tsbn.model.Simulation;

/**
 * What a run remembers of its data, so that what it generates can be shown without the data.
 *
 * @param name for people
 * @param kind what the values are
 * @param meaning what the units stand for
 * @param framesPerSecond how fast a player shows it
 * @param frameTotal how many counts a frame has on average; 0 where frames do not hold counts
 */
public record DataSummary(
    String name, DataKind kind, FrameMeaning meaning, double framesPerSecond, double frameTotal) {

  public DataSummary {
    if (!(framesPerSecond > 0 && framesPerSecond <= 1000)) {
      throw new IllegalArgumentException("A video needs from 0 to 1000 frames a second.");
    }
  }

  public static DataSummary of(SequenceSet set) {
    return new DataSummary(
        set.name(), set.kind(), set.meaning(), set.framesPerSecond(), frameTotal(set));
  }

  private static double frameTotal(SequenceSet set) {
    if (set.kind() != DataKind.COUNTS) {
      return 0;
    }
    double sum = 0;
    for (Sequence sequence : set.get(Split.TRAIN)) {
      for (float value : sequence.toMatrix().data) {
        sum += value;
      }
    }
    return sum / set.frames(Split.TRAIN);
  }

  /** What frames of a simulation see of earlier ones: samples, which is ancestral sampling. */
  public Feedback feedback() {
    return new Feedback(false, frameTotal, 1);
  }

  /**
   * What to show of a simulation: of grey frames, whose values are expectations, and of motions,
   * which would shake with the noise of every sample, the expectations; of others the samples.
   */
  public FMatrixRMaj shown(Simulation made) {
    boolean expected = kind == DataKind.GREY || meaning instanceof FrameMeaning.Motion;
    return expected ? made.means() : made.frames();
  }
}
