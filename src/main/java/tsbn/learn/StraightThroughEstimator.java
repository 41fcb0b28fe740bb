package tsbn.learn;

import org.ejml.data.FMatrixRMaj;
import tsbn.model.Parameters;
import tsbn.model.sbn.StraightThrough;
import tsbn.model.sbn.TemporalSbn;
import tsbn.model.sbn.Trace;

/** Gradients passed through the samples: biased, a teaching foil. */
final class StraightThroughEstimator extends GradientEstimator {
  private final StraightThrough pass;

  StraightThroughEstimator(TemporalSbn model, TrainingSettings settings) {
    super(model, settings);
    pass = new StraightThrough(model);
  }

  @Override
  void estimate(Trace trace, Parameters gradient, Parameters baselineGradient) {
    pass.accumulate(trace, truncation, gradient);
    float scale = 1f / trace.layout().samples();
    if (scale != 1) {
      for (FMatrixRMaj block : gradient.blocks()) {
        for (int i = 0; i < block.getNumElements(); i++) {
          block.data[i] *= scale;
        }
      }
    }
  }
}
