package tsbn.model.sbn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tsbn.data.Sequence;
import tsbn.math.RandomStream;
import tsbn.model.Feedback;
import tsbn.model.Parameters;
import tsbn.model.Predictor;
import tsbn.model.Simulation;
import tsbn.support.Models;
import tsbn.support.Oracle;

/** The program's pass through p and q against the oracle, finite differences and enumeration. */
class TemporalSbnTest {
  private static final double FLOAT_SUMS = 2e-5;

  private static final int[] LENGTHS = {2, 4, 1};

  /** Sequences of different lengths, some shorter than the highest order, two samples each. */
  private static Trace pass(TemporalSbn model) {
    Trace trace = model.newTrace();
    trace.observe(sequences(model.architecture()), 2);
    model.recognition().sample(trace, new RandomStream(5));
    model.generative().score(trace);
    return trace;
  }

  private static List<Sequence> sequences(Architecture architecture) {
    return List.of(
        Models.sequence(architecture, LENGTHS[0], 12),
        Models.sequence(architecture, LENGTHS[1], 11),
        Models.sequence(architecture, LENGTHS[2], 13));
  }

  @ParameterizedTest
  @MethodSource("tsbn.support.Models#architectures")
  void everyFrameScoresAsTheOracleSays(Architecture architecture) {
    TemporalSbn model = Models.model(architecture, 3);
    Oracle oracle = new Oracle(architecture, model.parameters());
    Trace trace = pass(model);
    for (int s = 0; s < LENGTHS.length; s++) {
      for (int k = 0; k < 2; k++) {
        double[][][] x = Models.states(trace, architecture, s, k);
        for (int t = 0; t < x[0].length; t++) {
          int row = trace.layout().row(s, k, t);
          double joint = oracle.logJoint(t, x);
          assertEquals(joint, trace.logJoint()[row], FLOAT_SUMS * (1 + Math.abs(joint)));
          assertEquals(oracle.logPosterior(t, x), trace.logPosterior()[row], FLOAT_SUMS);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("tsbn.support.Models#architectures")
  void everyBlocksGradientIsTheFiniteDifference(Architecture architecture) {
    TemporalSbn model = Models.model(architecture, 4);
    Oracle oracle = new Oracle(architecture, model.parameters());
    Trace trace = pass(model);
    Layout layout = trace.layout();
    double[] signal = new double[layout.rows()];
    double[] weights = new double[layout.rows()];
    RandomStream random = new RandomStream(6);
    for (int row = 0; row < signal.length; row++) {
      signal[row] = random.nextGaussian();
      weights[row] = random.nextDouble();
    }
    List<double[][][]> states = new ArrayList<>();
    for (int s = 0; s < LENGTHS.length; s++) {
      for (int k = 0; k < 2; k++) {
        states.add(Models.states(trace, architecture, s, k));
      }
    }

    Parameters gradient = model.parameters().zeros();
    model.generative().accumulateGradient(trace, weights, 0, gradient);
    model.recognition().accumulateScore(trace, signal, 0, gradient);

    assertGradient(
        oracle,
        gradient,
        o -> {
          double sum = 0;
          for (int chain = 0; chain < states.size(); chain++) {
            double[][][] x = states.get(chain);
            for (int t = 0; t < x[0].length; t++) {
              int row = layout.row(chain / 2, chain % 2, t);
              sum += weights[row] * o.logJoint(t, x) + signal[row] * o.logPosterior(t, x);
            }
          }
          return sum;
        });
  }

  @ParameterizedTest
  @MethodSource("tsbn.support.Models#architectures")
  void aBatchIsItsSequencesOneByOne(Architecture architecture) {
    TemporalSbn model = Models.model(architecture, 4);
    Trace trace = pass(model);
    Parameters together = model.parameters().zeros();
    double[] signal = new double[trace.layout().rows()];
    Arrays.fill(signal, 0.7);
    List<double[][][]> states = new ArrayList<>();
    List<Double> terms = new ArrayList<>();
    for (int s = 0; s < LENGTHS.length; s++) {
      for (int k = 0; k < 2; k++) {
        states.add(Models.states(trace, architecture, s, k));
        terms.add(trace.totalTerm(s, k));
      }
    }
    model.generative().accumulateGradient(trace, together);
    model.recognition().accumulateScore(trace, signal, together);

    Parameters alone = model.parameters().zeros();
    for (int chain = 0; chain < states.size(); chain++) {
      Trace one = model.newTrace();
      one.observe(List.of(sequences(architecture).get(chain / 2)));
      model.recognition().sample(one, new RandomStream(1));
      Models.setStates(one, 0, 0, states.get(chain));
      model.recognition().score(one);
      model.generative().score(one);
      assertEquals(terms.get(chain), one.totalTerm(0), 1e-4);
      model.generative().accumulateGradient(one, alone);
      model.recognition().accumulateScore(one, signal, alone);
    }
    for (String name : alone.names()) {
      assertArrayEquals(alone.get(name).data, together.get(name).data, 1e-4f, name);
    }
  }

  @Test
  void truncatedGradientsAreThoseOfChunksThatLearnOnTheirOwn() {
    Architecture architecture = Architecture.dtsbnD(3, List.of(3, 2), 1);
    TemporalSbn model = Models.model(architecture, 4);
    Trace trace = model.newTrace();
    trace.observe(List.of(Models.sequence(architecture, 6, 3)));
    List<Parameters> found = new ArrayList<>();
    for (int truncation : new int[] {0, 1, 2, 6}) {
      model.recognition().sample(trace, new RandomStream(5));
      model.generative().score(trace);
      Parameters gradient = model.parameters().zeros();
      model.generative().accumulateGradient(trace, null, truncation, gradient);
      found.add(gradient);
    }
    assertArrayEquals(found.get(0).get("W4").data, found.get(3).get("W4").data);
    double[] byTruncation = found.stream().mapToDouble(g -> norm(g.get("W4"))).toArray();
    assertTrue(Math.abs(byTruncation[1] - byTruncation[0]) > 1e-3);
    assertTrue(Math.abs(byTruncation[2] - byTruncation[1]) > 1e-3);
  }

  private static double norm(FMatrixRMaj block) {
    double squares = 0;
    for (float value : block.data) {
      squares += value * value;
    }
    return Math.sqrt(squares);
  }

  @ParameterizedTest
  @MethodSource("tsbn.support.Models#architectures")
  void everyBlockKnowsHowManyFramesItServes(Architecture architecture) {
    TemporalSbn model = Models.model(architecture, 4);
    Trace trace = pass(model);
    int[] frames = model.framesByBlock(trace.layout());
    List<String> names = model.parameters().names();
    // Lengths 2, 4 and 1: lag 0 sees 7 frames, lag 1 sees 1 + 3, lag 2 sees 2, lag 3 sees 1.
    int[] byLag = {7, 4, 2, 1};
    for (Link link : architecture.links()) {
      assertEquals(byLag[link.lag()], frames[names.indexOf(link.symbol())], link.symbol());
    }
    boolean own = architecture.ownFirstStep();
    assertEquals(own ? 4 : 7, frames[names.indexOf("c")]);
    if (own) {
      assertEquals(3, frames[names.indexOf("c_init")]);
    }
  }

  @ParameterizedTest
  @MethodSource("tsbn.support.Models#architectures")
  void theBoundIsBelowTheExactLogLikelihood(Architecture architecture) {
    TemporalSbn model = Models.model(architecture, 6);
    Oracle oracle = new Oracle(architecture, model.parameters());
    double[][] v = Oracle.toDouble(Models.sequence(architecture, 3, 21).toMatrix());
    double exact = oracle.exactLogLikelihood(v);
    double bound = oracle.bound(v);
    assertTrue(bound <= exact, bound + " <= " + exact);

    // and the program's sampled bound has the enumerated one as its mean
    Sequence sequence = Models.of(v);
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
    double[][] v = Oracle.toDouble(Models.sequence(architecture, 3, 22).toMatrix());
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
    trace.observe(List.of(Models.of(v)));
    model.recognition().sample(trace, new RandomStream(1));
    Parameters mean = model.parameters().zeros();
    oracle.enumerate(
        v,
        (x, q) -> {
          Models.setStates(trace, 0, 0, x);
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

  /** With an own first step whose biases are the others', too. */
  @Test
  void aDeepModelOfOneLayerIsATsbn() {
    for (int order = 1; order <= 3; order++) {
      TemporalSbn deep = Models.model(Architecture.dtsbnS(5, List.of(4), order), 33);
      TemporalSbn tsbn = new TemporalSbn(Architecture.tsbn(5, 4, order));
      assertEquals(tsbn.architecture().links(), deep.architecture().links());
      for (String name : tsbn.parameters().names()) {
        FMatrixRMaj from = deep.parameters().get(name.replace("_init", ""));
        System.arraycopy(from.data, 0, tsbn.parameters().get(name).data, 0, from.data.length);
      }
      assertSamePass(deep, tsbn);
      Parameters expected = gradientOfPass(tsbn);
      Parameters found = gradientOfPass(deep);
      for (String name : found.names()) {
        float[] sum = expected.get(name).data;
        if (expected.names().contains(name + "_init")) {
          CommonOps_FDRM.addEquals(expected.get(name), expected.get(name + "_init"));
        }
        assertArrayEquals(sum, found.get(name).data, 1e-5f, name);
      }
    }
  }

  private static Parameters gradientOfPass(TemporalSbn model) {
    Trace trace = pass(model);
    double[] signal = new double[trace.layout().rows()];
    for (int row = 0; row < signal.length; row++) {
      signal[row] = trace.term(row);
    }
    Parameters gradient = model.parameters().zeros();
    model.generative().accumulateGradient(trace, gradient);
    model.recognition().accumulateScore(trace, signal, gradient);
    return gradient;
  }

  private static void assertSamePass(TemporalSbn a, TemporalSbn b) {
    Trace traceA = pass(a);
    Trace traceB = pass(b);
    assertArrayEquals(traceA.states(1).data, traceB.states(1).data);
    assertArrayEquals(traceA.logJoint(), traceB.logJoint());
    assertArrayEquals(traceA.logPosterior(), traceB.logPosterior());
  }

  @ParameterizedTest
  @MethodSource("tsbn.support.Models#architectures")
  void aPredictionDoesNotChangeWhenTheFutureDoes(Architecture architecture) {
    TemporalSbn model = Models.model(architecture, 41);
    FMatrixRMaj frames = Models.sequence(architecture, 8, 42).toMatrix();
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
    FMatrixRMaj frames = Models.sequence(architecture, 3, 55).toMatrix();
    double[] expected = enumeratedPrediction(oracle, Oracle.toDouble(frames));
    int units = frames.numCols;

    int samples = 10_000;
    double[] batched = new double[units];
    double[] tolerance = new double[units];
    Trace trace = model.newTrace();
    trace.observe(List.of(Models.of(frames)), samples);
    FMatrixRMaj out = new FMatrixRMaj(0, 0);
    RandomStream random = new RandomStream(54);
    model.recognition().sample(trace, random);
    model.generative().predict(trace, random, out);
    for (int i = 0; i < units; i++) {
      double squares = 0;
      for (int k = 0; k < samples; k++) {
        double value = out.get(trace.layout().row(0, k, 2), i);
        batched[i] += value / samples;
        squares += value * value / samples;
      }
      double variance = Math.max(0, squares - batched[i] * batched[i]);
      tolerance[i] = 4.5 * Math.sqrt(variance / samples) + 1e-5;
      assertEquals(expected[i], batched[i], tolerance[i]);
    }

    Predictor predictor = model.predictor(samples, new RandomStream(53));
    float[] mean = new float[units];
    for (int t = 0; t < 2; t++) {
      predictor.mean(mean);
      predictor.observe(Arrays.copyOfRange(frames.data, t * units, (t + 1) * units));
    }
    predictor.mean(mean);
    for (int i = 0; i < units; i++) {
      assertEquals(expected[i], mean[i], tolerance[i]);
    }
  }

  /** E over h_{1:2} ~ q(. | v_{1:2}), h_3 ~ p(h_3 | past) of E[v_3 | h_3, past]. */
  private static double[] enumeratedPrediction(Oracle oracle, double[][] v) {
    double[] expected = new double[v[0].length];
    oracle.enumerate(
        v,
        (x, ignored) -> {
          double[][][] p = oracle.generative(x);
          double logWeight = oracle.logPosterior(0, x) + oracle.logPosterior(1, x);
          double weight = Math.exp(logWeight + oracle.logPrior(2, p));
          double[] mean = oracle.mean(2, p);
          for (int i = 0; i < mean.length; i++) {
            expected[i] += weight * mean[i];
          }
        });
    return expected;
  }

  static Stream<Architecture> binary() {
    return Stream.of(
        Architecture.tsbn(2, 2, 1),
        Architecture.dtsbnS(2, List.of(1, 1), 1),
        Architecture.dtsbnD(2, List.of(2, 1), 1),
        Architecture.tsbn(2, 1, 2));
  }

  @ParameterizedTest
  @MethodSource("binary")
  void simulationDrawsFromTheJointDistribution(Architecture architecture) {
    TemporalSbn model = Models.model(architecture, 64);
    // Weights so large that a layer which sees another's wrong state shows in the frames.
    for (FMatrixRMaj block : model.parameters().blocks()) {
      CommonOps_FDRM.scale(3, block);
    }
    Oracle oracle = new Oracle(architecture, model.parameters());
    int samples = 10_000;
    // The frame that the second lag reaches back from is the third.
    int frames = 3;
    double[] shares = new double[1 << (2 * frames)];
    RandomStream random = new RandomStream(62);
    for (int s = 0; s < samples; s++) {
      Simulation made = model.simulate(null, frames, Feedback.SAMPLES, random);
      int code = 0;
      for (int i = 0; i < 2 * frames; i++) {
        code |= (int) made.frames().data[i] << i;
      }
      shares[code] += 1.0 / samples;
    }
    for (int code = 0; code < shares.length; code++) {
      double[][] v = new double[frames][2];
      for (int i = 0; i < 2 * frames; i++) {
        v[i / 2][i % 2] = (code >> i) & 1;
      }
      double p = Math.exp(oracle.exactLogLikelihood(v));
      // Three draws more, for what is so rare that its share is far from normal.
      double tolerance = 4.5 * Math.sqrt(p * (1 - p) / samples) + 3.0 / samples;
      assertEquals(p, shares[code], tolerance, "code " + code);
    }
  }

  @Test
  void aPrimerOfZeroRowsIsNoPrimerAndAPrimerMatters() {
    TemporalSbn model = Models.model(Architecture.tsbn(3, 4, 2), 71);
    Simulation none = model.simulate(null, 5, Feedback.MEANS, new RandomStream(1));
    Simulation empty =
        model.simulate(new FMatrixRMaj(0, 3), 5, Feedback.MEANS, new RandomStream(1));
    assertArrayEquals(none.means().data, empty.means().data);
    FMatrixRMaj primer = Models.sequence(4, 3, false, 72).toMatrix();
    Simulation primed = model.simulate(primer, 5, Feedback.MEANS, new RandomStream(1));
    assertEquals(5, primed.frames().numRows);
    assertTrue(!Arrays.equals(none.means().data, primed.means().data));
    assertArrayEquals(primed.means().data, primed.frames().data);
  }

  /** The states of the first frame do not depend on the temperature, so its frames compare. */
  @Test
  void aFramesDistributionIsRaisedToOneOverTheTemperature() {
    for (double temperature : new double[] {0.25, 1, 3}) {
      Feedback feedback = new Feedback(false, 1, temperature);
      TemporalSbn bits = Models.model(Architecture.tsbn(5, 4, 1), 81);
      Simulation usual = bits.simulate(null, 1, Feedback.SAMPLES, new RandomStream(5));
      Simulation tempered = bits.simulate(null, 1, feedback, new RandomStream(5));
      assertArrayEquals(usual.states().data, tempered.states().data);
      for (int i = 0; i < 5; i++) {
        double p = usual.means().data[i];
        double yes = Math.pow(p, 1 / temperature);
        double no = Math.pow(1 - p, 1 / temperature);
        assertEquals(yes / (yes + no), tempered.means().data[i], 1e-5);
      }
      Architecture words = Architecture.tsbn(5, 4, 1).with(Likelihood.MULTINOMIAL);
      TemporalSbn counts = Models.model(words, 82);
      FMatrixRMaj shares = counts.simulate(null, 1, Feedback.SAMPLES, new RandomStream(5)).means();
      FMatrixRMaj sharper = counts.simulate(null, 1, feedback, new RandomStream(5)).means();
      double total = 0;
      for (int i = 0; i < 5; i++) {
        total += Math.pow(shares.data[i], 1 / temperature);
      }
      for (int i = 0; i < 5; i++) {
        assertEquals(Math.pow(shares.data[i], 1 / temperature) / total, sharper.data[i], 1e-5);
      }
      Architecture angles = Architecture.tsbn(5, 4, 1).with(Likelihood.NORMAL);
      TemporalSbn numbers = Models.model(angles, 83);
      Simulation narrow = numbers.simulate(null, 1, Feedback.SAMPLES, new RandomStream(5));
      Simulation wide = numbers.simulate(null, 1, feedback, new RandomStream(5));
      for (int i = 0; i < 5; i++) {
        assertEquals(narrow.means().data[i], wide.means().data[i]);
        double off = narrow.frames().data[i] - narrow.means().data[i];
        double offWide = wide.frames().data[i] - wide.means().data[i];
        assertEquals(Math.sqrt(temperature) * off, offWide, 1e-4 * Math.abs(offWide) + 1e-6);
      }
    }
    assertThrows(IllegalArgumentException.class, () -> Feedback.SAMPLES.at(0));
    assertThrows(IllegalArgumentException.class, () -> Feedback.SAMPLES.at(Double.NaN));
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
          double expected = oracle.derivative(name, i, j, function);
          assertEquals(
              expected,
              block.get(i, j),
              1e-4 * (1 + Math.abs(expected)),
              name + "(" + i + "," + j + ")");
        }
      }
    }
  }
}
