/**
 * Piano rolls as sound, through the synthesiser of the JDK: played in step with a picture ({@link
 * tsbn.sound.RollPlayer}), or rendered into a file ({@link tsbn.sound.WavFile}). A frame's notes
 * are the units that are on; a key that is on in several frames in a row is held.
 *
 * <p>Whether there is a device to hear it with is not known before {@link
 * tsbn.sound.JdkSynth#open()}, and rendering works without one.
 */
package tsbn.sound;
