package tsbn.data;

/**
 * What the units of a frame stand for, which is what a view needs to know to draw a frame or a
 * dictionary element. Sealed, so that every view handles every meaning.
 */
public sealed interface FrameMeaning {

  /** Number of units of a frame. */
  int units();

  /** A grey picture, row by row from the top left: unit {@code y * width + x}. */
  record Image(int width, int height) implements FrameMeaning {
    @Override
    public int units() {
      return width * height;
    }
  }

  /** Keys of a piano: unit {@code i} is the MIDI note {@code lowestNote + i}. */
  record PianoRoll(int lowestNote, int units) implements FrameMeaning {}

  /** Numbers without a picture of their own. */
  record Channels(int units) implements FrameMeaning {}
}
