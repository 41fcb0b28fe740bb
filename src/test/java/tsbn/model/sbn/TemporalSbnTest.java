package tsbn.model.sbn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tsbn.data.Sequence;
import tsbn.math.RandomStream;
import tsbn.model.Parameters;
import tsbn.model.Predictor;
import tsbn.model.Simulation;
import tsbn.support.Models;
import tsbn.support.Oracle;

/** The program's pass through p and q against the oracle, finite differences and enumeration. */
class TemporalSbnTest {
  private static final double FLOAT_SUMS = 2e-5;

  /** Two sequences of different lengths, one of them shorter than the highest order. */
  private static Trace pass(TemporalSbn model, boolean grey) {
    Trace trace = model.newTrace();
    int units = model.visible();
    trace.observe(
        List.of(Models.sequence(4, units, grey, 11), Models.sequence(2, units, grey, 12)));
    model.recognition().sample(trace, new RandomStream(5));
    model.generative().score(trace);
    return trace;
  }

  /** The states of one segment as x[layer][t][unit]. */
  static double[][][] states(Trace trace, int depth, int segment) {
    int from = trace.segments().start()[segment];
    int to = trace.segments().start()[segment + 1];
    double[][][] x = new double[depth + 1][][];
    for (int layer = 0; layer <= depth; layer++) {
      x[layer] = Arrays.copyOfRange(Oracle.toDouble(trace.states(layer)), from, to);
    }
    return x;
  }

