package tsbn.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tsbn.data.Sequence;
import tsbn.math.RandomStream;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.TemporalSbn;
import tsbn.support.Models;

class LearnerTest {

  /** A light that wanders to and fro over eight units. */
  static List<Sequence> wanderers(int count, int seed) {
    RandomStream random = new RandomStream(seed);
    List<Sequence> sequences = new ArrayList<>();
    for (int s = 0; s < count; s++) {
      FMatrixRMaj frames = new FMatrixRMaj(12 + random.nextInt(10), 8);
      int phase = random.nextInt(14);
      for (int t = 0; t < frames.numRows; t++) {
        int at = (phase + t) % 14;
        frames.set(t, at < 8 ? at : 14 - at, 1);
      }
      sequences.add(Models.of(frames));
    }
    return sequences;
  }

  static Learner learner(TrainingSettings settings) {
    TemporalSbn model =
        TemporalSbn.initialise(Architecture.tsbn(8, 6, 1), 0.01, new RandomStream(settings.seed()));
    return new Learner(model, wanderers(20, 1), wanderers(5, 2), settings);
  }

  static TrainingSettings quick() {
    return TrainingSettings.paper()
        .change()
        .optimiser(OptimiserKind.ADAM)
        .stepSize(0.01)
        .iterations(300)
        .validateEvery(100)
        .build();
  }

  @ParameterizedTest
  @EnumSource(OptimiserKind.class)
  void theBoundRises(OptimiserKind kind) {
    double step = kind == OptimiserKind.RMSPROP ? 0.002 : kind == OptimiserKind.SGD ? 0.05 : 0.02;
    Learner learner = learner(quick().change().optimiser(kind).stepSize(step).build());
    CurvePoint first = learner.validate(learner.step());
    CurvePoint last = first;
    for (int i = 1; i < 300; i++) {
      last = learner.step();
    }
    last = learner.validate(last);
    assertTrue(
        last.validBound() > first.validBound() + 1,
        first.validBound() + " to " + last.validBound());
    assertTrue(last.predictionError() < first.predictionError());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void theSameSeedGivesTheSameRunBitForBit(int batch) {
    Learner one = learner(quick().change().batch(batch).build());
    Learner two = learner(quick().change().batch(batch).build());
    for (int i = 0; i < 50; i++) {
      CurvePoint a = one.step();
      CurvePoint b = two.step();
      if (i == 20) {
        two.validate(b); // looking does not disturb
      }
      assertEquals(a, b);
    }
    for (String name : one.model().parameters().names()) {
      assertArrayEquals(
          one.model().parameters().get(name).data, two.model().parameters().get(name).data);
    }
    Learner other = learner(quick().change().batch(batch).seed(2).build());
    assertTrue(other.step().trainBound() != learner(quick()).step().trainBound());
  }

  @Test
  void everyEpochVisitsEverySequenceOnce() {
    SequenceOrder order = new SequenceOrder(10, new RandomStream(1));
    List<List<Integer>> epochs = new ArrayList<>();
    for (int epoch = 0; epoch < 3; epoch++) {
      List<Integer> visits = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        visits.add(order.at(epoch * 10 + i));
      }
      epochs.add(new ArrayList<>(visits));
      Collections.sort(visits);
      assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), visits);
    }
    assertTrue(!epochs.get(0).equals(epochs.get(1)) && !epochs.get(1).equals(epochs.get(2)));
    // and the order of an epoch does not depend on the ones before it
    assertEquals(epochs.get(2).get(4), new SequenceOrder(10, new RandomStream(1)).at(24));
  }

  @Test
  void withoutValidationSequencesNothingIsValidated() {
    TemporalSbn model =
        TemporalSbn.initialise(Architecture.tsbn(8, 6, 1), 0.01, new RandomStream(1));
    Learner learner = new Learner(model, wanderers(3, 1), List.of(), quick());
    assertTrue(!learner.validate(learner.step()).validated());
  }
}
