package tsbn.model.sbn;

import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;
import tsbn.math.Kernels;
import tsbn.math.RandomStream;
import tsbn.model.Parameters;

/**
 * The generative net p (section 2 of the paper): hidden layers from the top down, each given its
 * own past, the past of the layer below and the present of the layer above; then the frame, which
 * has one map for each head of its likelihood.
 */
public final class GenerativeNet {
  private final Architecture architecture;
  private final Kernels kernels;
  private final Parameters parameters;
  private final Emission emission;
  private final LaggedAffine[] heads;

  /** By layer; none for the visible one. */
  private final LaggedAffine[] layers;

  /** Which layers are deterministic, by layer. */
  private final boolean[] deterministic;

  private final GenerativeSteps steps;
  private final FMatrixRMaj[] foreseen;
  private final FMatrixRMaj[] visibleEta;
  private final FMatrixRMaj eta = new FMatrixRMaj(0, 0);

  GenerativeNet(Architecture architecture, Kernels kernels, Parameters parameters) {
    this.architecture = architecture;
    this.kernels = kernels;
    this.parameters = parameters;
    this.emission = Emission.of(architecture.likelihood(), kernels);
    int depth = architecture.depth();
    deterministic = new boolean[depth + 1];
    foreseen = new FMatrixRMaj[depth + 1];
    for (int layer = 0; layer <= depth; layer++) {
      deterministic[layer] = layer > 0 && !architecture.stochastic(layer);
      foreseen[layer] = new FMatrixRMaj(0, 0);
    }
    heads = new LaggedAffine[architecture.likelihood().heads()];
    visibleEta = new FMatrixRMaj[heads.length];
    for (int head = 0; head < heads.length; head++) {
      heads[head] =
          new LaggedAffine(
              kernels,
              architecture.visibleLinks(head),
              architecture.visible(),
              "c" + "'".repeat(head),
              architecture.ownFirstStep() ? "c" + "'".repeat(head) + "_init" : null,
              link -> false);
      visibleEta[head] = new FMatrixRMaj(0, 0);
    }
    layers = new LaggedAffine[depth + 1];
    for (int layer = 1; layer <= depth; layer++) {
      String bias = depth == 1 ? "b" : "b" + layer;
      layers[layer] =
          new LaggedAffine(
              kernels,
              architecture.generativeLinks(layer),
              architecture.units(layer),
              bias,
              architecture.ownFirstStep() ? bias + "_init" : null,
              link -> deterministic[link.target()] && deterministic[link.source()]);
    }
    steps = new GenerativeSteps(kernels, parameters, emission, heads, layers, deterministic);
  }

  /** The net frame by frame; while it is in use the parameters must not change. */
  GenerativeSteps steps() {
    return steps;
  }

  void declare(Parameters into) {
    for (LaggedAffine head : heads) {
      head.declare(into, architecture);
    }
    for (int layer = 1; layer < layers.length; layer++) {
      layers[layer].declare(into, architecture);
    }
  }

  void pack() {
    for (LaggedAffine head : heads) {
      head.pack(parameters);
    }
    for (int layer = 1; layer < layers.length; layer++) {
      layers[layer].pack(parameters);
    }
  }

  /** The states of p's deterministic layers, which follow from frames and stochastic states. */
  private void determine(Trace trace) {
    if (!architecture.hasDeterministic()) {
      return;
    }
    Layout layout = trace.layout();
    FMatrixRMaj[] states = trace.generativeStates;
    for (int layer = layers.length - 1; layer > 0; layer--) {
      if (deterministic[layer]) {
        layers[layer].apply(parameters, layout, states, states, false, states[layer]);
      }
    }
    for (int t = 0; t < layout.steps(); t++) {
      for (int layer = layers.length - 1; layer > 0; layer--) {
        if (deterministic[layer]) {
          layers[layer].addSequential(layout, t, states, states[layer]);
          Kernels.rectify(states[layer], layout.firstRow(t), layout.rowsAt(t));
        }
      }
    }
  }

