package tsbn.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import tsbn.model.Predictor;
import tsbn.model.baseline.Rival;

class ForecastTest {
  private static final FMatrixRMaj FRAMES = new FMatrixRMaj(new float[][] {{1, 2}, {2, 4}, {3, 7}});

  @Test
  void framesAreExpectedFromThoseBeforeThem() {
    Forecast repeat = Forecast.of(Rival.REPEAT.predictor(2), FRAMES, false);
    assertArrayEquals(new double[] {5, 5, 10}, repeat.errors());
    assertEquals(7.5, repeat.meanError());
    assertArrayEquals(new float[] {0, 0, 1, 2, 2, 4}, repeat.means().data);
    Forecast linear = Forecast.of(Rival.LINEAR.predictor(2), FRAMES, false);
    assertArrayEquals(new double[] {5, 5, 1}, linear.errors());
  }

  @Test
  void sharesAreGivenTheFramesTotal() {
    Predictor half =
        new Predictor() {
          @Override
          public void mean(float[] out) {
            out[0] = 0.5f;
            out[1] = 0.5f;
          }

          @Override
          public void observe(float[] frame) {}
        };
    assertArrayEquals(new double[] {0.5, 2, 8}, Forecast.of(half, FRAMES, true).errors());
  }

  @Test
  void oneFrameHasNoError() {
    FMatrixRMaj one = new FMatrixRMaj(new float[][] {{1, 2}});
    assertEquals(Double.NaN, Forecast.of(Rival.REPEAT.predictor(2), one, false).meanError());
  }
}
