package tsbn.data.music;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tsbn.data.FrameMeaning.PianoRoll;
import tsbn.data.Sequence;
import tsbn.data.music.Step.NoteValue;

/** How notes become frames: 100 ticks a quarter, keys from middle C on. */
class RollTest {
  private static final PianoRoll KEYS = new PianoRoll(60, 3);
  private static final Step QUARTER = new NoteValue(4);

  private static Score score(FrameMark mark, long... startsAndEnds) {
    List<Note> notes = new ArrayList<>();
    for (int i = 0; i < startsAndEnds.length; i += 2) {
      notes.add(new Note(60, startsAndEnds[i], startsAndEnds[i + 1], 0));
    }
    return new Score(notes, 100, TempoMap.of(100, List.of()), null, mark);
  }

  private static Score score(long... startsAndEnds) {
    return score(null, startsAndEnds);
  }

  /** The first key as a text: {@code #} where it sounds. */
  private static String first(Score score, Step step) {
    Sequence frames = Roll.of(score, step, KEYS).frames();
    StringBuilder text = new StringBuilder();
    for (int t = 0; t < frames.frames(); t++) {
      text.append(frames.get(t, 0) == 1 ? '#' : '.');
    }
    return text.toString();
  }

  @Test
  void notesSoundInTheFramesWhoseMiddleTheyCover() {
    assertEquals("#", first(score(0, 100), QUARTER));
    assertEquals("##", first(score(0, 151), QUARTER));
    assertEquals("#", first(score(0, 150), QUARTER));
    assertEquals(".#", first(score(51, 200), QUARTER));
    assertEquals("##", first(score(50, 200), QUARTER));
    // Played early and let go early, it is what was meant.
    assertEquals("..##.#", first(score(195, 380, 492, 560), QUARTER));
  }

  @Test
  void shortNotesSoundOnceWhereTheyBegin() {
    assertEquals("#", first(score(0, 10), QUARTER));
    assertEquals("#", first(score(10, 20), QUARTER));
    assertEquals(".#", first(score(95, 105), QUARTER));
    assertEquals(".#", first(score(60, 90), QUARTER));
    assertEquals(".#", first(score(100, 100), QUARTER));
    assertEquals(".#.#", first(score(100, 101, 300, 301), QUARTER));
  }

  @Test
  void notesThatOverlapOnOneKeyAreOne() {
    assertEquals("####", first(score(0, 300, 100, 400), QUARTER));
    assertEquals("####", first(score(0, 400, 100, 200), QUARTER));
    assertEquals("##.#", first(score(300, 400, 0, 100, 100, 200), QUARTER));
  }

  @Test
  void stepsMayBeAnyNoteValueOrSeconds() {
    assertEquals("##..##", first(score(0, 100, 200, 300), new NoteValue(8)));
    assertEquals("###......###", first(score(0, 100, 300, 400), new NoteValue(12)));
    assertEquals("#.#", first(score(0, 100, 400, 500), new NoteValue(2)));
    // A quarter is half a second.
    assertEquals("##..##", first(score(0, 100, 200, 300), new Step.Seconds(0.25)));
  }

  @Test
  void timeInSecondsFollowsTheTempo() {
    TempoMap tempo =
        TempoMap.of(100, List.of(new TempoMap.Change(200, 1), new TempoMap.Change(300, 0.25)));
    assertEquals(0, tempo.seconds(0));
    assertEquals(0.25, tempo.seconds(50), 1e-12);
    assertEquals(1, tempo.seconds(200), 1e-12);
    assertEquals(1.5, tempo.seconds(250), 1e-12);
    assertEquals(2.25, tempo.seconds(400), 1e-12);
    Score score = new Score(List.of(new Note(60, 200, 300, 0)), 100, tempo, null, null);
    assertEquals("..##", first(score, new Step.Seconds(0.5)));
    assertEquals("..#", first(score, QUARTER));
    assertEquals(2, Roll.of(score, QUARTER, KEYS).seconds(), 1e-12);
    // Of two tempos at one tick the second counts, and the order of ticks does not matter.
    TempoMap mended =
        TempoMap.of(
            100,
            List.of(
                new TempoMap.Change(100, 2), new TempoMap.Change(0, 3), new TempoMap.Change(0, 1)));
    assertEquals(3, mended.seconds(200), 1e-12);
  }

