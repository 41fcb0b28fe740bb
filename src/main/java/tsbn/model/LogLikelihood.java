package tsbn.model;

/**
 * A log-likelihood in nats per time step together with what kind of number it is, so that a table
 * never compares two kinds unlabelled.
 */
public record LogLikelihood(double value, Kind kind) {

  /** How the number relates to the exact log-likelihood. */
  public enum Kind {
    /** The exact value. */
    EXACT,
    /** An estimate of a lower bound. */
    LOWER_BOUND,
    /** An estimate of the value itself. */
    ESTIMATE
  }
}
