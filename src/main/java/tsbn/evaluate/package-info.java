/**
 * Measures of a model on data, with their protocols.
 *
 * <p>The bound is in nats per time step and comes with two means: per sequence (mean over sequences
 * of each one's mean over its frames, what the paper's tables hold) and per frame. The prediction
 * error states how many hidden samples were averaged into a prediction: one is the paper's
 * protocol. {@link tsbn.evaluate.ParticleFilter} estimates log p(V) where the bound is loose, and
 * {@link tsbn.evaluate.Evaluation#exact} computes it for models of a few units.
 */
package tsbn.evaluate;
