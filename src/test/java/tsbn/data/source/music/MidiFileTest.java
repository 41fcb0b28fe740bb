package tsbn.data.source.music;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tsbn.data.DataFormatException;
import tsbn.data.music.Score;
import tsbn.data.music.TimeSignature;
import tsbn.support.MidiBytes;
import tsbn.support.RealData;

/** Each rule of the format with bytes written by hand; 96 ticks a quarter unless it says so. */
class MidiFileTest {
  private static final String END = " 00 FF 2F 00";

  private static MidiFile read(byte[] bytes) throws DataFormatException {
    return MidiFile.read(FileBytes.of("x.mid", bytes), true);
  }

  private static MidiFile read(int format, int division, String... tracks)
      throws DataFormatException {
    return read(MidiBytes.file(format, division, tracks));
  }

  private static Score score(String... tracks) throws DataFormatException {
    return read(tracks.length == 1 ? 0 : 1, 96, tracks).scores().get(0);
  }

  /** {@code 60:0-96} and so on, with the channel behind an @ if it is not the first. */
  private static String text(Score score) {
    return score.notes().stream()
        .map(
            note ->
                note.pitch()
                    + ":"
                    + note.start()
                    + "-"
                    + note.end()
                    + (note.channel() == 0 ? "" : "@" + note.channel()))
        .collect(Collectors.joining(" "));
  }

  private static String notes(String... tracks) throws DataFormatException {
    return text(score(tracks));
  }

  @Test
  void statusRunsOn() throws Exception {
    // Struck with no force is let go; a release has a status of its own.
    assertEquals("60:0-96 62:96-192", notes("00 90 3C 40 60 3C 00 00 3E 40 60 3E 00" + END));
    assertEquals("60:0-96 62:96-192", notes("00 90 3C 40 60 80 3C 40 00 90 3E 40 60 80 3E 40"));
    // Meta events and system messages between do not end it.
    assertEquals(
        "60:0-8 62:8-16",
        notes("00 90 3C 40 00 FF 01 02 41 42 08 3C 00 00 F0 03 01 02 F7 00 3E 40 08 3E 00" + END));
    // Messages of one value, which are of no interest here, are passed over whole.
    assertEquals("60:0-8", notes("00 C0 05 00 06 00 D0 40 00 E0 00 40 00 90 3C 40 08 3C 00" + END));
  }

  @Test
  void numbersHaveOneToFourBytes() throws Exception {
    assertEquals("60:0-127", notes("00 90 3C 40 7F 3C 00"));
    assertEquals("60:0-128", notes("00 90 3C 40 81 00 3C 00"));
    assertEquals("60:0-96", notes("00 90 3C 40 80 80 60 3C 00"));
    assertEquals("60:0-268435455", notes("00 90 3C 40 FF FF FF 7F 3C 00"));
    assertEquals("60:268435455-536870910", notes("FF FF FF 7F 90 3C 40 FF FF FF 7F 3C 00"));
    refused("00 90 3C 40 FF FF FF FF 7F 3C 00", "byte 26: a number cannot have more than four");
  }

  @Test
  void temposMakeTheTimeWhicheverTrackSaysThem() throws Exception {
    // 60 quarters a minute from the first on, 240 from the second.
    Score score =
        score(
            "00 FF 51 03 0F 42 40 60 FF 51 03 03 D0 90" + END,
            "00 90 3C 40 81 40 3C 00" + END,
            "00 FF 58 04 06 03 24 08" + END);
    assertEquals(1, score.tempo().seconds(96), 1e-12);
    assertEquals(1.25, score.tempo().seconds(192), 1e-12);
    assertEquals(new TimeSignature(6, 8), score.meter());
    assertEquals(3, score.meter().quarters());
    assertEquals(0.5, score("00 90 3C 40 60 3C 00").tempo().seconds(96), 1e-12);
    assertNull(score("00 90 3C 40 60 3C 00").meter());
  }

  @Test
  void timeMayBeInFramesOfFilm() throws Exception {
    // 25 frames of 40 ticks: a tick is a millisecond, whatever a tempo says.
    Score film =
        read(0, 0xE728, "00 FF 51 03 0F 42 40 87 68 90 3C 40 60 3C 00" + END).scores().get(0);
    assertEquals("60:1000-1096", text(film));
    assertEquals(1, film.tempo().seconds(1000), 1e-12);
    assertEquals(500, film.ticksPerQuarter());
    Score drop = read(0, 0xE364, "00 90 3C 40 60 3C 00").scores().get(0);
    assertEquals(1.001, drop.tempo().seconds(3000), 1e-9);
    DataFormatException e = assertThrows(DataFormatException.class, () -> read(0, 0xE628, END));
    assertEquals(
        "x.mid, byte 12: there is no time of 26 frames a second and 40 ticks a frame.",
        e.getMessage());
  }

