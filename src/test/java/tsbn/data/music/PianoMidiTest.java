package tsbn.data.music;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsbn.data.FrameMeaning.PianoRoll;
import tsbn.data.Progress;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.data.music.Step.NoteValue;
import tsbn.data.source.DataSources;
import tsbn.math.RandomStream;

class PianoMidiTest {
  private static final PianoRoll KEYS = new PianoRoll(21, 88);

  @TempDir Path folder;

  private Path write(FMatrixRMaj frames, double framesPerSecond) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PianoMidi.write(KEYS, frames, framesPerSecond, 19, out);
    return Files.write(folder.resolve("roll.mid"), out.toByteArray());
  }

  @Test
  void anyRollIsReadAgainAsItWas() throws Exception {
    RandomStream random = new RandomStream(6);
    double[] rates = {0.06, 1, 2, 3.7, 8, 12.5, 30, 120};
    for (int round = 0; round < 80; round++) {
      int length = 1 + random.nextInt(60);
      double density = random.nextInt(4) * 0.15;
      FMatrixRMaj roll = new FMatrixRMaj(length, 88);
      for (int t = 0; t < length; t++) {
        for (int m = 0; m < 88; m++) {
          boolean same = t > 0 && random.nextInt(2) == 0;
          roll.set(t, m, same ? roll.get(t - 1, m) : random.nextDouble() < density ? 1 : 0);
        }
      }
      double rate = rates[round % rates.length];
      SequenceSet set = DataSources.open(write(roll, rate).toString(), Progress.NONE);
      FMatrixRMaj again = set.get(Split.TRAIN).get(0).toMatrix();
      assertEquals(length, again.numRows, "round " + round);
      assertArrayEquals(roll.data, again.data, "round " + round);
      assertEquals(rate, set.framesPerSecond(), 1e-4 * rate);
      assertEquals(List.of(), set.warnings());
      String step = "?step=" + PianoMidi.frame(KEYS, rate).text();
      assertEquals(folder.resolve("roll.mid") + step, set.source());
    }
  }

  @Test
  void silenceIsKeptAtBothEnds() throws Exception {
    FMatrixRMaj roll = new FMatrixRMaj(9, 88);
    SequenceSet silent = DataSources.open(write(roll, 2).toString(), Progress.NONE);
    assertEquals(9, silent.get(Split.TRAIN).get(0).frames());
    roll.set(3, 40, 1);
    SequenceSet one = DataSources.open(write(roll, 2).toString(), Progress.NONE);
    assertArrayEquals(roll.data, one.get(Split.TRAIN).get(0).toMatrix().data);
  }

  @Test
  void heldKeysAreOneNoteAtTheRightTempo() throws Exception {
    FMatrixRMaj roll = new FMatrixRMaj(4, 88);
    for (int t = 0; t < 3; t++) {
      roll.set(t, 39, 1);
    }
    roll.set(3, 41, 0.5f); // a shade that counts
    roll.set(2, 43, 0.49f); // and one that does not
    Sequence sequence =
        MidiSystem.getSequence(new ByteArrayInputStream(Files.readAllBytes(write(roll, 2))));
    assertEquals(480, sequence.getResolution());
    assertEquals(2_000_000, sequence.getMicrosecondLength());
    List<String> events = new ArrayList<>();
    Track track = sequence.getTracks()[0];
    for (int i = 0; i < track.size(); i++) {
      if (track.get(i).getMessage() instanceof ShortMessage message) {
        events.add(
            track.get(i).getTick()
                + " "
                + Integer.toHexString(message.getCommand())
                + " "
                + message.getData1());
      }
    }
    assertEquals(List.of("0 c0 19", "0 90 60", "1440 80 60", "1440 90 62", "1920 80 62"), events);
  }

  @Test
  void aFrameIsTheLongestNoteValueOfALikelyTempo() {
    assertEquals(new NoteValue(4), PianoMidi.frame(KEYS, 0.1));
    assertEquals(new NoteValue(4), PianoMidi.frame(KEYS, 4));
    assertEquals(new NoteValue(8), PianoMidi.frame(KEYS, 4.1));
    assertEquals(new NoteValue(16), PianoMidi.frame(KEYS, 16));
    assertEquals(new NoteValue(32), PianoMidi.frame(KEYS, 30));
    assertEquals(new NoteValue(32), PianoMidi.frame(KEYS, 1000));
  }

  @Test
  void noteValueAndBarsAreReadAgain() throws Exception {
    FMatrixRMaj roll = new FMatrixRMaj(24, 88);
    for (int t = 0; t < 24; t++) {
      roll.set(t, 30 + t % 5, 1);
    }
    PianoRoll[] times = {
      KEYS.inTime(8, 8), KEYS.inTime(6, 8), KEYS.inTime(9, 24), KEYS.inTime(3, 2), KEYS.inTime(5, 4)
    };
    for (PianoRoll time : times) {
      for (double rate : new double[] {0.5, 4, 9}) {
        Path file = folder.resolve("roll.mid");
        try (OutputStream out = Files.newOutputStream(file)) {
          PianoMidi.write(time, roll, rate, 0, out);
        }
        SequenceSet set = DataSources.open(file.toString(), Progress.NONE);
        assertEquals(time, set.meaning());
        assertEquals(rate, set.framesPerSecond(), 1e-4 * rate);
        assertArrayEquals(roll.data, set.get(Split.TRAIN).get(0).toMatrix().data);
      }
    }
    assertEquals(120, KEYS.inTime(8, 8).quartersPerMinute(4));
  }

  @Test
  void aTempoThatNoFileCanSayIsThatOfAnotherNoteValue() {
    assertEquals(new NoteValue(32), PianoMidi.frame(KEYS.inTime(32, 32), 1));
    assertEquals(new NoteValue(4), PianoMidi.frame(KEYS.inTime(32, 32), 0.1));
    assertEquals(new NoteValue(4), PianoMidi.frame(KEYS.inTime(7, 7), 1), "there are no 7ths");
  }

  @Test
  void whatMidiCannotSayIsRefused() {
    FMatrixRMaj roll = new FMatrixRMaj(2, 88);
    refused(new PianoRoll(50, 88), roll, 2, 0);
    refused(KEYS, new FMatrixRMaj(2, 87), 2, 0);
    refused(KEYS, new FMatrixRMaj(0, 88), 2, 0);
    refused(KEYS, roll, 2, 128);
    refused(KEYS, roll, 2, -1);
    for (double rate : new double[] {0, -2, 0.05, 1e9, Double.NaN, Double.POSITIVE_INFINITY}) {
      refused(KEYS, roll, rate, 0);
    }
  }

  private static void refused(PianoRoll keys, FMatrixRMaj roll, double rate, int program) {
    assertThrows(
        IllegalArgumentException.class,
        () -> PianoMidi.write(keys, roll, rate, program, new ByteArrayOutputStream()));
  }
}
