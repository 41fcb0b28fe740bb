package tsbn.model;

/**
 * What the later frames of a simulation see of an earlier one.
 *
 * @param means whether that is the expectation of the frame instead of a sample; for grey frames,
 *     whose values are expectations themselves
 * @param total how many counts a simulated frame of counts has; without meaning for other frames
 */
public record Feedback(boolean means, double total) {
  /** Samples; a frame of counts has one. */
  public static final Feedback SAMPLES = new Feedback(false, 1);

  /** Expectations. */
  public static final Feedback MEANS = new Feedback(true, 1);
}
