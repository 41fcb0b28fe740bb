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
  private Chord chordBefore;
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
    place(chord, new int[VOICES], BASS);
    before = best;
    chordBefore = chord;
    return best;
  }

  /** Tries every note for a voice and, above it, for the voices that remain. */
  private void place(Chord chord, int[] notes, int voice) {
    if (voice < SOPRANO) {
      double cost = complete(chord, notes) ? cost(chord, notes) : Double.POSITIVE_INFINITY;
      if (cost < leastCost) {
        leastCost = cost;
        best = notes.clone();
      }
      return;
    }
    int from = voice == BASS ? LOWEST[voice] : Math.max(LOWEST[voice], notes[voice + 1]);
    int to =
        voice == BASS ? HIGHEST[voice] : Math.min(HIGHEST[voice], notes[voice + 1] + WIDEST[voice]);
    for (int note = from; note <= to; note++) {
      if (voice == BASS ? mayBeBass(chord, note) : chord.has(note)) {
        notes[voice] = note;
        place(chord, notes, voice - 1);
      }
    }
  }

  /** The root; within a phrase the third as well. */
  private static boolean mayBeBass(Chord chord, int note) {
    int tone = chord.tones().indexOf(note % 12);
    return tone == 0 || (tone == 1 && !chord.closesPhrase() && chord.tones().size() == 3);
  }

  /** Every tone sounds; only the fifth of a seventh chord may be missing. */
  private static boolean complete(Chord chord, int[] notes) {
    for (int tone = 0; tone < chord.tones().size(); tone++) {
      boolean dispensable = tone == 2 && chord.tones().size() == 4;
      if (!dispensable && count(chord.tones().get(tone), notes) == 0) {
        return false;
      }
    }
    return true;
  }

  private static int count(int pitchClass, int[] notes) {
    int count = 0;
    for (int note : notes) {
      count += note % 12 == pitchClass ? 1 : 0;
    }
    return count;
  }

  private double cost(Chord chord, int[] notes) {
    double cost = 2 * random.nextDouble();
    for (int voice = 0; voice < VOICES; voice++) {
      cost += 0.2 * Math.abs(notes[voice] - 0.5 * (LOWEST[voice] + HIGHEST[voice]));
    }
    for (int voice = 0; voice < BASS; voice++) {
      cost += notes[voice] == notes[voice + 1] ? 2 : 0;
    }
    cost += chord.tones().indexOf(notes[BASS] % 12) == 1 ? 2 : 0;
    if (chord.leadingTone() >= 0 && count(chord.leadingTone(), notes) > 1) {
      cost += 20;
    }
    return before == null ? cost : cost + movement(notes);
  }

  private double movement(int[] notes) {
    double cost = notes[SOPRANO] == before[SOPRANO] ? 3 : 0;
    for (int voice = 0; voice < VOICES; voice++) {
      int step = Math.abs(notes[voice] - before[voice]);
      cost += (voice == BASS ? 0.5 : 1) * step + (step > 7 ? 5 : 0);
      boolean leading = before[voice] % 12 == chordBefore.leadingTone();
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
