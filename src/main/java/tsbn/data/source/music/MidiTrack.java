package tsbn.data.source.music;

import tsbn.data.DataFormatException;
import tsbn.data.music.TimeSignature;

/** Goes once through the bytes of a track. */
final class MidiTrack {
  private static final int META = 0xFF;
  private static final int SYSTEM = 0xF0;
  private static final int SYSTEM_GOES_ON = 0xF7;
  private static final int TEXT = 0x01;
  private static final int END = 0x2F;
  private static final int TEMPO = 0x51;
  private static final int METER = 0x58;

  /** The mark of a roll is shorter; longer texts are songs. */
  private static final int MOST_TEXT = 100;

  private final FileBytes in;
  private final int track;
  private final MidiEvents into;
  private long tick;
  private boolean ended;

  /**
   * A track.
   *
   * @param in its bytes and no others
   * @param track its number, from 0
   */
  MidiTrack(FileBytes in, int track, MidiEvents into) {
    this.in = in;
    this.track = track;
    this.into = into;
  }

  /** Reads up to the event that ends the track, or to its last byte where that is missing. */
  void read() throws DataFormatException {
    int running = 0;
    while (!ended && in.left() > 0) {
      tick += variable();
      int at = in.position();
      int first = in.next();
      if (first == META) {
        // Strictly, running status ends here, but files go on with it and what they mean is plain.
        meta(at);
      } else if (first == SYSTEM || first == SYSTEM_GOES_ON) {
        in.skip(variable());
      } else if (first > SYSTEM) {
        throw in.wrong(at, "a file cannot hold the MIDI message %02X".formatted(first));
      } else if (first >= 0x80) {
        running = first;
        message(running, data());
      } else if (running == 0) {
        throw in.wrong(at, "there should be a MIDI message and not %02X".formatted(first));
      } else {
        message(running, first);
      }
    }
    into.end(tick);
  }

  private void message(int status, int data1) throws DataFormatException {
    int kind = status >> 4;
    boolean single = kind == 0xC || kind == 0xD; // program and pressure have one value
    int data2 = single ? 0 : data();
    if (kind == Keys.RELEASE || kind == Keys.STRIKE || kind == Keys.CONTROL) {
      into.add(new MidiEvents.ChannelEvent(tick, track, status, data1, data2));
    }
  }

  private int data() throws DataFormatException {
    int value = in.next();
    if (value > 0x7F) {
      throw in.wrong(
          in.position() - 1,
          "there should be a value and not the MIDI message %02X".formatted(value));
    }
    return value;
  }

  /** A number in up to four bytes of seven bits each, the highest first. */
  private int variable() throws DataFormatException {
    int at = in.position();
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int one = in.next();
      value = value << 7 | one & 0x7F;
      if (one < 0x80) {
        return value;
      }
    }
    throw in.wrong(at, "a number cannot have more than four bytes");
  }

  private void meta(int at) throws DataFormatException {
    int type = in.next();
    int length = variable();
    if (length > in.left()) {
      throw in.wrong(
          at,
          "the event should go on for %,d bytes and the track ends after %,d"
              .formatted(length, in.left()));
    }
    switch (type) {
      case END -> {
        in.skip(length);
        ended = true;
      }
      case TEXT -> {
        if (length <= MOST_TEXT) {
          into.text(in.text(length));
        } else {
          in.skip(length);
        }
      }
      case TEMPO -> {
        long microseconds = length == 3 ? in.bigEndian(3) : 0;
        if (microseconds == 0) {
          throw in.wrong(at, "a tempo needs three bytes that are not all 0");
        }
        into.tempo(tick, microseconds);
      }
      case METER -> {
        int beats = length >= 2 ? in.next() : 0;
        int power = length >= 2 ? in.next() : 0;
        in.skip(length >= 2 ? length - 2 : length);
        // Bars are only drawn, so one that cannot be is no reason to refuse the notes.
        if (beats > 0 && power <= 6) {
          into.meter(new TimeSignature(beats, 1 << power));
        }
      }
      default -> in.skip(length);
    }
  }
}
