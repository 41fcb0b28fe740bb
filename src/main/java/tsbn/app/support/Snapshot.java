package tsbn.app.support;

import tsbn.data.SequenceSet;
import tsbn.model.sbn.TemporalSbn;

/**
 * A copy of the model in training; nobody writes to it.
 *
 * @param data what it was trained on
 * @param model the copy
 * @param iteration the steps taken when it was received
 */
public record Snapshot(SequenceSet data, TemporalSbn model, int iteration) {}
