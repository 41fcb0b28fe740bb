package tsbn.data.source;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.BitSequence;
import tsbn.data.DataFormatException;
import tsbn.data.DataKind;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.math.RandomStream;

/**
 * Four-voice chorales composed by rule, so that music works with nothing downloaded: phrases of
 * functional harmony that end in cadences ({@link ChoraleHarmony}), set for four voices that move
 * as little as they can ({@link VoiceLeading}), with passing notes. A frame is a quarter note.
 */
final class Chorales implements BuiltinSource {
  private static final int MOST_SEQUENCES = 20_000;

  /** Frames of a whole note. */
  private static final int QUARTERS = 4;

  @Override
  public Builtin description() {
    return new Builtin(
        "builtin:chorales",
        "Chorales by rule",
        "Four-voice chorales composed by the rules of harmony, as piano rolls of 88 keys.");
  }

  @Override
  public Set<String> options() {
    return Set.of("train", "valid", "test", "seed");
  }

  @Override
  public SequenceSet open(SourceAddress address, String source, Progress progress)
      throws DataFormatException {
    Map<Split, Integer> counts = new EnumMap<>(Split.class);
    counts.put(Split.TRAIN, address.integer("train", 200, 1, MOST_SEQUENCES));
    counts.put(Split.VALID, address.integer("valid", 50, 0, MOST_SEQUENCES));
    counts.put(Split.TEST, address.integer("test", 50, 0, MOST_SEQUENCES));
    RandomStream random = new RandomStream(seed(address));
    int total = counts.values().stream().mapToInt(Integer::intValue).sum();
    int done = 0;
    Map<Split, List<Sequence>> splits = new EnumMap<>(Split.class);
    for (Split split : Split.values()) {
      List<Sequence> sequences = new ArrayList<>();
      RandomStream ofSplit = random.child(split.ordinal());
      for (int i = 0; i < counts.get(split); i++) {
        progress.check((double) done++ / total);
        sequences.add(roll(compose(ofSplit.child(i))));
      }
      splits.put(split, sequences);
    }
    return new SequenceSet(
        description().title(),
        source,
        DataKind.BINARY,
        Piano.KEYS.inTime(ChoraleHarmony.BAR, QUARTERS),
        Piano.FRAMES_PER_SECOND,
        splits,
        List.of());
  }

  /** One chorale: the four voices, soprano first, as MIDI notes by frame. */
  static List<int[]> compose(RandomStream random) {
    List<Chord> chords = ChoraleHarmony.compose(random.child(0));
    List<int[]> voicings = VoiceLeading.set(chords, random.child(1));
    RandomStream passing = random.child(2);
    List<int[]> frames = new ArrayList<>();
    for (int i = 0; i < chords.size(); i++) {
      frames.add(voicings.get(i));
      for (int beat = 1; beat < chords.get(i).beats(); beat++) {
        boolean moves = !chords.get(i).closesPhrase() && i + 1 < chords.size();
        frames.add(
            moves
                ? withPassingNotes(chords.get(i), voicings.get(i), voicings.get(i + 1), passing)
                : voicings.get(i));
      }
    }
    return frames;
  }

  /** Fills thirds between a chord and the next with the note of the scale that lies between. */
  private static int[] withPassingNotes(Chord chord, int[] from, int[] to, RandomStream random) {
    int[] notes = from.clone();
    for (int voice = 0; voice < notes.length; voice++) {
      int leap = to[voice] - from[voice];
      if (Math.abs(leap) >= 3 && Math.abs(leap) <= 4 && random.nextDouble() < 0.6) {
        int step = from[voice] + 2 * Integer.signum(leap);
        notes[voice] = chord.inScale(step) ? step : step - Integer.signum(leap);
      }
    }
    return notes;
  }

  private static Sequence roll(List<int[]> frames) {
    FMatrixRMaj roll = new FMatrixRMaj(frames.size(), Piano.KEYS.units());
    for (int t = 0; t < frames.size(); t++) {
      for (int note : frames.get(t)) {
        roll.set(t, note - Piano.KEYS.lowestNote(), 1);
      }
    }
    return BitSequence.of(roll);
  }
}
