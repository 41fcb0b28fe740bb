package tsbn.data.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tsbn.data.DataFormatException;
import tsbn.data.DataKind;
import tsbn.data.FrameMeaning;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.math.RandomStream;

class BouncingBallsTest {

  private static SequenceSet open(String options) throws DataFormatException {
    return DataSources.open("builtin:balls?" + options, Progress.NONE);
  }

  @Test
  void theDefaultsAreThoseOfThePaperButForTheCount() throws DataFormatException {
    SequenceSet set = DataSources.open("builtin:balls", Progress.NONE);
    assertEquals(2000, set.get(Split.TRAIN).size());
    assertEquals(100, set.get(Split.VALID).size());
    assertEquals(200, set.get(Split.TEST).size());
    assertEquals(new FrameMeaning.Image(30, 30), set.meaning());
    assertEquals(DataKind.GREY, set.kind());
    assertEquals(30, set.framesPerSecond());
    assertEquals("builtin:balls", set.source());
    assertTrue(set.all().stream().allMatch(s -> s.frames() == 100 && s.units() == 900));
  }

  @Test
  void theFirstBallIsDrawnByTheFormula() {
    float[] centre = {3.3f, 6.1f};
    FMatrixRMaj frame = new BallSequence(30, 1, 1, centre).toMatrix();
    for (int row = 0; row < 30; row++) {
      for (int column = 0; column < 30; column++) {
        double dx = (column + 0.5) / 3 - 3.3f;
        double dy = (row + 0.5) / 3 - 6.1f;
        double value = Math.exp(-Math.pow((dx * dx + dy * dy) / 1.44, 4));
        assertEquals(value, frame.get(0, 30 * row + column), 5e-7, row + "," + column);
      }
    }
  }

  @Test
  void ballsThatOverlapAddUpToOneAtMost() {
    float[] centres = {5f, 5f, 5f, 6.2f};
    FMatrixRMaj frame = new BallSequence(20, 1, 2, centres).toMatrix();
    float most = 0;
    for (float value : frame.data) {
      most = Math.max(most, value);
    }
    assertEquals(1, most);
  }

  @ParameterizedTest
  @CsvSource({"30,3,1", "16,1,2", "25,5,3", "8,8,4"})
  void valuesStayBetweenZeroAndOneWithoutTinyOnes(int size, int balls, int seed)
      throws DataFormatException {
    SequenceSet set =
        open("train=3&valid=0&test=0&size=%d&balls=%d&seed=%d".formatted(size, balls, seed));
    for (Sequence sequence : set.all()) {
      FMatrixRMaj frames = sequence.toMatrix();
      for (int i = 0; i < frames.getNumElements(); i++) {
        float value = frames.data[i];
        assertTrue(value == 0 || (value >= 0.99e-7f && value <= 1), () -> "value " + value);
        assertEquals(value, sequence.get(i / (size * size), i % (size * size)));
      }
    }
  }

