package tsbn.model;

/**
 * Predicts a sequence frame by frame. Causal by construction: {@link #mean} can only know the
 * frames that {@link #observe} was given, so a prediction cannot read the frame it predicts.
 */
public interface Predictor {

  /**
   * Writes the expectation of the next frame given the frames observed so far.
   *
   * @param out as many values as a frame has units. Modified.
   */
  void mean(float[] out);

  /**
   * Tells the predictor the next frame.
   *
   * @param frame its values. Not modified.
   */
  void observe(float[] frame);
}
