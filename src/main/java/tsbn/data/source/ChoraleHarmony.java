package tsbn.data.source;

import java.util.ArrayList;
import java.util.List;
import tsbn.math.RandomStream;

/**
 * The chords of a chorale: five to a dozen phrases of two or three bars. A phrase walks from the
 * tonic through the usual successions of degrees and ends in a cadence; the first and the last
 * stand in the home key, those between may stand in a neighbouring one.
 */
final class ChoraleHarmony {
  /** Beats of a bar, which are quarter notes. */
  static final int BAR = 4;

  private static final int LEAST_BARS = 10;
  private static final int MOST_BARS = 29;

  private static final int TONIC = 0;
  private static final int SUPERTONIC = 1;
  private static final int SUBDOMINANT = 3;
  private static final int DOMINANT = 4;
  private static final int SUBMEDIANT = 5;

  /** For each degree I to VI the degrees that may follow; the likelier ones several times. */
  private static final int[][] FOLLOWS = {
    {3, 3, 3, 4, 4, 5, 5, 1, 1, 2},
    {4, 4, 4, 3},
    {5, 5, 3, 3},
    {4, 4, 4, 0, 0, 1, 1},
    {0, 0, 0, 0, 5, 5},
    {1, 1, 3, 3, 4},
  };

  private static final int[] MAJOR_SCALE = {0, 2, 4, 5, 7, 9, 11};
  private static final int[] MINOR_SCALE = {0, 2, 3, 5, 7, 8, 10};
  private static final int[] MAJOR_TONICS = {0, 2, 3, 5, 7, 9, 10};
  private static final int[] MINOR_TONICS = {0, 2, 4, 7, 9, 11};

  private record Key(int tonic, boolean major) {

    /** The dominant of a major key, or its relative; the relative of a minor key. */
    Key neighbour(RandomStream random) {
      if (!major) {
        return new Key(tonic + 3, true);
      }
      return random.nextInt(2) == 0 ? new Key(tonic + 7, true) : new Key(tonic + 9, false);
    }

    /** The triad on a degree; the dominant is major in minor too. */
    Chord chord(int degree, int beats, boolean closes, boolean seventh) {
      int[] scale = major ? MAJOR_SCALE : MINOR_SCALE;
      List<Integer> pitches = new ArrayList<>();
      for (int step : scale) {
        pitches.add((tonic + step) % 12);
      }
      List<Integer> tones = new ArrayList<>();
      for (int third = 0; third < (seventh ? 4 : 3); third++) {
        tones.add(pitches.get((degree + 2 * third) % 7));
      }
      int leadingTone = -1;
      if (degree == DOMINANT) {
        leadingTone = (tonic + 11) % 12;
        tones.set(1, leadingTone);
      }
      return new Chord(List.copyOf(tones), List.copyOf(pitches), leadingTone, beats, closes);
    }
  }

  private final RandomStream random;
  private final List<Chord> chords = new ArrayList<>();

  private ChoraleHarmony(RandomStream random) {
    this.random = random;
  }

  /** Composes {@value #LEAST_BARS} to {@value #MOST_BARS} bars of four beats. */
  static List<Chord> compose(RandomStream random) {
    ChoraleHarmony harmony = new ChoraleHarmony(random);
    harmony.phrases();
    return harmony.chords;
  }

  private void phrases() {
    boolean major = random.nextInt(3) > 0;
    int[] tonics = major ? MAJOR_TONICS : MINOR_TONICS;
    Key home = new Key(tonics[random.nextInt(tonics.length)], major);
    int bars = LEAST_BARS + random.nextInt(MOST_BARS - LEAST_BARS + 1);
    boolean first = true;
    while (bars > 0) {
      int phrase = bars == 2 || (bars != 3 && random.nextInt(3) > 0) ? 2 : 3;
      phrase = bars - phrase == 1 ? 5 - phrase : phrase;
      bars -= phrase;
      boolean away = !first && bars > 0 && random.nextInt(3) == 0;
      phrase(away ? home.neighbour(random) : home, phrase * BAR, bars == 0);
      first = false;
    }
  }

  private void phrase(Key key, int beats, boolean last) {
    int left = beats - BAR;
    int degree = TONIC;
    while (left > 0) {
      int held = left > 1 && random.nextInt(5) < 2 ? 2 : 1;
      chords.add(key.chord(degree, held, false, false));
      left -= held;
      degree = pick(FOLLOWS[degree]);
    }
    cadence(key, last);
  }

  /** One bar: authentic where the chorale ends, else authentic, half or deceptive. */
  private void cadence(Key key, boolean last) {
    int preparation = random.nextInt(2) == 0 ? SUPERTONIC : SUBDOMINANT;
    int kind = last ? 0 : random.nextInt(6);
    if (kind == 5) {
      chords.add(key.chord(TONIC, 1, false, false));
      chords.add(key.chord(preparation, 1, false, false));
      chords.add(key.chord(DOMINANT, 2, true, false));
      return;
    }
    chords.add(key.chord(preparation, 1, false, false));
    chords.add(key.chord(DOMINANT, 1, false, random.nextInt(2) == 0));
    chords.add(key.chord(kind == 4 ? SUBMEDIANT : TONIC, 2, true, false));
  }

  private int pick(int[] from) {
    return from[random.nextInt(from.length)];
  }
}
