package tsbn.data.music;

/**
 * A note of a score.
 *
 * @param pitch MIDI note, 0 to 127; 60 is middle C
 * @param start when it begins, in ticks
 * @param end when it ends, in ticks, not before it begins
 * @param channel MIDI channel, counted from 0
 */
public record Note(int pitch, long start, long end, int channel) {
  /** The channel on which each pitch is a drum; number 10 to people, who count from 1. */
  public static final int DRUMS = 9;

  /** The highest MIDI note; the lowest is 0. */
  public static final int HIGHEST = 127;

  public Note {
    if (pitch < 0 || pitch > HIGHEST || channel < 0 || channel > 15 || start < 0 || end < start) {
      throw new IllegalArgumentException(
          "There is no note %d from %d to %d on channel %d.".formatted(pitch, start, end, channel));
    }
  }

  /** Whether it is a stroke on a drum. */
  public boolean drum() {
    return channel == DRUMS;
  }
}
