package tsbn.data.source;

import java.util.ArrayList;
import java.util.List;
import tsbn.math.RandomStream;

/**
 * Sets chords for soprano, alto, tenor and bass: of all voicings of a chord within the voices'
 * ranges the one that costs least after the one before. Movement costs, and more so what the
 * textbooks forbid: parallel fifths and octaves, crossing voices, a doubled leading tone or one
 * that does not rise.
 */
final class VoiceLeading {
  private static final int VOICES = 4;
  private static final int SOPRANO = 0;
  private static final int BASS = 3;

  /** Ranges as MIDI notes, soprano first. */
  private static final int[] LOWEST = {60, 55, 48, 41};

  private static final int[] HIGHEST = {79, 72, 67, 60};

  /** Widest distance of each voice from the one below it. */
  private static final int[] WIDEST = {12, 12, 19};

  private final RandomStream random;
  private int[] before;
  private int leadingBefore;
  private int[] best;
  private double leastCost;

  private VoiceLeading(RandomStream random) {
    this.random = random;
  }

  /** One voicing a chord: MIDI notes, soprano first. */
  static List<int[]> set(List<Chord> chords, RandomStream random) {
    VoiceLeading leading = new VoiceLeading(random);
    List<int[]> voicings = new ArrayList<>();
    for (Chord chord : chords) {
      voicings.add(leading.next(chord));
    }
    return voicings;
  }

  private int[] next(Chord chord) {
    best = null;
    leastCost = Double.POSITIVE_INFINITY;
    new Voicings(chord).place(new int[VOICES], BASS, 0);
    before = best;
    leadingBefore = chord.leadingTone();
    return best;
  }

  /** The voicings of one chord, weighed one after the other. */
  private final class Voicings {
    private final int tones;
    private final int required;
    private final int bass;
    private final int third;
    private final int leadingTone;

    private Voicings(Chord chord) {
      tones = chord.toneBits();
      required = chord.requiredBits();
      bass = chord.bassBits();
      third = chord.tones().get(1);
      leadingTone = chord.leadingTone();
    }

    /** Tries every note for a voice and, above it, for the voices that remain. */
    private void place(int[] notes, int voice, int sounding) {
      if (voice < SOPRANO) {
        weigh(notes, sounding);
        return;
      }
      boolean lowest = voice == BASS;
      int from = lowest ? LOWEST[voice] : Math.max(LOWEST[voice], notes[voice + 1]);
      int to = lowest ? HIGHEST[voice] : Math.min(HIGHEST[voice], notes[voice + 1] + WIDEST[voice]);
      int allowed = lowest ? bass : tones;
      for (int note = from; note <= to; note++) {
        int bit = 1 << note % 12;
        if ((allowed & bit) != 0) {
          notes[voice] = note;
          place(notes, voice - 1, sounding | bit);
        }
      }
    }

    private void weigh(int[] notes, int sounding) {
      if ((sounding & required) != required) {
        return;
      }
      double cost = cost(notes) + (before == null ? 0 : movement(notes));
      if (cost < leastCost) {
        leastCost = cost;
        best = notes.clone();
      }
    }

    private double cost(int[] notes) {
      double cost = 2 * random.nextDouble();
      int leading = 0;
      for (int voice = 0; voice < VOICES; voice++) {
        cost += 0.2 * Math.abs(notes[voice] - 0.5 * (LOWEST[voice] + HIGHEST[voice]));
        leading += notes[voice] % 12 == leadingTone ? 1 : 0;
        cost += voice < BASS && notes[voice] == notes[voice + 1] ? 2 : 0;
      }
      cost += notes[BASS] % 12 == third ? 2 : 0;
      return leading > 1 ? cost + 20 : cost;
    }
  }

  private double movement(int[] notes) {
    double cost = notes[SOPRANO] == before[SOPRANO] ? 3 : 0;
    for (int voice = 0; voice < VOICES; voice++) {
      int step = Math.abs(notes[voice] - before[voice]);
      cost += (voice == BASS ? 0.5 : 1) * step + (step > 7 ? 5 : 0);
      boolean leading = before[voice] % 12 == leadingBefore;
      cost += leading && notes[voice] != before[voice] + 1 && step != 0 ? 4 : 0;
      if (voice > SOPRANO && notes[voice] > before[voice - 1]) {
        cost += 4;
      }
      for (int lower = voice + 1; lower < VOICES; lower++) {
        cost += parallel(notes, voice, lower) ? 40 : 0;
      }
    }
    return cost;
  }

  /** Whether two voices move from a perfect fifth or octave to another one. */
  private boolean parallel(int[] notes, int upper, int lower) {
    int interval = (notes[upper] - notes[lower]) % 12;
    return notes[upper] != before[upper]
        && notes[lower] != before[lower]
        && (interval == 0 || interval == 7)
        && interval == (before[upper] - before[lower]) % 12;
  }
}
