package tsbn.experiment;

import tsbn.learn.TrainingSettings;
import tsbn.math.RandomStream;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.TemporalSbn;

/**
 * All that a run follows from: data, model, settings (with the seed). The same experiment gives the
 * same run.
 *
 * @param data what {@code SequenceSet.source()} says
 */
public record Experiment(String data, Architecture architecture, TrainingSettings settings) {

  /** The model before its first training step. */
  public TemporalSbn newModel() {
    RandomStream random = new RandomStream(settings.seed());
    return settings.initialisation().model(architecture, settings.initialScale(), random);
  }
}
