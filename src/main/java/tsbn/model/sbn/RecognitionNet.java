package tsbn.model.sbn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
  private final Kernels kernels;
  private final Parameters parameters;
  private final List<LaggedAffine> layers = new ArrayList<>();
  private final FMatrixRMaj eta = new FMatrixRMaj(0, 0);

  RecognitionNet(Architecture architecture, Kernels kernels, Parameters parameters) {
    this.kernels = kernels;
    this.parameters = parameters;
    int depth = architecture.depth();
    for (int layer = 1; layer <= depth; layer++) {
      String bias = depth == 1 ? "d" : "d" + layer;
      layers.add(
          new LaggedAffine(
              kernels,
              architecture.recognitionLinks(layer),
              architecture.units(layer),
              bias,
              architecture.ownFirstStep() ? bias + "_init" : null));
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
   * Draws h from q(h | v) and scores it: log q(h_t | past, v) of every row and its gradient with
   * respect to the natural parameters.
   *
   * @param trace holds the frames; its hidden states, log posterior and recognition deltas are
   *     written. Modified.
   */
  public void sample(Trace trace, RandomStream random) {
    pack();
    Segments segments = trace.segments();
    Arrays.fill(trace.logPosterior(), 0, segments.rows(), 0);
    for (int layer = 1; layer <= layers.size(); layer++) {
      LaggedAffine map = layers.get(layer - 1);
      FMatrixRMaj delta = trace.recognitionDelta[layer];
      map.apply(parameters, segments, trace.states, trace.states, layer, delta);
      FMatrixRMaj state = trace.states[layer];
      state.reshape(delta.numRows, delta.numCols);
      for (int s = 0; s < segments.count(); s++) {
        int start = segments.start()[s];
        for (int t = 0; t < segments.length(s); t++) {
          map.addOwnPast(layer, start + t, t, trace.states, delta);
          kernels.drawBernoulli(delta, start + t, state, start + t, 1, random);
        }
      }
      kernels.scoreBernoulli(state, delta, 0, segments.rows(), trace.logPosterior());
    }
  }

  /**
   * Scores the hidden states that a trace holds, wherever they come from: log q(h_t | past, v) of
   * every row and its gradient with respect to the natural parameters.
   *
   * @param trace its log posterior and recognition deltas are written. Modified.
   */
  public void score(Trace trace) {
    pack();
    Segments segments = trace.segments();
    Arrays.fill(trace.logPosterior(), 0, segments.rows(), 0);
    for (int layer = 1; layer <= layers.size(); layer++) {
      FMatrixRMaj delta = trace.recognitionDelta[layer];
      layers.get(layer - 1).apply(parameters, segments, trace.states, trace.states, -1, delta);
      kernels.scoreBernoulli(trace.states[layer], delta, 0, segments.rows(), trace.logPosterior());
    }
  }

  /**
   * Adds sum_t s_t grad log q(h_t | past, v) of a sampled trace.
   *
   * @param signal s_t by row. Not modified.
   * @param trace its recognition deltas are multiplied by the signal. Modified.
   * @param gradient Modified.
   */
  public void accumulateScore(Trace trace, double[] signal, Parameters gradient) {
    for (int layer = 1; layer <= layers.size(); layer++) {
      FMatrixRMaj delta = trace.recognitionDelta[layer];
      for (int row = 0; row < delta.numRows; row++) {
        float s = (float) signal[row];
        for (int at = row * delta.numCols; at < (row + 1) * delta.numCols; at++) {
          delta.data[at] *= s;
        }
      }
      layers.get(layer - 1).accumulateGradient(trace.segments(), trace.states, delta, gradient);
    }
  }

  void meanOverFrames(Segments segments, Parameters gradient) {
    for (LaggedAffine layer : layers) {
      layer.meanOverFrames(segments, gradient);
    }
  }

  /**
   * Draws the hidden states of frame t from q, bottom layer first, given the frame in the window.
   * Call {@link #pack} when parameters have changed.
   *
   * @param window the chains' recent states; its hidden layers of lag 0 are written. Modified.
   */
  void drawStep(RecentStates window, RandomStream random) {
    for (int layer = 1; layer <= layers.size(); layer++) {
      FMatrixRMaj state = window.states()[0][layer];
      eta.reshape(state.numRows, state.numCols);
      layers.get(layer - 1).applyStep(parameters, window.time(), window.states(), eta);
      kernels.drawBernoulli(eta, 0, state, 0, state.numRows, random);
    }
  }
}
