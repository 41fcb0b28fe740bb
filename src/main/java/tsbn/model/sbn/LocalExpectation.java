package tsbn.model.sbn;

import java.util.Optional;
import org.ejml.data.FMatrixRMaj;

/**
 * Local expectation gradients (Titsias and Lazaro-Gredilla 2015) of the own-step signal: for every
 * hidden unit j the exact expectation over its two states of l_t, the other units as sampled,
 *
 * <pre>  g_tj = w (1 - sigma) l_t(h_j = 1) - (1 - w) sigma l_t(h_j = 0),</pre>
 *
 * where sigma = q(h_j = 1 | its parents) and w = q(h_j = 1 | its parents and the layer above it).
 * In the top layer w = sigma, and g_tj = sigma (1 - sigma) D_tj with D_tj = l_t(h_j = 1) - l_t(h_j
 * = 0): the prior's logit less q's, and what the layer below and q's layer above gain.
 */
public final class LocalExpectation {
  private final TemporalSbn model;
  private final Architecture architecture;
  private final Emission states;
  private final FMatrixRMaj priorLogits = new FMatrixRMaj(0, 0);
  private final FMatrixRMaj posteriorLogits = new FMatrixRMaj(0, 0);
  private final FMatrixRMaj[] below;
  private final FMatrixRMaj[] above = {new FMatrixRMaj(0, 0)};
  private final float[][] shifted;
  private final SoftmaxFlips flips;
  private final FMatrixRMaj gains = new FMatrixRMaj(0, 0);

  /** Why there are no local expectations of a model, as a sentence; nothing where there are. */
  public static Optional<String> refusal(Architecture architecture) {
    return architecture.hasDeterministic()
        ? Optional.of(
            "Local expectations need stochastic layers; choose another estimator for this model.")
        : Optional.empty();
  }

  /**
   * Local expectations of a model.
   *
   * @throws IllegalArgumentException with a sentence if a layer is deterministic
   */
  public LocalExpectation(TemporalSbn model) {
    this.model = model;
    this.architecture = model.architecture();
    refusal(architecture)
        .ifPresent(
            sentence -> {
              throw new IllegalArgumentException(sentence);
            });
    states = new BernoulliEmission(model.kernels());
    flips = new SoftmaxFlips(model.kernels());
    int heads = architecture.likelihood().heads();
    below = new FMatrixRMaj[heads];
    shifted = new float[heads][];
    int widest = architecture.visible();
    for (int layer = 1; layer <= architecture.depth(); layer++) {
      widest = Math.max(widest, architecture.units(layer));
    }
    for (int head = 0; head < heads; head++) {
      below[head] = new FMatrixRMaj(0, 0);
      shifted[head] = new float[widest];
    }
  }

  /**
   * Adds the estimate of a scored pass to the gradient of the recognition net.
   *
   * @param centre what is taken off every l_t; it must not depend on this pass. It changes the
   *     spread of the estimate, not its mean.
   * @param scale what the estimate is multiplied with
   * @param trace its recognition deltas are used up. Modified.
   * @param gradient Modified.
   */
  public void accumulate(Trace trace, double centre, double scale, tsbn.model.Parameters gradient) {
    for (int layer = 1; layer <= architecture.depth(); layer++) {
      replaceDelta(layer, trace, centre, scale);
    }
    model.recognition().accumulateDeltas(trace, gradient);
  }

  private void replaceDelta(int layer, Trace trace, double centre, double scale) {
    model.generative().logits(layer, trace, priorLogits);
    model.recognition().logits(layer, trace, posteriorLogits);
    boolean bottom = layer == 1;
    int heads = bottom ? below.length : 1;
    FMatrixRMaj[] weights = new FMatrixRMaj[heads];
    for (int head = 0; head < heads; head++) {
      if (bottom) {
        model.generative().visibleLogits(head, trace, below[head]);
      } else {
        model.generative().logits(layer - 1, trace, below[head]);
      }
      Link link =
          (bottom ? architecture.visibleLinks(head) : architecture.generativeLinks(layer - 1))
              .get(0);
      weights[head] = model.parameters().get(link.symbol());
    }
    Emission child = bottom ? model.generative().emission() : states;
    boolean top = layer == architecture.depth();
    FMatrixRMaj[] aboveWeights = null;
    if (!top) {
      model.recognition().logits(layer + 1, trace, above[0]);
      Link link = architecture.recognitionLinks(layer + 1).get(0);
      aboveWeights = new FMatrixRMaj[] {model.parameters().get(link.symbol())};
    }

    FMatrixRMaj x = trace.states(layer);
    FMatrixRMaj drawn = bottom ? trace.frames() : trace.states(layer - 1);
    FMatrixRMaj delta = trace.recognitionDelta[layer];
    int samples = bottom ? trace.layout().samples() : 1;
    boolean counts = bottom && architecture.likelihood() == Likelihood.MULTINOMIAL;
    if (counts) {
      flips.gains(drawn, below[0], x, weights[0], gains);
    }
    for (int row = 0; row < x.numRows; row++) {
      double base = counts ? 0 : logP(child, drawn, row / samples, below, weights, row, -1, 0);
      double baseAbove =
          top ? 0 : logP(states, trace.states(layer + 1), row, above, aboveWeights, row, -1, 0);
      for (int j = 0; j < x.numCols; j++) {
        int at = row * x.numCols + j;
        boolean on = x.data[at] > 0;
        float flip = on ? -1 : 1;
        double other = counts ? 0 : logP(child, drawn, row / samples, below, weights, row, j, flip);
        double gain = counts ? gains.data[at] : flip * (other - base);
        double gainAbove = 0;
        if (!top) {
          double otherAbove =
              logP(states, trace.states(layer + 1), row, above, aboveWeights, row, j, flip);
          gainAbove = flip * (otherAbove - baseAbove);
        }
        double logit = posteriorLogits.data[at];
        double difference = priorLogits.data[at] - logit + gain - gainAbove;
        double term = trace.term(row) - centre;
        double ifOn = on ? term : term + difference;
        double ifOff = ifOn - difference;
        double sigma = sigmoid(logit);
        double w = top ? sigma : sigmoid(logit + gainAbove);
        double off = top ? 1 - sigma : sigmoid(-logit - gainAbove);
        double value = w * sigmoid(-logit) * ifOn - off * sigma * ifOff;
        delta.data[at] = (float) (scale * value);
      }
    }
  }

  private static double sigmoid(double a) {
    return 1 / (1 + Math.exp(-a));
  }

  /** log p of a row of x where unit j of the layer that it depends on is moved by {@code flip}. */
  private double logP(
      Emission emission,
      FMatrixRMaj x,
      int xRow,
      FMatrixRMaj[] logits,
      FMatrixRMaj[] weights,
      int row,
      int j,
      float flip) {
    int units = x.numCols;
    for (int head = 0; head < weights.length; head++) {
      float[] into = shifted[head];
      System.arraycopy(logits[head].data, row * units, into, 0, units);
      if (flip != 0) {
        float[] w = weights[head].data;
        int from = j * units;
        for (int i = 0; i < units; i++) {
          into[i] += flip * w[from + i];
        }
      }
    }
    return emission.logP(x.data, xRow * units, shifted, units);
  }
}
