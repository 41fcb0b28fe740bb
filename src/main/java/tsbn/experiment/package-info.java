/**
 * Data, model, settings and seed as one value ({@link tsbn.experiment.Experiment}); the named
 * starting points ({@link tsbn.experiment.Presets}); and what is left of a run on disk.
 *
 * <p>A run is a folder that anyone can read without this program: {@code experiment.json} says what
 * was done, {@code curve.csv} what was measured at each iteration, and {@code model.npz} holds
 * every parameter block under the paper's symbol (W1 .. W4, U1 .. U3, b, c, d of section 2),
 * float32 in rows, a weight block as source units x target units. Whoever loads one gets the
 * experiment back as the value it was, so that it can be repeated. While a run is trained, {@link
 * tsbn.experiment.RunKeeper} adds {@code checkpoints/}, from which {@link
 * tsbn.experiment.Continuation} goes on bit for bit, {@code state.json}, which says how far it is,
 * and {@code run.lock}, which keeps a second program out.
 *
 * <p>{@link tsbn.experiment.RunStore} has the runs of a user, with what the user says of them.
 * {@link tsbn.experiment.Comparison} sets runs side by side, beside baselines and beside {@link
 * tsbn.experiment.PaperFigures what the paper prints} of the same data; {@link
 * tsbn.experiment.ComparisonText} makes text of it.
 *
 * <p>Files are written beside their place, are on the disk before they are renamed, and so are the
 * old or the new after a crash; the curve alone grows at its end, and a checkpoint is written after
 * the lines that belong to it. Files that are read are not trusted: sizes are checked before memory
 * is taken, and a checkpoint that is damaged is passed over for the one before.
 */
package tsbn.experiment;
