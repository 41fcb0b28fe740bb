package tsbn.app.support;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import tsbn.data.SequenceSet;
import tsbn.experiment.ModelDesign;
import tsbn.experiment.Preset;
import tsbn.experiment.Presets;
import tsbn.learn.TrainingSettings;

/**
 * The model and settings that the program chose by itself: it may choose others for data of another
 * kind, as long as the user has chosen none.
 */
final class Proposal {
  private final ObjectProperty<ModelDesign> design;
  private final ObjectProperty<TrainingSettings> settings;
  private ModelDesign proposed;
  private TrainingSettings withSettings;
  private TrainingSettings replaced;

  /** What is in place is the program's choice. */
  Proposal(ObjectProperty<ModelDesign> design, ObjectProperty<TrainingSettings> settings) {
    this.design = design;
    this.settings = settings;
    note(null);
  }

  /** Takes over a preset that came with its data: the user chose the data, not the model. */
  void take(Preset preset) {
    adopt(preset);
    note(null);
  }

  /** Takes over what the user chose by name. */
  void choose(Preset preset) {
    adopt(preset);
    chosenByUser();
  }

  /** Takes over what the user chose as a run's. */
  void choose(ModelDesign chosen, TrainingSettings with) {
    design.set(chosen);
    settings.set(with);
    chosenByUser();
  }

  /** Notes that the user chose what is in place. */
  void chosenByUser() {
    proposed = null;
    replaced = null;
  }

  /**
   * Chooses what learns the open data where what was open before is of another kind.
   *
   * @param before null where nothing was open
   * @return what was chosen, if it is anything new
   */
  Optional<Preset> follow(SequenceSet before, SequenceSet open) {
    Optional<Preset> best = Presets.recommended(open.meaning());
    boolean known = before != null && best.equals(Presets.recommended(before.meaning()));
    if (best.isEmpty() || known || !stands()) {
      return Optional.empty();
    }
    Preset chosen = best.get();
    if (design.get().equals(chosen.design()) && settings.get().equals(chosen.settings())) {
      return Optional.empty();
    }
    TrainingSettings instead = settings.get();
    adopt(chosen);
    note(instead);
    return best;
  }

  /**
   * Goes back to the model and settings of a run; where they gave way to the program's choice, also
   * to the settings before it.
   */
  void goBackTo(Run kept) {
    TrainingSettings before = stands() ? replaced : null;
    design.set(ModelDesign.of(kept.architecture(), kept.about().kind()));
    settings.set(kept.startingLike(before == null ? settings.get() : before));
    if (before != null) {
      note(null);
    }
  }

  private void adopt(Preset preset) {
    design.set(preset.design());
    settings.set(preset.settings());
  }

  /** What is in place is the program's own choice. */
  private void note(TrainingSettings instead) {
    proposed = design.get();
    withSettings = settings.get();
    replaced = instead;
  }

  private boolean stands() {
    return design.get().equals(proposed) && settings.get().equals(withSettings);
  }
}
