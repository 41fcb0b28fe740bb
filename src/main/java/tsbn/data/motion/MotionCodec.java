package tsbn.data.motion;

import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;

/**
 * Does and undoes a {@link MotionCoding}. {@code decode(encode(x))} is x at the coding's frame rate
 * up to full turns of an angle; where the root is coded by velocities it begins at the origin with
 * heading 0, and dropped channels are at their constants. Not for two threads at once.
 */
public final class MotionCodec {
  /** Nothing turns as far from one frame to the next, in degrees. */
  private static final double JUMP = 270;

  private final Skeleton skeleton;
  private final MotionCoding coding;
  private final BodyRoot root;
  private final ForwardKinematics kinematics;

  /**
   * For the motions of a skeleton.
   *
   * @throws IllegalArgumentException if the coding does not fit it
   */
  public MotionCodec(Skeleton skeleton, MotionCoding coding) {
    if (coding.columns().columns() != skeleton.channels()) {
      throw new IllegalArgumentException(
          "The skeleton has %d channels and its treatment is for %d."
              .formatted(skeleton.channels(), coding.columns().columns()));
    }
    boolean velocities = coding.root() != RootCoding.ABSOLUTE;
    if (velocities && !BodyRoot.fits(skeleton)) {
      throw new IllegalArgumentException(
          "The root of the skeleton cannot be given by velocities: it needs three translations and three rotations.");
    }
    this.skeleton = skeleton;
    this.coding = coding;
    this.root = velocities ? new BodyRoot(skeleton, coding.root(), coding.frameRate()) : null;
    this.kinematics = new ForwardKinematics(skeleton);
  }

  /** Whether the root of a skeleton can be given by velocities. */
  public static boolean rootCanBeRelative(Skeleton skeleton) {
    return BodyRoot.fits(skeleton);
  }

  /**
   * What a model sees of a motion.
   *
   * @param frames T x C in true units, at the coding's recorded rate. Not modified.
   * @return T' x M
   */
  public DMatrixRMaj encode(DMatrixRMaj frames) {
    return encode(frames, coding.recordedRate());
  }

  /** The same for a motion with {@code rate} frames a second. */
  public DMatrixRMaj encode(DMatrixRMaj frames, double rate) {
    return coding.columns().encode(columns(frames, rate));
  }

  /** All columns before any is dropped or scaled, T' x C. */
  public DMatrixRMaj columns(DMatrixRMaj frames, double rate) {
    DMatrixRMaj columns = new Resampling(skeleton).apply(frames, rate, coding.frameRate());
    if (coding.continuous()) {
      unwrap(columns);
    }
    if (root != null) {
      root.encode(columns);
    }
    return columns;
  }

  /** Takes full turns out of angles that jump from frame to frame by about one. */
  private void unwrap(DMatrixRMaj frames) {
    int first = 0;
    for (Joint joint : skeleton.joints()) {
      for (Channel channel : joint.channels()) {
        for (int t = 1; channel.rotates() && t < frames.numRows; t++) {
          double jump = frames.get(t, first) - frames.get(t - 1, first);
          if (Math.abs(jump) > JUMP) {
            frames.set(t, first, frames.get(t, first) - 360 * Math.rint(jump / 360));
          }
        }
        first++;
      }
    }
  }

  /**
   * The motion behind what a model sees.
   *
   * @param units T x M. Not modified.
   * @return T x C in true units, at the coding's frame rate
   */
  public DMatrixRMaj decode(DMatrixRMaj units) {
    DMatrixRMaj frames = coding.columns().decode(units);
    if (root != null) {
      root.decode(frames);
    }
    return frames;
  }

  /** {@link #encode(DMatrixRMaj)} of float frames. */
  public FMatrixRMaj encode(FMatrixRMaj frames) {
    return narrow(encode(widen(frames)));
  }

  /** {@link #decode(DMatrixRMaj)} of float frames. */
  public FMatrixRMaj decode(FMatrixRMaj units) {
    return narrow(decode(widen(units)));
  }

  /**
   * The places of the joints in what a model sees.
   *
   * @param units T x M. Not modified.
   * @return T x 3 J: x, y, z of joint 0, then of joint 1 and so on, in the skeleton's unit
   */
  public FMatrixRMaj positions(FMatrixRMaj units) {
    DMatrixRMaj frames = decode(widen(units));
    DMatrixRMaj places = new DMatrixRMaj(frames.numRows, 3 * skeleton.size());
    for (int t = 0; t < frames.numRows; t++) {
      kinematics.positions(frames.data, t * frames.numCols, places.data, t * places.numCols);
    }
    return narrow(places);
  }

  /** A copy in double precision. */
  public static DMatrixRMaj widen(FMatrixRMaj from) {
    DMatrixRMaj to = new DMatrixRMaj(from.numRows, from.numCols);
    for (int i = 0; i < to.getNumElements(); i++) {
      to.data[i] = from.data[i];
    }
    return to;
  }

  /** A copy in single precision. */
  public static FMatrixRMaj narrow(DMatrixRMaj from) {
    FMatrixRMaj to = new FMatrixRMaj(from.numRows, from.numCols);
    for (int i = 0; i < to.getNumElements(); i++) {
      to.data[i] = (float) from.data[i];
    }
    return to;
  }
}
