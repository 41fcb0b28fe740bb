package tsbn.experiment;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.Progress;
import tsbn.math.RandomStream;
import tsbn.model.Feedback;
import tsbn.model.Guide;
import tsbn.model.SequenceModel;
import tsbn.model.Simulation;

/**
 * Sequences to be made up by a model, seed included: the same value and the same model give the
 * same frames, in the window and on the command line.
 *
 * @param frames how many frames to make in each sample, at least 1
 * @param samples how many sequences to make, at least 1
 * @param primer K x M frames that all samples go on from; null or without rows for none
 * @param feedback what later frames see of an earlier one
 * @param changes second primers on the way, in their order; one ends before the next begins
 * @param limit what keeps frames within bounds, {@link Guide#NONE} for nothing
 */
public record Generation(
    int frames,
    int samples,
    FMatrixRMaj primer,
    Feedback feedback,
    List<StyleChange> changes,
    Guide limit,
    long seed) {

  /** More frames than this nobody looks at. */
  public static final int MAX_FRAMES = 100_000;

  public Generation {
    changes = List.copyOf(changes);
    int given = primer == null ? 0 : primer.numRows;
    for (int i = 0; i < changes.size(); i++) {
      int at = changes.get(i).at();
      if (i > 0 && at < changes.get(i - 1).end()) {
        throw new IllegalArgumentException(
            "A change of style begins at frame %,d, while the one before it goes on to %,d."
                .formatted(given + at + 1, given + changes.get(i - 1).end()));
      }
      if (at + 1 >= frames) {
        throw new IllegalArgumentException(
            "The change of style at frame %,d comes too late: the sample ends at frame %,d."
                .formatted(given + at + 1, given + frames));
      }
    }
    if (frames < 1 || frames > MAX_FRAMES) {
      throw new IllegalArgumentException(
          "The number of frames must be between 1 and %,d, not %,d.".formatted(MAX_FRAMES, frames));
    }
    if (samples < 1) {
      throw new IllegalArgumentException("At least one sample must be made.");
    }
  }

  /** One that is left to the model. */
  public Generation(int frames, int samples, FMatrixRMaj primer, Feedback feedback, long seed) {
    this(frames, samples, primer, feedback, List.of(), Guide.NONE, seed);
  }

  /** Number of primer frames K. */
  public int primerFrames() {
    return primer == null ? 0 : primer.numRows;
  }

  /** Makes the samples. Each depends on the seed and its own number alone. */
  public List<Simulation> run(SequenceModel model, Progress progress) {
    RandomStream random = new RandomStream(seed);
    List<Simulation> made = new ArrayList<>();
    for (int i = 0; i < samples; i++) {
      progress.check(i / (double) samples);
      made.add(model.simulate(primer, frames, feedback, guide(), random.child(i)));
    }
    progress.done(1);
    return made;
  }

  private Guide guide() {
    List<Guide> guides = changes.stream().map(StyleChange::guide).toList();
    return (t, made) -> {
      boolean led = false;
      for (Guide guide : guides) {
        led |= guide.lead(t, made);
      }
      return limit.lead(t, made) || led;
    };
  }

  /** The primer with what was made behind it: (K + T) x M. */
  public FMatrixRMaj behindPrimer(FMatrixRMaj made) {
    int given = primerFrames();
    FMatrixRMaj all = new FMatrixRMaj(given + made.numRows, made.numCols);
    if (given > 0) {
      System.arraycopy(primer.data, 0, all.data, 0, given * made.numCols);
    }
    System.arraycopy(made.data, 0, all.data, given * made.numCols, made.getNumElements());
    return all;
  }
}