  @ParameterizedTest
  @MethodSource("tsbn.support.Models#architectures")
  void everyFrameScoresAsTheOracleSays(Architecture architecture) {
    TemporalSbn model = Models.model(architecture, 3);
    Oracle oracle = new Oracle(architecture, model.parameters());
    Trace trace = pass(model, true);
    for (int s = 0; s < 2; s++) {
      double[][][] x = states(trace, architecture.depth(), s);
      for (int t = 0; t < x[0].length; t++) {
        int row = trace.segments().start()[s] + t;
        assertEquals(oracle.logJoint(t, x), trace.logJoint()[row], FLOAT_SUMS);
        assertEquals(oracle.logPosterior(t, x), trace.logPosterior()[row], FLOAT_SUMS);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("tsbn.support.Models#architectures")
  void everyBlocksGradientIsTheFiniteDifference(Architecture architecture) {
    TemporalSbn model = Models.model(architecture, 4);
    Oracle oracle = new Oracle(architecture, model.parameters());
    Trace trace = pass(model, true);
    double[] signal = {0.5, -1, 2, 0.25, -0.75, 1.5};
    double[][][] first = states(trace, architecture.depth(), 0);
    double[][][] second = states(trace, architecture.depth(), 1);

    Parameters gradient = model.parameters().zeros();
    model.generative().accumulateGradient(trace, gradient);
    model.recognition().accumulateScore(trace, signal, gradient);

    assertGradient(
        oracle,
        gradient,
        o -> {
          double sum = o.logJoint(first) + o.logJoint(second);
          for (int t = 0; t < 4; t++) {
            sum += signal[t] * o.logPosterior(t, first);
          }
          for (int t = 0; t < 2; t++) {
            sum += signal[4 + t] * o.logPosterior(t, second);
          }
          return sum;
        });
  }

  @ParameterizedTest
  @MethodSource("tsbn.support.Models#architectures")
  void meansDivideByTheFramesEachBlockSaw(Architecture architecture) {
    TemporalSbn model = Models.model(architecture, 4);
    Trace trace = pass(model, false);
    Parameters mean = model.parameters().zeros();
    for (FMatrixRMaj block : mean.blocks()) {
      Arrays.fill(block.data, 60);
    }
    model.meanOverFrames(trace.segments(), mean);
    // Lengths 4 and 2: lag 0 sees 6 frames, lag 1 sees 3 + 1, lag 2 sees 2, lag 3 sees 1.
    float[] byLag = {60f / 6, 60f / 4, 60f / 2, 60f / 1};
    for (Link link : architecture.links()) {
      assertEquals(byLag[link.lag()], mean.get(link.symbol()).data[0], 1e-5f, link.symbol());
    }
    if (architecture.ownFirstStep()) {
      assertEquals(60f / 4, mean.get("c").data[0], 1e-5f);
      assertEquals(60f / 2, mean.get("c_init").data[0], 1e-5f);
    } else {
      assertEquals(60f / 6, mean.get("c").data[0], 1e-5f);
    }
  }

  @ParameterizedTest
  @MethodSource("tsbn.support.Models#architectures")
  void theBoundIsBelowTheExactLogLikelihood(Architecture architecture) {
    TemporalSbn model = Models.model(architecture, 6);
    Oracle oracle = new Oracle(architecture, model.parameters());
    double[][] v = Oracle.toDouble(Models.sequence(3, model.visible(), false, 21).toMatrix());
    double exact = oracle.exactLogLikelihood(v);
    double bound = oracle.bound(v);
    assertTrue(bound <= exact, bound + " <= " + exact);

    // and the program's sampled bound has the enumerated one as its mean
    Sequence sequence = Models.of(toFloat(v));
    Trace trace = model.newTrace();
    RandomStream random = new RandomStream(8);
    int samples = 4_000;
    double sum = 0;
    double squares = 0;
    trace.observe(List.of(sequence));
    for (int i = 0; i < samples; i++) {
      model.recognition().sample(trace, random);
      model.generative().score(trace);
      double term = trace.totalTerm(0);
      sum += term;
      squares += term * term;
    }
    double mean = sum / samples;
    double error = Math.sqrt((squares / samples - mean * mean) / samples);
    assertEquals(bound, mean, 4 * error + 1e-4);
  }

  @ParameterizedTest
  @MethodSource("tsbn.support.Models#architectures")
  void enumeratedMeanOfTheGenerativeGradientIsTheBoundsGradient(Architecture architecture) {
    TemporalSbn model = Models.model(architecture, 7);
    Oracle oracle = new Oracle(architecture, model.parameters());
    double[][] v = Oracle.toDouble(Models.sequence(3, model.visible(), false, 22).toMatrix());
    Parameters mean = enumeratedMean(model, oracle, v, false);
    Oracle fixedQ = new Oracle(architecture, model.parameters());
    assertGradient(
        oracle,
        mean,
        name -> !name.startsWith("U") && !name.startsWith("d"),
        o -> fixedQ.expectation(v, o::logJoint));
  }

  @Test
  void ownStepIsTheBoundsGradientExactlyWhereHiddenUnitsHaveNoMemory() {
    for (boolean memory : new boolean[] {false, true}) {
      Architecture architecture =
          new Architecture(2, true, List.of(new LayerSpec(2, memory, true)), 1, false);
      TemporalSbn model = Models.model(architecture, 9);
      Oracle oracle = new Oracle(architecture, model.parameters());
      double[][] v = Oracle.toDouble(Models.sequence(3, 2, false, 23).toMatrix());
      Parameters mean = enumeratedMean(model, oracle, v, true);
      double worst = 0;
      for (String name : List.of("U2", "U3", "d")) {
        FMatrixRMaj block = mean.get(name);
        for (int i = 0; i < block.numRows; i++) {
          for (int j = 0; j < block.numCols; j++) {
            double difference = oracle.derivative(name, i, j, o -> o.bound(v)) - block.get(i, j);
            worst = Math.max(worst, Math.abs(difference));
          }
        }
      }
      if (memory) {
        assertTrue(worst > 1e-2, "OWN_STEP must be biased here, but differs by only " + worst);
      } else {
        assertTrue(worst < 1e-4, "OWN_STEP must be unbiased here, but differs by " + worst);
      }
    }
  }

  /** sum over h of q(h | v) times the program's gradient at h, with s_t = l_t for phi. */
  private static Parameters enumeratedMean(
      TemporalSbn model, Oracle oracle, double[][] v, boolean phi) {
    Trace trace = model.newTrace();
    trace.observe(List.of(Models.of(toFloat(v))));
    model.recognition().sample(trace, new RandomStream(1));
    Parameters mean = model.parameters().zeros();
    oracle.enumerate(
        v,
        (x, q) -> {
          for (int layer = 1; layer < x.length; layer++) {
            FMatrixRMaj states = trace.states(layer);
            for (int t = 0; t < v.length; t++) {
              for (int j = 0; j < states.numCols; j++) {
                states.set(t, j, (float) x[layer][t][j]);
              }
            }
          }
          model.recognition().score(trace);
          model.generative().score(trace);
          Parameters gradient = model.parameters().zeros();
          if (phi) {
            double[] signal = new double[v.length];
            for (int t = 0; t < v.length; t++) {
              signal[t] = trace.term(t);
            }
            model.recognition().accumulateScore(trace, signal, gradient);
          } else {
            model.generative().accumulateGradient(trace, gradient);
          }
          for (String name : mean.names()) {
            FMatrixRMaj from = gradient.get(name);
            for (int i = 0; i < from.getNumElements(); i++) {
              mean.get(name).data[i] += (float) (q * from.data[i]);
            }
          }
        });
    return mean;
  }

  @Test
  void orderTwoWithAZeroSecondLagIsOrderOne() {
    LayerSpec layer = new LayerSpec(4, true, true);
    TemporalSbn one = Models.model(new Architecture(5, true, List.of(layer), 1, false), 31);
    TemporalSbn two = new TemporalSbn(new Architecture(5, true, List.of(layer), 2, false));
    for (String name : two.parameters().names()) {
      if (!name.endsWith("[2]")) {
        FMatrixRMaj from = one.parameters().get(name.replace("[1]", ""));
        System.arraycopy(from.data, 0, two.parameters().get(name).data, 0, from.data.length);
      }
    }
    assertSamePass(one, two);
  }

  @Test
  void anHmsbnIsATsbnWithoutTheLinks() {
    TemporalSbn hmsbn = Models.model(Architecture.hmsbn(5, 4, 2), 32);
    TemporalSbn tsbn = new TemporalSbn(Architecture.tsbn(5, 4, 2));
    for (String name : hmsbn.parameters().names()) {
      FMatrixRMaj from = hmsbn.parameters().get(name);
      System.arraycopy(from.data, 0, tsbn.parameters().get(name).data, 0, from.data.length);
    }
    assertTrue(hmsbn.parameters().names().stream().noneMatch(n -> n.matches("(W3|W4|U3).*")));
    assertSamePass(hmsbn, tsbn);
  }

  private static void assertSamePass(TemporalSbn a, TemporalSbn b) {
    Trace traceA = pass(a, true);
    Trace traceB = pass(b, true);
    assertArrayEquals(traceA.states(1).data, traceB.states(1).data);
    assertArrayEquals(traceA.logJoint(), traceB.logJoint());
    assertArrayEquals(traceA.logPosterior(), traceB.logPosterior());
  }

  @ParameterizedTest
  @MethodSource("tsbn.support.Models#architectures")
  void aPredictionDoesNotChangeWhenTheFutureDoes(Architecture architecture) {
    TemporalSbn model = Models.model(architecture, 41);
    FMatrixRMaj frames = Models.sequence(8, model.visible(), true, 42).toMatrix();
    FMatrixRMaj before = predictions(model, frames);
    int units = frames.numCols;
    for (int change = 0; change < 8; change++) {
      FMatrixRMaj other = frames.copy();
      for (int i = change * units; i < other.data.length; i++) {
        other.data[i] = 1 - other.data[i];
      }
      FMatrixRMaj after = predictions(model, other);
      int unchanged = (change + 1) * units;
      assertArrayEquals(
          Arrays.copyOf(before.data, unchanged), Arrays.copyOf(after.data, unchanged));
    }
  }

  private static FMatrixRMaj predictions(TemporalSbn model, FMatrixRMaj frames) {
    Trace trace = model.newTrace();
    trace.observe(List.of(Models.of(frames)));
    RandomStream random = new RandomStream(43);
    model.recognition().sample(trace, random);
    FMatrixRMaj mean = new FMatrixRMaj(0, 0);
    model.generative().predict(trace, random, mean);
    return mean;
  }

  /** Both ways to predict have the enumerated expectation of section 9 as their mean. */
  @ParameterizedTest
  @MethodSource("tsbn.support.Models#architectures")
  void predictionsAverageToTheEnumeratedExpectation(Architecture architecture) {
    TemporalSbn model = Models.model(architecture, 51);
    Oracle oracle = new Oracle(architecture, model.parameters());
    FMatrixRMaj frames = Models.sequence(3, model.visible(), false, 52).toMatrix();
    double[] expected = enumeratedPrediction(oracle, Oracle.toDouble(frames));
    int units = frames.numCols;

    int samples = 10_000;
    double tolerance = 4 * 0.5 / Math.sqrt(samples);
    Predictor predictor = model.predictor(samples, new RandomStream(53));
    float[] mean = new float[units];
    for (int t = 0; t < 2; t++) {
      predictor.mean(mean);
      predictor.observe(Arrays.copyOfRange(frames.data, t * units, (t + 1) * units));
    }
    predictor.mean(mean);
    for (int i = 0; i < units; i++) {
      assertEquals(expected[i], mean[i], tolerance);
    }

    double[] batched = new double[units];
    Trace trace = model.newTrace();
    trace.observe(List.of(Models.of(frames)));
    FMatrixRMaj out = new FMatrixRMaj(0, 0);
    RandomStream random = new RandomStream(54);
    for (int s = 0; s < samples; s++) {
      model.recognition().sample(trace, random);
      model.generative().predict(trace, random, out);
      for (int i = 0; i < units; i++) {
        batched[i] += out.get(2, i) / samples;
      }
    }
    assertArrayEquals(expected, batched, tolerance);
  }

  /** E over h_{1:2} ~ q(. | v_{1:2}), h_3 ~ p(h_3 | past) of E[v_3 | h_3, past]. */
  private static double[] enumeratedPrediction(Oracle oracle, double[][] v) {
    double[] expected = new double[v[0].length];
    oracle.enumerate(
        v,
        (x, ignored) -> {
          double logWeight = oracle.logPosterior(0, x) + oracle.logPosterior(1, x);
          for (int layer = 1; layer < x.length; layer++) {
            double[] eta = oracle.generativeEta(layer, 2, x);
            for (int j = 0; j < eta.length; j++) {
              logWeight += x[layer][2][j] * eta[j] - Math.log(1 + Math.exp(eta[j]));
            }
          }
          double[] eta = oracle.generativeEta(0, 2, x);
          for (int i = 0; i < eta.length; i++) {
            expected[i] += Math.exp(logWeight) / (1 + Math.exp(-eta[i]));
          }
        });
    return expected;
  }

  @Test
  void simulationDrawsFromTheJointDistribution() {
    Architecture architecture = Architecture.tsbn(2, 2, 1);
    TemporalSbn model = Models.model(architecture, 61);
    Oracle oracle = new Oracle(architecture, model.parameters());
    int samples = 10_000;
    double[] counts = new double[16];
    RandomStream random = new RandomStream(62);
    for (int s = 0; s < samples; s++) {
      Simulation made = model.simulate(null, 2, false, random);
      int code = 0;
      for (int i = 0; i < 4; i++) {
        code |= (int) made.frames().data[i] << i;
      }
      counts[code] += 1.0 / samples;
    }
    for (int code = 0; code < 16; code++) {
      double[][] v = {{code & 1, (code >> 1) & 1}, {(code >> 2) & 1, (code >> 3) & 1}};
      double p = Math.exp(oracle.exactLogLikelihood(v));
      assertEquals(p, counts[code], 4.5 * Math.sqrt(p * (1 - p) / samples));
    }
  }

  @Test
  void aPrimerOfZeroRowsIsNoPrimerAndAPrimerMatters() {
    TemporalSbn model = Models.model(Architecture.tsbn(3, 4, 2), 71);
    Simulation none = model.simulate(null, 5, true, new RandomStream(1));
    Simulation empty = model.simulate(new FMatrixRMaj(0, 3), 5, true, new RandomStream(1));
    assertArrayEquals(none.means().data, empty.means().data);
    FMatrixRMaj primer = Models.sequence(4, 3, false, 72).toMatrix();
    Simulation primed = model.simulate(primer, 5, true, new RandomStream(1));
    assertEquals(5, primed.frames().numRows);
    assertTrue(!Arrays.equals(none.means().data, primed.means().data));
    assertArrayEquals(primed.means().data, primed.frames().data);
  }

  private static void assertGradient(
      Oracle oracle, Parameters gradient, java.util.function.ToDoubleFunction<Oracle> function) {
    assertGradient(oracle, gradient, name -> true, function);
  }

  private static void assertGradient(
      Oracle oracle,
      Parameters gradient,
      java.util.function.Predicate<String> which,
      java.util.function.ToDoubleFunction<Oracle> function) {
    for (String name : gradient.names()) {
      FMatrixRMaj block = gradient.get(name);
      for (int i = 0; which.test(name) && i < block.numRows; i++) {
        for (int j = 0; j < block.numCols; j++) {
          assertEquals(
              oracle.derivative(name, i, j, function),
              block.get(i, j),
              1e-4,
              name + "(" + i + "," + j + ")");
        }
      }
    }
  }

  private static FMatrixRMaj toFloat(double[][] v) {
    FMatrixRMaj matrix = new FMatrixRMaj(v.length, v[0].length);
    for (int i = 0; i < v.length; i++) {
      for (int j = 0; j < v[0].length; j++) {
        matrix.set(i, j, (float) v[i][j]);
      }
    }
    return matrix;
  }
}
