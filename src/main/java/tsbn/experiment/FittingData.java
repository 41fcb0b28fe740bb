package tsbn.experiment;

import java.util.Collection;
import tsbn.data.DataFormatException;
import tsbn.data.RecodedMotion;
import tsbn.data.SequenceSet;

/** Data as a run sees them. */
public final class FittingData {
  private FittingData() {}

  /**
   * The set as the run sees it: motions in the coding that it was trained on.
   *
   * @throws DataFormatException with a sentence if the run is of other frames
   */
  public static SequenceSet of(SequenceSet opened, SavedRun run) throws DataFormatException {
    SequenceSet set = RecodedMotion.of(opened, run.data().meaning());
    if (set.units() != run.model().visible()) {
      throw new DataFormatException(
          "%s has %d values a frame and the model of the run %d; name the data it was made for."
              .formatted(set.name(), set.units(), run.model().visible()));
    }
    return set;
  }

  /**
   * The set on which several runs can be measured: as the first of them sees it that can.
   *
   * @param runs at least one
   * @throws DataFormatException with a sentence if all of them are of other frames
   */
  public static SequenceSet common(SequenceSet opened, Collection<SavedRun> runs)
      throws DataFormatException {
    DataFormatException refusal = null;
    for (SavedRun run : runs) {
      try {
        return of(opened, run);
      } catch (DataFormatException other) {
        refusal = other;
      }
    }
    throw refusal;
  }
}
