package tsbn.experiment;

import java.util.List;
import tsbn.data.DataKind;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.LayerSpec;
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

  /** The same design with a likelihood; null for the one that fits the data. */
  public ModelDesign with(Likelihood other) {
    return new ModelDesign(other, hidden, lagsVisible, order, ownFirstStep);
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
    boolean fits =
        switch (chosen) {
          case BERNOULLI -> kind == DataKind.BINARY || kind == DataKind.GREY;
          case NORMAL -> true;
          case MULTINOMIAL -> kind == DataKind.COUNTS || kind == DataKind.BINARY;
        };
    if (!fits) {
      throw new IllegalArgumentException(
          "%s frames cannot be modelled on %s data."
              .formatted(chosen.title(), kind.name().toLowerCase(java.util.Locale.ROOT)));
    }
    return new Architecture(visible, chosen, lagsVisible, hidden, order, ownFirstStep);
  }
}