  /**
   * log p(v_t, h_t | past) of every row of a trace, and with it the gradient with respect to every
   * natural parameter; x - sigmoid(eta) for Bernoulli units.
   *
   * @param trace its log joint, p's deterministic states and its generative deltas are written.
   *     Modified.
   */
  public void score(Trace trace) {
    pack();
    determine(trace);
    Layout layout = trace.layout();
    FMatrixRMaj[] states = trace.generativeStates;
    Arrays.fill(trace.logJoint(), 0, layout.rows(), 0);
    for (int head = 0; head < heads.length; head++) {
      heads[head].apply(parameters, layout, states, states, true, trace.visibleDelta[head]);
    }
    emission.score(trace.frames(), trace.visibleDelta, layout.samples(), trace.logJoint());
    for (int layer = 1; layer < layers.length; layer++) {
      if (!deterministic[layer]) {
        FMatrixRMaj delta = trace.generativeDelta[layer];
        layers[layer].apply(parameters, layout, states, states, true, delta);
        kernels.scoreBernoulli(states[layer], delta, 1, trace.logJoint());
      }
    }
  }

  /** Adds the exact gradient of sum_t log p(v_t, h_t | past) of a scored trace, all rows alike. */
  public void accumulateGradient(Trace trace, Parameters gradient) {
    accumulateGradient(trace, null, 0, gradient);
  }

  /**
   * Adds the exact gradient of sum_t w_t log p(v_t, h_t | past) of a scored trace; through
   * deterministic layers back in time over all lags.
   *
   * @param weights w_t by row; null for 1. Not modified.
   * @param truncation frames after which gradients are not carried back; 0 for never
   * @param trace its generative deltas are used up. Modified.
   * @param gradient Modified.
   */
  public void accumulateGradient(
      Trace trace, double[] weights, int truncation, Parameters gradient) {
    Layout layout = trace.layout();
    FMatrixRMaj[] states = trace.generativeStates;
    if (weights != null) {
      weigh(trace, weights);
    }
    goBack(trace, truncation);
    for (int head = 0; head < heads.length; head++) {
      heads[head].accumulateGradient(layout, states, trace.visibleDelta[head], gradient);
    }
    for (int layer = 1; layer < layers.length; layer++) {
      layers[layer].accumulateGradient(layout, states, trace.generativeDelta[layer], gradient);
    }
  }

  private void weigh(Trace trace, double[] weights) {
    for (FMatrixRMaj delta : trace.visibleDelta) {
      scaleRows(delta, weights);
    }
    for (int layer = 1; layer < layers.length; layer++) {
      if (!deterministic[layer]) {
        scaleRows(trace.generativeDelta[layer], weights);
      }
    }
  }

  static void scaleRows(FMatrixRMaj matrix, double[] factors) {
    int columns = matrix.numCols;
    for (int row = 0; row < matrix.numRows; row++) {
      float factor = (float) factors[row];
      for (int at = row * columns; at < (row + 1) * columns; at++) {
        matrix.data[at] *= factor;
      }
    }
  }

  /** The gradient with respect to the natural parameters of the deterministic layers. */
  private void goBack(Trace trace, int truncation) {
    if (!architecture.hasDeterministic()) {
      return;
    }
    Layout layout = trace.layout();
    FMatrixRMaj[] delta = trace.generativeDelta;
    FMatrixRMaj[] states = trace.generativeStates;
    for (int layer = 1; layer < layers.length; layer++) {
      if (deterministic[layer]) {
        delta[layer].reshape(layout.rows(), architecture.units(layer));
        delta[layer].zero();
      }
    }
    for (int head = 0; head < heads.length; head++) {
      heads[head].packTransposed(parameters, deterministic);
      heads[head].addBack(layout, deterministic, true, truncation, trace.visibleDelta[head], delta);
    }
    for (int layer = 1; layer < layers.length; layer++) {
      layers[layer].packTransposed(parameters, deterministic);
      if (!deterministic[layer]) {
        layers[layer].addBack(layout, deterministic, true, truncation, delta[layer], delta);
      }
    }
    for (int t = layout.steps() - 1; t >= 0; t--) {
      for (int layer = 1; layer < layers.length; layer++) {
        if (deterministic[layer]) {
          goBack(layer, t, layout, truncation, states, delta);
        }
      }
    }
  }

