package tsbn.model.sbn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import tsbn.math.Kernels;
import tsbn.math.RandomStream;
import tsbn.model.Parameters;

/**
 * The generative net p (section 2 of the paper): hidden layers from the top down, each given its
 * own past, the past of the layer below and the present of the layer above; then the frame.
 */
public final class GenerativeNet {
  private final Kernels kernels;
  private final Parameters parameters;
  private final List<LaggedAffine> layers = new ArrayList<>();
  private final FMatrixRMaj[] foreseen;
  private final FMatrixRMaj eta = new FMatrixRMaj(0, 0);

  GenerativeNet(Architecture architecture, Kernels kernels, Parameters parameters) {
    this.kernels = kernels;
    this.parameters = parameters;
    int depth = architecture.depth();
    foreseen = new FMatrixRMaj[depth + 1];
    for (int layer = 0; layer <= depth; layer++) {
      String bias = layer == 0 ? "c" : depth == 1 ? "b" : "b" + layer;
      layers.add(
          new LaggedAffine(
              kernels,
              architecture.generativeLinks(layer),
              architecture.units(layer),
              bias,
              architecture.ownFirstStep() ? bias + "_init" : null));
      foreseen[layer] = new FMatrixRMaj(0, 0);
    }
  }

  void declare(Parameters into, Architecture architecture) {
    for (LaggedAffine layer : layers) {
      layer.declare(into, architecture);
    }
  }

  void pack() {
    for (LaggedAffine layer : layers) {
      layer.pack(parameters);
    }
  }

  /**
   * log p(v_t, h_t | past) of every row of a trace, and with it the gradient with respect to every
   * natural parameter, x - sigmoid(eta).
   *
   * @param trace its log joint and generative deltas are written. Modified.
   */
  public void score(Trace trace) {
    pack();
    Segments segments = trace.segments();
    Arrays.fill(trace.logJoint(), 0, segments.rows(), 0);
    for (int layer = 0; layer < layers.size(); layer++) {
      FMatrixRMaj delta = trace.generativeDelta[layer];
      layers.get(layer).apply(parameters, segments, trace.states, trace.states, -1, delta);
      kernels.scoreBernoulli(trace.states[layer], delta, 0, segments.rows(), trace.logJoint());
    }
  }

  /**
   * Adds the exact gradient of sum_t log p(v_t, h_t | past) of a scored trace.
   *
   * @param gradient Modified.
   */
  public void accumulateGradient(Trace trace, Parameters gradient) {
    for (int layer = 0; layer < layers.size(); layer++) {
      layers
          .get(layer)
          .accumulateGradient(
              trace.segments(), trace.states, trace.generativeDelta[layer], gradient);
    }
  }

  void meanOverFrames(Segments segments, Parameters gradient) {
    for (LaggedAffine layer : layers) {
      layer.meanOverFrames(segments, gradient);
    }
  }

  /**
   * One-step predictions of every frame (section 9 of the model): h_t is drawn from p(h_t | h_{<t},
   * v_{<t}) with the past states of the trace, and the prediction is E[v_t | h_t, v_{<t}].
   *
   * @param trace states sampled from q. Not modified.
   * @param mean reshaped to rows x visible. Modified.
   */
  public void predict(Trace trace, RandomStream random, FMatrixRMaj mean) {
    pack();
    Segments segments = trace.segments();
    for (int layer = layers.size() - 1; layer > 0; layer--) {
      layers.get(layer).apply(parameters, segments, foreseen, trace.states, -1, eta);
      foreseen[layer].reshape(eta.numRows, eta.numCols);
      kernels.drawBernoulli(eta, 0, foreseen[layer], 0, eta.numRows, random);
    }
    layers.get(0).apply(parameters, segments, foreseen, trace.states, -1, mean);
    kernels.sigmoid(mean, 0, mean, 0, mean.numRows);
  }

  /**
   * Draws the hidden states of frame t from p, top layer first, and the expectation of the frame.
   * Call {@link #pack} when parameters have changed.
   *
   * @param window the chains' recent states; its hidden layers of lag 0 are written. Modified.
   * @param mean chains x visible. Modified.
   */
  void drawStep(RecentStates window, RandomStream random, FMatrixRMaj mean) {
    for (int layer = layers.size() - 1; layer > 0; layer--) {
      FMatrixRMaj state = window.states()[0][layer];
      eta.reshape(state.numRows, state.numCols);
      layers.get(layer).applyStep(parameters, window.time(), window.states(), eta);
      kernels.drawBernoulli(eta, 0, state, 0, state.numRows, random);
    }
    layers.get(0).applyStep(parameters, window.time(), window.states(), mean);
    kernels.sigmoid(mean, 0, mean, 0, mean.numRows);
  }
}
