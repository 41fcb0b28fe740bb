package tsbn.support;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;
import org.ejml.data.FMatrixRMaj;
import tsbn.model.Parameters;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.Likelihood;

/**
 * Section 2 to 4 of the model in double precision, one scalar at a time, with nothing shared with
 * the program but the names of the blocks. Weights are indexed [source][target].
 */
public final class Oracle {
  public final Architecture a;
  public final Map<String, double[][]> blocks = new LinkedHashMap<>();

  public Oracle(Architecture architecture, Parameters parameters) {
    a = architecture;
    for (String name : parameters.names()) {
      blocks.put(name, toDouble(parameters.get(name)));
    }
  }

  public static double[][] toDouble(FMatrixRMaj m) {
    double[][] values = new double[m.numRows][m.numCols];
    for (int i = 0; i < m.numRows; i++) {
      for (int j = 0; j < m.numCols; j++) {
        values[i][j] = m.get(i, j);
      }
    }
    return values;
  }

  /** The paper's numbering: three matrices a layer, from the top down. */
  private String symbol(String net, int layer, int source, int lag) {
    int number;
    int fromTop = a.hidden().size() - layer;
    if (source == layer) {
      number = 3 * fromTop + 1;
    } else if (source == layer - 1 && lag > 0) {
      number = 3 * fromTop + 3;
    } else if (source == layer - 1) {
      number = 3 * fromTop + 2;
    } else {
      number = 3 * fromTop - 1;
    }
    return net + number + (lag > 0 && a.order() > 1 ? "[" + lag + "]" : "");
  }

  private String bias(String letter, int layer, int t) {
    String name = letter + (layer == 0 || a.hidden().size() == 1 ? "" : layer);
    return name + (a.ownFirstStep() && t == 0 ? "_init" : "");
  }

  /** Stochastic states as they are, deterministic layers as p makes them of these. */
  public double[][][] generative(double[][][] x) {
    return generative(x, 0);
  }

  /** The same from a frame on; what deterministic layers were before it is given. */
  private double[][][] generative(double[][][] x, int from) {
    double[][][] p = shallow(x);
    for (int t = from; t < x[0].length; t++) {
      for (int layer = a.hidden().size(); layer > 0; layer--) {
        if (!a.stochastic(layer)) {
          p[layer][t] = rectified(generativeEta(layer, t, p));
        }
      }
    }
    return p;
  }

  /** Stochastic states as they are, deterministic layers as q makes them of these. */
  public double[][][] recognition(double[][][] x) {
    return recognition(x, 0);
  }

  /** The same from a frame on; what deterministic layers were before it is given. */
  private double[][][] recognition(double[][][] x, int from) {
    double[][][] q = shallow(x);
    for (int t = from; t < x[0].length; t++) {
      for (int layer = 1; layer <= a.hidden().size(); layer++) {
        if (!a.stochastic(layer)) {
          q[layer][t] = rectified(recognitionEta(layer, t, q));
        }
      }
    }
    return q;
  }

  private static double[][][] shallow(double[][][] x) {
    double[][][] copy = new double[x.length][][];
    for (int layer = 0; layer < x.length; layer++) {
      copy[layer] = x[layer].clone();
    }
    return copy;
  }

  private static double[] rectified(double[] eta) {
    for (int j = 0; j < eta.length; j++) {
      eta[j] = Math.max(0, eta[j]);
    }
    return eta;
  }

  /** eta^l_t of the generative net; x[layer][t][unit] with p's deterministic states. */
  public double[] generativeEta(int layer, int t, double[][][] x) {
    return generativeEta(layer, 0, t, x);
  }

  /** The same for a head of the visible layer. */
  public double[] generativeEta(int layer, int head, int t, double[][][] x) {
    String prime = "'".repeat(head);
    String name =
        layer == 0
            ? "c" + prime + (a.ownFirstStep() && t == 0 ? "_init" : "")
            : bias("b", layer, t);
    double[] eta = blocks.get(name)[0].clone();
    if (layer < a.hidden().size()) {
      add(eta, symbol("W", layer, layer + 1, 0) + prime, x[layer + 1][t]);
    }
    boolean itself = layer == 0 ? a.lagsVisible() : a.hidden().get(layer - 1).lagsItself();
    boolean below = layer > 0 && a.hidden().get(layer - 1).lagsBelow();
    addLags(eta, "W", prime, layer, t, x, itself, below);
    return eta;
  }

  /** eta^l_t of the recognition net; x with q's deterministic states. */
  public double[] recognitionEta(int layer, int t, double[][][] x) {
    double[] eta = blocks.get(bias("d", layer, t))[0].clone();
    add(eta, symbol("U", layer, layer - 1, 0), seen(layer - 1, x[layer - 1][t]));
    boolean itself = a.hidden().get(layer - 1).lagsItself();
    addLags(eta, "U", "", layer, t, x, itself, a.hidden().get(layer - 1).lagsBelow());
    return eta;
  }

