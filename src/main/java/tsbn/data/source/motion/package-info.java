/**
 * The text formats of motion capture, one class each: Acclaim's skeleton ({@link
 * tsbn.data.source.motion.AsfFile}) and motion ({@link tsbn.data.source.motion.AmcFile}), and
 * Biovision's ({@link tsbn.data.source.motion.BvhFile}), which is both.
 *
 * <p>A reader gives a {@link tsbn.data.motion.Skeleton} or a motion in true units, T x C, with
 * every angle in degrees. A file is not trusted: whatever is in it, what comes out is one of these
 * or a {@link tsbn.data.DataFormatException} whose sentence names the file and the line, and no
 * more memory is taken than a small multiple of the file's size.
 */
package tsbn.data.source.motion;
