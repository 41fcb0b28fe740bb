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

  /** More units than this no layer needs. */
  private static final int MOST_UNITS = 1_000_000;

  /** Bytes of memory for each parameter: the model, its gradient, the optimiser's state. */
  private static final int BYTES_PER_PARAMETER = 16;

  /**
   * Refuses a model that a program with this much memory cannot hold.
   *
   * @throws IllegalArgumentException with a sentence
   */
  public static void requireMemory(Architecture architecture) {
    for (int layer = 0; layer <= architecture.depth(); layer++) {
      if (architecture.units(layer) > MOST_UNITS) {
        throw new IllegalArgumentException(
            "A layer can have %,d units at most, not %,d."
                .formatted(MOST_UNITS, architecture.units(layer)));
      }
    }
    long count = architecture.parameterCount();
    if (count > Runtime.getRuntime().maxMemory() / BYTES_PER_PARAMETER) {
      throw new IllegalArgumentException(
          "A model of %,d parameters needs more memory; start the program with a larger -Xmx."
              .formatted(count));
    }
  }

  /** The model before its first training step. */
  public TemporalSbn newModel() {
    RandomStream random = new RandomStream(settings.seed());
    return settings.initialisation().model(architecture, settings.initialScale(), random);
  }
}
