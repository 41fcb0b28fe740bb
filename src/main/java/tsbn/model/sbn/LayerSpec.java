package tsbn.model.sbn;

/**
 * One hidden layer.
 *
 * @param units number of units J, at least 1
 * @param kind what its units do; null reads as stochastic
 * @param lagsItself whether the layer looks at its own past: links (l, d) for d = 1..n; the paper's
 *     W1 and U1
 * @param lagsBelow whether it looks at the past of the layer below: links (l-1, d); the paper's W3
 *     and U3
 */
public record LayerSpec(int units, Kind kind, boolean lagsItself, boolean lagsBelow) {

  /** What the units of a layer do with their natural parameter eta. */
  public enum Kind {
    /** Bernoulli: 1 with probability sigmoid(eta), else 0. */
    STOCHASTIC,
    /** Rectified linear: max(eta, 0). */
    DETERMINISTIC
  }

  public LayerSpec {
    kind = kind == null ? Kind.STOCHASTIC : kind;
    if (units < 1) {
      throw new IllegalArgumentException("A hidden layer needs at least one unit.");
    }
  }

  /** A layer of stochastic units. */
  public LayerSpec(int units, boolean lagsItself, boolean lagsBelow) {
    this(units, Kind.STOCHASTIC, lagsItself, lagsBelow);
  }

  /** Whether the states of this layer are drawn. */
  public boolean stochastic() {
    return kind == Kind.STOCHASTIC;
  }

  /** The same layer with another number of units. */
  public LayerSpec withUnits(int number) {
    return new LayerSpec(number, kind, lagsItself, lagsBelow);
  }
}
