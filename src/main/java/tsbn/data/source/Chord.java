package tsbn.data.source;

import java.util.List;

/**
 * A chord of a chorale before it is given to voices. Notes are pitch classes, 0 = C to 11 = B.
 *
 * @param tones root, third, fifth and perhaps seventh
 * @param scale the scale of the key it stands in
 * @param leadingTone the tone that wants to rise by a semitone; -1 where there is none
 * @param beats how many frames it lasts
 * @param closesPhrase whether it is the last of a phrase: held, and in root position
 */
record Chord(
    List<Integer> tones, List<Integer> scale, int leadingTone, int beats, boolean closesPhrase) {

  boolean inScale(int note) {
    return scale.contains(Math.floorMod(note, 12));
  }

  /** Whether a note, of any octave, belongs to the chord. */
  boolean has(int note) {
    return tones.contains(Math.floorMod(note, 12));
  }
}
