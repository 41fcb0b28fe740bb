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

  /** The tones as a set: bit p for pitch class p. */
  int toneBits() {
    return tones.stream().mapToInt(tone -> 1 << tone).reduce(0, (a, b) -> a | b);
  }

  /** The tones that must sound: all but the fifth of a seventh chord. */
  int requiredBits() {
    return tones.size() == 4 ? toneBits() & ~(1 << tones.get(2)) : toneBits();
  }

  /** The tones that may be in the bass: the root; within a phrase the third of a triad as well. */
  int bassBits() {
    boolean inverted = !closesPhrase && tones.size() == 3;
    return 1 << tones.get(0) | (inverted ? 1 << tones.get(1) : 0);
  }
}
