/**
 * Sequences, sets of them, and what a frame means.
 *
 * <p>A sequence is {@code T x M}: row t is the frame v_t of the paper's section 2, column m one of
 * M visible units. A {@link tsbn.data.SequenceSet} holds sequences of one M in three splits,
 * together with what the numbers are ({@link tsbn.data.DataKind}), which decides the visible
 * distribution, and what the units stand for ({@link tsbn.data.FrameMeaning}), which decides how a
 * frame is drawn.
 *
 * <p>Everything here is an immutable value that any thread may read: the trainer, the evaluation
 * and a player can share one set without copies. How a sequence keeps its numbers is hidden behind
 * {@link tsbn.data.Sequence}, because the paper's 4000 videos are 1.4 GB as floats and a few
 * megabytes as the things they are made of.
 */
package tsbn.data;
