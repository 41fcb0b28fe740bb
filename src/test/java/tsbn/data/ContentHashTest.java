package tsbn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Map;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import tsbn.support.Models;

class ContentHashTest {
  private static FMatrixRMaj bits() {
    FMatrixRMaj frames = new FMatrixRMaj(5, 3);
    for (int i = 0; i < 15; i += 2) {
      frames.data[i] = 1;
    }
    return frames;
  }

  private static String hash(Sequence... train) {
    return hash(Map.of(Split.TRAIN, List.of(train)));
  }

  private static String hash(Map<Split, List<Sequence>> splits) {
    return ContentHash.of(
        new SequenceSet(
            "set", "file", DataKind.BINARY, new FrameMeaning.Channels(3), 5, splits, List.of()));
  }

  @Test
  void doesNotDependOnHowFramesAreStored() {
    String hash = hash(Models.of(bits()));
    assertEquals(hash, hash(FloatSequence.of(bits())));
    assertEquals(hash, hash(BitSequence.of(bits())));
  }

  /** Folders say it, so later versions must find the same. */
  @Test
  void isTheSameForEver() {
    assertEquals("db0cfd47f1d8e323", hash(Models.of(bits())));
  }

  @Test
  void everyValueAndEveryPlaceCounts() {
    String hash = hash(Models.of(bits()), Models.of(bits()));
    for (int i = 0; i < 15; i++) {
      FMatrixRMaj changed = bits();
      changed.data[i] = 0.5f;
      assertNotEquals(hash, hash(Models.of(bits()), Models.of(changed)));
    }
    assertNotEquals(hash, hash(Models.of(bits())));
    Sequence one = Models.of(bits());
    assertNotEquals(hash, hash(Map.of(Split.TRAIN, List.of(one), Split.VALID, List.of(one))));
    FMatrixRMaj joined = new FMatrixRMaj(10, 3);
    System.arraycopy(bits().data, 0, joined.data, 0, 15);
    System.arraycopy(bits().data, 0, joined.data, 15, 15);
    assertNotEquals(hash, hash(Models.of(joined)));
  }
}