  @Test
  void someFramesAreDrawnLikeAllFrames() throws DataFormatException {
    Sequence video = open("train=1&valid=0&test=0").get(Split.TRAIN).get(0);
    FMatrixRMaj all = video.toMatrix();
    FMatrixRMaj some = new FMatrixRMaj(5, 900);
    some.fill(3);
    video.copyFrames(40, 3, some, 1);
    for (int m = 0; m < 900; m++) {
      assertEquals(3, some.get(0, m));
      assertEquals(all.get(41, m), some.get(2, m));
      assertEquals(3, some.get(4, m));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6, 8})
  void ballsStartInsideTheBoxApartFromEachOtherWithTheGivenSpeed(int balls) {
    for (int seed = 0; seed < 50; seed++) {
      double[] place = BouncingBalls.startPlaces(balls, new RandomStream(seed));
      double[] speed = BouncingBalls.startSpeeds(balls, new RandomStream(seed));
      double squares = 0;
      for (int k = 0; k < place.length; k++) {
        assertTrue(place[k] >= 1.2 && place[k] <= 8.8);
        squares += speed[k] * speed[k];
      }
      assertEquals(0.25, squares, 1e-12);
      assertTrue(closest(place) >= 2.4);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void energyIsConservedAndBallsNeitherLeaveNorMerge(int balls) {
    for (int seed = 0; seed < 20; seed++) {
      double[] place = BouncingBalls.startPlaces(balls, new RandomStream(seed));
      double[] speed = BouncingBalls.startSpeeds(balls, new RandomStream(seed + 1000));
      for (int step = 0; step < 2000; step++) {
        BouncingBalls.move(place, speed, 0.5);
        double squares = 0;
        for (int k = 0; k < place.length; k++) {
          squares += speed[k] * speed[k];
          // Walls are noticed after a half-step of 0.25 at most.
          assertTrue(place[k] > 1.2 - 0.5 && place[k] < 8.8 + 0.5, "outside at " + step);
        }
        assertEquals(0.25, squares, 1e-9);
        // Two balls approach by sqrt(2) 0.25 a half-step at most.
        assertTrue(closest(place) > 2.4 - 2 * 0.36, "merged at step " + step);
      }
    }
  }

  @Test
  void aHeadOnCollisionExchangesSpeeds() {
    double[] place = {4.0, 5, 6.4, 5};
    double[] speed = {0.3, 0.1, -0.2, 0.05};
    BouncingBalls.move(place, speed, 0.5);
    // The line of impact is not quite horizontal any more, as the balls also moved upwards.
    double ny = (5.05 - 5.025) / Math.hypot(4.15 - 6.3, 0.025);
    assertEquals(-0.2, speed[0], Math.abs(ny));
    assertEquals(0.3, speed[2], Math.abs(ny));
    assertEquals(0.1, speed[0] + speed[2], 1e-12);
    assertEquals(0.15, speed[1] + speed[3], 1e-12);
  }

  @Test
  void aBallTurnsAtTheWall() {
    double[] place = {8.7, 5};
    double[] speed = {0.4, 0.3};
    BouncingBalls.move(place, speed, 0.5);
    assertArrayEquals(new double[] {8.9, 5.15}, place, 1e-12);
    assertArrayEquals(new double[] {-0.4, 0.3}, speed, 1e-12);
  }

  @Test
  void videosFollowFromTheSeedAndNotFromTheSizesOfTheSplits() throws DataFormatException {
    SequenceSet small = open("train=2&valid=1&test=2&seed=7");
    SequenceSet large = open("train=5&valid=4&test=3&seed=7");
    for (Split split : Split.values()) {
      assertArrayEquals(
          small.get(split).get(0).toMatrix().data, large.get(split).get(0).toMatrix().data);
    }
    assertArrayEquals(
        small.get(Split.TEST).get(1).toMatrix().data, large.get(Split.TEST).get(1).toMatrix().data);
    SequenceSet other = open("train=2&valid=1&test=2&seed=8");
    float[] first = small.get(Split.TRAIN).get(0).toMatrix().data;
    assertFalse(java.util.Arrays.equals(first, other.get(Split.TRAIN).get(0).toMatrix().data));
    assertFalse(java.util.Arrays.equals(first, small.get(Split.TRAIN).get(1).toMatrix().data));
    assertFalse(java.util.Arrays.equals(first, small.get(Split.TEST).get(0).toMatrix().data));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "train=0",
        "train=-1",
        "train=many",
        "train=",
        "balls=9",
        "size=3",
        "frames=0",
        "seed=-1",
        "train=99999999999999999999",
        "bals=3",
        "train",
        "=3",
        "",
        "train=1&train=2"
      })
  void nonsenseIsRefusedWithASentence(String options) {
    DataFormatException e = assertThrows(DataFormatException.class, () -> open(options));
    assertTrue(e.getMessage().startsWith("builtin:balls"), e.getMessage());
    assertTrue(e.getMessage().endsWith("."), e.getMessage());
  }

  private static double closest(double[] place) {
    double closest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < place.length; i += 2) {
      for (int j = 0; j < i; j += 2) {
        closest = Math.min(closest, Math.hypot(place[i] - place[j], place[i + 1] - place[j + 1]));
      }
    }
    return closest;
  }
}
