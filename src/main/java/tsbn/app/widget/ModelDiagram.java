package tsbn.app.widget;

import java.util.List;
import tsbn.app.support.Symbols;

/**
 * What {@link GraphicalModel} draws: layers and the links between them at some lag.
 *
 * @param layers from the visible layer at the bottom to the top
 * @param links of one of the two nets, p or q
 */
public record ModelDiagram(List<Layer> layers, List<Link> links) {

  public ModelDiagram {
    layers = List.copyOf(layers);
    links = List.copyOf(links);
  }

  /**
   * A layer.
   *
   * @param name its letter, such as {@code v} or {@code h}
   * @param kind what its units are, which decides their form
   */
  public record Layer(String name, Kind kind) {}

  /** What the units of a layer are. */
  public enum Kind {
    /** Given by the data: a shaded circle. */
    OBSERVED,
    /** Sampled: a circle. */
    STOCHASTIC,
    /** Computed from what leads to it: a diamond. */
    DETERMINISTIC
  }

  /**
   * Layer {@code target} at time t looks at layer {@code source} at time t - lag.
   *
   * @param symbol the name of its weights, such as {@code W1} or {@code W1[2]}; of several blocks
   *     {@code W2, W2'}
   */
  public record Link(int target, int source, int lag, String symbol) {

    /** The symbol as it is written: {@code W1[2]} is W with a lowered 1 and the lag behind it. */
    public String text() {
      return Symbols.written(symbol);
    }
  }
}
