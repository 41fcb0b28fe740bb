package tsbn.sound;

import java.util.BitSet;

/**
 * Sounds a roll in step with a picture of it: told the picture's moment at every pulse, it begins
 * and ends notes ahead of it by the time that they take to be heard, so that a note is heard within
 * half a pulse of the moment at which its frame is shown. Speed changes nothing but when notes
 * begin and end.
 *
 * <p>A picture that began to move at once would leave the notes of its first moments behind. So it
 * waits for {@link Synth#latency} before it goes on from anywhere but where it came from, and says
 * how much of that is left. Not for two threads at once.
 */
public final class RollPlayer {
  /** Half a pulse: the next one would on average come as much too late as this one too early. */
  private static final double HALF_PULSE = 1 / 120.0;

  private final Synth synth;
  private final BitSet sounding = new BitSet(Piece.notes());

  public RollPlayer(Synth synth) {
    this.synth = synth;
  }

  /**
   * The picture has come to a moment, and goes on.
   *
   * @param position in frames
   * @param wait seconds for which it stands still before it goes on
   * @param framesPerSecond how fast it goes on
   * @param loop frames after which the picture begins again, which may be more than those of the
   *     piece; 0 where it ends
   */
  public void at(Piece piece, double position, double wait, double framesPerSecond, int loop) {
    double ahead = Math.max(0, synth.latency() + HALF_PULSE - wait);
    double heard = position + ahead * framesPerSecond;
    if (loop > 0) {
      heard %= loop;
    }
    int frame = (int) Math.floor(heard);
    boolean ended = frame >= piece.length();
    for (int note = 0; note < Piece.notes(); note++) {
      sound(note, !ended && piece.sounds(frame, note));
    }
  }

  /** Ends all notes. */
  public void silence() {
    for (int note = sounding.nextSetBit(0); note >= 0; note = sounding.nextSetBit(note + 1)) {
      sound(note, false);
    }
  }

  private void sound(int note, boolean on) {
    if (on != sounding.get(note)) {
      if (on) {
        synth.noteOn(note);
      } else {
        synth.noteOff(note);
      }
      sounding.set(note, on);
    }
  }
}
