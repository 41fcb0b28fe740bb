package tsbn.experiment;

import java.util.List;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.LayerSpec;

/**
 * An {@link Architecture} without the data's dimension: what a preset or a user chooses before the
 * data is known.
 */
public record ModelDesign(
    List<LayerSpec> hidden, boolean lagsVisible, int order, boolean ownFirstStep) {

  public ModelDesign {
    hidden = List.copyOf(hidden);
  }

  /** The variants that {@link #named} knows. */
  public static List<String> variants() {
    return List.of("tsbn", "hmsbn", "sbn");
  }

  /**
   * The design of a named variant.
   *
   * @param variant one of {@link #variants()}
   * @param layers units of the hidden layers; these variants have one
   * @param order frames to look back; without meaning for {@code sbn}
   * @throws IllegalArgumentException with a sentence for the user if the design is not possible
   */
  public static ModelDesign named(String variant, List<Integer> layers, int order) {
    if (layers.size() != 1) {
      throw new IllegalArgumentException(
          "The model " + variant + " has one hidden layer, not " + layers.size() + ".");
    }
    int units = layers.get(0);
    return of(
        switch (variant) {
          case "tsbn" -> Architecture.tsbn(1, units, order);
          case "hmsbn" -> Architecture.hmsbn(1, units, order);
          case "sbn" -> Architecture.sbn(1, units);
          default ->
              throw new IllegalArgumentException(
                  "There is no model \"%s\"; there are %s."
                      .formatted(variant, String.join(", ", variants())));
        });
  }

  /** The design of an architecture. */
  public static ModelDesign of(Architecture architecture) {
    return new ModelDesign(
        architecture.hidden(),
        architecture.lagsVisible(),
        architecture.order(),
        architecture.ownFirstStep());
  }

  /**
   * The architecture for frames of that many units.
   *
   * @throws IllegalArgumentException with a sentence for the user if the design is not possible
   */
  public Architecture on(int visible) {
    return new Architecture(visible, lagsVisible, hidden, order, ownFirstStep);
  }
}
