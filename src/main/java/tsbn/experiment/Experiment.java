package tsbn.experiment;

import tsbn.learn.TrainingSettings;
import tsbn.model.sbn.Architecture;

/**
 * All that a run follows from: data, model, settings (with the seed). The same experiment gives the
 * same run.
 *
 * @param data what {@code SequenceSet.source()} says
 */
public record Experiment(String data, Architecture architecture, TrainingSettings settings) {}
