package tsbn.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tsbn.math.Kernels;
import tsbn.math.RandomStream;
import tsbn.model.Parameters;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.LayerSpec;
import tsbn.model.sbn.LayerSpec.Kind;
import tsbn.model.sbn.Likelihood;
import tsbn.model.sbn.TemporalSbn;
import tsbn.model.sbn.Trace;
import tsbn.support.Models;
import tsbn.support.Oracle;

/** The enumerated mean of every estimator against what it estimates, in double precision. */
class EstimatorsTest {
  private static final int FRAMES = 3;
  private static final double DISCOUNT = 0.6;
  private static final int[] LENGTHS = {2, 4, 1};

  /** Architectures whose pairs of histories can be enumerated: two stochastic units at most. */
  static Stream<Architecture> small() {
    return Models.architectures()
        .filter(a -> new Oracle(a, new Parameters()).stochasticUnits() <= 2);
  }

  /** One stochastic unit, so that three histories of two frames can be enumerated together. */
  static Stream<Architecture> tiny() {
    return Stream.of(
        Architecture.tsbn(2, 1, 1),
        Architecture.tsbn(2, 1, 2).with(Likelihood.NORMAL),
        Architecture.dtsbnD(2, List.of(2, 1), 1));
  }

  /** Stacks and every likelihood, for tests that enumerate nothing. */
  static Stream<Architecture> varied() {
    LayerSpec rectified = new LayerSpec(2, Kind.DETERMINISTIC, true, true);
    return Stream.of(
        Architecture.tsbn(3, 2, 1),
        Architecture.dtsbnS(2, List.of(2, 1), 2).with(Likelihood.NORMAL),
        Architecture.dtsbnD(3, List.of(3, 2), 1),
        new Architecture(
            2,
            Likelihood.MULTINOMIAL,
            true,
            List.of(rectified, rectified, new LayerSpec(1, true, true)),
            2,
            true));
  }

  private static TrainingSettings settings(EstimatorKind kind, SignalKind signal, int samples) {
    return TrainingSettings.paper()
        .change()
        .estimator(kind)
        .signal(signal)
        .samples(samples)
        .discount(DISCOUNT)
        .build();
  }

  /** E over K independent histories of the estimate, K small. */
  private static Parameters mean(TemporalSbn model, TrainingSettings settings, double[][] v) {
    Oracle oracle = new Oracle(model.architecture(), model.parameters());
    Baseline baseline = new Baseline(Kernels.best(), model.visible(), 3, 0.5, new RandomStream(7));
    Parameters mean = model.parameters().zeros();
    Parameters gradient = model.parameters().zeros();
    Trace trace = model.newTrace();
    trace.observe(List.of(Models.of(v)), settings.samples());
    model.recognition().sample(trace, new RandomStream(1));
    int histories = 1 << (oracle.stochasticUnits() * v.length);
    for (int code = 0; code < Math.pow(histories, settings.samples()); code++) {
      double q = 1;
      int rest = code;
      for (int k = 0; k < settings.samples(); k++, rest /= histories) {
        double[][][] x = oracle.assignment(v, rest % histories);
        q *= Math.exp(oracle.logPosterior(x));
        Models.setStates(trace, 0, k, x);
      }
      model.recognition().score(trace);
      model.generative().score(trace);
      gradient.clear();
      GradientEstimator.create(model, settings, baseline)
          .estimate(trace, gradient, baseline.parameters().zeros());
      ScoredBatch.addScaled(mean, gradient, q);
    }
    return mean;
  }

  private static boolean recognition(String name) {
    return name.startsWith("U") || name.startsWith("d");
  }

  private static double[][] frames(Architecture architecture) {
    return Oracle.toDouble(Models.sequence(architecture, FRAMES, 102).toMatrix());
  }

  /** The largest difference between a gradient and the derivatives of a function, relative. */
  private static double worst(
      Oracle oracle, Parameters gradient, Predicate<String> which, ToDoubleFunction<Oracle> f) {
    double worst = 0;
    for (String name : gradient.names()) {
      FMatrixRMaj block = gradient.get(name);
      for (int i = 0; which.test(name) && i < block.numRows; i++) {
        for (int j = 0; j < block.numCols; j++) {
          double expected = oracle.derivative(name, i, j, f);
          double off = Math.abs(expected - block.get(i, j)) / (1 + Math.abs(expected));
          worst = Math.max(worst, off);
        }
      }
    }
    return worst;
  }

