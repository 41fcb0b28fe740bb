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
 * @param labels what the sequences of a split are called, in their order; a split whose sequences
 *     have no names may be absent
 */
public record SequenceSet(
    String name,
    String source,
    DataKind kind,
    FrameMeaning meaning,
    double framesPerSecond,
    Map<Split, List<Sequence>> splits,
    List<String> warnings,
    Map<Split, List<SequenceLabel>> labels) {

  /** A set whose sequences have no names. */
  public SequenceSet(
      String name,
      String source,
      DataKind kind,
      FrameMeaning meaning,
      double framesPerSecond,
      Map<Split, List<Sequence>> splits,
      List<String> warnings) {
    this(name, source, kind, meaning, framesPerSecond, splits, warnings, Map.of());
  }

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
    Map<Split, List<SequenceLabel>> names = new EnumMap<>(Split.class);
    labels.forEach((split, found) -> names.put(split, List.copyOf(found)));
    names.forEach(
        (split, found) -> {
          if (found.size() != copy.getOrDefault(split, List.of()).size()) {
            throw new IllegalArgumentException("Each sequence of a split needs a label.");
          }
        });
    splits = copy;
    labels = names;
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

  /**
   * What a sequence of a split is called, counted from 0; {@link SequenceLabel#NONE} if nothing.
   */
  public SequenceLabel label(Split split, int index) {
    List<SequenceLabel> found = labels.getOrDefault(split, List.of());
    return index < found.size() ? found.get(index) : SequenceLabel.NONE;
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
