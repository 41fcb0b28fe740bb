/**
 * Where sequences come from: one class per file format or generator, and the catalogue {@link
 * tsbn.data.source.DataSources} that opens whatever a user names.
 *
 * <p>Two promises hold for every source. A built-in set follows from its options alone: the same
 * seed gives the same sequences on every machine, and asking for more test sequences does not
 * change the training ones. A file is never trusted: sizes are checked before memory is taken, and
 * the only exception that comes out is {@link tsbn.data.DataFormatException} with one sentence for
 * the user.
 *
 * <p>Motion capture goes through three hands: a reader gives a skeleton and frames in true units, a
 * {@link tsbn.data.source.MotionTreatment} resamples, cuts, divides and standardises them as the
 * options say, and the set's meaning keeps the coding with which all that is undone.
 *
 * <p>Music comes from MIDI files, which are sampled ({@link tsbn.data.source.MusicSource}), or as
 * lists of the notes of each frame ({@link tsbn.data.source.NoteListSource}); either way it is a
 * roll of the same 88 keys.
 *
 * <p>Texts become counts of words over time ({@link tsbn.data.source.TextData}): readers count
 * every word as it is written, and a {@link tsbn.data.source.TextTreatment} keeps the words and
 * years that the options say, and holds tokens and the last years out.
 *
 * <p>The bouncing balls and the piano rolls are those of the paper's section 5.
 */
package tsbn.data.source;
