package tsbn.picture;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.FrameMeaning;
import tsbn.data.motion.Skeleton;
import tsbn.data.motion.Up;

/**
 * A body in motion: where its joints are at every frame, how large it is, and the floor it walks
 * on. Places are ahead, left and up, in the skeleton's unit, whichever axis that calls up. Made on
 * a worker: it takes some ten milliseconds for ten thousand frames.
 */
public final class Figure {
  /** Frames that are looked at to find the length of a bone. */
  private static final int MOST_MEASURED = 25;

  /** The share of frames in which the lowest joint may be below the floor. */
  private static final double BELOW_FLOOR = 0.05;

  /** The share of the size that a picture holds of the vertical at least. */
  private static final double LEAST_TALL = 0.6;

  /** Joints at this share of the body's size above the floor, in the mean, are feet. */
  private static final double FOOT = 0.12;

  private static final int MOST_FEET = 2;

  /** The camera looks at where the body is in the mean over so long. */
  private static final double FOLLOW_SECONDS = 1.2;

  /** But never further from the body than this share of its size. */
  private static final double STRAY = 0.12;

  /** The share of the size between two lines of the floor, roughly. */
  private static final double CELL = 0.25;

  private final BodyPlan plan;
  private final float[] places;
  private final int frames;
  private final double framesPerSecond;
  private final double metresPerUnit;
  private final double size;
  private final float[] centres;
  private final int[] feet;
  private final Floor floor;

  /**
   * The floor that figures beside each other share.
   *
   * @param level its height
   * @param heading where the body looks at first, in radians from ahead to the left
   * @param tall how much of the vertical a picture has to hold
   */
  private record Floor(double level, double heading, double tall) {}

  private Figure(Figure other, Floor floor) {
    this.plan = other.plan;
    this.places = other.places;
    this.frames = other.frames;
    this.framesPerSecond = other.framesPerSecond;
    this.metresPerUnit = other.metresPerUnit;
    this.size = other.size;
    this.centres = other.centres;
    this.feet = other.feet;
    this.floor = floor;
  }

  private Figure(FrameMeaning.Motion motion, FMatrixRMaj sequence) {
    Skeleton skeleton = motion.skeleton();
    this.plan = BodyPlan.of(skeleton);
    this.frames = sequence.numRows;
    this.framesPerSecond = motion.coding().frameRate();
    this.metresPerUnit = skeleton.metresPerUnit();
    this.places = aheadLeftUp(motion.positions(sequence).data, skeleton.up());
    double length = plan.longestWay(places);
    this.size = length > 0 ? length : metresPerUnit > 0 ? 1 / metresPerUnit : 1;
    this.floor = new Floor(lowestFoot(), facing(), uprightHeight());
    this.centres = centres();
    this.feet = lowLeaves();
  }

  /**
   * The motion of a sequence, on a floor below its lowest foot.
   *
   * @param sequence T x M as a model sees it, T at least 1. Not modified.
   */
  public static Figure of(FrameMeaning.Motion motion, FMatrixRMaj sequence) {
    return new Figure(motion, sequence);
  }

  /** The same on another figure's floor, so that both can be compared. */
  public Figure beside(Figure other) {
    return new Figure(this, other.floor);
  }

  /** Number of frames T. */
  public int frames() {
    return frames;
  }

  /** Number of joints J. */
  public int joints() {
    return plan.size();
  }

  BodyPlan plan() {
    return plan;
  }

  double framesPerSecond() {
    return framesPerSecond;
  }

  /** The longest way along bones from one end to another: some 1.2 times a man's height. */
  double size() {
    return size;
  }

  /** The height of the floor. */
  double level() {
    return floor.level;
  }

  /** Where the body looks at first, in radians from ahead to the left. */
  double heading() {
    return floor.heading;
  }

  /** How much of the vertical a picture has to hold. */
  double tall() {
    return floor.tall;
  }

  /** What the body takes in most frames, and no less than a man would who lies down. */
  private double uprightHeight() {
    double[] heights = new double[frames];
    for (int t = 0; t < frames; t++) {
      double[] extent = extent(t, 2);
      heights[t] = extent[1] - extent[0];
    }
    Arrays.sort(heights);
    return Math.max(LEAST_TALL * size, heights[(int) ((1 - BELOW_FLOOR) * (frames - 1))]);
  }

  private double lowestFoot() {
    double[] lowest = new double[frames];
    for (int t = 0; t < frames; t++) {
      lowest[t] = extent(t, 2)[0];
    }
    Arrays.sort(lowest);
    return lowest[(int) (BELOW_FLOOR * (frames - 1))];
  }

