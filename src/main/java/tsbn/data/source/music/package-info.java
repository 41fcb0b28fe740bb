/**
 * The formats of music, one class each: MIDI files ({@link tsbn.data.source.music.MidiFile}), and
 * lists of notes by frame, which {@link tsbn.data.source.music.PickleFile} reads from Python's
 * pickles and {@link tsbn.data.source.music.JsonFile} from JSON as plain trees, and {@link
 * tsbn.data.source.music.NoteLists} makes into sequences.
 *
 * <p>A file is not trusted: whatever is in it, what comes out is one of these or a {@link
 * tsbn.data.DataFormatException} whose sentence names the file and the place, no more memory is
 * taken than a small multiple of the file's size, and nothing that a file asks for is run.
 */
package tsbn.data.source.music;
