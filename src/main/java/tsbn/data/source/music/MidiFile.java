package tsbn.data.source.music;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tsbn.data.DataFormatException;
import tsbn.data.music.Score;

/**
 * A MIDI file of format 0, 1 or 2.
 *
 * <p>The JDK's own reader is not used: it refuses format 2 and running status behind a meta event,
 * and of a file that ends too early or claims to be longer than it is it gives an empty score and
 * no word. This one goes through the bytes once and takes no memory that they do not fill.
 *
 * @param format 0, 1 or 2
 * @param scores one, of all tracks together; in format 2 one for each track
 * @param notes sentences about what is odd but usable
 */
public record MidiFile(int format, List<Score> scores, List<String> notes) {
  private static final int HEAD = 6;

  /** No head is longer; one that says so is none. */
  private static final int LONGEST_HEAD = 1000;

  /** Frames a second in film, as the upper byte of a division says them: 29 stands for 29.97. */
  private static final double DROP_FRAMES = 30_000 / 1001.0;

  public MidiFile {
    scores = List.copyOf(scores);
    notes = List.copyOf(notes);
  }

  /**
   * Reads a file. Notes of all channels are taken, those of the drums too.
   *
   * @param sustain whether the sustain pedal makes notes longer
   * @throws DataFormatException with one sentence that names file and byte
   */
  public static MidiFile read(Path path, boolean sustain) throws DataFormatException {
    return read(FileBytes.read(path), sustain);
  }

  static MidiFile read(FileBytes in, boolean sustain) throws DataFormatException {
    if (in.left() < 4 || !in.text(4).equals("MThd")) {
      throw in.wrongFile("is not a MIDI file, which begins with MThd");
    }
    long length = in.bigEndian(4);
    if (length > in.left() && length <= LONGEST_HEAD) {
      throw in.wrongFile(
          "is damaged or was not copied completely: its head should have %,d bytes and the file ends after %,d"
              .formatted(length, in.left()));
    }
    if (length < HEAD || length > in.left()) {
      throw in.wrong(4, "the head of a MIDI file cannot have %,d bytes".formatted(length));
    }
    int format = (int) in.bigEndian(2);
    if (format > 2) {
      throw in.wrong(8, "there is no MIDI file of format %d, only of 0, 1 and 2".formatted(format));
    }
    int count = (int) in.bigEndian(2);
    if (count == 0) {
      throw in.wrongFile("is a MIDI file without tracks");
    }
    double ticksPerQuarter = division(in);
    in.skip(length - HEAD);
    return tracks(in, format, count, ticksPerQuarter, sustain);
  }

  /**
   * Ticks of a quarter note. Time in frames of film is as if the tempo were 120 throughout, so that
   * a quarter is half a second.
   */
  private static double division(FileBytes in) throws DataFormatException {
    int at = in.position();
    int high = in.next();
    int low = in.next();
    if (high < 0x80) {
      if (high == 0 && low == 0) {
        throw in.wrong(at, "a quarter note cannot have 0 ticks");
      }
      return high << 8 | low;
    }
    int frames = 0x100 - high;
    if (low == 0 || !List.of(24, 25, 29, 30).contains(frames)) {
      throw in.wrong(
          at, "there is no time of %d frames a second and %d ticks a frame".formatted(frames, low));
    }
    return (frames == 29 ? DROP_FRAMES : frames) * low / 2;
  }

  private static MidiFile tracks(
      FileBytes in, int format, int count, double ticksPerQuarter, boolean sustain)
      throws DataFormatException {
    boolean film = in.all()[12] < 0;
    List<MidiEvents> sounding = new ArrayList<>();
    int track = 0;
    while (track < count) {
      int at = in.position();
      if (in.left() < 8) {
        throw in.wrongFile(
            "is damaged or was not copied completely: it has %,d of its %,d tracks"
                .formatted(track, count));
      }
      String kind = in.text(4);
      long length = in.bigEndian(4);
      if (length > in.left()) {
        throw in.wrongFile(
            "is damaged or was not copied completely: the part at byte %,d should go on for %,d bytes and the file ends after %,d"
                .formatted(at, length, in.left()));
      }
      // Parts of other kinds are for other programs, and the format says to pass over them.
      FileBytes part = in.part("the track", (int) length);
      if (kind.equals("MTrk")) {
        if (sounding.isEmpty() || format == 2) {
          sounding.add(new MidiEvents(ticksPerQuarter, film));
        }
        new MidiTrack(part, track, sounding.get(sounding.size() - 1)).read();
        track++;
      }
    }
    List<String> notes = new ArrayList<>();
    if (format == 0 && count > 1) {
      notes.add(
          "%s says it is of format 0, which has one track, and has %,d; they are taken to sound together."
              .formatted(in.file(), count));
    }
    List<Score> scores = new ArrayList<>();
    for (MidiEvents events : sounding) {
      scores.add(events.score(in.file(), sustain, notes));
    }
    return new MidiFile(format, scores, notes);
  }
}
