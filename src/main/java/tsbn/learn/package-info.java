/**
 * Learning: the gradient estimator, the optimisers, and the trainer that runs them on a thread of
 * its own (section 3 of the paper).
 *
 * <p>One step: a {@link tsbn.learn.GradientEstimator} lets q draw K samples of the states of a
 * batch of sequences and estimates the gradient of the bound; an {@link tsbn.learn.Optimiser}
 * climbs along it. The estimators, by {@link tsbn.learn.EstimatorKind}, differ in the recognition
 * net's part alone, and {@link tsbn.learn.SignalKind} is what they multiply grad log q with. {@link
 * tsbn.learn.Learner} strings steps and validations together and knows neither threads nor clocks;
 * {@link tsbn.learn.Trainer} gives it a thread, commands, readings, and copies of the model for
 * whoever wants to look. Only that thread touches live parameters.
 *
 * <p>What a part remembers between two steps it says itself ({@link tsbn.learn.Stateful}); all of
 * it is a {@link tsbn.learn.Checkpoint}, from which a trainer goes on bit for bit. {@link
 * tsbn.learn.Autosave} has checkpoints made while training goes on.
 */
package tsbn.learn;
