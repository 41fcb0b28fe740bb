package tsbn.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import tsbn.data.Progress;
import tsbn.model.Feedback;
import tsbn.model.Simulation;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.TemporalSbn;
import tsbn.support.Models;

class GenerationTest {
  private final TemporalSbn model = Models.model(Architecture.tsbn(3, 2, 1), 4);
  private final FMatrixRMaj primer = Models.sequence(4, 3, false, 2).toMatrix();

  private List<Simulation> run(int samples, FMatrixRMaj given, long seed) {
    return new Generation(20, samples, given, Feedback.SAMPLES, seed).run(model, Progress.NONE);
  }

  @Test
  void samplesStandBehindThePrimer() {
    Simulation sample = run(1, primer, 1).get(0);
    assertEquals(20, sample.frames().numRows);
    FMatrixRMaj all =
        new Generation(20, 1, primer, Feedback.SAMPLES, 1).behindPrimer(sample.frames());
    assertEquals(24, all.numRows);
    assertArrayEquals(primer.data, Arrays.copyOf(all.data, 12));
    assertArrayEquals(sample.frames().data, Arrays.copyOfRange(all.data, 12, 72));
  }

  @Test
  void theSeedFixesEverySampleByItsNumber() {
    List<Simulation> two = run(2, primer, 7);
    assertArrayEquals(two.get(0).frames().data, run(1, primer, 7).get(0).frames().data);
    assertFalse(Arrays.equals(two.get(0).frames().data, two.get(1).frames().data));
    assertFalse(Arrays.equals(two.get(0).frames().data, run(1, primer, 8).get(0).frames().data));
  }

  @Test
  void nonsenseIsRefusedWithASentence() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> new Generation(0, 1, null, Feedback.SAMPLES, 1));
    assertEquals(
        "The number of frames must be between 1 and 100,000, not 0.", refused.getMessage());
  }
}
