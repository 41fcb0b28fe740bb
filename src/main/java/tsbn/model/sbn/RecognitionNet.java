package tsbn.model.sbn;

import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;
import tsbn.math.Kernels;
import tsbn.math.RandomStream;
import tsbn.model.Parameters;

/**
 * The recognition net q (section 3 of the paper): hidden layers from the bottom up, each given its
 * own past and the layer below, past and present. Layer by layer, everything but a layer's own past
 * is one product over all frames; only that past is sequential.
 */
public final class RecognitionNet {
  private final Architecture architecture;
  private final Kernels kernels;
  private final Parameters parameters;

  /** By layer; none for the visible one. */
  private final LaggedAffine[] layers;

  /** Which layers are deterministic, by layer. */
  private final boolean[] deterministic;

  private final FMatrixRMaj eta = new FMatrixRMaj(0, 0);

  RecognitionNet(Architecture architecture, Kernels kernels, Parameters parameters) {
    this.architecture = architecture;
    this.kernels = kernels;
    this.parameters = parameters;
    int depth = architecture.depth();
    layers = new LaggedAffine[depth + 1];
    deterministic = new boolean[depth + 1];
    for (int layer = 1; layer <= depth; layer++) {
      deterministic[layer] = !architecture.stochastic(layer);
      String bias = depth == 1 ? "d" : "d" + layer;
      layers[layer] =
          new LaggedAffine(
              kernels,
              architecture.recognitionLinks(layer),
              architecture.units(layer),
              bias,
              architecture.ownFirstStep() ? bias + "_init" : null,
              link -> link.source() == link.target());
    }
  }

  void declare(Parameters into) {
    for (int layer = 1; layer < layers.length; layer++) {
      layers[layer].declare(into, architecture);
    }
  }

  void pack() {
    for (int layer = 1; layer < layers.length; layer++) {
      layers[layer].pack(parameters);
    }
  }

  /**
   * Draws h from q(h | v) and scores it: log q(h_t | past, v) of every row and its gradient with
   * respect to the natural parameters.
   *
   * @param trace holds the frames; its hidden states, log posterior and recognition deltas are
   *     written. Modified.
   */
  public void sample(Trace trace, RandomStream random) {
    pass(trace, random);
  }

  /**
   * Scores the stochastic states that a trace holds, wherever they come from: log q(h_t | past, v)
   * of every row and its gradient with respect to the natural parameters.
   *
   * @param trace its log posterior, q's deterministic states and its recognition deltas are
   *     written. Modified.
   */
  public void score(Trace trace) {
    pass(trace, null);
  }

  /** From the bottom up; draws where there is something to draw with. */
  private void pass(Trace trace, RandomStream random) {
    pack();
    Layout layout = trace.layout();
    FMatrixRMaj[] states = trace.recognitionStates;
    Arrays.fill(trace.logPosterior(), 0, layout.rows(), 0);
    for (int layer = 1; layer < layers.length; layer++) {
      if (deterministic[layer]) {
        determine(layer, layout, states);
        continue;
      }
      FMatrixRMaj delta = trace.recognitionDelta[layer];
      layers[layer].apply(parameters, layout, states, states, random == null, delta);
      if (random != null) {
        states[layer].reshape(delta.numRows, delta.numCols);
        draw(layer, layout, states, delta, random);
      }
      kernels.scoreBernoulli(states[layer], delta, 1, trace.logPosterior());
    }
  }

  private void draw(
      int layer, Layout layout, FMatrixRMaj[] states, FMatrixRMaj delta, RandomStream random) {
    for (int t = 0; t < layout.steps(); t++) {
      int row = layout.firstRow(t);
      layers[layer].addSequential(layout, t, states, delta);
      kernels.drawBernoulli(delta, row, states[layer], row, layout.rowsAt(t), random);
    }
  }

  private void determine(int layer, Layout layout, FMatrixRMaj[] states) {
    layers[layer].apply(parameters, layout, states, states, false, states[layer]);
    for (int t = 0; t < layout.steps(); t++) {
      layers[layer].addSequential(layout, t, states, states[layer]);
      Kernels.rectify(states[layer], layout.firstRow(t), layout.rowsAt(t));
    }
  }

  /** Adds sum_t s_t grad log q(h_t | past, v) of a scored trace; gradients are not truncated. */
  public void accumulateScore(Trace trace, double[] signal, Parameters gradient) {
    accumulateScore(trace, signal, 0, gradient);
  }

  /**
   * Adds sum_t s_t grad log q(h_t | past, v) of a scored trace; through deterministic layers back
   * in time over all lags.
   *
   * @param signal s_t by row. Not modified.
   * @param truncation frames after which gradients are not carried back; 0 for never
   * @param trace its recognition deltas are used up. Modified.
   * @param gradient Modified.
   */
  public void accumulateScore(Trace trace, double[] signal, int truncation, Parameters gradient) {
    for (int layer = 1; layer < layers.length; layer++) {
      if (!deterministic[layer]) {
        GenerativeNet.scaleRows(trace.recognitionDelta[layer], signal);
      }
    }
    goBack(trace, truncation);
    accumulateDeltas(trace, gradient);
  }

