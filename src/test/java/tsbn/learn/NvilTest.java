package tsbn.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tsbn.math.Kernels;
import tsbn.math.RandomStream;
import tsbn.model.Parameters;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.Layout;
import tsbn.model.sbn.TemporalSbn;
import tsbn.model.sbn.Trace;
import tsbn.support.Models;
import tsbn.support.Oracle;

/** NVIL against its formula, enumerated in double precision. */
class NvilTest {

  @ParameterizedTest
  @MethodSource("tsbn.support.Models#architectures")
  void theEnumeratedMeanOfTheEstimatorIsTheFormulas(Architecture architecture) {
    TemporalSbn model = Models.model(architecture, 101);
    Oracle oracle = new Oracle(architecture, model.parameters());
    FMatrixRMaj frames = Models.sequence(architecture, 3, 102).toMatrix();
    double[][] v = Oracle.toDouble(frames);
    Baseline baseline =
        new Baseline(Kernels.best(), model.visible(), 4, 0.7, new RandomStream(103));
    double[] c = baselineOf(baseline.parameters(), oracle.seen(v));

    Parameters mean = model.parameters().zeros();
    Parameters baselineMean = baseline.parameters().zeros();
    Parameters gradient = model.parameters().zeros();
    Parameters baselineGradient = baseline.parameters().zeros();
    Trace trace = model.newTrace();
    trace.observe(List.of(Models.of(frames)));
    model.recognition().sample(trace, new RandomStream(1));
    oracle.enumerate(
        v,
        (x, q) -> {
          Models.setStates(trace, 0, 0, x);
          model.recognition().score(trace);
          model.generative().score(trace);
          gradient.clear();
          baselineGradient.clear();
          new Nvil(model, TrainingSettings.paper(), baseline)
              .estimate(trace, gradient, baselineGradient);
          ScoredBatch.addScaled(mean, gradient, q);
          ScoredBatch.addScaled(baselineMean, baselineGradient, q);
        });

    int[] served = model.framesByBlock(trace.layout());
    for (int b = 0; b < served.length; b++) {
      FMatrixRMaj block = mean.blocks().get(b);
      for (int i = 0; i < block.getNumElements(); i++) {
        block.data[i] /= served[b];
      }
    }

    // theta: the gradient of E_q log p; phi: E_q sum_t s_t grad log q with s held fixed.
    Oracle fixedQ = new Oracle(architecture, model.parameters());
    for (String name : mean.names()) {
      boolean recognition = name.startsWith("U") || name.startsWith("d");
      FMatrixRMaj block = mean.get(name);
      for (int i = 0; i < block.numRows; i++) {
        for (int j = 0; j < block.numCols; j++) {
          double expected =
              oracle.derivative(
                      name,
                      i,
                      j,
                      o ->
                          fixedQ.expectation(
                              v, x -> recognition ? surrogate(fixedQ, o, x, c) : o.logJoint(x)))
                  / framesSeen(architecture, name, 3);
          assertEquals(
              expected,
              block.get(i, j),
              2e-4 * (1 + Math.abs(expected)),
              name + "(" + i + "," + j + ")");
        }
      }
    }
    double[] weights = new double[v.length];
    for (int t = 0; t < v.length; t++) {
      int frame = t;
      weights[t] = fixedQ.expectation(v, x -> signal(fixedQ, x, c)[frame]) / v.length;
    }
    assertBaselineGradient(oracle.seen(v), weights, baseline.parameters(), baselineMean);
  }

  /** sum_t s_t log q(h_t | .), the signal computed with fixed parameters. */
  private static double surrogate(Oracle fixed, Oracle varied, double[][][] x, double[] c) {
    double[] s = signal(fixed, x, c);
    double sum = 0;
    for (int t = 0; t < s.length; t++) {
      sum += s[t] * varied.logPosterior(t, x);
    }
    return sum;
  }

  /** (l_t - C(v_t) - mean) / max(1, sd) on a first step, whose moments are the sample's own. */
  private static double[] signal(Oracle oracle, double[][][] x, double[] c) {
    int frames = x[0].length;
    double[] s = new double[frames];
    double mean = 0;
    for (int t = 0; t < frames; t++) {
      s[t] = oracle.logJoint(t, x) - oracle.logPosterior(t, x) - c[t];
      mean += s[t] / frames;
    }
    double variance = 0;
    for (double value : s) {
      variance += (value - mean) * (value - mean) / (frames - 1);
    }
    for (int t = 0; t < frames; t++) {
      s[t] = (s[t] - mean) / Math.max(1, Math.sqrt(variance));
    }
    return s;
  }

