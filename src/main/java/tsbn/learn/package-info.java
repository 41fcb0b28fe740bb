/**
 * Learning: the gradient estimator, the optimisers, and the trainer that runs them on a thread of
 * its own (section 3 of the paper).
 *
 * <p>One step: {@link tsbn.learn.Nvil} lets q draw the states of a batch of sequences and estimates
 * the gradient of the bound; an {@link tsbn.learn.Optimiser} climbs along it. {@link
 * tsbn.learn.Learner} strings steps and validations together and knows neither threads nor clocks;
 * {@link tsbn.learn.Trainer} gives it a thread, commands, readings, and copies of the model for
 * whoever wants to look. Only that thread touches live parameters.
 */
package tsbn.learn;
