package tsbn.data.source;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import tsbn.data.DataFormatException;
import tsbn.data.DataKind;
import tsbn.data.FloatSequence;
import tsbn.data.FrameMeaning;
import tsbn.data.Sequence;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.data.motion.MotionCodec;
import tsbn.data.motion.Standardisation;

/** A set of plain channels with the {@link Standardisation} that its training frames ask for. */
final class StandardisedSet {
  /** Such channels may have any unit, so that only what differs by rounding is constant. */
  private static final double STILL = 1e-6;

  private StandardisedSet() {}

  static SequenceSet of(SequenceSet set) throws DataFormatException {
    List<DMatrixRMaj> training =
        set.get(Split.TRAIN).stream().map(one -> MotionCodec.widen(one.toMatrix())).toList();
    Standardisation columns;
    try {
      columns = Standardisation.of(training, true, true, STILL);
    } catch (IllegalArgumentException e) {
      throw new DataFormatException(
          "%s cannot be standardised: %s.".formatted(set.name(), e.getMessage()), e);
    }
    Map<Split, List<Sequence>> splits = new EnumMap<>(Split.class);
    for (Split split : Split.values()) {
      splits.put(split, set.get(split).stream().map(one -> encode(columns, one)).toList());
    }
    List<String> notes = new ArrayList<>(set.warnings());
    notes.add(
        "Standardised on the training frames; %d of %d columns kept, the others are constant."
            .formatted(columns.units(), columns.columns()));
    return new SequenceSet(
        set.name(),
        set.source(),
        DataKind.REAL,
        new FrameMeaning.Channels(columns.units()),
        set.framesPerSecond(),
        splits,
        notes);
  }

  private static Sequence encode(Standardisation columns, Sequence sequence) {
    DMatrixRMaj frames = MotionCodec.widen(sequence.toMatrix());
    return FloatSequence.of(MotionCodec.narrow(columns.encode(frames)));
  }
}
