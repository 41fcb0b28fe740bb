package tsbn.app.support;

import tsbn.experiment.ModelDesign;
import tsbn.learn.TrainingSettings;

/**
 * The model and settings that the program chose by itself: it may choose others for data of another
 * kind, as long as the user has chosen none.
 */
final class Proposal {
  private ModelDesign design;
  private TrainingSettings settings;
  private TrainingSettings replaced;

  Proposal(ModelDesign design, TrainingSettings settings) {
    this.design = design;
    this.settings = settings;
  }

  /** Whether these are the program's own choice. */
  boolean is(ModelDesign nowDesign, TrainingSettings nowSettings) {
    return nowDesign.equals(design) && nowSettings.equals(settings);
  }

  /**
   * Notes what the program chose.
   *
   * @param instead the settings before, where it chose others because of the data; null otherwise
   */
  void chose(ModelDesign itsDesign, TrainingSettings itsSettings, TrainingSettings instead) {
    design = itsDesign;
    settings = itsSettings;
    replaced = instead;
  }

  /** Notes that the user chose what is in place. */
  void chosenByUser() {
    design = null;
    replaced = null;
  }

  /** The settings before the program's own choice replaced them; null where it did not. */
  TrainingSettings replaced(ModelDesign nowDesign, TrainingSettings nowSettings) {
    return is(nowDesign, nowSettings) ? replaced : null;
  }
}
