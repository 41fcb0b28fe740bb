package tsbn.model;

/**
 * How a frame of a simulation is drawn, and what the later frames see of it.
 *
 * @param means whether that is the expectation of the frame instead of a sample; for grey frames,
 *     whose values are expectations themselves
 * @param total how many counts a simulated frame of counts has; without meaning for other frames
 * @param temperature T: a frame is drawn from p(v_t | h_t, past)^(1 / T), normalised. At 1 that is
 *     the model's own distribution, below it the likely becomes likelier, above it all becomes
 *     alike. Of a normal the variance is T times as large.
 */
public record Feedback(boolean means, double total, double temperature) {
  /** The lowest temperature. */
  public static final double COLDEST = 0.01;

  /** The highest temperature. */
  public static final double HOTTEST = 100;

  /** Samples; a frame of counts has one. */
  public static final Feedback SAMPLES = new Feedback(false, 1, 1);

  /** Expectations. */
  public static final Feedback MEANS = new Feedback(true, 1, 1);

  public Feedback {
    if (!(temperature >= COLDEST && temperature <= HOTTEST)) {
      throw new IllegalArgumentException(
          "The temperature must be between %s and %.0f, not %s."
              .formatted(COLDEST, HOTTEST, temperature));
    }
  }

  /** The same at another temperature. */
  public Feedback at(double other) {
    return new Feedback(means, total, other);
  }
}
