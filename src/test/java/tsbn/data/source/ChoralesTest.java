package tsbn.data.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tsbn.data.DataFormatException;
import tsbn.data.DataKind;
import tsbn.data.FrameMeaning;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.data.SequenceSet;
import tsbn.data.SetFacts;
import tsbn.data.Split;
import tsbn.math.RandomStream;

class ChoralesTest {
  private static final int CHORALES = 100;

  @Test
  void theSetLooksLikeTheChoralesOfThePaper() throws DataFormatException {
    SequenceSet set = DataSources.open("builtin:chorales", Progress.NONE);
    SetFacts facts = SetFacts.of(set);
    assertEquals(200, facts.splits().get(Split.TRAIN).sequences());
    assertEquals(50, facts.splits().get(Split.VALID).sequences());
    assertEquals(50, facts.splits().get(Split.TEST).sequences());
    assertEquals(DataKind.BINARY, set.kind());
    assertEquals(new FrameMeaning.PianoRoll(21, 88, 4, 4), set.meaning());
    assertEquals(2, set.framesPerSecond());
    assertEquals(1, facts.max());
    double notes = facts.density() * 88;
    assertTrue(notes > 3.5 && notes <= 4, "notes a frame " + notes);
    for (SetFacts.SplitFacts split : facts.splits().values()) {
      assertTrue(split.minLength() >= 40 && split.maxLength() <= 120);
    }
  }

  @Test
  void voicesKeepTheirRangesAndOrder() {
    int[] lowest = {60, 55, 48, 41};
    int[] highest = {79, 72, 67, 60};
    for (int seed = 0; seed < CHORALES; seed++) {
      for (int[] notes : Chorales.compose(new RandomStream(seed))) {
        for (int voice = 0; voice < 4; voice++) {
          assertTrue(notes[voice] >= lowest[voice] && notes[voice] <= highest[voice]);
          assertTrue(voice == 0 || notes[voice] <= notes[voice - 1] + 2, "voices cross far");
        }
      }
    }
  }

  @Test
  void everyChordSoundsWithItsRootAndThirdAndPhrasesEndInRootPosition() {
    for (int seed = 0; seed < CHORALES; seed++) {
      List<Chord> chords = ChoraleHarmony.compose(new RandomStream(seed));
      List<int[]> voicings = VoiceLeading.set(chords, new RandomStream(seed));
      for (int i = 0; i < chords.size(); i++) {
        Set<Integer> sounding = new HashSet<>();
        for (int note : voicings.get(i)) {
          sounding.add(note % 12);
        }
        assertTrue(chords.get(i).tones().containsAll(sounding));
        assertTrue(sounding.contains(chords.get(i).tones().get(0)));
        assertTrue(sounding.contains(chords.get(i).tones().get(1)));
        if (chords.get(i).closesPhrase()) {
          assertEquals(chords.get(i).tones().get(0), voicings.get(i)[3] % 12);
        }
      }
    }
  }

  @Test
  void parallelFifthsAndOctavesAreRare() {
    int moves = 0;
    int parallels = 0;
    for (int seed = 0; seed < CHORALES; seed++) {
      List<int[]> voicings =
          VoiceLeading.set(ChoraleHarmony.compose(new RandomStream(seed)), new RandomStream(seed));
      for (int i = 1; i < voicings.size(); i++) {
        moves++;
        parallels += hasParallel(voicings.get(i - 1), voicings.get(i)) ? 1 : 0;
      }
    }
    assertTrue(parallels <= moves / 100, parallels + " of " + moves);
  }

  @Test
  void choralesBeginAndEndOnTheTonic() {
    Set<Integer> tonics = new HashSet<>();
    for (int seed = 0; seed < CHORALES; seed++) {
      List<Chord> chords = ChoraleHarmony.compose(new RandomStream(seed));
      Chord last = chords.get(chords.size() - 1);
      assertEquals(chords.get(0).tones(), last.tones());
      assertTrue(last.closesPhrase());
      assertEquals(
          last.tones().get(0), (chords.get(chords.size() - 2).leadingTone() + 1) % 12, "cadence");
      tonics.add(last.tones().get(0));
    }
    assertTrue(tonics.size() >= 6, "keys " + tonics);
  }

  @Test
  void choralesFollowFromTheSeedAndNotFromTheSizesOfTheSplits() throws DataFormatException {
    SequenceSet small = DataSources.open("builtin:chorales?train=2&valid=1&test=1", Progress.NONE);
    SequenceSet large = DataSources.open("builtin:chorales?train=4&valid=3&test=2", Progress.NONE);
    for (Split split : Split.values()) {
      Sequence first = small.get(split).get(0);
      assertArrayEquals(first.toMatrix().data, large.get(split).get(0).toMatrix().data);
    }
  }

  private static boolean hasParallel(int[] from, int[] to) {
    for (int upper = 0; upper < 4; upper++) {
      for (int lower = upper + 1; lower < 4; lower++) {
        int before = Math.floorMod(from[upper] - from[lower], 12);
        int after = Math.floorMod(to[upper] - to[lower], 12);
        if (before == after
            && (after == 0 || after == 7)
            && from[upper] != to[upper]
            && from[lower] != to[lower]) {
          return true;
        }
      }
    }
    return false;
  }
}
