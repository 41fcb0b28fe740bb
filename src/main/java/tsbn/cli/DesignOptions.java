package tsbn.cli;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Option;
import tsbn.data.DataKind;
import tsbn.experiment.ModelDesign;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.LayerSpec;
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
      description = "Hidden units of every layer, bottom first (default 100).")
  private List<Integer> layers;

  @Option(names = "--order", paramLabel = "N", description = "Frames to look back (default 1).")
  private Integer order;

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
    if (model != null || layers != null || order != null) {
      Architecture shape = start.on(1, DataKind.BINARY);
      int deep = layers == null ? shape.depth() : layers.size();
      String name = model != null ? model : deep > 1 ? "dtsbn-s" : "tsbn";
      if (model == null && deep == shape.depth() && !shape.variant().contains(" ")) {
        name = shape.variant().toLowerCase(Locale.ROOT);
      }
      List<Integer> units =
          layers != null ? layers : shape.hidden().stream().map(LayerSpec::units).toList();
      boolean deepName = ModelDesign.variants().contains(name) && name.startsWith("d");
      if (layers == null && deepName && units.size() == 1) {
        units = List.of(units.get(0), units.get(0));
      }
      design = ModelDesign.named(name, units, order == null ? Math.max(1, shape.order()) : order);
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
