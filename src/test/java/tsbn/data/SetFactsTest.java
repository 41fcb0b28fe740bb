package tsbn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class SetFactsTest {

  @Test
  void factsAreCountedOverAllSplits() {
    Sequence two = FloatSequence.of(new FMatrixRMaj(new float[][] {{0, 0.5f}, {0, 0}}));
    Sequence one = FloatSequence.of(new FMatrixRMaj(new float[][] {{0.25f, 0.75f}}));
    SetFacts facts =
        SetFacts.of(set(Map.of(Split.TRAIN, List.of(two, one), Split.TEST, List.of(one))));
    assertEquals(new SetFacts.SplitFacts(2, 3, 1, 2), facts.splits().get(Split.TRAIN));
    assertEquals(new SetFacts.SplitFacts(1, 1, 1, 1), facts.splits().get(Split.TEST));
    assertFalse(facts.splits().containsKey(Split.VALID));
    assertEquals(0, facts.min());
    assertEquals(0.75, facts.max());
    assertEquals(5 / 8.0, facts.density());
    assertTrue(facts.complete());
  }

  @Test
  void aNoteIsOneForAsLongAsItsKeyIsOn() {
    FMatrixRMaj roll = new FMatrixRMaj(new float[][] {{1, 0}, {1, 1}, {0, 1}, {1, 0}});
    Map<Split, List<Sequence>> splits =
        Map.of(Split.TRAIN, List.of(BitSequence.of(roll), BitSequence.of(roll)));
    FrameMeaning keys = new FrameMeaning.PianoRoll(60, 2);
    SequenceSet music = new SequenceSet("set", "set", DataKind.BINARY, keys, 1, splits, List.of());
    assertEquals(6, SetFacts.of(music).notes());
    assertEquals(0, SetFacts.of(set(splits)).notes(), "other frames have none");
  }

  @Test
  void ofAHugeSetEvenlySpacedSequencesAreRead() {
    Sequence zeros = BitSequence.of(new FMatrixRMaj(1000, 1000));
    SetFacts facts =
        SetFacts.of(set(Map.of(Split.TRAIN, java.util.Collections.nCopies(21, zeros))));
    assertFalse(facts.complete());
    assertEquals(21_000, facts.splits().get(Split.TRAIN).frames());
    assertEquals(0, facts.density());
  }

  private static SequenceSet set(Map<Split, List<Sequence>> splits) {
    int units = splits.get(Split.TRAIN).get(0).units();
    return new SequenceSet(
        "set", "set", DataKind.GREY, new FrameMeaning.Channels(units), 1, splits, List.of());
  }
}
