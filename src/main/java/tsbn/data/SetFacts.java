package tsbn.data;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.FMatrixRMaj;

/**
 * What is found on opening a data set.
 *
 * @param splits lengths by split; only splits with sequences
 * @param min smallest value
 * @param max largest value
 * @param density share of the values that are not zero
 * @param complete whether every sequence was read for min, max and density; of a set of more than
 *     {@value #MOST_VALUES} values, evenly spaced sequences are
 * @param notes how many notes all that was read holds, of which one is as long as its key is on; 0
 *     for anything but music
 */
public record SetFacts(
    Map<Split, SplitFacts> splits,
    double min,
    double max,
    double density,
    boolean complete,
    long notes) {

  private static final float SOUNDS = 0.5f;
  private static final long MOST_VALUES = 20_000_000;

  /** Lengths of the sequences of a split, in frames. */
  public record SplitFacts(int sequences, long frames, int minLength, int maxLength) {

    static SplitFacts of(List<Sequence> sequences) {
      return new SplitFacts(
          sequences.size(),
          sequences.stream().mapToLong(Sequence::frames).sum(),
          sequences.stream().mapToInt(Sequence::frames).min().orElse(0),
          sequences.stream().mapToInt(Sequence::frames).max().orElse(0));
    }
  }

  public SetFacts {
    splits = new EnumMap<>(splits);
  }

  /** Reads the facts off a set; under half a second. */
  public static SetFacts of(SequenceSet set) {
    Map<Split, SplitFacts> splits = new EnumMap<>(Split.class);
    for (Split split : Split.values()) {
      if (!set.get(split).isEmpty()) {
        splits.put(split, SplitFacts.of(set.get(split)));
      }
    }
    List<Sequence> all = set.all();
    long values = all.stream().mapToLong(Sequence::frames).sum() * set.units();
    int stride = (int) Math.max(1, (values + MOST_VALUES - 1) / MOST_VALUES);
    ValueScan scan = new ValueScan();
    boolean music = set.meaning() instanceof FrameMeaning.PianoRoll;
    long notes = 0;
    for (int i = 0; i < all.size(); i += stride) {
      FMatrixRMaj frames = all.get(i).toMatrix();
      scan.read(frames);
      notes += music ? notes(frames) : 0;
    }
    return new SetFacts(
        splits, scan.min, scan.max, (double) scan.notZero / scan.values, stride == 1, notes);
  }

  /** How often a key begins to sound. */
  private static long notes(FMatrixRMaj frames) {
    long notes = 0;
    for (int i = 0; i < frames.getNumElements(); i++) {
      boolean before = i >= frames.numCols && frames.data[i - frames.numCols] >= SOUNDS;
      notes += frames.data[i] >= SOUNDS && !before ? 1 : 0;
    }
    return notes;
  }

  private static final class ValueScan {
    private float min = Float.POSITIVE_INFINITY;
    private float max = Float.NEGATIVE_INFINITY;
    private long notZero;
    private long values;

    private void read(FMatrixRMaj frames) {
      int count = frames.getNumElements();
      for (int i = 0; i < count; i++) {
        float value = frames.data[i];
        min = value < min ? value : min;
        max = value > max ? value : max;
        if (value != 0) {
          notZero++;
        }
      }
      values += count;
    }
  }
}
