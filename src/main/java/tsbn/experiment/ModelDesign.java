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
