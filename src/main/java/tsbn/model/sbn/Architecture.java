package tsbn.model.sbn;

import java.util.ArrayList;
import java.util.List;
import tsbn.model.sbn.LayerSpec.Kind;

/**
 * The shape of a Temporal Sigmoid Belief Network as data: layers, order, and which links exist
 * (section 2 of the paper). There is one model class; every named variant is a value of this type.
 *
 * @param visible number of visible units M
 * @param likelihood the distribution of a frame; null reads as Bernoulli
 * @param lagsVisible whether the visible layer looks at its own past: links (0, d); the paper's W4
 * @param hidden hidden layers from the one above the visible layer to the top, which is stochastic
 * @param order how many past frames n a unit may look at; 0 makes a static model
 * @param ownFirstStep whether the first frame has biases of its own, as in the authors' order-1
 *     code
 */
public record Architecture(
    int visible,
    Likelihood likelihood,
    boolean lagsVisible,
    List<LayerSpec> hidden,
    int order,
    boolean ownFirstStep) {

  /** The largest order the workbench accepts. */
  public static final int MAX_ORDER = 64;

  /** The most hidden layers the workbench accepts. */
  public static final int MAX_DEPTH = 8;

  public Architecture {
    hidden = List.copyOf(hidden);
    likelihood = likelihood == null ? Likelihood.BERNOULLI : likelihood;
    require(visible >= 1, "A model needs at least one visible unit.");
    require(!hidden.isEmpty(), "A model needs at least one hidden layer.");
    require(
        hidden.size() <= MAX_DEPTH,
        "A model can have " + MAX_DEPTH + " hidden layers at most, not " + hidden.size() + ".");
    require(
        hidden.get(hidden.size() - 1).stochastic(),
        "The top layer must be stochastic: a deterministic one would have nothing to read.");
    require(
        order >= 0 && order <= MAX_ORDER,
        "The order must be between 0 and " + MAX_ORDER + ", not " + order + ".");
  }

  /** An architecture of binary or grey frames. */
  public Architecture(
      int visible, boolean lagsVisible, List<LayerSpec> hidden, int order, boolean ownFirstStep) {
    this(visible, Likelihood.BERNOULLI, lagsVisible, hidden, order, ownFirstStep);
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
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

  /**
   * A deep TSBN whose hidden layers are all stochastic, with all links.
   *
   * @param units of the hidden layers, bottom first
   */
  public static Architecture dtsbnS(int visible, List<Integer> units, int order) {
    return new Architecture(
        visible,
        true,
        units.stream().map(j -> new LayerSpec(j, true, true)).toList(),
        order,
        false);
  }

  /** A deep HMSBN of stochastic layers: a DTSBN-S without any (l-1, d) and (0, d) links. */
  public static Architecture dhmsbnS(int visible, List<Integer> units, int order) {
    return new Architecture(
        visible,
        false,
        units.stream().map(j -> new LayerSpec(j, true, false)).toList(),
        order,
        false);
  }

  /**
   * A deep TSBN whose hidden layers are deterministic but for the top one, which does not look at
   * the past of the layer below.
   *
   * @param units of the hidden layers, bottom first
   */
  public static Architecture dtsbnD(int visible, List<Integer> units, int order) {
    List<LayerSpec> layers = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      boolean top = i == units.size() - 1;
      Kind kind = top ? Kind.STOCHASTIC : Kind.DETERMINISTIC;
      layers.add(new LayerSpec(units.get(i), kind, true, !top));
    }
    return new Architecture(visible, true, layers, order, false);
  }

  /** The same shape for frames of another distribution. */
  public Architecture with(Likelihood other) {
    return new Architecture(visible, other, lagsVisible, hidden, order, ownFirstStep);
  }

  /** Whether a hidden layer is stochastic. */
  public boolean stochastic(int layer) {
    return hidden.get(layer - 1).stochastic();
  }

  /** Whether any hidden layer is deterministic. */
  public boolean hasDeterministic() {
    return !hidden.stream().allMatch(LayerSpec::stochastic);
  }

  /** Number of hidden layers L. */
  public int depth() {
    return hidden.size();
  }

  /** Units of a layer; layer 0 is the visible one. */
  public int units(int layer) {
    return layer == 0 ? visible : hidden.get(layer - 1).units();
  }

  /**
   * The links into a layer of the generative net p: the first table of the model's section 2. Into
   * the visible layer they are those of its first head.
   */
  public List<Link> generativeLinks(int layer) {
    List<Link> links = new ArrayList<>();
    int base = 3 * (depth() - layer);
    if (layer < depth()) {
      links.add(new Link(layer, layer + 1, 0, "W" + (base - 1)));
    }
    addLags(links, layer, "W", base);
    return links;
  }

  /**
   * The links into a head of the visible layer. The second head, log sigma, has those of the first
   * with a prime behind the symbol's number, as the paper writes them.
   */
  public List<Link> visibleLinks(int head) {
    List<Link> links = generativeLinks(0);
    if (head == 0) {
      return links;
    }
    return links.stream()
        .map(
            link ->
                new Link(
                    0, link.source(), link.lag(), link.symbol().replaceFirst("^(W\\d+)", "$1'")))
        .toList();
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
    for (int head = 0; head < likelihood.heads(); head++) {
      links.addAll(visibleLinks(head));
    }
    for (int layer = 1; layer <= depth(); layer++) {
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
      count += (ownFirstStep ? 2L : 1L) * units(layer) * (layer == 0 ? likelihood.heads() : 2);
    }
    for (Link link : links()) {
      count += (long) units(link.source()) * units(link.target());
    }
    return count;
  }

  /** The name of the variant this is: {@code SBN}, {@code HMSBN}, {@code DTSBN-S}, and so on. */
  public String variant() {
    boolean hiddenMemory = hidden.stream().anyMatch(LayerSpec::lagsItself);
    boolean visibleLinks = lagsVisible || hidden.stream().anyMatch(LayerSpec::lagsBelow);
    boolean deep = depth() > 1;
    if (order == 0 || !(hiddenMemory || visibleLinks)) {
      return deep ? "Deep SBN" : "SBN";
    }
    boolean allMemory = hidden.stream().allMatch(LayerSpec::lagsItself);
    String kind = deep ? hasDeterministic() ? "-D" : "-S" : "";
    String name = deep ? "D%sSBN" + kind : "%sSBN";
    if (allMemory && !visibleLinks) {
      return name.formatted("HM");
    }
    // What dtsbnD leaves out is no variation: the top layer's links to the past of the one below.
    List<LayerSpec> below = hasDeterministic() ? hidden.subList(0, depth() - 1) : hidden;
    boolean allLinks = lagsVisible && below.stream().allMatch(LayerSpec::lagsBelow);
    boolean plain =
        !hasDeterministic()
            || (below.stream().noneMatch(LayerSpec::stochastic)
                && !hidden.get(depth() - 1).lagsBelow());
    return name.formatted("T") + (allMemory && allLinks && plain ? "" : " variant");
  }
}
