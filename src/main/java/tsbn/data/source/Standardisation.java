package tsbn.data.source;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.DataFormatException;
import tsbn.data.DataKind;
import tsbn.data.FloatSequence;
import tsbn.data.FrameMeaning;
import tsbn.data.Sequence;
import tsbn.data.SequenceSet;
import tsbn.data.Split;

/**
 * The paper's treatment of motion capture: columns that are constant over the training frames are
 * dropped, the others shifted and scaled to mean 0 and standard deviation 1 (n - 1) there.
 */
final class Standardisation {
  private final int[] kept;
  private final double[] mean;
  private final double[] deviation;

  private Standardisation(int[] kept, double[] mean, double[] deviation) {
    this.kept = kept;
    this.mean = mean;
    this.deviation = deviation;
  }

  /** What follows from the training sequences of a set. */
  static Standardisation of(SequenceSet set) throws DataFormatException {
    double[] mean = new double[set.units()];
    double[] squares = new double[set.units()];
    long frames = 0;
    for (Sequence sequence : set.get(Split.TRAIN)) {
      FMatrixRMaj values = sequence.toMatrix();
      for (int t = 0; t < values.numRows; t++) {
        frames++;
        for (int m = 0; m < mean.length; m++) {
          // Welford's recurrence: no cancellation between large sums.
          double difference = values.get(t, m) - mean[m];
          mean[m] += difference / frames;
          squares[m] += difference * (values.get(t, m) - mean[m]);
        }
      }
    }
    List<Integer> kept = new ArrayList<>();
    double[] deviation = new double[mean.length];
    for (int m = 0; m < mean.length; m++) {
      deviation[m] = Math.sqrt(squares[m] / Math.max(1, frames - 1));
      if (deviation[m] > 1e-6 * Math.max(1, Math.abs(mean[m]))) {
        kept.add(m);
      }
    }
    if (kept.isEmpty()) {
      throw new DataFormatException(
          "%s cannot be standardised: every column is constant.".formatted(set.name()));
    }
    return new Standardisation(
        kept.stream().mapToInt(Integer::intValue).toArray(), mean, deviation);
  }

  /** The set with every sequence treated, and a note of it. */
  SequenceSet apply(SequenceSet set) {
    Map<Split, List<Sequence>> splits = new EnumMap<>(Split.class);
    for (Split split : Split.values()) {
      splits.put(split, set.get(split).stream().map(this::apply).toList());
    }
    List<String> notes = new ArrayList<>(set.warnings());
    notes.add(
        "Standardised on the training frames; %d of %d columns kept, the others are constant."
            .formatted(kept.length, set.units()));
    return new SequenceSet(
        set.name(),
        set.source(),
        DataKind.REAL,
        new FrameMeaning.Channels(kept.length),
        set.framesPerSecond(),
        splits,
        notes);
  }

  private Sequence apply(Sequence sequence) {
    FMatrixRMaj from = sequence.toMatrix();
    FMatrixRMaj to = new FMatrixRMaj(from.numRows, kept.length);
    for (int t = 0; t < from.numRows; t++) {
      for (int i = 0; i < kept.length; i++) {
        int m = kept[i];
        to.set(t, i, (float) ((from.get(t, m) - mean[m]) / deviation[m]));
      }
    }
    return FloatSequence.of(to);
  }
}
