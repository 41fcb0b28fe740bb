package tsbn.data;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A data set: sequences of frames of one size, divided into splits. Immutable.
 *
 * @param name short name for people, such as {@code Bouncing balls}
 * @param source what opens it again: a path or {@code builtin:...}
 * @param kind what the values are
 * @param meaning what the units stand for; its {@code units()} is every sequence's
 * @param framesPerSecond how fast a player shows it
 * @param splits the sequences by split; a split without sequences may be absent
 * @param warnings sentences about what is odd but usable
 */
public record SequenceSet(
    String name,
    String source,
    DataKind kind,
    FrameMeaning meaning,
    double framesPerSecond,
    Map<Split, List<Sequence>> splits,
    List<String> warnings) {

  public SequenceSet {
    Map<Split, List<Sequence>> copy = new EnumMap<>(Split.class);
    splits.forEach((split, sequences) -> copy.put(split, List.copyOf(sequences)));
    for (List<Sequence> sequences : copy.values()) {
      for (Sequence sequence : sequences) {
        if (sequence.units() != meaning.units()) {
          throw new IllegalArgumentException(
              "A sequence has " + sequence.units() + " units, not " + meaning.units() + ".");
        }
      }
    }
    if (copy.getOrDefault(Split.TRAIN, List.of()).isEmpty()) {
      throw new IllegalArgumentException("A data set needs at least one training sequence.");
    }
    splits = copy;
    warnings = List.copyOf(warnings);
  }

  /** Units M of a frame. */
  public int units() {
    return meaning.units();
  }

  /** The sequences of a split; empty where the set has none. */
  public List<Sequence> get(Split split) {
    return splits.getOrDefault(split, List.of());
  }

  /** Total number of frames of a split. */
  public long frames(Split split) {
    return get(split).stream().mapToLong(Sequence::frames).sum();
  }

  /** Every sequence in the order train, valid, test. */
  public List<Sequence> all() {
    List<Sequence> all = new ArrayList<>();
    for (Split split : Split.values()) {
      all.addAll(get(split));
    }
    return all;
  }
}