  @ParameterizedTest
  @MethodSource("small")
  void leaveOneOutWithTheRemainingSignalIsTheBoundsGradient(Architecture architecture) {
    TemporalSbn model = Models.model(architecture, 101);
    Oracle oracle = new Oracle(architecture, model.parameters());
    double[][] v = frames(architecture);
    Parameters mean =
        mean(model, settings(EstimatorKind.LEAVE_ONE_OUT, SignalKind.REMAINING, 2), v);
    assertEquals(0, worst(oracle, mean, name -> true, o -> o.bound(v)), 1e-3);
  }

  @ParameterizedTest
  @MethodSource("tiny")
  void leaveOneOutOfThreeSamplesIsTheBoundsGradient(Architecture architecture) {
    TemporalSbn model = Models.model(architecture, 101);
    Oracle oracle = new Oracle(architecture, model.parameters());
    double[][] v = Oracle.toDouble(Models.sequence(architecture, 2, 102).toMatrix());
    Parameters mean =
        mean(model, settings(EstimatorKind.LEAVE_ONE_OUT, SignalKind.REMAINING, 3), v);
    assertEquals(0, worst(oracle, mean, name -> true, o -> o.bound(v)), 1e-3);
  }

  @ParameterizedTest
  @MethodSource("small")
  void everySignalIsTheSumItStandsFor(Architecture architecture) {
    TemporalSbn model = Models.model(architecture, 101);
    Oracle oracle = new Oracle(architecture, model.parameters());
    Oracle fixed = new Oracle(architecture, model.parameters());
    double[][] v = frames(architecture);
    double[] discounts = {0, 0.6};
    SignalKind[] signals = {SignalKind.OWN_STEP, SignalKind.DISCOUNTED};
    for (int i = 0; i < signals.length; i++) {
      double g = discounts[i];
      Parameters mean = mean(model, settings(EstimatorKind.LEAVE_ONE_OUT, signals[i], 2), v);
      double worst =
          worst(
              oracle,
              mean,
              EstimatorsTest::recognition,
              o -> fixed.expectation(v, x -> surrogate(fixed, o, x, g)));
      assertEquals(0, worst, 1e-3, signals[i].title());
    }
  }

