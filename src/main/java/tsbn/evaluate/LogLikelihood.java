package tsbn.evaluate;

/**
 * The log-likelihood of a set of sequences in nats per time step, or what is known of it, by both
 * means of the model's section 4. It carries how it was found, so that no table compares two kinds
 * unlabelled.
 *
 * @param kind what sort of number it is
 * @param samples samples of the hidden states, or particles, of each sequence; 0 where all are
 *     summed over
 * @param perSequence mean over sequences of each sequence's mean over its frames
 * @param perFrame total over all frames divided by the number of frames
 */
public record LogLikelihood(Kind kind, int samples, double perSequence, double perFrame) {

  /** What a number says of log p(V). */
  public enum Kind {
    /** It, by the forward algorithm. */
    EXACT("likelihood", "exact, by the forward algorithm"),
    /** An estimate of the variational bound, which lies below it. */
    LOWER_BOUND("lower bound", "averaged over samples of the hidden states"),
    /** An estimate that is below it in expectation, and the closer the more particles. */
    PARTICLE_FILTER("estimate", "of the likelihood, by a filter of %,d particles"),
    /** The same without resampling. */
    IMPORTANCE_SAMPLING("estimate", "of the likelihood, by importance sampling of %,d particles");

    private final String title;
    private final String protocol;

    Kind(String title, String protocol) {
      this.title = title;
      this.protocol = protocol;
    }

    /** Its name for people. */
    public String title() {
      return title;
    }
  }

  /** How it was found, to follow its title. */
  public String protocol() {
    return kind.protocol.formatted(samples);
  }
}
