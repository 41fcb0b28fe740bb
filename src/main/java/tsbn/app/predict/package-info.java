/**
 * The page that compares a sequence with what the model expected of each frame before it saw it
 * (section 9 of the model), next to guesses that need no model.
 *
 * <p>{@link tsbn.app.predict.PredictRequest} does the work on a worker, from a copy of the model;
 * {@link tsbn.app.predict.Prediction} is what comes of it, and {@link tsbn.app.predict.ErrorRow} a
 * line of the table over many sequences. The same sequence with the same seed gives the same figure
 * in both.
 */
package tsbn.app.predict;
