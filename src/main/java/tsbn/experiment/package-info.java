/**
 * Data, model, settings and seed as one value ({@link tsbn.experiment.Experiment}); the named
 * starting points ({@link tsbn.experiment.Presets}); and what is left of a run on disk.
 *
 * <p>A run is a folder that anyone can read without this program: {@code experiment.json} says what
 * was done, {@code curve.csv} what was measured at each iteration, and {@code model.npz} holds
 * every parameter block under the paper's symbol (W1 .. W4, U1 .. U3, b, c, d of section 2),
 * float32 in rows, a weight block as source units x target units. Whoever loads one gets the
 * experiment back as the value it was, so that it can be repeated.
 *
 * <p>{@link tsbn.experiment.Comparison} sets runs side by side, beside baselines and beside {@link
 * tsbn.experiment.PaperFigures what the paper prints} of the same data; {@link
 * tsbn.experiment.ComparisonText} makes text of it.
 *
 * <p>Files are written beside their place and then renamed, so that a crash leaves the old file or
 * the new one. Files that are read are not trusted: shapes are checked before memory is taken.
 */
package tsbn.experiment;
