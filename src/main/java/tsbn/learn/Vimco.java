package tsbn.learn;

import tsbn.model.Parameters;
import tsbn.model.sbn.Layout;
import tsbn.model.sbn.TemporalSbn;
import tsbn.model.sbn.Trace;

/**
 * The K-sample objective L_K = log mean_k exp S_k with S_k = sum_t l_t^k, and its estimator (Mnih
 * and Rezende 2016): phi follows sum_k [(L_K - L_K^-k) - w_k] grad log q(h^k), theta follows sum_k
 * w_k grad log p(v, h^k), where w = softmax(S) and L_K^-k has the mean of the others in the place
 * of S_k.
 */
final class Vimco extends GradientEstimator {
  private double[] signal = new double[0];
  private double[] weights = new double[0];
  private final double[] totals;
  private final double[] changed;
  private final double[] share;

  Vimco(TemporalSbn model, TrainingSettings settings) {
    super(model, settings);
    totals = new double[samples];
    changed = new double[samples];
    share = new double[samples];
  }

  @Override
  void estimate(Trace trace, Parameters gradient, Parameters baselineGradient) {
    Layout layout = trace.layout();
    int k = layout.samples();
    signal = reserve(signal, layout.rows());
    weights = reserve(weights, layout.rows());
    for (int s = 0; s < layout.count(); s++) {
      double sum = 0;
      for (int i = 0; i < k; i++) {
        totals[i] = trace.totalTerm(s, i);
        sum += totals[i];
      }
      double all = logMeanExp(totals);
      for (int i = 0; i < k; i++) {
        share[i] = Math.exp(totals[i] - all) / k;
      }
      System.arraycopy(totals, 0, changed, 0, k);
      for (int i = 0; i < k; i++) {
        changed[i] = (sum - totals[i]) / (k - 1);
        double learned = all - logMeanExp(changed) - share[i];
        changed[i] = totals[i];
        for (int t = 0; t < layout.length(s); t++) {
          signal[layout.row(s, i, t)] = learned;
          weights[layout.row(s, i, t)] = share[i];
        }
      }
    }
    model.generative().accumulateGradient(trace, weights, truncation, gradient);
    model.recognition().accumulateScore(trace, signal, truncation, gradient);
  }

  private static double logMeanExp(double[] values) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      largest = Math.max(largest, value);
    }
    double sum = 0;
    for (double value : values) {
      sum += Math.exp(value - largest);
    }
    return largest + Math.log(sum / values.length);
  }
}
