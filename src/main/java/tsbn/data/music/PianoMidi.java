package tsbn.data.music;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.FrameMeaning.PianoRoll;
import tsbn.data.music.Step.NoteValue;

/**
 * A piano roll as MIDI, to be played or written to a file. A key that sounds in frames that follow
 * one another is one held note; one frame is the note value of the roll or, where that is not
 * known, the longest of quarter, 8th, 16th and 32nd for which the tempo is at most 240 quarters a
 * minute. Where bars are known, the time signature is written. A {@link FrameMark} says how many
 * frames there are and how long they last, so that reading the file gives the same roll again.
 */
public final class PianoMidi {
  private static final int TICKS_PER_QUARTER = 480;
  private static final List<NoteValue> FRAMES =
      List.of(new NoteValue(4), new NoteValue(8), new NoteValue(16), new NoteValue(32));
  private static final double FASTEST_QUARTERS_PER_SECOND = 4;

  /** What the three bytes of a tempo can say, in microseconds a quarter. */
  private static final double MOST_MICROSECONDS = (1 << 24) - 1;

  private static final int TEXT = 0x01;
  private static final int END = 0x2F;
  private static final int TEMPO = 0x51;
  private static final int SIGNATURE = 0x58;
  private static final int CLOCKS_PER_QUARTER = 24;
  private static final int LOUDNESS = 80;

  private PianoMidi() {}

  /**
   * Writes a roll as a MIDI file of format 0.
   *
   * @param meaning which keys the columns are
   * @param frames T x M; a key sounds where the value is at least one half. Not modified.
   * @param framesPerSecond how fast, 0.06 to 1,000,000
   * @param program the instrument, a General MIDI program counted from 0; 0 is a grand piano
   * @param out not closed
   * @throws IllegalArgumentException if a key is no MIDI note, or a number is out of its range
   */
  public static void write(
      PianoRoll meaning, FMatrixRMaj frames, double framesPerSecond, int program, OutputStream out)
      throws IOException {
    MidiSystem.write(sequence(meaning, frames, framesPerSecond, program), 0, out);
  }

  /** The same as a sequence to play; the parameters are those of {@link #write}. */
  public static Sequence sequence(
      PianoRoll meaning, FMatrixRMaj frames, double framesPerSecond, int program) {
    if (meaning.lowestNote() < 0 || meaning.lowestNote() + meaning.units() - 1 > Note.HIGHEST) {
      throw new IllegalArgumentException("A key of the roll is no MIDI note.");
    }
    if (frames.numRows < 1 || frames.numCols != meaning.units()) {
      throw new IllegalArgumentException(
          "A roll of %d keys cannot be %d x %d."
              .formatted(meaning.units(), frames.numRows, frames.numCols));
    }
    NoteValue frame = frame(meaning, framesPerSecond);
    int ticks = TICKS_PER_QUARTER * 4 / frame.parts();
    try {
      Sequence sequence = new Sequence(Sequence.PPQ, TICKS_PER_QUARTER);
      Track track = sequence.createTrack();
      FrameMark mark = new FrameMark(frames.numRows, ticks);
      add(track, 0, meta(TEXT, mark.text().getBytes(StandardCharsets.US_ASCII)));
      add(track, 0, tempo(microsecondsPerQuarter(framesPerSecond, frame)));
      TimeSignature meter = TimeSignature.of(meaning.framesPerBar() * frame.quarters());
      if (meter != null) {
        add(track, 0, signature(meter));
      }
      add(track, 0, new ShortMessage(ShortMessage.PROGRAM_CHANGE, 0, program, 0));
      for (int t = 0; t <= frames.numRows; t++) {
        // Ends before beginnings, so that no key is let go that was just struck.
        for (boolean begins : new boolean[] {false, true}) {
          strike(track, (long) t * ticks, begins, meaning, frames, t);
        }
      }
      add(track, mark.end(), meta(END, new byte[0]));
      return sequence;
    } catch (InvalidMidiDataException e) {
      throw new IllegalArgumentException("There is no instrument " + program + ".", e);
    }
  }

  /** The note value that a frame is written as: its own, if there is a tempo that is so slow. */
  static NoteValue frame(PianoRoll meaning, double framesPerSecond) {
    NoteValue own = NoteValue.of(meaning.framesPerWhole());
    if (own != null && microsecondsPerQuarter(framesPerSecond, own) <= MOST_MICROSECONDS) {
      return own;
    }
    for (NoteValue value : FRAMES) {
      double quartersPerSecond = framesPerSecond * value.quarters();
      if (quartersPerSecond <= FASTEST_QUARTERS_PER_SECOND) {
        return value;
      }
    }
    return FRAMES.get(FRAMES.size() - 1);
  }

  private static double microsecondsPerQuarter(double framesPerSecond, NoteValue frame) {
    return 1e6 / (framesPerSecond * frame.quarters());
  }

  /** The keys that begin to sound at a frame, or those that end with the one before. */
  private static void strike(
      Track track, long tick, boolean begins, PianoRoll meaning, FMatrixRMaj frames, int t)
      throws InvalidMidiDataException {
    for (int m = 0; m < meaning.units(); m++) {
      boolean before = t > 0 && frames.get(t - 1, m) >= 0.5;
      boolean now = t < frames.numRows && frames.get(t, m) >= 0.5;
      if (before != now && now == begins) {
        int command = begins ? ShortMessage.NOTE_ON : ShortMessage.NOTE_OFF;
        add(track, tick, new ShortMessage(command, 0, meaning.lowestNote() + m, LOUDNESS));
      }
    }
  }

  private static MetaMessage tempo(double microseconds) throws InvalidMidiDataException {
    long rounded = Math.round(microseconds);
    if (!(microseconds <= MOST_MICROSECONDS) || rounded < 1) {
      throw new IllegalArgumentException(
          "MIDI has no tempo of %s microseconds a quarter.".formatted(microseconds));
    }
    return meta(TEMPO, new byte[] {(byte) (rounded >> 16), (byte) (rounded >> 8), (byte) rounded});
  }

  /** Beats, their value as a power of two, clocks of a beat, 32nds of a quarter. */
  private static MetaMessage signature(TimeSignature meter) throws InvalidMidiDataException {
    int power = Integer.numberOfTrailingZeros(meter.unit());
    int clocks = CLOCKS_PER_QUARTER * 4 / meter.unit();
    return meta(SIGNATURE, new byte[] {(byte) meter.beats(), (byte) power, (byte) clocks, 8});
  }

  private static MetaMessage meta(int type, byte[] data) throws InvalidMidiDataException {
    return new MetaMessage(type, data, data.length);
  }

  private static void add(Track track, long tick, MidiMessage message) {
    track.add(new MidiEvent(message, tick));
  }
}