  /** From the deterministic layers that read this one, to its natural parameters at time t. */
  private void goBack(
      int layer, int t, Layout layout, int truncation, FMatrixRMaj[] states, FMatrixRMaj[] delta) {
    for (int target = layer - 1; target <= layer + 1; target++) {
      if (target < layers.length && deterministic[target]) {
        layers[target].addBackSequential(layout, layer, t, truncation, delta[target], delta[layer]);
      }
    }
    Kernels.rectifyBack(states[layer], delta[layer], layout.firstRow(t), layout.rowsAt(t));
  }

  /** The natural parameters of a stochastic layer of a pass, rows x units. */
  void logits(int layer, Trace trace, FMatrixRMaj out) {
    FMatrixRMaj[] states = trace.generativeStates;
    layers[layer].apply(parameters, trace.layout(), states, states, true, out);
  }

  /** The natural parameters of a head of the visible layer of a pass, rows x M. */
  void visibleLogits(int head, Trace trace, FMatrixRMaj out) {
    FMatrixRMaj[] states = trace.generativeStates;
    heads[head].apply(parameters, trace.layout(), states, states, true, out);
  }

  /** What a frame's natural parameters mean. */
  Emission emission() {
    return emission;
  }

  /**
   * The gradient of log p with respect to every stochastic state of a pass whose gradient has been
   * accumulated.
   *
   * @param dx by layer, reshaped to rows x units; deterministic layers get zeros. Modified.
   */
  void backToStates(Trace trace, FMatrixRMaj[] dx) {
    Layout layout = trace.layout();
    boolean[] stochastic = new boolean[layers.length];
    for (int layer = 1; layer < layers.length; layer++) {
      stochastic[layer] = !deterministic[layer];
      dx[layer].reshape(layout.rows(), architecture.units(layer));
      dx[layer].zero();
      if (stochastic[layer]) {
        logits(layer, trace, dx[layer]);
      }
    }
    for (int head = 0; head < heads.length; head++) {
      heads[head].packTransposed(parameters, stochastic);
      heads[head].addBack(layout, stochastic, true, 0, trace.visibleDelta[head], dx);
    }
    for (int layer = 1; layer < layers.length; layer++) {
      layers[layer].packTransposed(parameters, stochastic);
      layers[layer].addBack(layout, stochastic, true, 0, trace.generativeDelta[layer], dx);
    }
  }

  int framesByBlock(Layout layout, int[] frames, int at) {
    int next = at;
    for (LaggedAffine head : heads) {
      next = head.framesByBlock(layout, frames, next);
    }
    for (int layer = 1; layer < layers.length; layer++) {
      next = layers[layer].framesByBlock(layout, frames, next);
    }
    return next;
  }

  /**
   * The expectation E[v_t | h_t, v_{<t}] of every frame with the states of the trace; of counts,
   * the expected share of each word.
   *
   * @param trace states sampled from q; p's deterministic states are written. Modified.
   * @param mean reshaped to rows x visible. Modified.
   */
  public void reconstruct(Trace trace, FMatrixRMaj mean) {
    pack();
    determine(trace);
    for (int head = 0; head < heads.length; head++) {
      visibleLogits(head, trace, visibleEta[head]);
    }
    emission.mean(visibleEta, mean);
  }

  /**
   * One-step predictions of every frame (section 9 of the model): h_t is drawn from p(h_t | h_{<t},
   * v_{<t}) with the past states of the trace, and the prediction is E[v_t | h_t, v_{<t}]; of
   * counts, the expected share of each word.
   *
   * @param trace states sampled from q; p's deterministic states are written. Modified.
   * @param mean reshaped to rows x visible. Modified.
   */
  public void predict(Trace trace, RandomStream random, FMatrixRMaj mean) {
    pack();
    determine(trace);
    Layout layout = trace.layout();
    for (int layer = layers.length - 1; layer > 0; layer--) {
      layers[layer].apply(parameters, layout, foreseen, trace.generativeStates, true, eta);
      foreseen[layer].reshape(eta.numRows, eta.numCols);
      steps.drawOrRectify(layer, eta, foreseen[layer], random);
    }
    for (int head = 0; head < heads.length; head++) {
      heads[head].apply(
          parameters, layout, foreseen, trace.generativeStates, true, visibleEta[head]);
    }
    emission.mean(visibleEta, mean);
  }
}
