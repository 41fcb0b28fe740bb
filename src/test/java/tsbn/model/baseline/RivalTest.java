package tsbn.model.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.evaluate.Evaluation;
import tsbn.support.Models;

class RivalTest {
  private static final Sequence LINE = Models.of(new double[][] {{0, 1}, {1, 1}, {2, 1}, {4, 0}});

  private static double error(Rival rival, Sequence... sequences) {
    return Evaluation.predictionError(() -> rival.predictor(2), List.of(sequences), Progress.NONE);
  }

  @Test
  void repeatSaysTheLastFrame() {
    assertEquals((1 + 1 + 5) / 3.0, error(Rival.REPEAT, LINE), 1e-6);
  }

  @Test
  void linearGoesStraightOn() {
    // Frame 2 repeats frame 1; frames 3 and 4 are foretold as (2, 1) and (3, 1).
    assertEquals((1 + 0 + 2) / 3.0, error(Rival.LINEAR, LINE), 1e-6);
  }

  @Test
  void sequencesCountAlikeAndOnesOfOneFrameDoNot() {
    Sequence still = Models.of(new double[][] {{3, 3}, {3, 3}});
    Sequence one = Models.of(new double[][] {{3, 3}});
    assertEquals(7 / 6.0, error(Rival.REPEAT, LINE, still, one), 1e-6);
    assertEquals(Double.NaN, error(Rival.REPEAT, one));
  }
}
