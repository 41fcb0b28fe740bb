package tsbn.data;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.motion.MotionCodec;
import tsbn.data.motion.MotionCoding;
import tsbn.data.motion.RootCoding;
import tsbn.data.motion.Skeleton;

/**
 * What the units of a frame stand for, which is what a view needs to know to draw a frame or a
 * dictionary element. Sealed, so that every view handles every meaning.
 */
public sealed interface FrameMeaning {

  /** Number of units of a frame. */
  int units();

  /** Whether frames are plain numbers rather than pictures or keys with values in [0, 1]. */
  default boolean numbers() {
    return false;
  }

  /** Whether a whole sequence is best seen as a heat map, which shows no frame by itself. */
  default boolean heatMap() {
    return numbers();
  }

  /** What one unit is, in a word or two, such as {@code lfemur rx}. */
  default String unitName(int unit) {
    return "channel " + (unit + 1);
  }

  /** A grey picture, row by row from the top left: unit {@code y * width + x}. */
  record Image(int width, int height) implements FrameMeaning {
    @Override
    public int units() {
      return width * height;
    }
  }

  /**
   * Keys of a piano: unit {@code i} is the MIDI note {@code lowestNote + i}.
   *
   * @param framesPerBar how many frames make a bar; 0 where that is not known
   * @param framesPerWhole how many frames make a whole note: 4 where a frame is a quarter note; 0
   *     where frames are no note value, or that is not known
   */
  record PianoRoll(int lowestNote, int units, int framesPerBar, int framesPerWhole)
      implements FrameMeaning {
    /** Keys of music of which neither bars nor note value are known. */
    public PianoRoll(int lowestNote, int units) {
      this(lowestNote, units, 0, 0);
    }

    /** The same keys, of music with so many frames in a bar and in a whole note. */
    public PianoRoll inTime(int bar, int whole) {
      return new PianoRoll(lowestNote, units, bar, whole);
    }

    /** Quarter notes a minute of music that plays so fast; 0 where frames are no note value. */
    public double quartersPerMinute(double framesPerSecond) {
      return framesPerWhole == 0 ? 0 : 60 * 4 * framesPerSecond / framesPerWhole;
    }
  }

  /** Numbers without a picture of their own. */
  record Channels(int units) implements FrameMeaning {
    @Override
    public boolean numbers() {
      return true;
    }
  }

  /**
   * How often each word of a vocabulary stands in a text.
   *
   * @param words unit m counts word m; none twice
   */
  record Words(List<String> words) implements FrameMeaning {
    public Words {
      words = List.copyOf(words);
    }

    @Override
    public int units() {
      return words.size();
    }

    @Override
    public boolean numbers() {
      return true;
    }

    /** A text is seen as its most frequent words. */
    @Override
    public boolean heatMap() {
      return false;
    }

    /** The word. */
    @Override
    public String unitName(int unit) {
      return words.get(unit);
    }
  }

  /**
   * The motion of a skeleton as the coding gives it: T x M units stand for T x C channels in true
   * units, which stand for the places of J joints.
   *
   * @param skeleton what moves
   * @param coding what was done to the motion
   */
  record Motion(Skeleton skeleton, MotionCoding coding) implements FrameMeaning {
    public Motion {
      if (skeleton == null || coding == null) {
        throw new IllegalArgumentException("A motion needs a skeleton and its treatment.");
      }
      new MotionCodec(skeleton, coding);
    }

    @Override
    public int units() {
      return coding.units();
    }

    @Override
    public boolean numbers() {
      return true;
    }

    /** {@code lfemur rx}, or {@code root turn} where the root is given by velocities. */
    @Override
    public String unitName(int unit) {
      int column = coding.columns().kept().get(unit);
      RootCoding root = coding.root();
      return column < root.names().size()
          ? skeleton.joints().get(0).name() + " " + root.names().get(column)
          : skeleton.channelName(column);
    }

    /** Index of the joint that a unit moves; -1 for the velocities of the whole body. */
    public int jointOf(int unit) {
      int column = coding.columns().kept().get(unit);
      return coding.root().isVelocity(column) ? -1 : skeleton.jointOf(column);
    }

    /** The motion in true units: T x M as T x C, with the velocities of the body added up. */
    public FMatrixRMaj decode(FMatrixRMaj frames) {
      return new MotionCodec(skeleton, coding).decode(frames);
    }

    /**
     * The places of the joints.
     *
     * @param frames T x M. Not modified.
     * @return T x 3 J: x, y, z of joint 0, then of joint 1 and so on, in the skeleton's unit
     */
    public FMatrixRMaj positions(FMatrixRMaj frames) {
      return new MotionCodec(skeleton, coding).positions(frames);
    }
  }
}
