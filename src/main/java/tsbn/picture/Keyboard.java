package tsbn.picture;

import java.util.function.IntUnaryOperator;
import tsbn.data.FrameMeaning;

/**
 * The keys of a piano seen from above: white keys of one width side by side, black keys between
 * them. MIDI note 60 is the middle C.
 */
public final class Keyboard {
  /** White keys from C up to, but not including, each note of an octave. */
  private static final int[] WHITES_BELOW = {0, 1, 1, 2, 2, 3, 4, 4, 5, 5, 6, 6};

  private static final String[] NAMES = {
    "C", "C♯", "D", "D♯", "E", "F", "F♯", "G", "G♯", "A", "A♯", "B"
  };

  private static final int IVORY = 0xFFFBFBF8;
  private static final int EBONY = 0xFF2B2F36;
  static final int SEAM = 0xFFB4BAC2;

  private final int lowest;
  private final int units;
  private final int firstWhite;

  public Keyboard(FrameMeaning.PianoRoll meaning) {
    this.lowest = meaning.lowestNote();
    this.units = meaning.units();
    this.firstWhite = whitesBelow(lowest);
  }

  /** Whether the key of a MIDI note is black. */
  public static boolean black(int note) {
    return switch (Math.floorMod(note, 12)) {
      case 1, 3, 6, 8, 10 -> true;
      default -> false;
    };
  }

  /** The name of a MIDI note with its octave: 60 is {@code C4}. */
  public static String name(int note) {
    return pitchClass(note) + (Math.floorDiv(note, 12) - 1);
  }

  /** The name of a MIDI note in whatever octave: 60 is {@code C}. */
  static String pitchClass(int note) {
    return NAMES[Math.floorMod(note, 12)];
  }

  /** The colour of a key that nobody touches. */
  static int resting(int note) {
    return black(note) ? EBONY : IVORY;
  }

  /** Number of white keys; a black key at either end counts the room it hangs over. */
  public int whiteKeys() {
    int last = lowest + units - 1;
    return whitesBelow(last) + 1 - firstWhite;
  }

  /** The unit whose key lies at (x, y) of a keyboard of that size; -1 beside the keys. */
  public int unitAt(double x, double y, int width, int height) {
    int key = Math.max(1, width / whiteKeys());
    for (boolean wanted : new boolean[] {true, false}) {
      for (int unit = 0; unit < units; unit++) {
        int note = lowest + unit;
        if (black(note) == wanted
            && x >= left(note, key)
            && x < left(note, key) + keyWidth(note, key)
            && y >= 0
            && y < keyHeight(note, height)) {
          return unit;
        }
      }
    }
    return -1;
  }

  /** The middle of a unit's key in a keyboard that stands in the middle of that width. */
  public double middle(int unit, int width) {
    int key = Math.max(1, width / whiteKeys());
    int note = lowest + unit;
    return centred(width) + left(note, key) + keyWidth(note, key) / 2.0;
  }

  /** Where to begin so that the keys stand in the middle of that width. */
  int centred(int width) {
    int used = Math.max(1, width / whiteKeys()) * whiteKeys();
    return Math.max(0, (width - used) / 2);
  }

  /**
   * Paints the keys, each in the colour given for its unit, as wide as whole pixels allow.
   *
   * @param colour unit to colour
   */
  void paint(Raster out, int x, int width, int height, int seamColour, IntUnaryOperator colour) {
    int key = Math.max(1, width / whiteKeys());
    int seam = key >= 3 ? 1 : 0;
    out.fill(x, 0, key * whiteKeys(), height, seamColour);
    for (boolean black : new boolean[] {false, true}) {
      for (int unit = 0; unit < units; unit++) {
        int note = lowest + unit;
        if (black(note) == black) {
          int w = keyWidth(note, key) - (black ? 0 : seam);
          out.fill(x + left(note, key), 0, w, keyHeight(note, height), colour.applyAsInt(unit));
        }
      }
    }
  }

  private int left(int note, int key) {
    int white = whitesBelow(note) - firstWhite;
    return black(note) ? white * key - blackWidth(key) / 2 : white * key;
  }

  private static int keyWidth(int note, int key) {
    return black(note) ? blackWidth(key) : key;
  }

  private static int keyHeight(int note, int height) {
    return black(note) ? Math.round(height * 0.62f) : height;
  }

  private static int blackWidth(int key) {
    return Math.max(1, Math.round(key * 0.66f));
  }

  private static int whitesBelow(int note) {
    return 7 * Math.floorDiv(note, 12) + WHITES_BELOW[Math.floorMod(note, 12)];
  }
}