  private void addLags(
      double[] eta,
      String net,
      String prime,
      int layer,
      int t,
      double[][][] x,
      boolean itself,
      boolean below) {
    for (int d = 1; d <= a.order() && d <= t; d++) {
      if (itself) {
        add(eta, primed(symbol(net, layer, layer, d), prime), seen(layer, x[layer][t - d]));
      }
      if (below) {
        add(
            eta,
            primed(symbol(net, layer, layer - 1, d), prime),
            seen(layer - 1, x[layer - 1][t - d]));
      }
    }
  }

  private static String primed(String symbol, String prime) {
    int bracket = symbol.indexOf('[');
    return bracket < 0
        ? symbol + prime
        : symbol.substring(0, bracket) + prime + symbol.substring(bracket);
  }

  /** What links and the baseline see of some frames: of counts the roots of shares. */
  public double[][] seen(double[][] v) {
    return Arrays.stream(v).map(frame -> seen(0, frame)).toArray(double[][]::new);
  }

  /** What links see: of a frame of counts the roots of shares. */
  private double[] seen(int layer, double[] x) {
    double total = 0;
    for (double value : x) {
      total += value;
    }
    boolean counts = layer == 0 && a.likelihood() == Likelihood.MULTINOMIAL;
    double[] seen = x.clone();
    for (int i = 0; counts && i < x.length; i++) {
      seen[i] = total == 0 ? 0 : Math.sqrt(x[i] / total);
    }
    return seen;
  }

  private void add(double[] eta, String block, double[] source) {
    double[][] w = blocks.get(block);
    for (int j = 0; j < eta.length; j++) {
      for (int i = 0; i < source.length; i++) {
        eta[j] += w[i][j] * source[i];
      }
    }
  }

