package tsbn.data.music;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarsTest {
  private static int frames(Step step, TimeSignature... meters) {
    List<Score> scores = new ArrayList<>();
    for (TimeSignature meter : meters) {
      scores.add(new Score(List.of(), 96, TempoMap.of(96, List.of()), meter, null));
    }
    return Bars.frames(scores, step);
  }

  @Test
  void aBarHasAsManyFramesAsItsTimeSignatureSays() {
    assertEquals(4, frames(new Step.NoteValue(4), new TimeSignature(4, 4)));
    assertEquals(6, frames(new Step.NoteValue(8), new TimeSignature(3, 4)));
    assertEquals(6, frames(new Step.NoteValue(8), new TimeSignature(6, 8)));
    assertEquals(8, frames(new Step.NoteValue(8), (TimeSignature) null));
  }

  @Test
  void mostScoresDecide() {
    TimeSignature waltz = new TimeSignature(3, 4);
    TimeSignature march = new TimeSignature(2, 4);
    assertEquals(3, frames(new Step.NoteValue(4), march, waltz, waltz));
    assertEquals(2, frames(new Step.NoteValue(4), waltz, march));
  }

  @Test
  void noBarsWhereTheyAreNoWholeNumberOfFrames() {
    assertEquals(0, frames(new Step.NoteValue(2), new TimeSignature(3, 4)));
    assertEquals(0, frames(new Step.Seconds(0.25), new TimeSignature(4, 4)));
    assertEquals(0, frames(new Step.NoteValue(4)));
  }
}
