package tsbn.model.sbn;

/**
 * One hidden layer of stochastic (Bernoulli) units.
 *
 * @param units number of units J, at least 1
 * @param lagsItself whether the layer looks at its own past: links (l, d) for d = 1..n; the paper's
 *     W1 and U1
 * @param lagsBelow whether it looks at the past of the layer below: links (l-1, d); the paper's W3
 *     and U3
 */
public record LayerSpec(int units, boolean lagsItself, boolean lagsBelow) {

  public LayerSpec {
    if (units < 1) {
      throw new IllegalArgumentException("A hidden layer needs at least one unit.");
    }
  }
}
