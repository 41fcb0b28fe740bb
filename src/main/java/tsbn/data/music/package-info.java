/**
 * Music as notes and as frames: what a MIDI file says, and the piano rolls that a model sees and
 * makes.
 *
 * <p>A {@link tsbn.data.music.Score} holds notes with their beginnings and ends in ticks, and a
 * {@link tsbn.data.music.TempoMap} that says when a tick is. A {@link tsbn.data.music.Roll} is T x
 * M: row t is frame t, column m the key {@code lowestNote + m}, 1 while it sounds. One frame lasts
 * a {@link tsbn.data.music.Step}, a note value or a time; the {@link tsbn.data.music.Grid} is the
 * note value that fits the notes. This is how the music of the paper's section 5.3 was made from
 * MIDI files (Boulanger-Lewandowski, Bengio and Vincent 2012): 88 keys, quarter notes for the
 * chorales and 8th notes for the Nottingham tunes.
 *
 * <p>{@link tsbn.data.music.PianoMidi} goes the other way, from a roll to a MIDI file, with a
 * {@link tsbn.data.music.FrameMark} from which the same roll is read again, whatever is in it.
 *
 * <p>Nothing here reads a file; that is {@code tsbn.data.source.music}.
 */
package tsbn.data.music;
