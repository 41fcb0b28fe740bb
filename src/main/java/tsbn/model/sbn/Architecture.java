package tsbn.model.sbn;

import java.util.ArrayList;
import java.util.List;

/**
 * The shape of a Temporal Sigmoid Belief Network as data: layers, order, and which links exist
 * (section 2 of the paper). There is one model class; every named variant is a value of this type.
 *
 * @param visible number of visible units M
 * @param lagsVisible whether the visible layer looks at its own past: links (0, d); the paper's W4
 * @param hidden hidden layers from the one above the visible layer to the top
 * @param order how many past frames n a unit may look at; 0 makes a static model
 * @param ownFirstStep whether the first frame has biases of its own, as in the authors' order-1
 *     code
 */
public record Architecture(
    int visible, boolean lagsVisible, List<LayerSpec> hidden, int order, boolean ownFirstStep) {

  /** The largest order the workbench accepts. */
  public static final int MAX_ORDER = 64;

  public Architecture {
    hidden = List.copyOf(hidden);
    if (visible < 1) {
      throw new IllegalArgumentException("A model needs at least one visible unit.");
    }
    if (hidden.isEmpty()) {
      throw new IllegalArgumentException("A model needs at least one hidden layer.");
    }
    if (order < 0 || order > MAX_ORDER) {
      throw new IllegalArgumentException(
          "The order must be between 0 and " + MAX_ORDER + ", not " + order + ".");
    }
  }

  /** A static sigmoid belief network: every frame on its own. */
  public static Architecture sbn(int visible, int units) {
    return new Architecture(visible, false, List.of(new LayerSpec(units, false, false)), 0, false);
  }

  /** A TSBN of the given order with all links. */
  public static Architecture tsbn(int visible, int units, int order) {
    return new Architecture(
        visible, true, List.of(new LayerSpec(units, true, true)), order, order == 1);
  }

  /** A hidden Markov SBN: a TSBN without W3, W4 and U3; those blocks do not exist. */
  public static Architecture hmsbn(int visible, int units, int order) {
    return new Architecture(
        visible, false, List.of(new LayerSpec(units, true, false)), order, order == 1);
  }

  /** Number of hidden layers L. */
  public int depth() {
    return hidden.size();
  }

  /** Units of a layer; layer 0 is the visible one. */
  public int units(int layer) {
    return layer == 0 ? visible : hidden.get(layer - 1).units();
  }

  /** The links into a layer of the generative net p: the first table of the model's section 2. */
  public List<Link> generativeLinks(int layer) {
    List<Link> links = new ArrayList<>();
    int base = 3 * (depth() - layer);
    if (layer < depth()) {
      links.add(new Link(layer, layer + 1, 0, "W" + (base - 1)));
    }
    addLags(links, layer, "W", base);
    return links;
  }

  /** The links into a hidden layer of the recognition net q. */
  public List<Link> recognitionLinks(int layer) {
    List<Link> links = new ArrayList<>();
    int base = 3 * (depth() - layer);
    links.add(new Link(layer, layer - 1, 0, "U" + (base + 2)));
    addLags(links, layer, "U", base);
    return links;
  }

  private void addLags(List<Link> links, int layer, String net, int base) {
    boolean itself = layer == 0 ? lagsVisible : hidden.get(layer - 1).lagsItself();
    boolean below = layer > 0 && hidden.get(layer - 1).lagsBelow();
    for (int lag = 1; lag <= order; lag++) {
      String suffix = order == 1 ? "" : "[" + lag + "]";
      if (itself) {
        links.add(new Link(layer, layer, lag, net + (base + 1) + suffix));
      }
      if (below) {
        links.add(new Link(layer, layer - 1, lag, net + (base + 3) + suffix));
      }
    }
  }

  /** Every link of p, from the visible layer to the top, then every link of q. */
  public List<Link> links() {
    List<Link> links = new ArrayList<>();
    for (int layer = 0; layer <= depth(); layer++) {
      links.addAll(generativeLinks(layer));
    }
    for (int layer = 1; layer <= depth(); layer++) {
      links.addAll(recognitionLinks(layer));
    }
    return links;
  }

  /** Number of parameters of the generative and the recognition net, without any baseline. */
  public long parameterCount() {
    long count = 0;
    for (int layer = 0; layer <= depth(); layer++) {
      count += (ownFirstStep ? 2L : 1L) * units(layer) * (layer == 0 ? 1 : 2);
    }
    for (Link link : links()) {
      count += (long) units(link.source()) * units(link.target());
    }
    return count;
  }

  /**
   * The name of the variant this is: {@code SBN} without any link to the past, {@code HMSBN},
   * {@code TSBN}, and so on.
   */
  public String variant() {
    if (links().stream().allMatch(link -> link.lag() == 0)) {
      return "SBN";
    }
    boolean hiddenMemory = hidden.stream().allMatch(LayerSpec::lagsItself);
    boolean visibleLinks = lagsVisible || hidden.stream().anyMatch(LayerSpec::lagsBelow);
    boolean allLinks = lagsVisible && hidden.stream().allMatch(LayerSpec::lagsBelow);
    if (hiddenMemory && !visibleLinks) {
      return "HMSBN";
    }
    if (hiddenMemory && allLinks) {
      return "TSBN";
    }
    return "TSBN variant";
  }
}
