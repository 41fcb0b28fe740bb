package tsbn.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RewindTest {
  private static TreeSet<Integer> kept(Rewind rewind, int every, int until, long bytes) {
    TreeSet<Integer> kept = new TreeSet<>();
    for (int i = every; i <= until; i += every) {
      if (rewind.wants(kept, i)) {
        kept.add(i);
        kept.removeAll(rewind.tooMany(kept, bytes));
      }
    }
    return kept;
  }

  @Test
  void keepsFewMomentsCloserTogetherEarly() {
    TreeSet<Integer> kept = kept(new Rewind(60, Long.MAX_VALUE), 37, 100_000, 1);
    assertTrue(kept.size() > 35 && kept.size() <= 60, kept.toString());
    assertEquals(37, kept.first());
    assertTrue(kept.last() > 95_000, kept.toString());
    List<Integer> order = List.copyOf(kept);
    // Over the square root they are about evenly spread: no gap is many times the usual one.
    double usual = Math.sqrt(100_000) / order.size();
    for (int i = 1; i < order.size(); i++) {
      double gap = Math.sqrt(order.get(i)) - Math.sqrt(order.get(i - 1));
      assertTrue(gap < 3 * usual, kept.toString());
    }
    assertTrue(kept.headSet(50_000).size() > kept.tailSet(50_000).size(), kept.toString());
  }

  @Test
  void keepsNoMoreThanHasRoom() {
    assertTrue(kept(new Rewind(60, 1000), 10, 10_000, 100).size() <= 10);
    assertEquals(2, kept(new Rewind(60, 10), 10, 10_000, 100).size());
  }
}
