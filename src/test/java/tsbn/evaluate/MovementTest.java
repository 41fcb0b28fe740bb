package tsbn.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import tsbn.evaluate.Movement.Likeness;
import tsbn.math.RandomStream;

class MovementTest {
  private static final int RATE = 30;

  /** A swing of some strides a second, one that trembles, one that rests. */
  private static FMatrixRMaj walk(int frames, double strides, double size, long seed) {
    RandomStream random = new RandomStream(seed);
    FMatrixRMaj walk = new FMatrixRMaj(frames, 3);
    for (int t = 0; t < frames; t++) {
      walk.set(t, 0, (float) random.nextGaussian());
      walk.set(t, 1, (float) (7 + size * Math.sin(2 * Math.PI * strides * t / RATE + seed)));
      walk.set(t, 2, 5);
    }
    return walk;
  }

  @Test
  void aSwingOfHalfTheSizeAndAnotherPaceIsSeen() {
    Movement movement = new Movement(List.of(walk(300, 0.9, 1, 1), walk(200, 1.0, 1, 2)), RATE);
    Likeness like = movement.likeness(List.of(walk(300, 1.2, 0.5, 3)));
    assertEquals(1, like.rhythmUnit(), "not the trembling one");
    assertEquals(0.95, like.rhythmOfData(), 0.01);
    assertEquals(1.2, like.rhythm(), 0.01);
    assertEquals(2, like.ranges(), "what rests in the data cannot be compared");
    assertEquals(1, like.rangesWithin());
    assertEquals((0.5 + 1) / 2, like.medianRange(), 0.1);
  }

  @Test
  void theDataAreLikeThemselves() {
    List<FMatrixRMaj> data = List.of(walk(300, 0.9, 1, 1), walk(200, 1.0, 1, 2));
    Likeness like = new Movement(data, RATE).likeness(data);
    assertEquals(like.ranges(), like.rangesWithin());
    assertEquals(1, like.medianRange());
    assertEquals(like.rhythmOfData(), like.rhythm());
  }

  @Test
  void oneFrameInAHundredDoesNotMakeARange() {
    FMatrixRMaj spoilt = walk(1000, 1, 1, 1);
    Movement movement = new Movement(List.of(spoilt), RATE);
    FMatrixRMaj other = spoilt.copy();
    for (int t = 0; t < 9; t++) {
      other.set(100 * t, 1, 1000);
    }
    assertEquals(2, movement.likeness(List.of(other)).rangesWithin());
    other.set(950, 1, 1000);
    other.set(951, 1, 1000);
    assertEquals(1, movement.likeness(List.of(other)).rangesWithin());
  }

  @Test
  void ofAFewFramesThereIsNoRhythm() {
    Movement movement = new Movement(List.of(walk(300, 1, 1, 1)), RATE);
    assertEquals(Double.NaN, movement.likeness(List.of(walk(4, 1, 1, 1))).rhythm());
    assertEquals(
        Double.NaN,
        new Movement(List.of(new FMatrixRMaj(9, 2)), RATE)
            .likeness(List.of(walk(9, 1, 1, 1)))
            .medianRange());
  }

  @Test
  void framesWithoutEndAreNotLikeTheData() {
    FMatrixRMaj torn = walk(100, 1, 1, 1);
    torn.set(50, 0, Float.NaN);
    torn.set(51, 0, Float.POSITIVE_INFINITY);
    for (int t = 50; t < 100; t++) {
      torn.set(t, 1, Float.NaN);
    }
    Movement movement = new Movement(List.of(walk(100, 1, 1, 1)), RATE);
    assertEquals(0, movement.likeness(List.of(torn)).rangesWithin());
    assertTrue(Double.isNaN(movement.likeness(List.of(torn)).rhythm()));
  }

  @Test
  void theTextureOfBinaryFramesIsCounted() {
    // Units on: 2, 1, 2 and, of the second sequence, 1. Of three with a frame behind them one
    // stays.
    FMatrixRMaj first = new FMatrixRMaj(3, 3, true, 1, 1, 0, 1, 0, 0, 0, 1, 1);
    FMatrixRMaj second = new FMatrixRMaj(1, 3, true, 0, 0, 1);
    Activity activity = Activity.of(List.of(first, second));
    assertEquals(6 / 4.0, activity.unitsOn());
    assertEquals(1 / 3.0, activity.repeated());
    assertEquals(Double.NaN, Activity.of(List.of(second)).repeated());
  }
}
