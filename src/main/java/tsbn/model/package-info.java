/**
 * What every model of sequences can do: predict the next frame and make up new ones.
 *
 * <p>A sequence is T x M, row t = frame v_t. {@link tsbn.model.Predictor} is handed frames one by
 * one, so a prediction cannot read what it predicts (the authors' order-1 code does). {@link
 * tsbn.model.Parameters} are named blocks of floats; gradients have the same form.
 */
package tsbn.model;