  /** C(v_t) = A1 tanh(A2 v_t) of frames as links see them. */
  private static double[] baselineOf(Parameters p, double[][] v) {
    double[] c = new double[v.length];
    FMatrixRMaj a1 = p.get("A1");
    FMatrixRMaj a2 = p.get("A2");
    for (int t = 0; t < v.length; t++) {
      for (int k = 0; k < a1.numCols; k++) {
        double sum = 0;
        for (int i = 0; i < v[t].length; i++) {
          sum += a2.get(i, k) * v[t][i];
        }
        c[t] += a1.get(0, k) * Math.tanh(sum);
      }
    }
    return c;
  }

  /** The gradient is that of sum_t w_t C(v_t). */
  private static void assertBaselineGradient(
      double[][] v, double[] weights, Parameters parameters, Parameters gradient) {
    for (String name : parameters.names()) {
      FMatrixRMaj block = parameters.get(name);
      for (int i = 0; i < block.getNumElements(); i++) {
        float old = block.data[i];
        block.data[i] = old + 1e-3f;
        double[] above = baselineOf(parameters, v);
        block.data[i] = old - 1e-3f;
        double[] below = baselineOf(parameters, v);
        block.data[i] = old;
        double expected = 0;
        for (int t = 0; t < v.length; t++) {
          expected += weights[t] * (above[t] - below[t]) / 2e-3;
        }
        assertEquals(expected, gradient.get(name).data[i], 2e-4, name + "[" + i + "]");
      }
    }
  }

  private static double framesSeen(Architecture architecture, String name, int frames) {
    if (name.endsWith("_init")) {
      return 1;
    }
    if (architecture.ownFirstStep() && name.matches("[bcd].*")) {
      return frames - 1;
    }
    int lag =
        architecture.links().stream()
            .filter(link -> link.symbol().equals(name))
            .mapToInt(link -> link.lag())
            .findFirst()
            .orElse(0);
    return Math.max(1, frames - lag);
  }

  /** Two passes of one estimator, on batches of sequences of different lengths. */
  @ParameterizedTest
  @MethodSource("tsbn.learn.EstimatorsTest#varied")
  void theEstimateFromABatchIsTheFormulaOfItsSignal(Architecture architecture) {
    TemporalSbn model = Models.model(architecture, 101);
    Oracle oracle = new Oracle(architecture, model.parameters());
    List<ScoredBatch> passes =
        List.of(new ScoredBatch(model, 2, 104, 2, 4, 1), new ScoredBatch(model, 2, 108, 3, 5));
    for (SignalKind kind : SignalKind.values()) {
      // Never, after every frame, after two.
      int truncation = kind.ordinal();
      TrainingSettings settings =
          TrainingSettings.paper()
              .change()
              .signal(kind)
              .discount(0.6)
              .samples(2)
              .truncation(truncation)
              .build();
      Baseline baseline =
          new Baseline(Kernels.best(), model.visible(), 4, 0.7, new RandomStream(103));
      GradientEstimator estimator = GradientEstimator.create(model, settings, baseline);
      Moments moments = new Moments(kind != SignalKind.OWN_STEP);
      for (ScoredBatch pass : passes) {
        Parameters baselineGradient = baseline.parameters().zeros();
        Parameters gradient = pass.estimate(estimator, baselineGradient);
        double[][][] signals = pass.signals(kind, 0.6);
        for (int s = 0; s < signals.length; s++) {
          double[] c = baselineOf(baseline.parameters(), oracle.seen(pass.frames(s)));
          for (double[] signal : signals[s]) {
            Arrays.setAll(signal, t -> signal[t] - c[t]);
          }
        }
        moments.includeAndCentre(signals);
        assertEstimate(pass, oracle, signals, truncation, gradient, baseline, baselineGradient);
      }
    }
  }

  /** phi and theta take the mean over two samples, and the baseline that over frames as well. */
  private static void assertEstimate(
      ScoredBatch pass,
      Oracle oracle,
      double[][][] signals,
      int truncation,
      Parameters gradient,
      Baseline baseline,
      Parameters baselineGradient) {
    double[][][] halves = pass.zeros();
    List<double[]> frames = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (int s = 0; s < signals.length; s++) {
      for (int t = 0; t < signals[s][0].length; t++) {
        for (int k = 0; k < 2; k++) {
          halves[s][k][t] = 0.5;
          signals[s][k][t] /= 2;
        }
        frames.add(pass.frames(s)[t]);
        weights.add(signals[s][0][t] + signals[s][1][t]);
      }
    }
    pass.assertGradient(gradient, halves, signals, truncation);
    assertBaselineGradient(
        oracle.seen(frames.toArray(double[][]::new)),
        weights.stream().mapToDouble(w -> w / frames.size()).toArray(),
        baseline.parameters(),
        baselineGradient);
  }

