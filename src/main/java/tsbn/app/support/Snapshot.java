package tsbn.app.support;

import tsbn.data.SequenceSet;
import tsbn.experiment.DataSummary;
import tsbn.model.sbn.TemporalSbn;

/**
 * A copy of the model in training; nobody writes to it.
 *
 * @param data what it was trained on; null where that could not be opened
 * @param about what to know of that data in any case
 * @param model the copy
 * @param iteration the steps taken when it was made
 */
public record Snapshot(SequenceSet data, DataSummary about, TemporalSbn model, int iteration) {}