  @Test
  void thePedalHoldsNotes() throws Exception {
    String down = " 00 B0 40 7F";
    String up = " 10 B0 40 00";
    String note = " 00 90 3C 40 08 3C 00";
    assertEquals("60:0-24", notes(down + note + up + END));
    // Struck again, the held one ends.
    assertEquals("60:0-8 60:8-32", notes(down + note + note + up + END));
    // Still down at the key's release is what counts; a key that is down outlives the pedal.
    assertEquals("60:0-8", notes(note + down + up + END));
    assertEquals("60:0-24", notes(down + " 00 90 3C 40" + up + " 08 90 3C 00" + END));
    // Half down is up; another channel's pedal is another's, another track's is the same.
    assertEquals("60:0-8", notes(" 00 B0 40 3F" + note + up + END));
    assertEquals("60:0-8", notes(" 00 B1 40 7F" + note + up + END));
    assertEquals("60:0-24", notes(down + " 18 B0 40 00" + END, note + END));
    // Never lifted, it holds to the end; a reset lifts it, and an end to all sound is one.
    assertEquals("60:0-40", notes(down + note + " 20 FF 2F 00"));
    assertEquals("60:0-24", notes(down + note + " 10 B0 79 00" + " 20 FF 2F 00"));
    assertEquals("60:0-24", notes(down + note + " 10 B0 78 00" + " 20 FF 2F 00"));
    assertEquals("60:0-24", notes(down + " 00 90 3C 40 08 B0 7B 00" + up + END));
    assertEquals("60:0-8", notes(" 00 90 3C 40 08 B0 7B 00" + " 20 FF 2F 00"));
    byte[] bytes = MidiBytes.file(0, 96, down + note + up + END);
    MidiFile without = MidiFile.read(FileBytes.of("x.mid", bytes), false);
    assertEquals("60:0-8", text(without.scores().get(0)));
  }

  @Test
  void notesOfOnePitchMayOverlap() throws Exception {
    // The first release ends the older one.
    assertEquals("60:0-10 60:5-15", notes("00 90 3C 40 05 3C 40 05 3C 00 05 3C 00"));
    assertEquals("60:0-10 60:5-15@1", notes("00 90 3C 40 05 91 3C 40 05 90 3C 00 05 91 3C 00"));
    // Two tracks on one channel are two voices.
    assertEquals("60:0-10 60:5-8", notes("00 90 3C 40 0A 3C 00", "05 90 3C 40 03 3C 00"));
    // Releases without a strike are nothing.
    assertEquals("60:5-10", notes("00 80 3C 40 05 90 3C 40 05 3C 00 05 3C 00"));
  }

  @Test
  void notesWithoutAnEndLastAsLongAsTheFile() throws Exception {
    MidiFile file = read(1, 96, "00 90 3C 40 00 3E 40 08 3E 00" + END, "40 FF 2F 00");
    assertEquals("60:0-64 62:0-8", text(file.scores().get(0)));
    assertEquals(
        List.of("x.mid: 1 note has no end and is taken to last as long as the file."),
        file.notes());
  }

  @Test
  void drumsAreOnChannelTen() throws Exception {
    Score score = score("00 99 24 40 00 90 3C 40 08 99 24 00 00 90 3C 00" + END);
    assertEquals("36:0-8@9 60:0-8", text(score));
    assertEquals("60:0-8", text(score.withoutDrums()));
  }

  @Test
  void tracksOfFormatTwoAreScoresOfTheirOwn() throws Exception {
    String[] tracks = {
      "00 FF 51 03 0F 42 40 00 90 3C 40 08 3C 00" + END, "00 90 3E 40 08 3E 00" + END
    };
    MidiFile file = read(2, 96, tracks);
    assertEquals(2, file.scores().size());
    assertEquals("60:0-8", text(file.scores().get(0)));
    assertEquals("62:0-8", text(file.scores().get(1)));
    assertEquals(1, file.scores().get(0).tempo().seconds(96), 1e-12);
    assertEquals(0.5, file.scores().get(1).tempo().seconds(96), 1e-12);
    assertEquals("60:0-8 62:0-8", notes(tracks));
    MidiFile odd = read(0, 96, tracks);
    assertEquals("60:0-8 62:0-8", text(odd.scores().get(0)));
    assertTrue(odd.notes().get(0).contains("format 0, which has one track, and has 2"));
  }

