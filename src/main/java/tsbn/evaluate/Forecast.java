package tsbn.evaluate;

import org.ejml.data.FMatrixRMaj;
import tsbn.model.Predictor;

/**
 * One sequence predicted frame by frame, each frame from those before it (section 9 of the model).
 *
 * @param frames the truth, T x M
 * @param means the expectation of each frame before it was seen, T x M
 * @param errors squared distance between the two by frame; the first frame, which nothing precedes,
 *     does not count
 */
public record Forecast(FMatrixRMaj frames, FMatrixRMaj means, double[] errors) {

  /**
   * Predicts a sequence.
   *
   * @param predictor fresh; has seen all frames afterwards
   * @param frames T x M. Kept, not modified.
   * @param shares whether what is predicted are shares of a frame's total, as of counts
   */
  public static Forecast of(Predictor predictor, FMatrixRMaj frames, boolean shares) {
    FMatrixRMaj means = new FMatrixRMaj(frames.numRows, frames.numCols);
    double[] errors = new double[frames.numRows];
    float[] mean = new float[frames.numCols];
    float[] frame = new float[frames.numCols];
    for (int t = 0; t < frames.numRows; t++) {
      System.arraycopy(frames.data, t * frame.length, frame, 0, frame.length);
      predictor.mean(mean);
      float total = shares ? sum(frame) : 1;
      for (int i = 0; i < frame.length; i++) {
        mean[i] *= total;
        double difference = frame[i] - mean[i];
        errors[t] += difference * difference;
      }
      System.arraycopy(mean, 0, means.data, t * frame.length, frame.length);
      predictor.observe(frame);
    }
    return new Forecast(frames, means, errors);
  }

  private static float sum(float[] values) {
    float sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }

  /** Mean of the errors of frames 2..T; NaN where there is only one. */
  public double meanError() {
    double sum = 0;
    for (int t = 1; t < errors.length; t++) {
      sum += errors[t];
    }
    return sum / (errors.length - 1);
  }
}