  /** sum_t (sum over s &gt;= t of g^(s-t) l_s) log q(h_t | .), the signal held fixed. */
  private static double surrogate(Oracle fixed, Oracle varied, double[][][] x, double g) {
    double sum = 0;
    double signal = 0;
    for (int t = x[0].length - 1; t >= 0; t--) {
      signal = fixed.logJoint(t, x) - fixed.logPosterior(t, x) + g * signal;
      sum += signal * varied.logPosterior(t, x);
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("small")
  void localExpectationsAverageToTheOwnStepEstimate(Architecture architecture) {
    TrainingSettings local = settings(EstimatorKind.LOCAL_EXPECTATION, SignalKind.OWN_STEP, 1);
    TrainingSettings sampled = settings(EstimatorKind.LEAVE_ONE_OUT, SignalKind.OWN_STEP, 2);
    double[][] v = frames(architecture);
    for (int seed = 101; seed < 104; seed++) {
      TemporalSbn model = Models.model(architecture, seed);
      if (architecture.hasDeterministic()) {
        assertThrows(
            IllegalArgumentException.class, () -> GradientEstimator.create(model, local, null));
        return;
      }
      Parameters expected = mean(model, sampled, v);
      Parameters found = mean(model, local, v);
      for (String name : found.names()) {
        for (int i = 0; i < found.get(name).getNumElements(); i++) {
          double wanted = expected.get(name).data[i];
          double is = found.get(name).data[i];
          assertEquals(wanted, is, 2e-4 * (1 + Math.abs(wanted)), name + "[" + i + "]");
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("small")
  void vimcoIsTheGradientOfTheBoundOfTwoSamples(Architecture architecture) {
    TemporalSbn model = Models.model(architecture, 101);
    Oracle oracle = new Oracle(architecture, model.parameters());
    double[][] v = frames(architecture);
    Parameters mean = mean(model, settings(EstimatorKind.VIMCO, SignalKind.OWN_STEP, 2), v);
    assertEquals(0, worst(oracle, mean, name -> true, o -> boundOfMany(o, v, 2)), 1e-3);
  }

  @ParameterizedTest
  @MethodSource("tiny")
  void vimcoIsTheGradientOfTheBoundOfThreeSamples(Architecture architecture) {
    TemporalSbn model = Models.model(architecture, 101);
    Oracle oracle = new Oracle(architecture, model.parameters());
    double[][] v = Oracle.toDouble(Models.sequence(architecture, 2, 102).toMatrix());
    Parameters mean = mean(model, settings(EstimatorKind.VIMCO, SignalKind.OWN_STEP, 3), v);
    assertEquals(0, worst(oracle, mean, name -> true, o -> boundOfMany(o, v, 3)), 1e-3);
  }

  /** E over K independent histories of log of the mean of p / q. */
  private static double boundOfMany(Oracle oracle, double[][] v, int samples) {
    int histories = 1 << (oracle.stochasticUnits() * v.length);
    double[] ratio = new double[histories];
    double[] q = new double[histories];
    for (int code = 0; code < histories; code++) {
      double[][][] x = oracle.assignment(v, code);
      double logQ = oracle.logPosterior(x);
      ratio[code] = Math.exp(oracle.logJoint(x) - logQ);
      q[code] = Math.exp(logQ);
    }
    return expectedLog(q, ratio, samples, 1, 0) - Math.log(samples);
  }

  /** E of log of the sum of the ratios drawn and of those left to draw; weight: of those drawn. */
  private static double expectedLog(
      double[] q, double[] ratio, int left, double weight, double drawn) {
    if (left == 0) {
      return weight * Math.log(drawn);
    }
    double sum = 0;
    for (int code = 0; code < q.length; code++) {
      sum += expectedLog(q, ratio, left - 1, weight * q[code], drawn + ratio[code]);
    }
    return sum;
  }

  /** w_t^k = (s_t^k - mean_k s_t^k) / (K - 1) on one draw, where no mean hides a wrong centre. */
  @ParameterizedTest
  @MethodSource("varied")
  void leaveOneOutOfABatchIsItsFormula(Architecture architecture) {
    TemporalSbn model = Models.model(architecture, 101);
    ScoredBatch batch = new ScoredBatch(model, 3, 104, LENGTHS);
    double[][][] weights = batch.zeros();
    for (SignalKind kind : SignalKind.values()) {
      double[][][] signals = batch.signals(kind, DISCOUNT);
      for (int s = 0; s < LENGTHS.length; s++) {
        for (int t = 0; t < LENGTHS[s]; t++) {
          double mean = (signals[s][0][t] + signals[s][1][t] + signals[s][2][t]) / 3;
          for (int k = 0; k < 3; k++) {
            signals[s][k][t] = (signals[s][k][t] - mean) / 2;
            weights[s][k][t] = 1.0 / 3;
          }
        }
      }
      assertEstimate(settings(EstimatorKind.LEAVE_ONE_OUT, kind, 3), batch, weights, signals);
    }
  }

  /** The mean of VIMCO does not depend on L_K^-k; only a draw shows what it is. */
  @ParameterizedTest
  @MethodSource("varied")
  void vimcoOfABatchIsItsFormula(Architecture architecture) {
    TemporalSbn model = Models.model(architecture, 101);
    ScoredBatch batch = new ScoredBatch(model, 3, 104, LENGTHS);
    double[][][] weights = batch.zeros();
    double[][][] signals = batch.zeros();
    double[][][] terms = batch.terms();
    for (int s = 0; s < LENGTHS.length; s++) {
      double[] totals = new double[3];
      for (int k = 0; k < 3; k++) {
        totals[k] = Arrays.stream(terms[s][k]).sum();
      }
      double all = logMeanExp(totals[0], totals[1], totals[2]);
      for (int k = 0; k < 3; k++) {
        double a = totals[(k + 1) % 3];
        double b = totals[(k + 2) % 3];
        double share = Math.exp(totals[k] - all) / 3;
        Arrays.fill(weights[s][k], share);
        Arrays.fill(signals[s][k], all - logMeanExp(a, b, (a + b) / 2) - share);
      }
    }
    TrainingSettings settings = settings(EstimatorKind.VIMCO, SignalKind.OWN_STEP, 3);
    assertEstimate(settings, batch, weights, signals);
  }

  private static double logMeanExp(double a, double b, double c) {
    return Math.log((Math.exp(a) + Math.exp(b) + Math.exp(c)) / 3);
  }

  /** Whole and in chunks that learn on their own. */
  private static void assertEstimate(
      TrainingSettings settings, ScoredBatch batch, double[][][] weights, double[][][] signals) {
    for (int truncation : new int[] {0, 1, 2}) {
      TrainingSettings truncated = settings.change().truncation(truncation).build();
      batch.assertGradient(batch.estimate(truncated), weights, signals, truncation);
    }
  }

  @ParameterizedTest
  @MethodSource("varied")
  void theEstimateFromABatchIsTheSumOfItsSequencesOnTheirOwn(Architecture architecture) {
    TemporalSbn model = Models.model(architecture, 101);
    ScoredBatch batch = new ScoredBatch(model, 3, 104, LENGTHS);
    for (EstimatorKind kind : EstimatorKind.values()) {
      // The moments of NVIL are those of the whole batch: NvilTest has its formula.
      if (kind == EstimatorKind.NVIL || kind.refusal(architecture).isPresent()) {
        continue;
      }
      for (SignalKind signal : SignalKind.values()) {
        TrainingSettings settings = settings(kind, signal, 3);
        Parameters together = batch.estimate(settings);
        Parameters alone = model.parameters().zeros();
        for (int s = 0; s < LENGTHS.length; s++) {
          Parameters one = model.parameters().zeros();
          GradientEstimator.create(model, settings, null)
              .estimate(batch.alone(s), one, new Parameters());
          ScoredBatch.addScaled(alone, one, 1);
        }
        for (String name : alone.names()) {
          String what = kind + ", " + signal + ", " + name;
          assertArrayEquals(alone.get(name).data, together.get(name).data, 2e-4f, what);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("small")
  void straightThroughIsTheGradientOfTheRelaxedPass(Architecture architecture) {
    TemporalSbn model = Models.model(architecture, 101);
    Oracle oracle = new Oracle(architecture, model.parameters());
    Oracle fixed = new Oracle(architecture, model.parameters());
    double[][] v = frames(architecture);
    Trace trace = model.newTrace();
    trace.observe(List.of(Models.of(v)));
    model.recognition().sample(trace, new RandomStream(3));
    model.generative().score(trace);
    double[][][] x = Models.states(trace, architecture, 0, 0);
    Parameters gradient = model.parameters().zeros();
    GradientEstimator.create(
            model, settings(EstimatorKind.STRAIGHT_THROUGH, SignalKind.OWN_STEP, 1), null)
        .estimate(trace, gradient, new Parameters());
    double worst = worst(oracle, gradient, name -> true, o -> o.relaxedTerms(fixed, x));
    assertEquals(0, worst, 1e-3);
  }

  /** Architectures whose hidden units look at the past of hidden units. */
  static Stream<Architecture> remembering() {
    LayerSpec one = new LayerSpec(1, true, true);
    LayerSpec forgetful = new LayerSpec(1, false, true);
    return Stream.of(
        new Architecture(2, true, List.of(new LayerSpec(2, true, true)), 1, false),
        new Architecture(2, true, List.of(one), 2, false),
        new Architecture(2, true, List.of(one, one), 1, false),
        // Only the upper layer looks back, at the lower one.
        new Architecture(2, true, List.of(forgetful, forgetful), 1, false),
        new Architecture(2, Likelihood.NORMAL, true, List.of(one), 2, false),
        new Architecture(2, Likelihood.MULTINOMIAL, true, List.of(one, one), 1, false));
  }

  /** The same without links from the past of a hidden layer. */
  private static Architecture withoutMemory(Architecture a) {
    List<LayerSpec> layers = new ArrayList<>();
    for (LayerSpec layer : a.hidden()) {
      layers.add(new LayerSpec(layer.units(), false, layers.isEmpty() && layer.lagsBelow()));
    }
    return new Architecture(
        a.visible(), a.likelihood(), a.lagsVisible(), layers, a.order(), a.ownFirstStep());
  }

  @ParameterizedTest
  @MethodSource("remembering")
  void ownStepIsTheBoundsGradientExactlyWhereHiddenUnitsHaveNoMemory(Architecture remembering) {
    for (Architecture architecture : List.of(remembering, withoutMemory(remembering))) {
      boolean memory = architecture == remembering;
      TemporalSbn model = Models.model(architecture, 9);
      Oracle oracle = new Oracle(architecture, model.parameters());
      // So many frames that the last one looks back over every lag.
      int frames = architecture.order() + 1;
      double[][] v = Oracle.toDouble(Models.sequence(architecture, frames, 102).toMatrix());
      for (EstimatorKind kind :
          List.of(EstimatorKind.LEAVE_ONE_OUT, EstimatorKind.LOCAL_EXPECTATION)) {
        TrainingSettings settings = settings(kind, SignalKind.OWN_STEP, kind.fewestSamples());
        Parameters mean = mean(model, settings, v);
        double worst = worst(oracle, mean, EstimatorsTest::recognition, o -> o.bound(v));
        assertTrue(memory ? worst > 1e-2 : worst < 1e-4, kind + " is off by " + worst);
      }
    }
  }

  @Test
  void aScheduleRisesAndFalls() {
    assertEquals(1, Schedule.CONSTANT.factor(1, 0, 100), 1e-12);
    assertEquals(0.25, Schedule.CONSTANT.factor(1, 3, 100), 1e-12);
    assertEquals(0.75, Schedule.LINEAR.factor(26, 0, 100), 1e-12);
    assertEquals(0.5, Schedule.COSINE.factor(51, 0, 100), 1e-12);
    assertEquals(0, Schedule.COSINE.factor(500, 0, 100), 1e-12);
  }
}
