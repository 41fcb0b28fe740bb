/**
 * The Generate page: sequences that the model makes up, beside real data, playing. Generation is
 * ancestral sampling (section 2 of the paper), after the first K frames of a real sequence where a
 * primer is wanted: those go through q, then p goes on alone.
 *
 * <p>A request asks for a snapshot, and a copy of that works in the background; a later request
 * puts the earlier one aside. Shown frames are {@code (K + frames) x M}, primer first, so that data
 * and samples play in step; hidden states are {@code frames x J}. What is shown of grey data are
 * expectations, of binary data samples.
 */
package tsbn.app.generate;
