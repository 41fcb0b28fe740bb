package tsbn.data.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tsbn.data.DataFormatException;
import tsbn.data.SequenceLabel;
import tsbn.data.Split;
import tsbn.math.RandomStream;

/**
 * Decides which sequences are held out: those that are named, or a share of each style, drawn by a
 * seed. At least one stays to train on.
 */
final class Holdout {
  /** From so many sequences on, a share holds out at least one. */
  private static final int ENOUGH = 5;

  private final String place;
  private final String what;
  private final List<SequenceLabel> labels;
  private final Split[] splits;

  private Holdout(String place, String what, List<SequenceLabel> labels) {
    this.place = place;
    this.what = what;
    this.labels = labels;
    this.splits = new Split[labels.size()];
  }

  /**
   * The splits of sequences, in their order.
   *
   * @param place what they are of, for sentences
   * @param what one of them is, for sentences: {@code motion}
   */
  static List<Split> divide(
      String place, String what, List<SequenceLabel> labels, Division division)
      throws DataFormatException {
    Holdout holdout = new Holdout(place, what, labels);
    List<Integer> order = holdout.shuffled(division.seed());
    holdout.hold(Split.TEST, division.test(), order);
    holdout.hold(Split.VALID, division.valid(), order);
    List<Split> divided = new ArrayList<>();
    for (Split split : holdout.splits) {
      divided.add(split == null ? Split.TRAIN : split);
    }
    if (!divided.contains(Split.TRAIN)) {
      throw new DataFormatException(
          "%s: no %s is left to train on; hold out fewer.".formatted(place, what));
    }
    return divided;
  }

  /** The takes with their splits; those that have one keep it. */
  static List<Take> divide(String place, List<Take> takes, Division division)
      throws DataFormatException {
    if (takes.stream().anyMatch(take -> take.split() != null)) {
      return takes;
    }
    List<SequenceLabel> labels = takes.stream().map(Take::label).toList();
    List<Split> splits = divide(place, "motion", labels, division);
    List<Take> divided = new ArrayList<>();
    for (int i = 0; i < takes.size(); i++) {
      divided.add(takes.get(i).in(splits.get(i)));
    }
    return divided;
  }

  /** The last pieces of one motion are held out, so that they follow what was trained on. */
  static List<Take> divideInOrder(List<Take> pieces, Division division) {
    int test = (int) Math.round(share(division.test()) * pieces.size());
    int valid = (int) Math.round(share(division.valid()) * pieces.size());
    int train = Math.max(1, pieces.size() - test - valid);
    List<Take> divided = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      Split split = i < train ? Split.TRAIN : i < train + valid ? Split.VALID : Split.TEST;
      divided.add(pieces.get(i).in(split));
    }
    return divided;
  }

  /** The share that a text says; 0 if it says names. */
  private static double share(String text) {
    return text.matches("0?\\.\\d{1,9}|0") ? Double.parseDouble(text) : 0;
  }

  private List<Integer> shuffled(long seed) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      order.add(i);
    }
    RandomStream random = new RandomStream(seed);
    for (int i = order.size() - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order.get(i);
      order.set(i, order.get(other));
      order.set(other, kept);
    }
    return order;
  }

  private void hold(Split split, String text, List<Integer> order) throws DataFormatException {
    if (text.matches("0?\\.\\d{1,9}|0")) {
      holdShare(split, share(text), order);
      return;
    }
    for (String name : text.split(",")) {
      boolean found = false;
      for (int i = 0; i < splits.length; i++) {
        if (labels.get(i).name().equalsIgnoreCase(name.strip())) {
          splits[i] = split;
          found = true;
        }
      }
      if (!found) {
        throw new DataFormatException(
            "%s: the option %s names \"%s\", and there is no %s of that name."
                .formatted(place, split.label(), name.strip(), what));
      }
    }
  }

  private void holdShare(Split split, double share, List<Integer> order) {
    Map<String, List<Integer>> styles = new TreeMap<>();
    for (int i : order) {
      if (splits[i] == null) {
        styles.computeIfAbsent(labels.get(i).style(), style -> new ArrayList<>()).add(i);
      }
    }
    boolean none = true;
    for (List<Integer> style : styles.values()) {
      int count = (int) Math.round(share * style.size());
      for (int i : style.subList(0, count)) {
        splits[i] = split;
        none = false;
      }
    }
    if (none && share > 0 && splits.length >= ENOUGH) {
      order.stream().filter(i -> splits[i] == null).findFirst().ifPresent(i -> splits[i] = split);
    }
  }
}
