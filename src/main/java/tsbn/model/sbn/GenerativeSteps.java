package tsbn.model.sbn;

import org.ejml.data.FMatrixRMaj;
import tsbn.math.Kernels;
import tsbn.math.RandomStream;
import tsbn.model.Parameters;

/**
 * The generative net frame by frame, for several chains at once: what simulation, prediction,
 * particles and the forward algorithm need, which do not know the frames to come.
 */
final class GenerativeSteps {
  private final Kernels kernels;
  private final Parameters parameters;
  private final Emission emission;
  private final LaggedAffine[] heads;

  /** By layer; none for the visible one. */
  private final LaggedAffine[] layers;

  /** Which layers are deterministic, by layer. */
  private final boolean[] deterministic;

  private final FMatrixRMaj[] visibleEta;
  private final FMatrixRMaj eta = new FMatrixRMaj(0, 0);

  GenerativeSteps(
      Kernels kernels,
      Parameters parameters,
      Emission emission,
      LaggedAffine[] heads,
      LaggedAffine[] layers,
      boolean[] deterministic) {
    this.kernels = kernels;
    this.parameters = parameters;
    this.emission = emission;
    this.heads = heads;
    this.layers = layers;
    this.deterministic = deterministic;
    this.visibleEta = new FMatrixRMaj[heads.length];
    for (int head = 0; head < heads.length; head++) {
      visibleEta[head] = new FMatrixRMaj(0, 0);
    }
  }

  /** The states of a layer from its natural parameters. */
  void drawOrRectify(int layer, FMatrixRMaj from, FMatrixRMaj into, RandomStream random) {
    if (deterministic[layer]) {
      System.arraycopy(from.data, 0, into.data, 0, from.getNumElements());
      Kernels.rectify(into, 0, into.numRows);
    } else {
      kernels.drawBernoulli(from, 0, into, 0, from.numRows, random);
    }
  }

  /**
   * Draws the hidden states of frame t from p, top layer first, and the expectation of the frame.
   * Call {@link GenerativeNet#pack} when parameters have changed.
   *
   * @param window the chains' recent states; p's hidden layers of lag 0 are written. Modified.
   * @param temperature of the frame, whose distribution is raised to 1 / T; 1 leaves it
   * @param mean chains x visible. Modified.
   */
  void draw(RecentStates window, RandomStream random, double temperature, FMatrixRMaj mean) {
    for (int layer = layers.length - 1; layer > 0; layer--) {
      FMatrixRMaj state = applyStep(layer, window);
      drawOrRectify(layer, eta, state, random);
    }
    applyHeads(window.generative(), window.time());
    if (temperature != 1) {
      emission.temper(visibleEta, temperature);
    }
    emission.mean(visibleEta, mean);
  }

  private FMatrixRMaj applyStep(int layer, RecentStates window) {
    FMatrixRMaj state = window.generative()[0][layer];
    eta.reshape(state.numRows, state.numCols);
    layers[layer].applyStep(parameters, window.time(), window.generative(), eta);
    return state;
  }

  private void applyHeads(FMatrixRMaj[][] window, int t) {
    FMatrixRMaj frame = window[0][0];
    for (int head = 0; head < heads.length; head++) {
      visibleEta[head].reshape(frame.numRows, frame.numCols);
      heads[head].applyStep(parameters, t, window, visibleEta[head]);
    }
  }

  /**
   * Draws the frame whose expectation {@link #draw} gave last.
   *
   * @param mean Not modified.
   * @param total how many counts a frame of counts has
   * @param out as many values as a frame has, from {@code at} on. Modified.
   */
  void drawFrame(
      FMatrixRMaj mean, int chain, double total, RandomStream random, float[] out, int at) {
    emission.draw(visibleEta, mean, chain, total, random, out, at);
  }

  /** p's deterministic states of frame t, given its stochastic ones. */
  void determine(RecentStates window) {
    for (int layer = layers.length - 1; layer > 0; layer--) {
      if (deterministic[layer]) {
        drawOrRectify(layer, eta, applyStep(layer, window), null);
      }
    }
  }

  /**
   * The natural parameters of every hidden layer of frame t, given a window.
   *
   * @param window states by lag, then layer. Not modified.
   * @param out by layer, chains x units. Modified.
   */
  void prior(FMatrixRMaj[][] window, int t, FMatrixRMaj[] out) {
    for (int layer = 1; layer < layers.length; layer++) {
      layers[layer].applyStep(parameters, t, window, out[layer]);
    }
  }

  /**
   * Adds log p(v_t | h_t, past frames) of every chain.
   *
   * @param window its present frames and states. Not modified.
   * @param logP one sum for each chain. Modified.
   */
  void scoreFrame(RecentStates window, int t, double[] logP) {
    applyHeads(window.generative(), t);
    emission.score(window.frames(), visibleEta, 1, logP);
  }

  /**
   * Adds log p(v_t, h_t | past) of every chain, and writes p's deterministic states of frame t.
   *
   * @param logP one sum for each chain. Modified.
   */
  void score(RecentStates window, double[] logP) {
    determine(window);
    for (int layer = layers.length - 1; layer > 0; layer--) {
      if (!deterministic[layer]) {
        kernels.scoreBernoulli(applyStep(layer, window), eta, 1, logP);
      }
    }
    scoreFrame(window, window.time(), logP);
  }
}