  /** Section 5's running moments of signals at [sequence][sample][t]. */
  private static final class Moments {
    private final boolean byTime;
    private final double[] means = new double[5];
    private final boolean[] known = new boolean[5];
    private double variance = Double.NaN;

    /** Moments with a mean for each t, or with one mean for all. */
    Moments(boolean byTime) {
      this.byTime = byTime;
    }

    void includeAndCentre(double[][][] signals) {
      double[] sum = new double[means.length];
      int[] count = new int[means.length];
      forEach(signals, (group, signal, t) -> sum[group] += signal[t]);
      forEach(signals, (group, signal, t) -> count[group]++);
      for (int group = 0; group < means.length; group++) {
        if (count[group] > 0) {
          double average = sum[group] / count[group];
          means[group] = known[group] ? 0.8 * means[group] + 0.2 * average : average;
          known[group] = true;
        }
      }
      // One mean: the spread about the pass's own; a mean for each t: about the running ones.
      double[] squares = new double[1];
      forEach(
          signals,
          (group, signal, t) -> {
            double off = signal[t] - (byTime ? means[group] : sum[group] / count[group]);
            squares[0] += off * off;
          });
      double spread = squares[0] / (Arrays.stream(count).sum() - 1);
      variance = Double.isNaN(variance) ? spread : 0.8 * variance + 0.2 * spread;
      double scale = Math.max(1, Math.sqrt(variance));
      forEach(signals, (group, signal, t) -> signal[t] = (signal[t] - means[group]) / scale);
    }

    private void forEach(double[][][] signals, Visitor visitor) {
      for (double[][] sequence : signals) {
        for (double[] signal : sequence) {
          for (int t = 0; t < signal.length; t++) {
            visitor.visit(byTime ? t : 0, signal, t);
          }
        }
      }
    }

    /** Is shown what shares a mean, and one value of it. */
    private interface Visitor {
      void visit(int group, double[] signal, int t);
    }
  }

  @Test
  void runningMomentsStartAtTheFirstSampleAndIncludeThePresentOne() {
    RunningMoments moments = new RunningMoments();
    moments.include(new double[] {1, 3, 99}, 2);
    // mean 2, variance ((-1)^2 + 1^2) / 1 = 2
    assertEquals(2, moments.variance(), 1e-12);
    assertEquals((5 - 2) / Math.sqrt(2), centre(moments, 5), 1e-12);
    moments.include(new double[] {7, 7}, 2);
    // mean 0.8 * 2 + 0.2 * 7 = 3, variance 0.8 * 2 + 0.2 * 0 = 1.6
    assertEquals(1.6, moments.variance(), 1e-12);
    assertEquals((5 - 3) / Math.sqrt(1.6), centre(moments, 5), 1e-12);
    RunningMoments small = new RunningMoments();
    small.include(new double[] {0, 0.1}, 2);
    assertEquals(0.95, centre(small, 1), 1e-12);
  }

  private static double centre(RunningMoments moments, double value) {
    double[] values = {value};
    moments.centre(values, Layout.of(List.of(Models.sequence(1, 1, true, 1)), 1));
    return values[0];
  }

  @Test
  void aSignalThatReachesBeyondItsStepHasAMeanForEachTime() {
    RunningMoments moments = new RunningMoments();
    Layout two = Layout.of(List.of(Models.sequence(2, 1, true, 1)), 2);
    moments.includeByTime(new double[] {1, 3, 10, 14}, two);
    // means 2 and 12, variance (1 + 1 + 4 + 4) / 3
    assertEquals(10.0 / 3, moments.variance(), 1e-12);
    Layout three = Layout.of(List.of(Models.sequence(3, 1, true, 1)), 1);
    moments.includeByTime(new double[] {7, 12, 5}, three);
    // means 0.8 * 2 + 0.2 * 7 = 3, 12, 5; variance 0.8 * 10 / 3 + 0.2 * 16 / 2
    double variance = 0.8 * 10 / 3 + 0.2 * 8;
    assertEquals(variance, moments.variance(), 1e-12);
    double[] values = {4, 4, 4};
    moments.centre(values, three);
    double deviation = Math.sqrt(variance);
    assertArrayEquals(new double[] {1 / deviation, -8 / deviation, -1 / deviation}, values, 1e-12);
  }
}
