package tsbn.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import tsbn.evaluate.SpanChange.Change;

class SpanChangeTest {
  private static final FMatrixRMaj STRENGTHS =
      new FMatrixRMaj(new float[][] {{9, 9, 9}, {0, 1, 0.5f}, {0.2f, 1, 0}, {0.4f, 0, 0.5f}});

  @Test
  void theLaterHalfIsSetAgainstTheEarlierOne() {
    List<Change> changes = SpanChange.ofMeans(STRENGTHS, 1, 4);
    assertEquals(List.of(1, 0, 2), changes.stream().map(Change::unit).toList());
    assertEquals(1, changes.get(0).before());
    assertEquals(0, changes.get(0).after());
    assertFalse(changes.get(0).rose());
    assertEquals(0.4, changes.get(1).after(), 1e-6);
    assertTrue(changes.get(1).rose());
  }

  @Test
  void ofFourFramesTwoAreEarlier() {
    Change first =
        SpanChange.ofMeans(STRENGTHS, 0, 4).stream().filter(c -> c.unit() == 0).toList().get(0);
    assertEquals(4.5, first.before(), 1e-6);
    assertEquals(0.3, first.after(), 1e-6);
  }

  @Test
  void oneFrameHasNoHalves() {
    assertEquals(List.of(), SpanChange.ofMeans(STRENGTHS, 2, 3));
    assertEquals(List.of(), SpanChange.ofShares(STRENGTHS, 2, 3));
    assertEquals(List.of(), SpanChange.ofShares(STRENGTHS, 2, 2));
  }

  @Test
  void theWordThatSaysMostOfTheDifferenceComesFirst() {
    // Of 100 words each: the first doubles its share, the second is new, the third loses.
    FMatrixRMaj counts = new FMatrixRMaj(new float[][] {{10, 0, 90, 0}, {20, 20, 60, 0}});
    List<Change> changes = SpanChange.ofShares(counts, 0, 2);
    assertEquals(1, changes.get(0).unit());
    assertEquals(0.5 / 102, changes.get(0).before(), 1e-9);
    assertEquals(20.5 / 102, changes.get(0).after(), 1e-9);
    assertEquals(3, changes.get(3).unit(), "what does not change comes last");
    for (Change change : changes) {
      assertTrue(change.divergence() >= 0);
    }
  }
}
