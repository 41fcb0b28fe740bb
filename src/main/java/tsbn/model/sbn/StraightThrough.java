package tsbn.model.sbn;

import org.ejml.data.FMatrixRMaj;
import tsbn.model.Parameters;

/**
 * The straight-through estimate of the recognition net's gradient: samples pass gradients on as if
 * they were their probabilities. It is biased; a foil for the estimators that are not.
 */
public final class StraightThrough {
  private final TemporalSbn model;
  private final FMatrixRMaj[] dx;

  public StraightThrough(TemporalSbn model) {
    this.model = model;
    dx = new FMatrixRMaj[model.architecture().depth() + 1];
    for (int layer = 0; layer < dx.length; layer++) {
      dx[layer] = new FMatrixRMaj(0, 0);
    }
  }

  /**
   * Adds the gradient of the sum over rows of l_t of a scored pass, for both nets.
   *
   * @param truncation frames after which gradients are not carried back through recurrent links; 0
   *     for never
   * @param trace its deltas are used up. Modified.
   * @param gradient Modified.
   */
  public void accumulate(Trace trace, int truncation, Parameters gradient) {
    model.generative().accumulateGradient(trace, null, truncation, gradient);
    model.generative().backToStates(trace, dx);
    model.recognition().goStraightThrough(dx, trace, truncation);
    model.recognition().accumulateDeltas(trace, gradient);
  }
}
