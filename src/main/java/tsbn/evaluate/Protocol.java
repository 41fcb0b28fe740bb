package tsbn.evaluate;

import tsbn.data.Split;

/**
 * How a model is measured. The same protocol, model and data give the same numbers.
 *
 * @param split the sequences it is measured on
 * @param samples samples of the hidden states that are averaged, at least 1 (1 = the paper)
 * @param particles of a filter that estimates the likelihood; 0 for no such estimate
 * @param importance particles of an estimate by importance sampling; 0 for none
 * @param exact whether the likelihood is computed too
 * @param seed what every random number follows from
 */
public record Protocol(
    Split split, int samples, int particles, int importance, boolean exact, long seed) {

  public Protocol {
    if (samples < 1 || particles < 0 || importance < 0) {
      throw new IllegalArgumentException("A measurement needs at least one sample.");
    }
  }

  /** Bound and predictions only. */
  public static Protocol of(Split split, int samples) {
    return new Protocol(split, samples, 0, 0, false, 1);
  }
}