  private static double logBernoulli(double[] x, double[] eta) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * eta[i] - Math.log(1 + Math.exp(eta[i]));
    }
    return sum;
  }

  /** log p(v_t | the natural parameters of every head). */
  private double logEmission(double[] v, double[][] heads) {
    double sum = 0;
    switch (a.likelihood()) {
      case BERNOULLI -> sum = logBernoulli(v, heads[0]);
      case NORMAL -> {
        for (int i = 0; i < v.length; i++) {
          double logSigma = Math.max(-6, Math.min(6, heads[1][i]));
          double sigma = Math.exp(logSigma);
          double z = v[i] - heads[0][i];
          sum -= logSigma + z * z / (2 * sigma * sigma) + Math.log(2 * Math.PI) / 2;
        }
      }
      case MULTINOMIAL -> {
        double[] p = softmax(heads[0]);
        for (int i = 0; i < v.length; i++) {
          sum += v[i] * Math.log(p[i]);
        }
      }
    }
    return sum;
  }

  private static double[] softmax(double[] eta) {
    double sum = 0;
    double[] p = new double[eta.length];
    for (double value : eta) {
      sum += Math.exp(value);
    }
    for (int i = 0; i < p.length; i++) {
      p[i] = Math.exp(eta[i]) / sum;
    }
    return p;
  }

  private double[][] heads(int t, double[][][] p) {
    double[][] heads = new double[a.likelihood().heads()][];
    for (int head = 0; head < heads.length; head++) {
      heads[head] = generativeEta(0, head, t, p);
    }
    return heads;
  }

  /** E[v_t | h_t, past], of counts the shares; x with p's deterministic states. */
  public double[] mean(int t, double[][][] p) {
    double[] eta = heads(t, p)[0];
    return switch (a.likelihood()) {
      case BERNOULLI -> java.util.Arrays.stream(eta).map(e -> 1 / (1 + Math.exp(-e))).toArray();
      case NORMAL -> eta;
      case MULTINOMIAL -> softmax(eta);
    };
  }

  /** log p of the stochastic hidden states of frame t; x with p's deterministic states. */
  public double logPrior(int t, double[][][] p) {
    double sum = 0;
    for (int layer = 1; layer <= a.hidden().size(); layer++) {
      if (a.stochastic(layer)) {
        sum += logBernoulli(p[layer][t], generativeEta(layer, t, p));
      }
    }
    return sum;
  }

  /** log p(v_t, h_t | past). */
  public double logJoint(int t, double[][][] x) {
    return logJoint(t, x, 0);
  }

  /** The same where x holds p's deterministic states before frame {@code from}. */
  public double logJoint(int t, double[][][] x, int from) {
    double[][][] p = generative(x, from);
    return logEmission(x[0][t], heads(t, p)) + logPrior(t, p);
  }

  /** log q(h_t | past, v). */
  public double logPosterior(int t, double[][][] x) {
    return logPosterior(t, x, 0);
  }

  /** The same where x holds q's deterministic states before frame {@code from}. */
  public double logPosterior(int t, double[][][] x, int from) {
    double[][][] q = recognition(x, from);
    double sum = 0;
    for (int layer = 1; layer <= a.hidden().size(); layer++) {
      if (a.stochastic(layer)) {
        sum += logBernoulli(q[layer][t], recognitionEta(layer, t, q));
      }
    }
    return sum;
  }

  /** sum_t log p(v_t, h_t | past). */
  public double logJoint(double[][][] x) {
    double sum = 0;
    for (int t = 0; t < x[0].length; t++) {
      sum += logJoint(t, x);
    }
    return sum;
  }

  /** sum_t log q(h_t | past, v). */
  public double logPosterior(double[][][] x) {
    double sum = 0;
    for (int t = 0; t < x[0].length; t++) {
      sum += logPosterior(t, x);
    }
    return sum;
  }

  /**
   * sum_t l_t at a history whose stochastic states move with their probabilities: x = x_0 +
   * sigmoid(eta) - sigmoid(eta_0), eta_0 being that of fixed parameters at the history itself.
   */
  public double relaxedTerms(Oracle fixed, double[][][] history) {
    double[][][] at = fixed.recognition(history);
    double[][][] x = new double[history.length][history[0].length][];
    x[0] = history[0];
    double[][][] q = shallow(x);
    for (int t = 0; t < x[0].length; t++) {
      for (int layer = 1; layer <= a.hidden().size(); layer++) {
        double[] eta = recognitionEta(layer, t, q);
        if (!a.stochastic(layer)) {
          q[layer][t] = rectified(eta);
          continue;
        }
        double[] eta0 = fixed.recognitionEta(layer, t, at);
        x[layer][t] = history[layer][t].clone();
        for (int j = 0; j < eta.length; j++) {
          x[layer][t][j] += 1 / (1 + Math.exp(-eta[j])) - 1 / (1 + Math.exp(-eta0[j]));
        }
        q[layer][t] = x[layer][t];
      }
    }
    return logJoint(x) - logPosterior(x);
  }

  /** Visits every assignment of the hidden states of {@code v}, with its probability under q. */
  public void enumerate(double[][] v, BiConsumer<double[][][], Double> visitor) {
    int frames = v.length;
    for (int code = 0; code < 1 << (stochasticUnits() * frames); code++) {
      double[][][] x = assignment(v, code);
      visitor.accept(x, Math.exp(logPosterior(x)));
    }
  }

  /** Number of stochastic hidden units in all layers. */
  public int stochasticUnits() {
    return a.hidden().stream()
        .filter(layer -> layer.stochastic())
        .mapToInt(layer -> layer.units())
        .sum();
  }

  /** The hidden states that the bits of a code stand for. */
  public double[][][] assignment(double[][] v, int code) {
    double[][][] x = new double[a.hidden().size() + 1][v.length][];
    x[0] = v;
    int bit = 0;
    for (int layer = 1; layer < x.length; layer++) {
      for (int t = 0; t < v.length && a.stochastic(layer); t++) {
        x[layer][t] = new double[a.units(layer)];
        for (int j = 0; j < x[layer][t].length; j++) {
          x[layer][t][j] = (code >> bit++) & 1;
        }
      }
    }
    return x;
  }

  /** E_q f(v, h), by enumeration. */
  public double expectation(double[][] v, ToDoubleFunction<double[][][]> f) {
    double[] sum = new double[1];
    enumerate(v, (x, q) -> sum[0] += q * f.applyAsDouble(x));
    return sum[0];
  }

  /** log p(v), by enumeration. */
  public double exactLogLikelihood(double[][] v) {
    double[] terms = new double[1 << (stochasticUnits() * v.length)];
    for (int code = 0; code < terms.length; code++) {
      terms[code] = logJoint(assignment(v, code));
    }
    double largest = java.util.Arrays.stream(terms).max().orElseThrow();
    return largest
        + Math.log(java.util.Arrays.stream(terms).map(term -> Math.exp(term - largest)).sum());
  }

  /** The bound of section 4, by enumeration; in nats for the whole sequence. */
  public double bound(double[][] v) {
    return expectation(v, x -> logJoint(x) - logPosterior(x));
  }

  /** Central difference of a function of the blocks with respect to one entry. */
  public double derivative(String block, int row, int column, ToDoubleFunction<Oracle> f) {
    double step = 1e-5;
    double[] values = blocks.get(block)[row];
    double old = values[column];
    values[column] = old + step;
    double above = f.applyAsDouble(this);
    values[column] = old - step;
    double below = f.applyAsDouble(this);
    values[column] = old;
    return (above - below) / (2 * step);
  }
}
