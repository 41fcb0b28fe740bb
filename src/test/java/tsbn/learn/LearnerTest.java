package tsbn.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tsbn.data.Sequence;
import tsbn.math.RandomStream;
import tsbn.model.Parameters;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.TemporalSbn;
import tsbn.support.Models;

class LearnerTest {
  /** What a step may allocate: a curve point, streams, the layout of its frames. */
  private static final long MOST_BYTES = 6000;

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

  @ParameterizedTest
  @EnumSource(EstimatorKind.class)
  void everyEstimatorRaisesTheBound(EstimatorKind kind) {
    int samples = Math.max(kind.fewestSamples(), 3);
    Learner learner = learner(quick().change().estimator(kind).samples(samples).build());
    CurvePoint first = learner.validate(learner.step());
    CurvePoint last = first;
    for (int i = 1; i < 200; i++) {
      last = learner.step();
    }
    last = learner.validate(last);
    assertTrue(
        last.validBound() > first.validBound() + 1,
        first.validBound() + " to " + last.validBound());
  }

  /** Every variant of the family fits a short sequence better and better. */
  @ParameterizedTest
  @MethodSource("tsbn.support.Models#architectures")
  void everyVariantLearns(Architecture architecture) {
    List<Sequence> train =
        List.of(Models.sequence(architecture, 9, 5), Models.sequence(architecture, 6, 6));
    TrainingSettings settings =
        quick().change().batch(2).initialisation(Initialisation.SCALED).clipNorm(20).build();
    TemporalSbn model =
        settings.initialisation().model(architecture, 0, new RandomStream(settings.seed()));
    Learner learner = new Learner(model, train, train, settings);
    double first = learner.validate(learner.step()).validBound();
    CurvePoint last = null;
    for (int i = 1; i < 200; i++) {
      last = learner.step();
    }
    assertTrue(learner.validate(last).validBound() > first, first + " to " + last);
  }

  @Test
  void aLongGradientIsCutToItsLimit() {
    Learner free = learner(sgd().build());
    Learner cut = learner(sgd().clipNorm(1e-3).build());
    Parameters start = free.model().parameters().copy();
    double norm = free.step().gradientNorm();
    assertTrue(norm > 1e-3);
    assertEquals(norm, cut.step().gradientNorm(), "what is reported is the gradient as it came");
    for (String name : start.names()) {
      for (int i = 0; i < start.get(name).getNumElements(); i++) {
        double before = start.get(name).data[i];
        double freely = free.model().parameters().get(name).data[i] - before;
        double shortened = cut.model().parameters().get(name).data[i] - before;
        assertEquals(freely * 1e-3 / norm, shortened, 1e-6);
      }
    }
  }

  private static TrainingSettingsBuilder sgd() {
    return quick().change().optimiser(OptimiserKind.SGD).stepSize(1).momentum(0).weightDecay(0);
  }

  @Test
  void gradientsAreMeansOverAllFramesOrOverThoseEachBlockSaw() {
    Learner blocks = learner(sgd().build());
    Learner frames = learner(sgd().gradientMean(GradientMean.FRAMES).build());
    Parameters start = blocks.model().parameters().copy();
    blocks.step();
    long count = frames.step().frames();
    double[] ratio = {count - 1, count}; // W1 saw T - 1 frames, W2 saw T
    String[] names = {"W1", "W2"};
    for (int b = 0; b < names.length; b++) {
      FMatrixRMaj before = start.get(names[b]);
      for (int i = 0; i < before.getNumElements(); i++) {
        double byBlock = blocks.model().parameters().get(names[b]).data[i] - before.data[i];
        double byFrames = frames.model().parameters().get(names[b]).data[i] - before.data[i];
        assertEquals(byBlock * ratio[b] / count, byFrames, 1e-6);
      }
    }
  }

  @Test
  void earlyStoppingKeepsTheBestModel() {
    // A step size that soon makes things worse.
    TrainingSettings settings = quick().change().stepSize(0.3).earlyStop(3).build();
    Learner learner = learner(settings);
    double best = Double.NEGATIVE_INFINITY;
    Parameters bestParameters = null;
    int sinceBest = 0;
    while (!learner.exhausted()) {
      CurvePoint point = learner.step();
      if (learner.iteration() % 5 == 0) {
        double bound = learner.validate(point).validBound();
        sinceBest = bound > best ? 0 : sinceBest + 1;
        if (bound > best) {
          best = bound;
          bestParameters = learner.model().parameters().copy();
        }
      }
      assertTrue(learner.iteration() < 2000);
    }
    assertEquals(3, sinceBest);
    Parameters kept = learner.kept().model().parameters();
    for (String name : kept.names()) {
      assertArrayEquals(bestParameters.get(name).data, kept.get(name).data);
    }
  }

  /** Adam's first step is as long as the step size in every direction. */
  @Test
  void anOptimiserThatGoesOnWithATrainedModelBeginsWithSmallSteps() {
    TrainingSettings settings = quick().change().optimiser(OptimiserKind.ADAM).build();
    assertEquals(settings.stepSize(), largestChange(learner(settings)), 0.1 * settings.stepSize());
    CurvePoint last = learner(settings).step();
    Learner goesOn = learner(settings);
    goesOn.startAfter(last);
    assertEquals(0.01 * settings.stepSize(), largestChange(goesOn), 0.001 * settings.stepSize());
  }

  private static double largestChange(Learner learner) {
    Parameters before = learner.model().parameters().copy();
    learner.step();
    double largest = 0;
    for (String name : before.names()) {
      FMatrixRMaj block = learner.model().parameters().get(name);
      for (int i = 0; i < block.getNumElements(); i++) {
        largest = Math.max(largest, Math.abs(block.data[i] - before.get(name).data[i]));
      }
    }
    return largest;
  }

  @Test
  void withoutEarlyStoppingTheLastModelIsKept() {
    Learner learner = learner(quick());
    learner.validate(learner.step());
    learner.step();
    assertArrayEquals(
        learner.model().parameters().get("W2").data,
        learner.kept().model().parameters().get("W2").data);
    assertTrue(!learner.exhausted());
  }

  /**
   * After it has warmed up, a step allocates its small change and no matrix: the states of this
   * model take three times as much.
   */
  @ParameterizedTest
  @EnumSource(EstimatorKind.class)
  void aStepAllocatesNoMatrix(EstimatorKind estimator) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    TrainingSettings settings = quick().change().estimator(estimator).samples(3).build();
    FMatrixRMaj frames = new FMatrixRMaj(100, 8);
    frames.data[5] = 1;
    TemporalSbn model =
        TemporalSbn.initialise(Architecture.tsbn(8, 48, 1), 0.01, new RandomStream(1));
    Learner learner = new Learner(model, List.of(Models.of(frames)), List.of(), settings);
    // Code that is not compiled yet makes objects of vectors, so the first windows say nothing.
    long least = Long.MAX_VALUE;
    for (int window = 0; window < 100 && least > MOST_BYTES; window++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 20; i++) {
        learner.step();
      }
      least = Math.min(least, (threads.getCurrentThreadAllocatedBytes() - before) / 20);
    }
    assertTrue(least <= MOST_BYTES, estimator + " allocates " + least + " bytes a step");
  }
}
