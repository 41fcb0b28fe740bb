package tsbn.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import tsbn.data.DataKind;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.LayerSpec;
import tsbn.model.sbn.LayerSpec.Kind;
import tsbn.model.sbn.Likelihood;

/**
 * An {@link Architecture} without the data's dimension: what a preset or a user chooses before the
 * data is known.
 *
 * @param likelihood the distribution of a frame; null for the one that fits the data
 */
public record ModelDesign(
    Likelihood likelihood,
    List<LayerSpec> hidden,
    boolean lagsVisible,
    int order,
    boolean ownFirstStep) {

  public ModelDesign {
    hidden = List.copyOf(hidden);
  }

  /** A design whose likelihood follows from the data. */
  public ModelDesign(List<LayerSpec> hidden, boolean lagsVisible, int order, boolean ownFirstStep) {
    this(null, hidden, lagsVisible, order, ownFirstStep);
  }

  /** The variants that {@link #named} knows. */
  public static List<String> variants() {
    return List.of("tsbn", "hmsbn", "sbn", "dtsbn-s", "dtsbn-d", "dhmsbn-s");
  }

  /**
   * The design of a named variant.
   *
   * @param variant one of {@link #variants()}
   * @param layers units of the hidden layers, bottom first
   * @param order frames to look back; without meaning for {@code sbn}
   * @throws IllegalArgumentException with a sentence for the user if the design is not possible
   */
  public static ModelDesign named(String variant, List<Integer> layers, int order) {
    boolean deep = variant.startsWith("d");
    if (variants().contains(variant) && deep != layers.size() > 1) {
      throw new IllegalArgumentException(
          deep
              ? "The model %s has two or more hidden layers, not %d."
                  .formatted(variant, layers.size())
              : "The model %s has one hidden layer, not %d.".formatted(variant, layers.size()));
    }
    int units = layers.get(0);
    return of(
        switch (variant) {
          case "tsbn" -> Architecture.tsbn(1, units, order);
          case "hmsbn" -> Architecture.hmsbn(1, units, order);
          case "sbn" -> Architecture.sbn(1, units);
          case "dtsbn-s" -> Architecture.dtsbnS(1, layers, order);
          case "dtsbn-d" -> Architecture.dtsbnD(1, layers, order);
          case "dhmsbn-s" -> Architecture.dhmsbnS(1, layers, order);
          default ->
              throw new IllegalArgumentException(
                  "There is no model \"%s\"; there are %s."
                      .formatted(variant, String.join(", ", variants())));
        });
  }

  /** The design of an architecture, its likelihood left to the data. */
  public static ModelDesign of(Architecture architecture) {
    return new ModelDesign(
        architecture.hidden(),
        architecture.lagsVisible(),
        architecture.order(),
        architecture.ownFirstStep());
  }

  /** The design of an architecture as it was made for data of a kind. */
  public static ModelDesign of(Architecture architecture, DataKind kind) {
    boolean automatic = architecture.likelihood() == fitting(kind);
    return of(architecture).with(automatic ? null : architecture.likelihood());
  }

  /** The same design with a likelihood; null for the one that fits the data. */
  public ModelDesign with(Likelihood other) {
    return new ModelDesign(other, hidden, lagsVisible, order, ownFirstStep);
  }

  /** The same design with other hidden layers, bottom first. */
  public ModelDesign withHidden(List<LayerSpec> layers) {
    return new ModelDesign(likelihood, layers, lagsVisible, order, ownFirstStep);
  }

  /** The same design with another order; without a past all steps are alike. */
  public ModelDesign withOrder(int frames) {
    return new ModelDesign(likelihood, hidden, lagsVisible, frames, ownFirstStep && frames > 0);
  }

  /** The same design with or without links from past visible to visible units. */
  public ModelDesign withLagsVisible(boolean exist) {
    return new ModelDesign(likelihood, hidden, exist, order, ownFirstStep);
  }

  /** The same design with or without biases of the first frame's own. */
  public ModelDesign withOwnFirstStep(boolean own) {
    return new ModelDesign(likelihood, hidden, lagsVisible, order, own);
  }

  /** The units of the hidden layers, bottom first. */
  public List<Integer> units() {
    return hidden.stream().map(LayerSpec::units).toList();
  }

  /** The one of {@link #variants()} that this is, whatever its order; nothing for a free one. */
  private Optional<String> name() {
    for (String variant : variants()) {
      boolean deep = variant.startsWith("d");
      if (deep == hidden.size() > 1
          && named(variant, units(), order).with(likelihood).equals(this)) {
        return Optional.of(variant);
      }
    }
    return Optional.empty();
  }

  /**
   * The same design with other layers: as many of other sizes, or more or fewer of the same kind.
   *
   * @param units of the hidden layers, bottom first
   * @throws IllegalArgumentException with a sentence if their number changes and the design has
   *     links or kinds of its own, so that nobody knows what the other layers should be
   */
  public ModelDesign withLayers(List<Integer> units) {
    if (units.size() == hidden.size()) {
      return withEach((layer, old) -> old.withUnits(units.get(layer - 1)));
    }
    String name =
        name()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "The model has %d hidden layers with links of their own; name a --model for %d."
                            .formatted(hidden.size(), units.size())));
    boolean deep = units.size() > 1;
    String other =
        switch (name) {
          case "tsbn", "dtsbn-s" -> deep ? "dtsbn-s" : "tsbn";
          case "hmsbn", "dhmsbn-s" -> deep ? "dhmsbn-s" : "hmsbn";
          default -> name;
        };
    return named(other, units, order).with(likelihood);
  }

  /** The same design looking back so many frames; a named one stays what it is. */
  public ModelDesign ofOrder(int frames) {
    return name()
        .filter(name -> !name.equals("sbn"))
        .map(name -> named(name, units(), frames).with(likelihood))
        .orElseGet(() -> withOrder(frames));
  }

  /**
   * The same design where just these hidden layers are deterministic.
   *
   * @param layers 1 for the one above the visible layer, and so on
   * @throws IllegalArgumentException with a sentence if there is no such layer
   */
  public ModelDesign withDeterministic(Set<Integer> layers) {
    requireLayers(layers, 1);
    return withEach(
        (layer, old) ->
            new LayerSpec(
                old.units(),
                layers.contains(layer) ? Kind.DETERMINISTIC : Kind.STOCHASTIC,
                old.lagsItself(),
                old.lagsBelow()));
  }

  /**
   * The same design where just these layers look at their own past.
   *
   * @param layers 0 for the visible one, 1 for the hidden one above it, and so on
   * @throws IllegalArgumentException with a sentence if there is no such layer
   */
  public ModelDesign withOwnPast(Set<Integer> layers) {
    requireLayers(layers, 0);
    return withEach(
            (layer, old) ->
                new LayerSpec(old.units(), old.kind(), layers.contains(layer), old.lagsBelow()))
        .withLagsVisible(layers.contains(0));
  }

  /**
   * The same design where just these hidden layers look at the past of the layer below.
   *
   * @param layers 1 for the one above the visible layer, and so on
   * @throws IllegalArgumentException with a sentence if there is no such layer
   */
  public ModelDesign withPastBelow(Set<Integer> layers) {
    requireLayers(layers, 1);
    return withEach(
        (layer, old) ->
            new LayerSpec(old.units(), old.kind(), old.lagsItself(), layers.contains(layer)));
  }

  /** The same design with every hidden layer changed; they are numbered from 1. */
  private ModelDesign withEach(BiFunction<Integer, LayerSpec, LayerSpec> change) {
    List<LayerSpec> changed = new ArrayList<>();
    for (LayerSpec old : hidden) {
      changed.add(change.apply(changed.size() + 1, old));
    }
    return withHidden(changed);
  }

  private void requireLayers(Set<Integer> layers, int lowest) {
    for (int layer : layers) {
      if (layer < lowest || layer > hidden.size()) {
        throw new IllegalArgumentException(
            "There is no layer %d; give layers from %d to %d."
                .formatted(layer, lowest, hidden.size()));
      }
    }
  }

  /** The likelihoods that can score data of a kind. */
  public static List<Likelihood> likelihoods(DataKind kind) {
    return Arrays.stream(Likelihood.values()).filter(each -> scores(each, kind)).toList();
  }

  /** Whether its likelihood can score data of a kind. */
  public boolean fits(DataKind kind) {
    return likelihood == null || scores(likelihood, kind);
  }

  private static boolean scores(Likelihood likelihood, DataKind kind) {
    return switch (likelihood) {
      case BERNOULLI -> kind == DataKind.BINARY || kind == DataKind.GREY;
      case NORMAL -> true;
      case MULTINOMIAL -> kind == DataKind.COUNTS || kind == DataKind.BINARY;
    };
  }

  /** The likelihood that fits data of a kind. */
  public static Likelihood fitting(DataKind kind) {
    return switch (kind) {
      case BINARY, GREY -> Likelihood.BERNOULLI;
      case REAL -> Likelihood.NORMAL;
      case COUNTS -> Likelihood.MULTINOMIAL;
    };
  }

  /**
   * The architecture for frames of that many units.
   *
   * @throws IllegalArgumentException with a sentence for the user if the design is not possible, or
   *     its likelihood cannot score such data
   */
  public Architecture on(int visible, DataKind kind) {
    Likelihood chosen = likelihood == null ? fitting(kind) : likelihood;
    if (!fits(kind)) {
      throw new IllegalArgumentException(
          "%s frames cannot be modelled on %s data; choose %s."
              .formatted(
                  chosen.title(),
                  kind.name().toLowerCase(Locale.ROOT),
                  likelihoods(kind).stream()
                      .map(each -> each.title().toLowerCase(Locale.ROOT))
                      .collect(Collectors.joining(" or "))));
    }
    return new Architecture(visible, chosen, lagsVisible, hidden, order, ownFirstStep);
  }
}