  /** Adds the gradient that the recognition deltas of every layer stand for. */
  void accumulateDeltas(Trace trace, Parameters gradient) {
    for (int layer = 1; layer < layers.length; layer++) {
      layers[layer].accumulateGradient(
          trace.layout(), trace.recognitionStates, trace.recognitionDelta[layer], gradient);
    }
  }

  /** The map into a layer. */
  LaggedAffine layer(int layer) {
    return layers[layer];
  }

  /** The natural parameters of a stochastic layer of a pass, rows x units. */
  void logits(int layer, Trace trace, FMatrixRMaj out) {
    FMatrixRMaj[] states = trace.recognitionStates;
    layers[layer].apply(parameters, trace.layout(), states, states, true, out);
  }

  /**
   * Goes back from log p and log q to every recognition delta as if samples were differentiable
   * functions of their probabilities, d x / d eta = sigmoid'(eta): straight through them.
   *
   * @param dx by layer: the gradient of log p with respect to stochastic states. Used up. Modified.
   * @param trace a scored pass; its recognition deltas become those of the bound. Modified.
   */
  void goStraightThrough(FMatrixRMaj[] dx, Trace trace, int truncation) {
    Layout layout = trace.layout();
    FMatrixRMaj[] delta = trace.recognitionDelta;
    boolean[] hidden = new boolean[layers.length];
    Arrays.fill(hidden, 1, hidden.length, true);
    for (int layer = layers.length - 1; layer > 0; layer--) {
      layers[layer].packTransposed(parameters, hidden);
      FMatrixRMaj x = trace.recognitionStates[layer];
      if (deterministic[layer]) {
        delta[layer].reshape(x.numRows, x.numCols);
      } else {
        logits(layer, trace, eta);
        for (int i = 0; i < eta.getNumElements(); i++) {
          dx[layer].data[i] -= eta.data[i];
        }
      }
      for (int t = layout.steps() - 1; t >= 0; t--) {
        layers[layer].addBackSequential(layout, layer, t, truncation, delta[layer], dx[layer]);
        int from = layout.firstRow(t) * x.numCols;
        int to = from + layout.rowsAt(t) * x.numCols;
        for (int i = from; i < to; i++) {
          float residual = delta[layer].data[i];
          float p = x.data[i] - residual;
          float through = deterministic[layer] ? x.data[i] > 0 ? 1 : 0 : p * (1 - p);
          float direct = deterministic[layer] ? 0 : -residual;
          delta[layer].data[i] = direct + through * dx[layer].data[i];
        }
      }
      layers[layer].addBack(layout, hidden, false, 0, delta[layer], dx);
    }
  }

  /** The gradient with respect to the natural parameters of the deterministic layers. */
  private void goBack(Trace trace, int truncation) {
    if (!architecture.hasDeterministic()) {
      return;
    }
    Layout layout = trace.layout();
    FMatrixRMaj[] delta = trace.recognitionDelta;
    for (int layer = 1; layer < layers.length; layer++) {
      layers[layer].packTransposed(parameters, deterministic);
      if (deterministic[layer]) {
        delta[layer].reshape(layout.rows(), architecture.units(layer));
        delta[layer].zero();
      }
    }
    for (int layer = layers.length - 1; layer > 0; layer--) {
      if (deterministic[layer]) {
        goBackInTime(layer, layout, truncation, trace.recognitionStates[layer], delta[layer]);
      }
      layers[layer].addBack(layout, deterministic, false, truncation, delta[layer], delta);
    }
  }

  private void goBackInTime(
      int layer, Layout layout, int truncation, FMatrixRMaj states, FMatrixRMaj delta) {
    for (int t = layout.steps() - 1; t >= 0; t--) {
      layers[layer].addBackSequential(layout, layer, t, truncation, delta, delta);
      Kernels.rectifyBack(states, delta, layout.firstRow(t), layout.rowsAt(t));
    }
  }

  int framesByBlock(Layout layout, int[] frames, int at) {
    int next = at;
    for (int layer = 1; layer < layers.length; layer++) {
      next = layers[layer].framesByBlock(layout, frames, next);
    }
    return next;
  }

  /**
   * Draws the hidden states of frame t from q, bottom layer first, given the frame in the window.
   * Call {@link #pack} when parameters have changed.
   *
   * @param window the chains' recent states; q's hidden layers of lag 0 are written. Modified.
   * @param logQ adds log q(h_t | past, v) of every chain; null where nobody asks. Modified.
   */
  void drawStep(RecentStates window, RandomStream random, double[] logQ) {
    for (int layer = 1; layer < layers.length; layer++) {
      FMatrixRMaj state = window.recognition()[0][layer];
      eta.reshape(state.numRows, state.numCols);
      layers[layer].applyStep(parameters, window.time(), window.recognition(), eta);
      if (deterministic[layer]) {
        System.arraycopy(eta.data, 0, state.data, 0, eta.getNumElements());
        Kernels.rectify(state, 0, state.numRows);
        continue;
      }
      kernels.drawBernoulli(eta, 0, state, 0, state.numRows, random);
      if (logQ != null) {
        kernels.scoreBernoulli(state, eta, 1, logQ);
      }
    }
  }
}