  @Test
  void framesOfAMarkSurviveInSilence() {
    assertEquals(".#...", first(score(new FrameMark(5, 100), 100, 200), QUARTER));
    assertEquals("....", first(score(new FrameMark(4, 100)), QUARTER));
    assertEquals("..##......", first(score(new FrameMark(5, 100), 100, 200), new NoteValue(8)));
    assertEquals("....#", first(score(new FrameMark(2, 100), 400, 500), QUARTER));
    assertEquals(new FrameMark(7, 240), FrameMark.of(new FrameMark(7, 240).text()));
    assertNull(FrameMark.of("Piano roll of 0 frames of 240 ticks"));
    assertNull(FrameMark.of("A song"));
  }

  @Test
  void notesWithoutAKeyAreCounted() {
    Score score =
        new Score(
            List.of(new Note(59, 0, 100, 0), new Note(62, 0, 100, 0), new Note(63, 0, 900, 0)),
            100,
            TempoMap.of(100, List.of()),
            null,
            null);
    Roll roll = Roll.of(score, QUARTER, KEYS);
    assertEquals(2, roll.outside());
    assertEquals(9, roll.frames().frames());
    assertEquals(1, roll.frames().get(0, 2));
  }

  @Test
  void rollsWithoutFramesOrWithTooManyAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Roll.of(score(), QUARTER, KEYS));
    assertEquals(1L << 40, Roll.frames(score(0, 100L << 40), QUARTER));
    assertThrows(
        IllegalArgumentException.class, () -> Roll.of(score(0, 100L << 40), QUARTER, KEYS));
  }

  @Test
  void theGridIsTheCoarsestThatNearlyAllNotesAreOn() {
    assertEquals(new NoteValue(4), Grid.of(List.of(score(0, 50, 100, 130, 300, 310))).step());
    assertEquals(new NoteValue(8), grid(100, 50));
    assertEquals(new NoteValue(16), grid(100, 25));
    assertEquals(new NoteValue(32), grid(100, 12.5));
    assertEquals(new NoteValue(12), grid(100, 100 / 3.0));
    assertEquals(new NoteValue(24), grid(100, 100 / 6.0));
    // Four of a hundred notes elsewhere change nothing, six do.
    assertEquals(new NoteValue(8), gridWithStrangers(4).step());
    assertEquals(new NoteValue(16), gridWithStrangers(6).step());
    // No notes at all, notes anywhere, and notes that a person played.
    assertEquals(new NoteValue(4), Grid.of(List.of()).step());
    assertEquals(false, Grid.of(List.of(score(30, 40, 41, 60, 71, 80, 112, 120))).fits());
    assertEquals(new NoteValue(8), Grid.of(List.of(score(4, 50, 45, 99, 153, 180))).step());
  }

  private static NoteValue grid(int notes, double apart) {
    long[] startsAndEnds = new long[2 * notes];
    for (int i = 0; i < notes; i++) {
      startsAndEnds[2 * i] = Math.round(i * apart);
      startsAndEnds[2 * i + 1] = startsAndEnds[2 * i] + 10;
    }
    return Grid.of(List.of(score(startsAndEnds))).step();
  }

  private static Grid gridWithStrangers(int strangers) {
    long[] startsAndEnds = new long[200];
    for (int i = 0; i < 100; i++) {
      startsAndEnds[2 * i] = i < strangers ? 100 * i + 25 : 50 * i;
      startsAndEnds[2 * i + 1] = startsAndEnds[2 * i] + 10;
    }
    return Grid.of(List.of(score(startsAndEnds)));
  }

  @Test
  void theGridOfScoresThatWereRollsIsTheirs() {
    Score marked = score(new FrameMark(8, 25), 0, 100, 200, 300);
    assertEquals(new NoteValue(16), Grid.of(List.of(marked, marked)).step());
    assertEquals(new NoteValue(4), Grid.of(List.of(marked, score(0, 100))).step());
    assertEquals(new NoteValue(4), Grid.of(List.of(score(new FrameMark(8, 23), 0, 9))).step());
  }

  @Test
  void stepsAreNamed() {
    for (String text :
        List.of("whole", "half", "quarter", "8th", "12th", "16th", "32nd", "64th", "0.25s", "2s")) {
      assertEquals(text, Step.parse(text).text());
    }
    assertEquals(new NoteValue(8), Step.parse(" 1/8 "));
    assertEquals(new NoteValue(4), Step.parse("Quarter"));
    assertEquals(new Step.Seconds(0.1), Step.parse(".1s"));
    for (String text : List.of("", "s", "0s", "7th", "8", "1000s", "-1s", "NaNs", "0.0001s")) {
      assertNull(Step.parse(text), text);
    }
  }
}
