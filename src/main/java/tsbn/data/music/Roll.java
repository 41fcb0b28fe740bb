package tsbn.data.music;

import java.util.BitSet;
import tsbn.data.BitSequence;
import tsbn.data.FrameMeaning.PianoRoll;
import tsbn.data.Sequence;

/**
 * A score as frames.
 *
 * @param frames T x M, 1 where a key sounds
 * @param seconds how long the frames last together at the score's tempo
 * @param outside how many notes lie outside the keys and were left out
 */
public record Roll(Sequence frames, double seconds, int outside) {
  /** Frames that a roll can have; at 16th notes seven hours of music. */
  public static final int MOST_FRAMES = 200_000;

  /**
   * How many frames a score has: up to the end of the last note, or to the end of the roll that it
   * was made from if that is later.
   */
  public static long frames(Score score, Step step) {
    long frames = score.mark() == null ? 0 : nearest(step.steps(score, score.mark().end()));
    for (Note note : score.notes()) {
      frames = Math.max(frames, last(score, step, note, first(score, step, note)));
    }
    return frames;
  }

  /**
   * Samples a score. A note sounds in the frames whose middle it covers; a short one that covers
   * none sounds in the frame whose beginning is nearest to its own, so that none is lost and notes
   * played a little early or late stand where they were meant. Notes that follow one another on one
   * key, or overlap on it, are one as far as frames can tell.
   *
   * @throws IllegalArgumentException if there are no frames, or more than {@link #MOST_FRAMES}
   */
  public static Roll of(Score score, Step step, PianoRoll keys) {
    long frames = frames(score, step);
    if (frames < 1 || frames > MOST_FRAMES) {
      throw new IllegalArgumentException("A roll cannot have " + frames + " frames.");
    }
    BitSet bits = new BitSet((int) frames * keys.units());
    int outside = 0;
    // Notes come in the order in which they begin: what is behind this is not yet set.
    long[] setUpTo = new long[keys.units()];
    for (Note note : score.notes()) {
      int key = note.pitch() - keys.lowestNote();
      if (key < 0 || key >= keys.units()) {
        outside++;
        continue;
      }
      long first = first(score, step, note);
      long last = last(score, step, note, first);
      for (long t = Math.max(first, setUpTo[key]); t < last; t++) {
        bits.set((int) t * keys.units() + key);
      }
      setUpTo[key] = Math.max(setUpTo[key], last);
    }
    return new Roll(
        BitSequence.of((int) frames, keys.units(), bits), step.seconds(score, frames), outside);
  }

  private static long first(Score score, Step step, Note note) {
    return nearest(step.steps(score, note.start()));
  }

  /** The frame behind a note's last. */
  private static long last(Score score, Step step, Note note, long first) {
    return Math.max(first + 1, nearest(step.steps(score, note.end())));
  }

  /** The nearest line; the earlier of two, so that a note that begins in a middle covers it. */
  private static long nearest(double steps) {
    return (long) Math.ceil(steps - 0.5);
  }
}
