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
import tsbn.experiment.Generation.Sample;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.TemporalSbn;
import tsbn.support.Models;

class GenerationTest {
  private final TemporalSbn model = Models.model(Architecture.tsbn(3, 2, 1), 4);
  private final FMatrixRMaj primer = Models.sequence(4, 3, false, 2).toMatrix();

  private List<Sample> run(int samples, FMatrixRMaj given, long seed) {
    return new Generation(20, samples, given, false, false, seed).run(model, Progress.NONE);
  }

  @Test
  void samplesStandBehindThePrimer() {
    Sample sample = run(1, primer, 1).get(0);
    assertEquals(24, sample.frames().numRows);
    assertEquals(20, sample.states().numRows);
    assertEquals(2, sample.states().numCols);
    assertArrayEquals(primer.data, Arrays.copyOf(sample.frames().data, 12));
    assertEquals(20, run(1, null, 1).get(0).frames().numRows);
  }

  @Test
  void theSeedFixesEverySampleByItsNumber() {
    List<Sample> two = run(2, primer, 7);
    assertArrayEquals(two.get(0).frames().data, run(1, primer, 7).get(0).frames().data);
    assertFalse(Arrays.equals(two.get(0).frames().data, two.get(1).frames().data));
    assertFalse(Arrays.equals(two.get(0).frames().data, run(1, primer, 8).get(0).frames().data));
  }

  @Test
  void nonsenseIsRefusedWithASentence() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> new Generation(0, 1, null, false, false, 1));
    assertEquals("The number of frames must be between 1 and 10,000, not 0.", refused.getMessage());
  }
}