  @Test
  void whatTheFileHoldsBesideIsPassedOver() throws Exception {
    byte[] head = Arrays.copyOf(MidiBytes.file(0, 96, ""), 14);
    head[7] = 8; // a head of two more bytes than it needs
    head[11] = 1;
    byte[] bytes =
        MidiBytes.hex(
            java.util.HexFormat.of().formatHex(head)
                + "0000" // which are these
                + "58595A20 00000002 0102" // a part of another kind
                + "4D54726B 00000007 00903C40083C00"
                + "99"); // and something behind the last track
    assertEquals("60:0-8", text(read(bytes).scores().get(0)));
    // Behind the end of a track too.
    assertEquals("60:0-8", notes("00 90 3C 40 08 3C 00" + END + " 05 F4 FF"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          00 F4 00 90 3C 40     | byte 23: a file cannot hold the MIDI message F4.
          00 3C 40              | byte 23: there should be a MIDI message and not 3C.
          00 90 3C 90           | byte 25: there should be a value and not the MIDI message 90.
          00 90 3C              | byte 25: the track ends where it should go on.
          00 90 3C 40 81        | byte 27: the track ends where it should go on.
          00 FF 01 05 41        | byte 23: the event should go on for 5 bytes and the track ends after 1.
          00 FF 01 FF FF FF 7F  | byte 23: the event should go on for 268,435,455 bytes and the track ends after 0.
          00 F0 FF FF FF 7F     | byte 28: the track ends where it should go on.
          00 FF 51 03 00 00 00  | byte 23: a tempo needs three bytes that are not all 0.
          00 FF 51 02 10 00     | byte 23: a tempo needs three bytes that are not all 0.
          """)
  void damagedTracksAreRefusedWithTheirByte(String track, String sentence) {
    DataFormatException e = refused(track, sentence);
    assertEquals("x.mid, " + sentence, e.getMessage());
  }

  private static DataFormatException refused(String track, String part) {
    DataFormatException e = assertThrows(DataFormatException.class, () -> score(track));
    assertTrue(e.getMessage().contains(part), e.getMessage());
    return e;
  }

  @Test
  void damagedHeadsAreRefused() {
    byte[] good = MidiBytes.file(1, 96, "00 90 3C 40 08 3C 00", "00 FF 2F 00");
    assertRefused(new byte[0], "x.mid is empty.");
    assertRefused(
        "a song".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
        "x.mid is not a MIDI file, which begins with MThd.");
    assertRefused(with(good, 7, 5), "x.mid, byte 4: the head of a MIDI file cannot have 5 bytes.");
    assertRefused(
        with(good, 4, 0x7F),
        "x.mid, byte 4: the head of a MIDI file cannot have 2,130,706,438 bytes.");
    assertRefused(
        with(good, 9, 3), "x.mid, byte 8: there is no MIDI file of format 3, only of 0, 1 and 2.");
    assertRefused(with(good, 11, 0), "x.mid is a MIDI file without tracks.");
    assertRefused(with(good, 13, 0), "x.mid, byte 12: a quarter note cannot have 0 ticks.");
    assertRefused(
        with(good, 10, 0xFF),
        "x.mid is damaged or was not copied completely: it has 2 of its 65,282 tracks.");
    assertRefused(
        with(good, 18, 0x7F),
        "x.mid is damaged or was not copied completely: the part at byte 14 should go on for 2,130,706,439 bytes and the file ends after 19.");
    assertRefused(
        Arrays.copyOf(good, 10),
        "x.mid is damaged or was not copied completely: its head should have 6 bytes and the file ends after 2.");
    assertRefused(Arrays.copyOf(good, 6), "x.mid, byte 6: the file ends where it should go on.");
  }

  private static byte[] with(byte[] bytes, int at, int value) {
    byte[] other = bytes.clone();
    other[at] = (byte) value;
    return other;
  }

  private static void assertRefused(byte[] bytes, String sentence) {
    DataFormatException e = assertThrows(DataFormatException.class, () -> read(bytes));
    assertEquals(sentence, e.getMessage());
  }

  @Test
  void thePlayedSongHasAllItsNotes() throws Exception {
    Score score = MidiFile.read(RealData.midi("pretty_midi_example.mid"), true).scores().get(0);
    assertEquals(4956, score.notes().size());
    assertEquals(4956 - 888, score.withoutDrums().notes().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"c-major-scale", "running-status-metaevent", "smpte-offset", "vlq-3-byte"})
  void allWaysToWriteTheScaleGiveTheScale(String name) throws Exception {
    MidiFile file = MidiFile.read(RealData.midi("test-" + name + ".mid"), true);
    assertEquals(
        "60:0-96 62:96-192 64:192-288 65:288-384 67:384-480 69:480-576 71:576-672 72:672-768",
        text(file.scores().get(0)));
    assertEquals(List.of(), file.notes());
  }
}
