package tsbn.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.Sequence;
import tsbn.math.RandomStream;
import tsbn.model.Parameters;
import tsbn.model.sbn.TemporalSbn;
import tsbn.model.sbn.Trace;
import tsbn.support.Models;
import tsbn.support.Oracle;

/**
 * Sequences of different lengths with K samples drawn from q, scored by the program and by the
 * oracle. What the oracle says of frame t of sample k of sequence s stands at [s][k][t].
 */
final class ScoredBatch {
  final List<Sequence> sequences = new ArrayList<>();
  final Trace trace;
  private final TemporalSbn model;
  private final Oracle oracle;
  private final int samples;

  /** The states as x[layer][t][unit], those of sample k of sequence s at s K + k. */
  private final List<double[][][]> chains = new ArrayList<>();

  ScoredBatch(TemporalSbn model, int samples, long seed, int... lengths) {
    this.model = model;
    this.samples = samples;
    oracle = new Oracle(model.architecture(), model.parameters());
    for (int s = 0; s < lengths.length; s++) {
      sequences.add(Models.sequence(model.architecture(), lengths[s], seed + s));
    }
    trace = model.newTrace();
    trace.observe(sequences, samples);
    model.recognition().sample(trace, new RandomStream(seed));
    model.generative().score(trace);
    for (int s = 0; s < lengths.length; s++) {
      for (int k = 0; k < samples; k++) {
        chains.add(Models.states(trace, model.architecture(), s, k));
      }
    }
  }

  /** The frames of a sequence. */
  double[][] frames(int sequence) {
    return chains.get(sequence * samples)[0];
  }

  /** l_t of every frame of every sample. */
  double[][][] terms() {
    double[][][] terms = zeros();
    for (int s = 0; s < terms.length; s++) {
      for (int k = 0; k < samples; k++) {
        double[][][] x = chains.get(s * samples + k);
        for (int t = 0; t < terms[s][k].length; t++) {
          terms[s][k][t] = oracle.logJoint(t, x) - oracle.logPosterior(t, x);
        }
      }
    }
    return terms;
  }

  /** s_t = sum over s &gt;= t of g^(s-t) l_s, g being what a kind of signal stands for. */
  double[][][] signals(SignalKind kind, double discount) {
    double g = kind == SignalKind.OWN_STEP ? 0 : kind == SignalKind.REMAINING ? 1 : discount;
    double[][][] signals = terms();
    for (double[][] sequence : signals) {
      for (double[] signal : sequence) {
        for (int t = signal.length - 2; t >= 0; t--) {
          signal[t] += g * signal[t + 1];
        }
      }
    }
    return signals;
  }

  /** A zero for every frame of every sample. */
  double[][][] zeros() {
    double[][][] zeros = new double[sequences.size()][][];
    for (int s = 0; s < zeros.length; s++) {
      zeros[s] = new double[samples][sequences.get(s).frames()];
    }
    return zeros;
  }

  /** The gradient that a new estimator makes of this batch. */
  Parameters estimate(TrainingSettings settings) {
    return estimate(GradientEstimator.create(model, settings, null), new Parameters());
  }

  /** The gradient that an estimator makes of this batch next. */
  Parameters estimate(GradientEstimator estimator, Parameters baselineGradient) {
    // An estimate uses the deltas up.
    model.recognition().score(trace);
    model.generative().score(trace);
    Parameters gradient = model.parameters().zeros();
    estimator.estimate(trace, gradient, baselineGradient);
    return gradient;
  }

  /** The sequence on its own, with the states that it has here, scored. */
  Trace alone(int sequence) {
    Trace one = model.newTrace();
    one.observe(List.of(sequences.get(sequence)), samples);
    model.recognition().sample(one, new RandomStream(1));
    for (int k = 0; k < samples; k++) {
      Models.setStates(one, 0, k, chains.get(sequence * samples + k));
    }
    model.recognition().score(one);
    model.generative().score(one);
    return one;
  }

  /**
   * The gradient is that of sum over frames and samples of w_t log p(v_t, h_t | .) + s_t log q(h_t
   * | .), where what deterministic layers were before the chunk of frame t is held fixed.
   *
   * @param truncation frames of a chunk; 0 for no chunks
   */
  void assertGradient(
      Parameters gradient, double[][][] weights, double[][][] signals, int truncation) {
    Oracle varied = new Oracle(model.architecture(), model.parameters());
    ToDoubleFunction<Oracle> objective = o -> objective(o, weights, signals, truncation);
    for (String name : gradient.names()) {
      FMatrixRMaj block = gradient.get(name);
      for (int i = 0; i < block.numRows; i++) {
        for (int j = 0; j < block.numCols; j++) {
          double expected = varied.derivative(name, i, j, objective);
          double tolerance = 5e-4 * (1 + Math.abs(expected));
          assertEquals(expected, block.get(i, j), tolerance, name + "(" + i + "," + j + ")");
        }
      }
    }
  }

  private double objective(
      Oracle varied, double[][][] weights, double[][][] signals, int truncation) {
    double sum = 0;
    for (int s = 0; s < weights.length; s++) {
      for (int k = 0; k < samples; k++) {
        double[][][] x = chains.get(s * samples + k);
        double[][][] p = oracle.generative(x);
        double[][][] q = oracle.recognition(x);
        for (int t = 0; t < weights[s][k].length; t++) {
          int from = truncation == 0 ? 0 : t / truncation * truncation;
          sum += weights[s][k][t] * varied.logJoint(t, p, from);
          sum += signals[s][k][t] * varied.logPosterior(t, q, from);
        }
      }
    }
    return sum;
  }

  /** Adds a multiple of every block. */
  static void addScaled(Parameters into, Parameters from, double scale) {
    for (String name : into.names()) {
      FMatrixRMaj block = from.get(name);
      for (int i = 0; i < block.getNumElements(); i++) {
        into.get(name).data[i] += (float) (scale * block.data[i]);
      }
    }
  }
}
