package tsbn.cli;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Option;
import tsbn.experiment.ModelDesign;
import tsbn.model.sbn.Likelihood;

/** The options that choose a model. */
final class DesignOptions {
  @Option(
      names = "--model",
      paramLabel = "M",
      description = "tsbn (default), hmsbn, sbn, dtsbn-s, dtsbn-d or dhmsbn-s.")
  private String model;

  @Option(
      names = "--layers",
      paramLabel = "J",
      split = ",",
      description =
          "Hidden units of every layer, bottom first (default 100). Of a preset's model only the"
              + " number of units changes, or of a named one that of layers.")
  private List<Integer> layers;

  @Option(names = "--order", paramLabel = "N", description = "Frames to look back (default 1).")
  private Integer order;

  @Option(
      names = "--deterministic",
      paramLabel = "L",
      split = ",",
      description =
          "Hidden layers that are deterministic, 1 for the lowest; none for none (default: as the"
              + " model says).")
  private Set<String> deterministic;

  @Option(
      names = "--own-past",
      paramLabel = "L",
      split = ",",
      description =
          "Layers that look at their own past, 0 for the visible one; none for none (default: as"
              + " the model says).")
  private Set<String> ownPast;

  @Option(
      names = "--past-below",
      paramLabel = "L",
      split = ",",
      description = "Hidden layers that look at the past of the layer below; none for none.")
  private Set<String> pastBelow;

  @Option(
      names = "--own-first-step",
      negatable = true,
      description = "Whether the first frame has biases of its own (default: at order 1).")
  private Boolean ownFirstStep;

  @Option(
      names = "--visible",
      paramLabel = "V",
      description = "auto (default), bernoulli, gaussian or multinomial.")
  private Visible visible;

  private enum Visible {
    AUTO(null),
    BERNOULLI(Likelihood.BERNOULLI),
    GAUSSIAN(Likelihood.NORMAL),
    MULTINOMIAL(Likelihood.MULTINOMIAL);

    private final Likelihood likelihood;

    Visible(Likelihood likelihood) {
      this.likelihood = likelihood;
    }

    Likelihood likelihood() {
      return likelihood;
    }
  }

  /**
   * A design with what the options say.
   *
   * @throws IllegalArgumentException with a sentence if it makes no sense
   */
  ModelDesign change(ModelDesign start) {
    ModelDesign design = start;
    if (model != null) {
      design = named(start);
    } else {
      if (layers != null) {
        design = design.withLayers(layers);
      }
      if (order != null) {
        design = design.ofOrder(order);
      }
    }
    if (deterministic != null) {
      design = design.withDeterministic(numbers(deterministic));
    }
    if (ownPast != null) {
      design = design.withOwnPast(numbers(ownPast));
    }
    if (pastBelow != null) {
      design = design.withPastBelow(numbers(pastBelow));
    }
    if (ownFirstStep != null) {
      design = design.withOwnFirstStep(ownFirstStep);
    }
    return visible == null ? design : design.with(visible.likelihood());
  }

  /** A named model, with the units and the order of the design where no option says otherwise. */
  private ModelDesign named(ModelDesign start) {
    if (model.equals("sbn") && order != null && order > 0) {
      throw new IllegalArgumentException(
          "The model sbn does not look back; leave --order out, or take tsbn.");
    }
    List<Integer> units = layers != null ? layers : start.units();
    if (layers == null && model.startsWith("d") && units.size() == 1) {
      units = List.of(units.get(0), units.get(0));
    }
    return ModelDesign.named(model, units, order != null ? order : Math.max(1, start.order()));
  }

  private static Set<Integer> numbers(Set<String> layers) {
    Set<Integer> numbers = new TreeSet<>();
    for (String layer : layers) {
      if (layer.matches("\\d{1,4}")) {
        numbers.add(Integer.valueOf(layer));
      } else if (!layer.equals("none")) {
        throw new IllegalArgumentException("\"%s\" is not the number of a layer.".formatted(layer));
      }
    }
    return numbers;
  }
}
