package tsbn.sound;

import org.ejml.data.FMatrixRMaj;
import tsbn.data.FrameMeaning;

/**
 * What is to be heard.
 *
 * @param meaning which keys the units are
 * @param frames T x M; a unit sounds where it is at least a half. Not modified.
 */
public record Piece(FrameMeaning.PianoRoll meaning, FMatrixRMaj frames) {
  private static final float SOUNDS = 0.5f;
  private static final int NOTES = 128;

  /** Number of frames T. */
  public int length() {
    return frames.numRows;
  }

  /** Whether a MIDI note sounds in a frame. */
  boolean sounds(int frame, int note) {
    int unit = note - meaning.lowestNote();
    return unit >= 0 && unit < frames.numCols && frames.get(frame, unit) >= SOUNDS;
  }

  /** The notes there are, from 0 up to but not including this. */
  static int notes() {
    return NOTES;
  }
}
