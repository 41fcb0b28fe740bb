package tsbn.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.math.RandomStream;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.TemporalSbn;
import tsbn.support.Models;

class UnitUseTest {

  /** A recogniser so sure of itself that chance has no say. */
  @Test
  void countsUnitsThatFollowTheFrame() {
    TemporalSbn model = new TemporalSbn(Architecture.sbn(1, 3));
    FMatrixRMaj weights = model.parameters().get("U2");
    FMatrixRMaj bias = model.parameters().get("d");
    // Unit 0 is on with the frame, unit 1 never, unit 2 always.
    weights.set(0, 0, 1000);
    bias.set(0, 0, -500);
    bias.set(0, 1, -500);
    bias.set(0, 2, 500);
    FMatrixRMaj first = new FMatrixRMaj(new float[][] {{1}, {1}, {0}, {1}, {0}});
    FMatrixRMaj second = new FMatrixRMaj(new float[][] {{0}, {1}, {1}});
    List<Sequence> sequences = List.of(Models.of(first), Models.of(second));
    UnitUse use = UnitUse.of(model, 1, sequences, new RandomStream(1), Progress.NONE);
    // 5 of 8 frames are on, in three stretches.
    assertEquals(5 / 8f, use.shareOn()[0]);
    assertEquals(5 / 3f, use.stay()[0]);
    assertEquals(0, use.shareOn()[1]);
    assertTrue(Float.isNaN(use.stay()[1]));
    assertEquals(1, use.shareOn()[2]);
    assertEquals(4, use.stay()[2]);
  }
}
