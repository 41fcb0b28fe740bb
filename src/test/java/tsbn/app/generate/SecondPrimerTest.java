package tsbn.app.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.data.source.DataSources;

class SecondPrimerTest {
  private final SecondPrimer second = new SecondPrimer();
  private Sequence first;

  /** The motions to test are a walk, a run, a walk, and a walk that becomes a run and back. */
  @BeforeEach
  void take() throws Exception {
    SequenceSet set =
        DataSources.open("builtin:gait?train=1&valid=1&test=4&frames=40", Progress.NONE);
    first = set.get(Split.TEST).get(0);
    second.take(set, Split.TEST);
    second.onProperty().set(true);
  }

  private String refusal(int at, int back) {
    second.at().show(at);
    second.back().show(back);
    return assertThrows(IllegalArgumentException.class, () -> second.changes(first, 10, 90))
        .getMessage();
  }

  @Test
  void anotherStyleThanTheChosenIsProposedUntilTheUserChooses() {
    assertEquals(2, second.number().value(), "the run");
    second.besides(1);
    assertEquals(3, second.number().value(), "the walk behind the run");
    second.besides(2);
    assertEquals(4, second.number().value());
    second.number().show(1);
    second.besides(1);
    assertEquals(1, second.number().value(), "chosen by the user");
  }

  @Test
  void whereAllAreAlikeItIsTheNext() throws Exception {
    SequenceSet walks =
        DataSources.open("builtin:gait?train=3&valid=0&test=0&frames=40&style=walk", Progress.NONE);
    second.take(walks, Split.TRAIN);
    second.besides(2);
    assertEquals(1, second.number().value());
  }

  @Test
  void changesBeginWithinTheSampleAndAreCountedWithThePrimer() {
    assertEquals(
        "The change at frame 100 comes too late: the sample ends at frame 100.", refusal(100, 0));
    assertEquals(
        "The change at frame 500 comes too late: the sample ends at frame 100.", refusal(20, 500));
    assertEquals("The second primer must begin behind the 10 frames of the first.", refusal(10, 0));
    second.at().show(99);
    second.back().show(0);
    assertEquals(88, second.changes(first, 10, 90).get(0).at());
  }
}
