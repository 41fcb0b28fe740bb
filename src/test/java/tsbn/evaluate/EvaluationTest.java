package tsbn.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import tsbn.data.BitSequence;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.math.RandomStream;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.TemporalSbn;
import tsbn.support.Models;
import tsbn.support.Oracle;

class EvaluationTest {
  private final TemporalSbn model = Models.model(Architecture.tsbn(3, 2, 1), 5);
  private final List<Sequence> sequences =
      List.of(Models.sequence(4, 3, false, 1), Models.sequence(2, 3, false, 2));

  @Test
  void bothMeansOfTheBoundMeetTheEnumeratedOnes() {
    Oracle oracle = new Oracle(model.architecture(), model.parameters());
    double first = oracle.bound(Oracle.toDouble(sequences.get(0).toMatrix()));
    double second = oracle.bound(Oracle.toDouble(sequences.get(1).toMatrix()));
    LogLikelihood bound =
        Evaluation.bound(model, sequences, 20_000, new RandomStream(7), Progress.NONE);
    assertEquals((first / 4 + second / 2) / 2, bound.perSequence(), 0.02);
    assertEquals((first + second) / 6, bound.perFrame(), 0.02);
  }

  /** A model without weights predicts sigmoid(c) always, so its error is known in closed form. */
  @Test
  void theErrorIsTheMeanOfMeansOverFramesTwoToT() {
    TemporalSbn constant = new TemporalSbn(Architecture.tsbn(2, 1, 1));
    constant.parameters().get("c").data[0] = (float) Math.log(3); // sigmoid = 0.75
    FMatrixRMaj a = new FMatrixRMaj(new float[][] {{1, 1}, {1, 0}, {0, 0}});
    FMatrixRMaj b = new FMatrixRMaj(new float[][] {{0, 0}, {1, 1}});
    FMatrixRMaj tooShort = new FMatrixRMaj(new float[][] {{1, 1}});
    double ofA = ((0.0625 + 0.25) + (0.5625 + 0.25)) / 2;
    double ofB = 0.0625 + 0.25;
    double error =
        Evaluation.predictionError(
            constant,
            List.of(Models.of(a), Models.of(tooShort), Models.of(b)),
            3,
            new RandomStream(1),
            Progress.NONE);
    assertEquals((ofA + ofB) / 2, error, 1e-6);
    assertTrue(
        Double.isNaN(
            Evaluation.predictionError(
                constant, List.of(Models.of(tooShort)), 1, new RandomStream(1), Progress.NONE)));
  }

  @Test
  void moreSamplesLowerTheError() {
    double one =
        Evaluation.predictionError(model, sequences, 1, new RandomStream(3), Progress.NONE);
    double many =
        Evaluation.predictionError(model, sequences, 500, new RandomStream(3), Progress.NONE);
    assertTrue(many < one + 0.05, many + " < " + one);
  }

  /** All frames at once, or frame by frame as a user of the model would. */
  @Test
  void bothWaysOfPredictingHaveTheSameError() {
    int samples = 4003;
    RandomStream random = new RandomStream(11);
    double atOnce =
        Evaluation.predictionError(model, sequences, samples, random.child(0), Progress.NONE);
    double byFrame =
        Evaluation.predictionError(
            () -> model.predictor(samples, random.child(1)), sequences, Progress.NONE);
    assertEquals(byFrame, atOnce, 0.01);
  }

  @Test
  void progressRunsToTheEndAndCancelling() {
    List<Double> seen = new ArrayList<>();
    Evaluation.bound(model, sequences, 25, new RandomStream(1), seen::add);
    assertEquals(List.of(0.0, 0.4, 0.8), seen);
    Progress cancelled =
        new Progress() {
          @Override
          public void done(double fraction) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThrows(
        CancellationException.class,
        () -> Evaluation.bound(model, sequences, 4, new RandomStream(1), cancelled));
  }

  @Test
  void foretoldUnitsAreCountedOverTheFramesThatFollowOne() {
    TemporalSbn model = Models.model(Architecture.tsbn(3, 2, 1), 5);
    model.parameters().blocks().forEach(FMatrixRMaj::zero);
    FMatrixRMaj bias = model.parameters().get("c");
    bias.data[0] = 3; // always foretold
    bias.data[1] = -3; // never
    bias.data[2] = -3;
    Sequence long4 =
        BitSequence.of(new FMatrixRMaj(4, 3, true, 1, 1, 1, 1, 1, 0, 0, 0, 1, 1, 0, 0));
    Sequence short1 = BitSequence.of(new FMatrixRMaj(1, 3, true, 0, 1, 1));
    UnitScores scores =
        Evaluation.predictions(model, List.of(long4, short1), 3, new RandomStream(1), Progress.NONE)
            .scores();
    // Of frames 2 to 4 the first unit is on in two; the others in one each.
    assertEquals(new UnitScores(2, 1, 2), scores);
    assertEquals(2 / 3.0, scores.precision());
    assertEquals(2 / 4.0, scores.recall());
    assertEquals(2 / 5.0, scores.accuracy());
    assertEquals(Double.NaN, UnitScores.NONE.accuracy());
    FMatrixRMaj expected = new FMatrixRMaj(4, 3);
    for (int t = 0; t < 4; t++) {
      expected.set(t, 0, 0.9f);
      expected.set(t, 1, 0.5f); // not above the threshold
    }
    UnitScores long4Alone = UnitScores.of(long4.toMatrix(), expected);
    assertEquals(scores, long4Alone);
    assertEquals(new UnitScores(4, 2, 4), scores.plus(long4Alone));
  }
}
