package tsbn.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class StoredSequenceTest {
  private static final FMatrixRMaj BITS =
      new FMatrixRMaj(new float[][] {{1, 0, 1}, {0, 0, 0}, {0, 1, 1}});

  @Test
  void bitsComeBackAsTheyWentIn() {
    Sequence sequence = BitSequence.of(BITS);
    assertArrayEquals(BITS.data, sequence.toMatrix().data);
    assertEquals(1, sequence.get(2, 1));
    assertEquals(0, sequence.get(2, 0));
  }

  @Test
  void copyingOverwritesExactlyTheRowsAskedFor() {
    FMatrixRMaj out = new FMatrixRMaj(4, 3);
    out.fill(7);
    BitSequence.of(BITS).copyFrames(1, 2, out, 1);
    assertArrayEquals(new float[] {7, 7, 7, 0, 0, 0, 0, 1, 1, 7, 7, 7}, out.data);
    out.fill(7);
    FloatSequence.of(BITS).copyFrames(1, 2, out, 1);
    assertArrayEquals(new float[] {7, 7, 7, 0, 0, 0, 0, 1, 1, 7, 7, 7}, out.data);
  }

  @Test
  void sequencesKeepTheirValuesWhenTheSourceChanges() {
    FMatrixRMaj source = new FMatrixRMaj(new float[][] {{0.25f, 1e-8f}});
    Sequence sequence = FloatSequence.of(source);
    source.fill(9);
    assertArrayEquals(new float[] {0.25f, 0}, sequence.toMatrix().data);
  }

  @Test
  void whatDoesNotExistIsRefused() {
    Sequence sequence = BitSequence.of(BITS);
    assertThrows(IndexOutOfBoundsException.class, () -> sequence.get(3, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> sequence.get(0, 3));
    FMatrixRMaj out = new FMatrixRMaj(2, 3);
    assertThrows(IndexOutOfBoundsException.class, () -> sequence.copyFrames(2, 2, out, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> sequence.copyFrames(0, 2, out, 1));
    FMatrixRMaj narrow = new FMatrixRMaj(2, 2);
    assertThrows(IllegalArgumentException.class, () -> sequence.copyFrames(0, 1, narrow, 0));
    FMatrixRMaj half = new FMatrixRMaj(new float[][] {{0.5f}});
    assertThrows(IllegalArgumentException.class, () -> BitSequence.of(half));
    FMatrixRMaj empty = new FMatrixRMaj(0, 3);
    assertThrows(IllegalArgumentException.class, () -> FloatSequence.of(empty));
  }
}