  /** Square to the way from its right to its left. */
  private double facing() {
    double across = 0;
    double along = 0;
    for (int j = 0; j < plan.size(); j++) {
      int sign =
          switch (plan.sides()[j]) {
            case LEFT -> 1;
            case RIGHT -> -1;
            case MIDDLE -> 0;
          };
      along += sign * places[3 * j];
      across += sign * places[3 * j + 1];
    }
    return Math.hypot(along, across) > 1e-3 * size ? Math.atan2(-along, across) : 0;
  }

  /** The joints that leave a trail. Not to be modified. */
  int[] feet() {
    return feet;
  }

  /** From one line of the floor to the next: 1, 2 or 5 times a power of ten metres. */
  double cell() {
    double metres = metresPerUnit > 0 ? metresPerUnit : 1;
    double wanted = CELL * size * metres;
    double power = Math.pow(10, Math.floor(Math.log10(wanted)));
    double digit = wanted / power;
    return (digit < 1.5 ? 1 : digit < 3.5 ? 2 : digit < 7.5 ? 5 : 10) * power / metres;
  }

  /** The same in metres; 0 where the skeleton's unit is not known. */
  public double cellMetres() {
    return metresPerUnit > 0 ? cell() * metresPerUnit : 0;
  }

  /**
   * Where the joints are at a moment, which may lie between two frames.
   *
   * @param out 3 J values. Modified.
   */
  void pose(double now, double[] out) {
    between(places, now, out);
  }

  /** Where the camera looks at a moment: softly after the body. */
  void centre(double now, double[] out) {
    between(centres, now, out);
  }

  /** One joint at a frame. */
  void place(int frame, int joint, double[] out) {
    int at = 3 * (frame * plan.size() + joint);
    for (int axis = 0; axis < 3; axis++) {
      out[axis] = places[at + axis];
    }
  }

  private void between(float[] values, double now, double[] out) {
    double inside = Math.max(0, Math.min(frames - 1, now));
    int before = (int) inside;
    int after = Math.min(frames - 1, before + 1);
    double share = inside - before;
    int width = out.length;
    for (int i = 0; i < width; i++) {
      double from = values[before * width + i];
      out[i] = from + share * (values[after * width + i] - from);
    }
  }

  /** Turns the axes, and puts what is no number where it was a frame before. */
  private float[] aheadLeftUp(float[] xyz, Up up) {
    float[] turned = new float[xyz.length];
    int[] axes = {up.ahead(), up.left(), up.axis()};
    int width = 3 * plan.size();
    for (int at = 0; at < xyz.length; at++) {
      float value = xyz[at - at % 3 + axes[at % 3]];
      turned[at] = Float.isFinite(value) ? value : at >= width ? turned[at - width] : 0;
    }
    return turned;
  }

  /** The least and the largest of all joints along an axis. */
  private double[] extent(int frame, int axis) {
    double least = Double.POSITIVE_INFINITY;
    double largest = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < plan.size(); j++) {
      double value = places[3 * (frame * plan.size() + j) + axis];
      least = Math.min(least, value);
      largest = Math.max(largest, value);
    }
    return new double[] {least, largest};
  }

  private int[] lowLeaves() {
    int stride = 1 + (frames - 1) / MOST_MEASURED;
    double[] heights = new double[plan.size()];
    for (int j = 0; j < heights.length; j++) {
      int joint = j;
      heights[j] =
          IntStream.iterate(0, t -> t < frames, t -> t + stride)
              .mapToDouble(t -> places[3 * (t * plan.size() + joint) + 2] - floor.level)
              .average()
              .orElse(0);
    }
    return IntStream.range(0, heights.length)
        .filter(j -> plan.leaf(j) && heights[j] < FOOT * size)
        .boxed()
        .sorted((a, b) -> Double.compare(heights[a], heights[b]))
        .limit(MOST_FEET)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** T x 3: the middle of the body, twice a running mean. */
  private float[] centres() {
    float[] middle = new float[3 * frames];
    for (int t = 0; t < frames; t++) {
      for (int axis = 0; axis < 3; axis++) {
        double[] extent = extent(t, axis);
        middle[3 * t + axis] = (float) ((extent[0] + extent[1]) / 2);
      }
    }
    int half = (int) Math.max(1, Math.round(FOLLOW_SECONDS * framesPerSecond / 2));
    float[] soft = RunningMean.of(RunningMean.of(middle, 3, half), 3, half);
    float most = (float) (STRAY * size);
    for (int i = 0; i < soft.length; i++) {
      soft[i] = Math.max(middle[i] - most, Math.min(middle[i] + most, soft[i]));
    }
    return soft;
  }
}
