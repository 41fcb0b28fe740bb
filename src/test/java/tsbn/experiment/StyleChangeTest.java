package tsbn.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import tsbn.data.FloatSequence;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.math.RandomStream;
import tsbn.model.Feedback;
import tsbn.model.Guide;
import tsbn.model.Simulation;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.Likelihood;
import tsbn.model.sbn.TemporalSbn;

class StyleChangeTest {
  /** A sawtooth of period 10 in one unit, and its phase half a period on in another. */
  private static FMatrixRMaj sawtooth(int frames, int phase) {
    FMatrixRMaj x = new FMatrixRMaj(frames, 2);
    for (int t = 0; t < frames; t++) {
      x.set(t, 0, (t + phase) % 10);
      x.set(t, 1, (t + phase + 5) % 10);
    }
    return x;
  }

  @Test
  void theOtherSequenceIsTakenUpWhereItIsMostAlike() {
    FMatrixRMaj made = sawtooth(40, 0);
    Guide guide = new StyleChange(20, FloatSequence.of(sawtooth(60, 3)), 10, 1).guide();
    for (int t = 0; t < 40; t++) {
      assertEquals(t >= 20 && t < 30, guide.lead(t, made));
    }
    assertArrayEquals(sawtooth(40, 0).data, made.data, "the same movement goes on");
  }

  @Test
  void theWeightRisesSmoothlyToOne() {
    FMatrixRMaj made = new FMatrixRMaj(12, 1);
    FMatrixRMaj ones = new FMatrixRMaj(20, 1);
    Arrays.fill(ones.data, 1);
    Guide guide = new StyleChange(2, FloatSequence.of(ones), 6, 4).guide();
    for (int t = 0; t < 12; t++) {
      guide.lead(t, made);
    }
    float[] expected = {0, 0, 0.15625f, 0.5f, 0.84375f, 1, 1, 1, 0, 0, 0, 0};
    assertArrayEquals(expected, made.data, 1e-6f);
  }

  @Test
  void aChangeAtTheFirstFrameHasNothingToCompare() {
    FMatrixRMaj made = new FMatrixRMaj(5, 2);
    Guide guide = new StyleChange(0, FloatSequence.of(sawtooth(8, 0)), 2, 1).guide();
    assertTrue(guide.lead(0, made));
    assertEquals(5, made.get(0, 1));
  }

  @Test
  void nonsenseIsRefused() {
    Sequence source = FloatSequence.of(sawtooth(5, 0));
    assertThrows(IllegalArgumentException.class, () -> new StyleChange(-1, source, 2, 1));
    assertThrows(IllegalArgumentException.class, () -> new StyleChange(0, source, 6, 1));
    assertThrows(IllegalArgumentException.class, () -> new StyleChange(0, source, 2, 3));
    StyleChange first = new StyleChange(4, source, 5, 1);
    StyleChange second = new StyleChange(8, source, 5, 1);
    String sentence =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    new Generation(
                        20, 1, null, Feedback.MEANS, List.of(first, second), Guide.NONE, 1))
            .getMessage();
    assertEquals(
        "A change of style begins at frame 9, while the one before it goes on to 9.", sentence);
    assertEquals(
        "A change of style begins at frame 12, while the one before it goes on to 12.",
        refusal(20, new FMatrixRMaj(3, 2), List.of(first, second)),
        "as the options count, primer included");
    assertEquals(
        "The change of style at frame 12 comes too late: the sample ends at frame 12.",
        refusal(9, new FMatrixRMaj(3, 2), List.of(second)));
    new Generation(10, 1, new FMatrixRMaj(3, 2), Feedback.MEANS, List.of(second), Guide.NONE, 1);
  }

  private static String refusal(int frames, FMatrixRMaj primer, List<StyleChange> changes) {
    return assertThrows(
            IllegalArgumentException.class,
            () -> new Generation(frames, 1, primer, Feedback.MEANS, changes, Guide.NONE, 1))
        .getMessage();
  }

  /**
   * Before the change nothing differs; in it the frames are the other's; then the model sees it.
   */
  @Test
  void aSimulationIsLedAndThenGoesOnFromThere() {
    Architecture architecture = Architecture.tsbn(2, 4, 2).with(Likelihood.NORMAL);
    TemporalSbn model = TemporalSbn.initialise(architecture, 0.5, new RandomStream(3));
    Sequence other = FloatSequence.of(sawtooth(30, 0));
    Feedback feedback = new Feedback(true, 1, 1);
    StyleChange change = new StyleChange(10, other, 5, 1);
    Simulation free = new Generation(30, 1, null, feedback, 7).run(model, Progress.NONE).get(0);
    Simulation led =
        new Generation(30, 1, null, feedback, List.of(change), Guide.NONE, 7)
            .run(model, Progress.NONE)
            .get(0);
    for (int t = 0; t < 10; t++) {
      assertEquals(free.frames().get(t, 0), led.frames().get(t, 0));
    }
    float step = led.frames().get(11, 0) - led.frames().get(10, 0);
    assertTrue(step == 1 || step == -9, "a sawtooth");
    boolean same = true;
    for (int t = 15; t < 30; t++) {
      same &= free.frames().get(t, 0) == led.frames().get(t, 0);
    }
    assertFalse(same);
  }
}
