package tsbn.data.motion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What was done to a motion before a model saw it, step by step in this order; a {@link
 * MotionCodec} does and undoes it.
 *
 * @param recordedRate frames a second of the recording
 * @param frameRate frames a second of what the model sees
 * @param continuous whether full turns are taken out of angles that jump by about one
 * @param root what it sees of the root
 * @param columns which columns it sees, and how they are shifted and scaled
 * @param chunk frames of the pieces that sequences were cut in; 0 where they are whole
 */
public record MotionCoding(
    double recordedRate,
    double frameRate,
    boolean continuous,
    RootCoding root,
    Standardisation columns,
    int chunk) {
  /** More frames a second than this no camera makes. */
  public static final double MOST_FRAMES_PER_SECOND = 1000;

  public MotionCoding {
    requireRate(recordedRate);
    requireRate(frameRate);
    if (root == null || columns == null || chunk < 0) {
      throw new IllegalArgumentException("The treatment of a motion is not complete.");
    }
  }

  private static void requireRate(double rate) {
    if (!(rate > 0 && rate <= MOST_FRAMES_PER_SECOND)) {
      throw new IllegalArgumentException("A motion needs from 0 to 1000 frames a second.");
    }
  }

  /** Every channel as it was recorded. */
  public static MotionCoding none(Skeleton skeleton, double frameRate) {
    return new MotionCoding(
        frameRate,
        frameRate,
        false,
        RootCoding.ABSOLUTE,
        Standardisation.none(skeleton.channels()),
        0);
  }

  /** The same with other columns. */
  public MotionCoding with(Standardisation other) {
    return new MotionCoding(recordedRate, frameRate, continuous, root, other, chunk);
  }

  /** Number of units M of a frame that a model sees. */
  public int units() {
    return columns.units();
  }

  /** The steps in words, one sentence each, in their order; none where nothing is done. */
  public List<String> steps() {
    List<String> steps = new ArrayList<>();
    if (recordedRate != frameRate) {
      steps.add(
          "Resampled from %s to %s frames a second."
              .formatted(plain(recordedRate), plain(frameRate)));
    }
    if (continuous) {
      steps.add("Full turns taken out of angles that jump from one frame to the next.");
    }
    if (root != RootCoding.ABSOLUTE) {
      steps.add("The root is given by velocities, turn, height and lean of the body.");
    }
    int dropped = columns.columns() - columns.units();
    if (dropped > 0) {
      steps.add(
          "%d of %d channels kept, the others are constant."
              .formatted(columns.units(), columns.columns()));
    }
    if (columns.scales()) {
      steps.add("Each channel standardised to mean 0 and standard deviation 1.");
    }
    if (chunk > 0) {
      steps.add("Cut in pieces of %d frames.".formatted(chunk));
    }
    return List.copyOf(steps);
  }

  private static String plain(double rate) {
    return rate == Math.rint(rate)
        ? Long.toString((long) rate)
        : String.format(Locale.ROOT, "%.4g", rate);
  }
}
