package tsbn.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class SmoothnessTest {
  private static FMatrixRMaj column(float... values) {
    FMatrixRMaj frames = new FMatrixRMaj(values.length, 1);
    System.arraycopy(values, 0, frames.data, 0, values.length);
    return frames;
  }

  @Test
  void aMovementIsComparedWithTheMostSuddenOfTheData() {
    // Second differences of the data are 2 throughout; of the movement 0, then 6 and 6, then 0.
    Smoothness smoothness = new Smoothness(List.of(column(0, 1, 4, 9, 16, 25)));
    FMatrixRMaj jump = column(0, 0, 0, 6, 6, 6);
    assertEquals(3, smoothness.roughest(jump, 0, 6), 1e-12);
    assertEquals(0, smoothness.roughest(jump, 0, 2), 1e-12);
    assertEquals(0, smoothness.roughest(jump, 4, 6), 1e-12);
    assertEquals(Double.NaN, smoothness.roughest(column(1, 2), 0, 2));
  }

  @Test
  void oneInAHundredIsLeftOut() {
    FMatrixRMaj data = new FMatrixRMaj(1003, 1);
    for (int t = 0; t < data.numRows; t++) {
      data.data[t] = t * t;
    }
    data.data[500] += 1000; // three second differences of a thousand and one are large
    Smoothness smoothness = new Smoothness(List.of(data, column(1, 2)));
    assertEquals(1, smoothness.roughest(column(0, 1, 4), 0, 3), 1e-12);
  }
}
