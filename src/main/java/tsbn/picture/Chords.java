package tsbn.picture;

import java.util.Collection;
import java.util.Optional;

/** Names the chords of three and four notes that music theory has names for. */
public final class Chords {
  /** Half tones above the root, as the bits of a number, and what is added to its name. */
  private enum Kind {
    MAJOR("", 0, 4, 7),
    MINOR("m", 0, 3, 7),
    DIMINISHED("dim", 0, 3, 6),
    AUGMENTED("aug", 0, 4, 8),
    SUSPENDED_FOURTH("sus4", 0, 5, 7),
    DOMINANT_SEVENTH("7", 0, 4, 7, 10),
    MAJOR_SEVENTH("maj7", 0, 4, 7, 11),
    MINOR_SEVENTH("m7", 0, 3, 7, 10),
    HALF_DIMINISHED("m7♭5", 0, 3, 6, 10),
    DIMINISHED_SEVENTH("dim7", 0, 3, 6, 9);

    private final String suffix;
    private final int tones;

    Kind(String suffix, int... halfTones) {
      this.suffix = suffix;
      int bits = 0;
      for (int tone : halfTones) {
        bits |= 1 << tone;
      }
      this.tones = bits;
    }
  }

  private static final int OCTAVE = 12;

  private Chords() {}

  /**
   * The name of the chord that some notes form together, such as {@code Am} or {@code G7}. In which
   * octave a note lies, and which one is lowest, makes no difference, but for augmented and
   * diminished seventh chords, whose notes are all alike: these are named by the lowest.
   *
   * @param notes MIDI notes
   * @return nothing where they form none
   */
  public static Optional<String> name(Collection<Integer> notes) {
    int present = 0;
    for (int note : notes) {
      present |= 1 << Math.floorMod(note, OCTAVE);
    }
    int lowest = notes.stream().mapToInt(Integer::intValue).min().orElse(0);
    for (int up = 0; up < OCTAVE; up++) {
      int root = Math.floorMod(lowest + up, OCTAVE);
      int above = (present >> root | present << (OCTAVE - root)) & ((1 << OCTAVE) - 1);
      for (Kind kind : Kind.values()) {
        if (kind.tones == above) {
          return Optional.of(Keyboard.pitchClass(root) + kind.suffix);
        }
      }
    }
    return Optional.empty();
  }
}
