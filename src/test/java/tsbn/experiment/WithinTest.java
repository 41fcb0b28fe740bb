package tsbn.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import tsbn.data.FloatSequence;
import tsbn.data.Progress;
import tsbn.math.RandomStream;
import tsbn.model.Feedback;
import tsbn.model.Simulation;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.Likelihood;
import tsbn.model.sbn.TemporalSbn;

class WithinTest {
  private static final Within WITHIN =
      Within.of(
          List.of(
              FloatSequence.of(new FMatrixRMaj(new float[][] {{0, 5}, {10, 5}})),
              FloatSequence.of(new FMatrixRMaj(new float[][] {{-10, 6}}))));

  @Test
  void whatLeavesTheRangeStopsATenthBehindIt() {
    FMatrixRMaj frames =
        new FMatrixRMaj(new float[][] {{12, 4.9f}, {12.1f, 4.8f}, {Float.NaN, 1e9f}});
    assertFalse(WITHIN.lead(0, frames));
    assertTrue(WITHIN.lead(1, frames));
    assertTrue(WITHIN.lead(2, frames));
    assertArrayEquals(new float[] {12, 4.9f, 12, 4.9f, -12, 6.1f}, frames.data, 1e-5f);
  }

  /** Each frame is twice the one before, and more: without a limit it would be infinite soon. */
  @Test
  void aModelThatRunsAwayIsHeld() {
    TemporalSbn model =
        TemporalSbn.initialise(
            Architecture.tsbn(2, 3, 1).with(Likelihood.NORMAL), 3, new RandomStream(1));
    FMatrixRMaj primer = new FMatrixRMaj(new float[][] {{8, 6}});
    Generation held = new Generation(300, 1, primer, Feedback.SAMPLES, List.of(), WITHIN, 1);
    Simulation made = held.run(model, Progress.NONE).get(0);
    for (int t = 0; t < 300; t++) {
      assertEquals(0, made.frames().get(t, 0), 12.01);
      assertEquals(5.5, made.frames().get(t, 1), 0.61);
      assertTrue(Float.isFinite(made.means().get(t, 0)));
    }
  }
}
