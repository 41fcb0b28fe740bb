package tsbn.model.sbn;

import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;
import tsbn.math.RandomStream;
import tsbn.model.Predictor;

/**
 * Prediction by section 9 of the model with S chains: h_{<t} drawn from q given v_{<t}; then h_t
 * from p(h_t | h_{<t}, v_{<t}); then the mean over the chains of E[v_t | h_t, v_{<t}].
 */
final class SbnPredictor implements Predictor {
  private final TemporalSbn model;
  private final RecentStates window;
  private final FMatrixRMaj mean;
  private final RandomStream random;

  SbnPredictor(TemporalSbn model, int samples, RandomStream random) {
    this.model = model;
    this.window = new RecentStates(model.architecture(), samples);
    this.mean = new FMatrixRMaj(samples, model.visible());
    this.random = random;
  }

  @Override
  public void mean(float[] out) {
    model.generative().steps().draw(window, random, 1, mean);
    Arrays.fill(out, 0);
    for (int chain = 0; chain < mean.numRows; chain++) {
      for (int i = 0; i < mean.numCols; i++) {
        out[i] += mean.data[chain * mean.numCols + i];
      }
    }
    for (int i = 0; i < out.length; i++) {
      out[i] /= mean.numRows;
    }
  }

  @Override
  public void observe(float[] frame) {
    model.observe(window, frame, 0, random);
  }
}
