package tsbn.experiment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Which moments of a run are kept to look back at: not too many and not too large, evenly spread
 * over the square root of the iteration, so that they lie closer together early.
 *
 * @param most how many, at least 2
 * @param mostBytes what all of them may take; two are kept in any case
 */
record Rewind(int most, long mostBytes) {
  static final Rewind USUAL = new Rewind(60, 128L << 20);

  /** Whether a new last moment is far enough from those that are there. */
  boolean wants(Collection<Integer> there, int iteration) {
    double nearest =
        there.stream().mapToDouble(i -> Math.abs(place(i) - place(iteration))).min().orElse(1);
    return nearest > 0 && nearest >= place(iteration) / (2 * most);
  }

  /**
   * Those to let go of: each time the one whose absence is felt least. The first and the last stay.
   *
   * @param bytes of each
   */
  List<Integer> tooMany(Collection<Integer> there, long bytes) {
    List<Integer> kept = new ArrayList<>(there);
    List<Integer> gone = new ArrayList<>();
    while (kept.size() > 2 && (kept.size() > most || kept.size() * bytes > mostBytes)) {
      int least = 1;
      for (int i = 2; i < kept.size() - 1; i++) {
        least = gap(kept, i) < gap(kept, least) ? i : least;
      }
      gone.add(kept.remove(least));
    }
    return gone;
  }

  /** How far its neighbours would be apart without one. */
  private static double gap(List<Integer> sorted, int i) {
    return place(sorted.get(i + 1)) - place(sorted.get(i - 1));
  }

  private static double place(int iteration) {
    return Math.sqrt(iteration);
  }
}
