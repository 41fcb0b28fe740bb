package tsbn.data.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tsbn.data.DataFormatException;
import tsbn.data.DataKind;
import tsbn.data.FrameMeaning;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.data.SequenceLabel;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.support.MidiBytes;
import tsbn.support.RealData;

class MusicSourceTest {
  /** Middle C for a quarter, then D and a low drum for an 8th. */
  static final byte[] TUNE =
      MidiBytes.file(
          0, 96, "00 90 3C 40 60 3C 00 00 3E 40 00 99 24 40 30 24 00 00 90 3E 00 00 FF 2F 00");

  /** What the pickle and the JSON hold, as the MATLAB file does. */
  private static final String CHORALES = "JSB_Chorales.mat";

  private static final String DRUMS_LEFT_OUT =
      "2 of 6 notes are drums, which are left out unless drums are kept (?drums=keep).";

  @TempDir Path folder;

  private static SequenceSet open(Object source) throws DataFormatException {
    return DataSources.open(source.toString(), Progress.NONE);
  }

  private Path tune(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, TUNE);
  }

  /** Frames as MIDI notes: {@code 60|60|62}. */
  private static String notes(SequenceSet set) {
    Sequence frames = set.get(Split.TRAIN).get(0);
    StringBuilder text = new StringBuilder();
    for (int t = 0; t < frames.frames(); t++) {
      text.append(t == 0 ? "" : "|");
      for (int m = 0; m < 88; m++) {
        text.append(frames.get(t, m) == 1 ? 21 + m + " " : "");
      }
    }
    return text.toString().replace(" |", "|").strip();
  }

  @Test
  void aTuneIsSampledAtItsOwnNoteValue() throws Exception {
    SequenceSet set = open(tune("a tune.mid"));
    assertEquals("60|62", notes(set));
    assertEquals("a tune", set.name());
    assertEquals(folder.resolve("a tune.mid") + "?step=quarter", set.source());
    assertEquals(DataKind.BINARY, set.kind());
    assertEquals(new FrameMeaning.PianoRoll(21, 88, 4, 4), set.meaning());
    assertEquals(2, set.framesPerSecond(), 1e-12);
    assertEquals(new SequenceLabel("a tune", ""), set.label(Split.TRAIN, 0));
    assertEquals(
        List.of("1 of 3 notes are drums, which are left out unless drums are kept (?drums=keep)."),
        set.warnings());
    assertEquals(set.warnings(), open(set.source()).warnings());
  }

  @Test
  void optionsSayHowATuneIsSampled() throws Exception {
    Path tune = tune("a.mid");
    assertEquals("60|60|62", notes(open(tune + "?step=8th")));
    assertEquals(4, open(tune + "?step=8th").framesPerSecond(), 1e-12);
    assertEquals("60|60|60|60|62|62", notes(open(tune + "?step=0.125s")));
    assertEquals(8, open(tune + "?step=0.125s").framesPerSecond());
    assertEquals("60|36 62", notes(open(tune + "?drums=keep")));
    assertEquals(tune + "?drums=keep&step=quarter", open(tune + "?drums=keep").source());
    Path held =
        Files.write(
            folder.resolve("held.mid"),
            MidiBytes.file(0, 96, "00 B0 40 7F 00 90 3C 40 60 3C 00 60 B0 40 00 00 FF 2F 00"));
    assertEquals("60|60", notes(open(held)));
    assertEquals("60", notes(open(held + "?sustain=false")));
    refused(tune + "?step=7th", "the option step must be a note value (whole, half, quarter, 8th");
    refused(tune + "?drums=no", "the option drums must be drop or keep, not \"no\".");
    refused(tune + "?sustain=1", "the option sustain must be true or false, not \"1\".");
    refused(
        tune + "?resolution=8th", "has no option \"resolution\"; it has drums, only, seed, step,");
  }

  @Test
  void theTimeSignatureGivesTheBars() throws Exception {
    Path waltz =
        Files.write(
            folder.resolve("waltz.mid"),
            MidiBytes.file(
                0, 96, "00 FF 58 04 03 02 18 08 00 90 3C 40 60 3C 00 00 90 3E 40 60 3E 00"));
    assertEquals(new FrameMeaning.PianoRoll(21, 88, 3, 4), open(waltz).meaning());
    assertEquals(new FrameMeaning.PianoRoll(21, 88, 6, 8), open(waltz + "?step=8th").meaning());
    // Three quarter notes are one and a half halves.
    assertEquals(new FrameMeaning.PianoRoll(21, 88, 0, 2), open(waltz + "?step=half").meaning());
    assertEquals(new FrameMeaning.PianoRoll(21, 88), open(waltz + "?step=0.25s").meaning());
  }

  @Test
  void temposGiveTheMeanSpeed() throws Exception {
    // A quarter of a second, then one of half a second.
    Path file =
        Files.write(
            folder.resolve("a.mid"),
            MidiBytes.file(
                0, 96, "00 FF 51 03 0F 42 40 00 90 3C 40 60 FF 51 03 07 A1 20 60 3C 00"));
    assertEquals(2 / 1.5, open(file).framesPerSecond(), 1e-12);
  }

  @Test
  void notesOffTheKeysAndOffTheGridAreSaid() throws Exception {
    Path low =
        Files.write(
            folder.resolve("a.mid"),
            MidiBytes.file(0, 96, "00 90 14 40 00 3C 40 60 14 00 00 3C 00"));
    assertEquals(
        List.of(
            "1 note lies outside the 88 keys of a piano (MIDI notes 21 to 108) and is left out."),
        open(low).warnings());
    Path free =
        Files.write(
            folder.resolve("b.mid"),
            MidiBytes.file(0, 96, "1D 90 3C 40 0A 3C 00 05 3C 40 17 3C 00 0B 3C 40 10 3C 00"));
    assertTrue(open(free).warnings().get(0).startsWith("Only "), open(free).warnings().get(0));
    assertTrue(
        open(free)
            .warnings()
            .get(0)
            .contains("the one that fits best; choose another note value or seconds (?step="));
    Path none = Files.write(folder.resolve("c.mid"), MidiBytes.file(0, 96, "00 FF 2F 00"));
    assertEquals("c.mid has no notes.", refused(none, ""));
    Path drums =
        Files.write(folder.resolve("d.mid"), MidiBytes.file(0, 96, "00 99 24 40 30 24 00"));
    assertEquals(
        "d.mid has no notes but those of drums; ?drums=keep keeps them.", refused(drums, ""));
    Path endless =
        Files.write(folder.resolve("e.mid"), MidiBytes.file(0, 1, "00 90 3C 40 FF FF FF 7F 3C 00"));
    assertEquals(
        "e lasts 268,435,455 frames of quarter and a sequence can have 200,000 at most; choose longer ones, such as ?step=half or ?step=2s.",
        refused(endless, ""));
  }

  @Test
  void aFolderIsDividedByNameOrByShare() throws Exception {
    for (int i = 10; i < 30; i++) {
      tune("t" + i + (i % 2 == 0 ? ".mid" : ".MIDI"));
    }
    Files.writeString(folder.resolve("notes.txt"), "not music");
    assertTrue(DataSources.holdsData(folder));
    SequenceSet set = open(folder);
    assertEquals(16, set.get(Split.TRAIN).size());
    assertEquals(2, set.get(Split.VALID).size());
    assertEquals(2, set.get(Split.TEST).size());
    assertEquals(folder.getFileName().toString(), set.name());
    assertEquals(set.labels(), open(set.source()).labels());
    assertFalse(set.labels().equals(open(folder + "?seed=2").labels()));
    SequenceSet named = open(folder + "?test=T11,t20&valid=0");
    assertEquals("t11", named.label(Split.TEST, 0).name());
    assertEquals("t20", named.label(Split.TEST, 1).name());
    assertEquals(18, named.get(Split.TRAIN).size());
    refused(folder + "?test=t99", "names \"t99\", and there is no piece of that name.");
    assertEquals(5, open(folder + "?test=0.25&valid=0").get(Split.TEST).size());
    SequenceSet some = open(folder + "?only=t29,t12&test=t12&valid=0");
    assertEquals(2, some.all().size());
    assertEquals("t29", some.label(Split.TRAIN, 0).name());
    assertEquals(some.labels(), open(some.source()).labels());
    refused(folder + "?only=t12,t99", "only names \"t99\", and there is no piece of that name.");
  }

  @Test
  void foldersTrainValidAndTestAreTheSplits() throws Exception {
    tune("train/b.mid");
    tune("train/a.mid");
    tune("test/c.mid");
    assertTrue(DataSources.holdsData(folder));
    SequenceSet set = open(folder);
    assertEquals(
        List.of("a", "b"),
        set.labels().get(Split.TRAIN).stream().map(SequenceLabel::name).toList());
    assertEquals(0, set.get(Split.VALID).size());
    assertEquals("c", set.label(Split.TEST, 0).name());
    refused(folder + "?test=0.5", "its folders train, valid and test say what is held out");
    tune("d.mid");
    assertTrue(
        open(folder)
            .warnings()
            .contains("1 MIDI file beside the folders train, valid and test is left out."));
    assertEquals(3, open(folder).all().size());
    Files.write(folder.resolve("train/a.mid"), new byte[0]);
    Files.write(folder.resolve("train/b.mid"), new byte[0]);
    refused(folder, "has no MIDI file to train on that can be used: a.mid is empty.");
  }

  @Test
  void whatElseAFolderHoldsIsSaid() throws Exception {
    tune("a.mid");
    tune("b.mid");
    assertEquals(List.of(DRUMS_LEFT_OUT), open(folder).warnings());
    tune("more/c.mid");
    Files.createDirectories(folder.resolve("empty"));
    assertTrue(
        open(folder)
            .warnings()
            .contains(
                "Only the MIDI files are opened; more in the same folder can be opened on its own."));
    for (String name : List.of("songs.mat", "songs.pickle", "songs.txt", "songs.json")) {
      Files.createFile(folder.resolve(name));
    }
    assertTrue(
        open(folder)
            .warnings()
            .contains(
                "Only the MIDI files are opened; songs.json, songs.mat, songs.pickle and 1 more in the same folder can be opened on their own."));
    assertEquals(
        List.of(DRUMS_LEFT_OUT),
        open(folder + "?only=a,b").warnings(),
        "who names files wants no other");
  }

  @Test
  void filesOfAFolderThatCannotBeReadAreLeftOut() throws Exception {
    for (int i = 0; i < 8; i++) {
      Files.write(folder.resolve("bad" + i + ".mid"), new byte[0]);
    }
    refused(folder, "has no MIDI file to train on that can be used: bad0.mid is empty.");
    tune("good.mid");
    SequenceSet set = open(folder);
    assertEquals(1, set.all().size());
    assertEquals("Left out: bad0.mid is empty.", set.warnings().get(0));
    assertEquals("3 more files cannot be used and are left out.", set.warnings().get(5));
  }

  @Test
  void filesOfOneFolderOpenTogether() throws Exception {
    Path a = tune("a.mid");
    Path b = tune("b.midi");
    assertEquals(Optional.of(folder.toString()), DataSources.together(List.of(b, a)));
    Path c = tune("c.mid");
    assertEquals(Optional.of(folder + "?only=c,a"), DataSources.together(List.of(c, a)));
    assertEquals(2, open(DataSources.together(List.of(c, a)).orElseThrow()).all().size());
    assertEquals(Optional.empty(), DataSources.together(List.of(a)));
    assertEquals(
        Optional.empty(),
        DataSources.together(List.of(a, Files.createFile(folder.resolve("d.mat")))));
    assertEquals(Optional.empty(), DataSources.together(List.of(a, tune("other/e.mid"))));
    assertEquals(Optional.empty(), DataSources.together(List.of(a, tune("f,g.mid"))));
  }

  @Test
  void foldersOfOtherThingsAreRefused() throws Exception {
    assertFalse(DataSources.holdsData(folder));
    refused(folder, ", without music (.mid files)");
    tune("a.mid");
    Files.writeString(folder.resolve("a.bvh"), MotionSourceTest.BVH);
    refused(folder, "holds motions and music; put them into folders of their own.");
  }

  @Test
  void everyGoodFileOpens() throws Exception {
    try (Stream<Path> files = Files.list(RealData.midi("nottingham_tunes"))) {
      for (Path file : files.toList()) {
        SequenceSet set = open(file);
        assertEquals(1, set.all().size());
        assertEquals(List.of(), set.warnings(), file.toString());
      }
    }
    SequenceSet two = open(RealData.midi("test-2-tracks-type-2.mid"));
    assertEquals(2, two.all().size());
    assertEquals("test-2-tracks-type-2 #2", two.label(Split.TRAIN, 1).name());
    assertEquals("|60|62|64|65|67|69|71|72", notes(two));
    String both = "|60 61|62 63|64 65|65 66|67 68|69 70|71 72|72 73";
    assertEquals(both, notes(open(RealData.midi("test-2-tracks-type-1.mid"))));
    SequenceSet odd = open(RealData.midi("test-2-tracks-type-0.mid"));
    assertEquals(notes(open(RealData.midi("test-2-tracks-type-1.mid"))), notes(odd));
    assertEquals(
        List.of(
            "test-2-tracks-type-0.mid says it is of format 0, which has one track, and has 2; they are taken to sound together."),
        odd.warnings());
    assertEquals(8, open(RealData.midi("test-multichannel-chords-1.mid")).all().get(0).frames());
    for (String name : List.of("c-major-scale", "running-status-metaevent", "vlq-3-byte")) {
      assertEquals("60|62|64|65|67|69|71|72", notes(open(RealData.midi("test-" + name + ".mid"))));
    }
    SequenceSet song = open(RealData.midi("pretty_midi_example.mid"));
    assertTrue(
        song.warnings()
            .contains(
                "888 of 4,956 notes are drums, which are left out unless drums are kept (?drums=keep)."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          corrupt-file-missing-byte | is damaged or was not copied completely: the part at byte 14 should go on for 246 bytes and the file ends after 245.
          empty-file                | is empty.
          illegal-message-f4        | byte 205: a file cannot hold the MIDI message F4.
          not-a-midi-file           | is not a MIDI file, which begins with MThd.
          """)
  void everyBadFileGivesOneSentence(String name, String sentence) {
    String file = "test-" + name + ".mid";
    String found = refused(RealData.midi(file), sentence);
    assertTrue(found.startsWith(file), found);
  }

  @Test
  void theTunesOfAFolderHaveOneGrid() throws Exception {
    SequenceSet set = open(RealData.midi("nottingham_tunes"));
    assertEquals(60, set.all().size());
    assertTrue(set.source().endsWith("?step=8th"), set.source());
    assertEquals(4, set.framesPerSecond(), 1e-9);
    assertEquals(List.of(), set.warnings());
    assertEquals(6, set.get(Split.TEST).size());
  }

  @Test
  void theChoralesAreTheSameInThreeFormats() throws Exception {
    SequenceSet mat = open(RealData.music(CHORALES));
    for (String name : List.of("JSB Chorales.pickle", "jsb-chorales-quarter.json")) {
      SequenceSet set = open(RealData.music(name));
      assertEquals(382, set.all().size());
      for (Split split : Split.values()) {
        assertEquals(mat.get(split).size(), set.get(split).size());
        for (int i = 0; i < mat.get(split).size(); i++) {
          assertArrayEquals(
              mat.get(split).get(i).toMatrix().data,
              set.get(split).get(i).toMatrix().data,
              name + " " + split + " " + i);
        }
      }
      assertEquals(mat.framesPerSecond(), set.framesPerSecond());
      assertEquals(mat.meaning(), set.meaning());
      assertEquals(List.of(), set.warnings());
    }
  }

  @Test
  void listsOfNotesOpenByTheirEnding() throws Exception {
    Path json = Files.writeString(folder.resolve("a.JSON"), "{\"train\": [[[60], [], [62]]]}");
    SequenceSet set = open(json);
    assertEquals("60||62", notes(set));
    assertEquals("a", set.name());
    assertEquals(json.toString(), set.source());
    assertEquals(
        List.of("There are no valid sequences.", "There are no test sequences."), set.warnings());
    refused(json + "?step=8th", "has no option \"step\"; it has none.");
    // {'train': [[(60,)]]}
    Path pickle =
        Files.write(
            folder.resolve("b.pkl"),
            MidiBytes.hex("80 02 7D 55 05 74 72 61 69 6E 5D 5D 28 4B 3C 85 65 61 73 2E"));
    assertEquals("60", notes(open(pickle)));
  }

  private static String refused(Object source, String part) {
    DataFormatException e = assertThrows(DataFormatException.class, () -> open(source));
    assertTrue(e.getMessage().contains(part), e.getMessage());
    assertTrue(e.getMessage().endsWith("."), e.getMessage());
    return e.getMessage();
  }
}
