package tsbn.support;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;
import org.ejml.data.FMatrixRMaj;
import tsbn.model.Parameters;
import tsbn.model.sbn.Architecture;

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

  /** eta^l_t of the generative net; x[layer][t][unit]. */
  public double[] generativeEta(int layer, int t, double[][][] x) {
    double[] eta = blocks.get(bias(layer == 0 ? "c" : "b", layer, t))[0].clone();
    if (layer < a.hidden().size()) {
      add(eta, symbol("W", layer, layer + 1, 0), x[layer + 1][t]);
    }
    boolean itself = layer == 0 ? a.lagsVisible() : a.hidden().get(layer - 1).lagsItself();
    addLags(eta, "W", layer, t, x, itself, layer > 0 && a.hidden().get(layer - 1).lagsBelow());
    return eta;
  }

  /** eta^l_t of the recognition net. */
  public double[] recognitionEta(int layer, int t, double[][][] x) {
    double[] eta = blocks.get(bias("d", layer, t))[0].clone();
    add(eta, symbol("U", layer, layer - 1, 0), x[layer - 1][t]);
    boolean itself = a.hidden().get(layer - 1).lagsItself();
    addLags(eta, "U", layer, t, x, itself, a.hidden().get(layer - 1).lagsBelow());
    return eta;
  }

  private void addLags(
      double[] eta, String net, int layer, int t, double[][][] x, boolean itself, boolean below) {
    for (int d = 1; d <= a.order() && d <= t; d++) {
      if (itself) {
        add(eta, symbol(net, layer, layer, d), x[layer][t - d]);
      }
      if (below) {
        add(eta, symbol(net, layer, layer - 1, d), x[layer - 1][t - d]);
      }
    }
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

  /** log p(v_t, h_t | past). */
  public double logJoint(int t, double[][][] x) {
    double sum = 0;
    for (int layer = 0; layer <= a.hidden().size(); layer++) {
      sum += logBernoulli(x[layer][t], generativeEta(layer, t, x));
    }
    return sum;
  }

  /** log q(h_t | past, v). */
  public double logPosterior(int t, double[][][] x) {
    double sum = 0;
    for (int layer = 1; layer <= a.hidden().size(); layer++) {
      sum += logBernoulli(x[layer][t], recognitionEta(layer, t, x));
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

  /** Visits every assignment of the hidden states of {@code v}, with its probability under q. */
  public void enumerate(double[][] v, BiConsumer<double[][][], Double> visitor) {
    int frames = v.length;
    int hidden = a.hidden().stream().mapToInt(layer -> layer.units()).sum();
    for (int code = 0; code < 1 << (hidden * frames); code++) {
      double[][][] x = assignment(v, code);
      visitor.accept(x, Math.exp(logPosterior(x)));
    }
  }

  private double[][][] assignment(double[][] v, int code) {
    double[][][] x = new double[a.hidden().size() + 1][v.length][];
    x[0] = v;
    int bit = 0;
    for (int layer = 1; layer < x.length; layer++) {
      for (int t = 0; t < v.length; t++) {
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
    double[] sum = new double[1];
    enumerate(v, (x, q) -> sum[0] += Math.exp(logJoint(x)));
    return Math.log(sum[0]);
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
