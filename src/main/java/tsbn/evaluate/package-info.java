/**
 * Measures of a model on data, with their protocols.
 *
 * <p>The bound is in nats per time step and comes with two means: per sequence (mean over sequences
 * of each one's mean over its frames, what the paper's tables hold) and per frame. The prediction
 * error states how many hidden samples were averaged into a prediction: one is the paper's
 * protocol. {@link tsbn.evaluate.ParticleFilter} estimates log p(V) where the bound is loose, and
 * {@link tsbn.evaluate.Evaluation#exact} computes it for models of a few units.
 *
 * <p>Of words over time, {@link tsbn.evaluate.HeldOutWords} measures how well held-out tokens and
 * future years are foretold, {@link tsbn.evaluate.WordCounting} does the same by counting alone,
 * and {@link tsbn.evaluate.Topics} reads topics and their trajectories off a model.
 *
 * <p>{@link tsbn.evaluate.Measured} is all of it at once by one {@link tsbn.evaluate.Protocol}, and
 * {@link tsbn.evaluate.Column} what may stand below one heading of a table.
 */
package tsbn.evaluate;
