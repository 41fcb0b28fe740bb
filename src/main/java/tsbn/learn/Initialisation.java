package tsbn.learn;

import org.ejml.data.FMatrixRMaj;
import tsbn.math.RandomStream;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.LayerSpec;
import tsbn.model.sbn.Link;
import tsbn.model.sbn.TemporalSbn;

/** How the weights of a model start; biases start at zero unless they come from the data. */
public enum Initialisation {
  /** Normal with one standard deviation: the paper's, with 0.001. */
  NORMAL("Normal (the paper's)"),
  /**
   * Normal with a variance that keeps the spread of signals from layer to layer: 2 / fan-in into
   * rectified linear layers (He and others 2015), 1 / fan-in into others, where the fan-in counts
   * all links into the layer. A rectified layer's own past starts at half the identity at lag 1
   * (after Le, Jaitly and Hinton 2015).
   */
  SCALED("Scaled by fan-in"),
  /**
   * Normal weights, and biases of the visible layer that give the frames of the data on average:
   * they are set by the first step, when the data are there. Units of a model of counts then learn
   * what is particular to a year, not which words are frequent at all times.
   */
  DATA("Normal, biases from the data");

  /** The part of its own past that a rectified layer keeps at first. */
  private static final float SELF = 0.5f;

  private final String title;

  Initialisation(String title) {
    this.title = title;
  }

  /** The name for people. */
  public String title() {
    return title;
  }

  /**
   * A new model.
   *
   * @param scale standard deviation of normal weights
   */
  public TemporalSbn model(Architecture architecture, double scale, RandomStream random) {
    if (this != SCALED) {
      return TemporalSbn.initialise(architecture, scale, random);
    }
    TemporalSbn model = new TemporalSbn(architecture);
    for (Link link : architecture.links()) {
      fill(model.parameters().get(link.symbol()), architecture, link, random);
    }
    return model;
  }

  private static void fill(
      FMatrixRMaj block, Architecture architecture, Link link, RandomStream random) {
    boolean recognition = link.symbol().startsWith("U");
    int fanIn =
        (recognition
                ? architecture.recognitionLinks(link.target())
                : architecture.generativeLinks(link.target()))
            .stream().mapToInt(other -> architecture.units(other.source())).sum();
    boolean rectified =
        link.target() > 0
            && architecture.hidden().get(link.target() - 1).kind() == LayerSpec.Kind.DETERMINISTIC;
    double deviation = Math.sqrt((rectified ? 2.0 : 1.0) / fanIn);
    boolean identity = rectified && link.source() == link.target();
    for (int i = 0; i < block.getNumElements(); i++) {
      block.data[i] = (float) ((identity ? 0.1 : 1) * deviation * random.nextGaussian());
    }
    for (int i = 0; identity && link.lag() == 1 && i < block.numRows; i++) {
      block.data[i * block.numCols + i] += SELF;
    }
  }
}
