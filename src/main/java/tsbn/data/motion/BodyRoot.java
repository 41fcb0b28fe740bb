package tsbn.data.motion;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * The root as a body knows it itself: its velocity and turn from each frame to the next in the
 * direction it is heading, its height and its lean. The velocity of a sequence's last frame is that
 * of the frame before. Undone, a motion begins at the origin with heading 0.
 */
final class BodyRoot {
  /** Number of channels that a root must have for it. */
  static final int CHANNELS = 6;

  private final RootCoding coding;
  private final Up up;
  private final double rate;
  private final Vector3 offset;
  private final int[] shift = new int[3];
  private final JointRotation rotation;
  private final double[] r = new double[9];

  BodyRoot(Skeleton skeleton, RootCoding coding, double rate) {
    this.coding = coding;
    this.up = skeleton.up();
    this.rate = rate;
    Joint root = skeleton.joints().get(0);
    this.offset = root.offset();
    for (int axis = 0; axis < 3; axis++) {
      shift[axis] = root.channels().indexOf(Channel.translation(axis));
    }
    this.rotation = new JointRotation(root, skeleton.notation());
  }

  /** Whether a skeleton's root can be anywhere and turned in any way. */
  static boolean fits(Skeleton skeleton) {
    Joint root = skeleton.joints().get(0);
    return root.channels().size() == CHANNELS
        && root.channels().containsAll(List.of(Channel.TX, Channel.TY, Channel.TZ))
        && new JointRotation(root, skeleton.notation()).free();
  }

  /** What the body is and does at a frame, and its heading, in radians. */
  private static final class State {
    private double heading;
    private double first;
    private double second;
    private final double[] place = new double[3];
  }

  /**
   * Replaces the root's six channels.
   *
   * @param frames T x C. Modified.
   */
  void encode(DMatrixRMaj frames) {
    int count = frames.numRows;
    State next = state(frames, 0);
    double[] moved = new double[3];
    for (int t = 0; t < count; t++) {
      State now = next;
      if (t + 1 < count) {
        next = state(frames, t + 1);
        double x = next.place[up.ahead()] - now.place[up.ahead()];
        double y = next.place[up.left()] - now.place[up.left()];
        double c = Math.cos(now.heading);
        double s = Math.sin(now.heading);
        moved[0] = c * x + s * y;
        moved[1] = c * y - s * x;
        moved[2] = Rotations.near(next.heading - now.heading, 0);
      }
      write(frames, t, moved, now);
    }
  }

  private State state(DMatrixRMaj frames, int t) {
    State state = new State();
    int at = t * frames.numCols;
    for (int axis = 0; axis < 3; axis++) {
      state.place[axis] = offset.get(axis) + frames.data[at + shift[axis]];
    }
    rotation.matrix(frames.data, at, r);
    if (coding == RootCoding.BODY_AXES) {
      int above = 3 * up.axis();
      state.heading = Math.atan2(r[3 * up.left() + up.ahead()], r[3 * up.ahead() + up.ahead()]);
      state.first = Math.acos(Math.max(-1, Math.min(1, -r[above + up.ahead()])));
      state.second = Math.acos(Math.max(-1, Math.min(1, -r[above + up.left()])));
    } else {
      lean(state);
    }
    return state;
  }

  /** r = (turn about up by the heading) (turn about a level axis), which is unique. */
  private void lean(State state) {
    double[] q = new double[4];
    Rotations.quaternion(r, q);
    double half = Math.atan2(q[1 + up.axis()], q[0]);
    state.heading = 2 * half;
    double level = Math.hypot(q[0], q[1 + up.axis()]);
    double x = q[1 + up.ahead()];
    double y = q[1 + up.left()];
    double sine = Math.hypot(x, y);
    double factor = sine < 1e-12 ? 2 : 2 * Math.atan2(sine, level) / sine;
    double c = Math.cos(half);
    double s = Math.sin(half);
    state.first = factor * (c * y - s * x);
    state.second = factor * (c * x + s * y);
  }

  private void write(DMatrixRMaj frames, int t, double[] moved, State now) {
    double height = now.place[up.axis()];
    double[] six =
        coding == RootCoding.BODY_AXES
            ? new double[] {now.first, now.second, moved[2], moved[0], -moved[1], height}
            : new double[] {
              rate * moved[0],
              rate * moved[1],
              rate * Math.toDegrees(moved[2]),
              height,
              Math.toDegrees(now.first),
              Math.toDegrees(now.second)
            };
    System.arraycopy(six, 0, frames.data, t * frames.numCols, CHANNELS);
  }

  /**
   * Puts the root's six channels back.
   *
   * @param frames T x C. Modified.
   */
  void decode(DMatrixRMaj frames) {
    double heading = 0;
    double[] place = new double[3];
    double[] channels = new double[CHANNELS];
    for (int t = 0; t < frames.numRows; t++) {
      int at = t * frames.numCols;
      double[] six = Arrays.copyOfRange(frames.data, at, at + CHANNELS);
      boolean axes = coding == RootCoding.BODY_AXES;
      place[up.axis()] = axes ? six[5] : six[3];
      if (axes) {
        standAlong(heading, six[0], six[1]);
      } else {
        standLeaning(heading, Math.toRadians(six[4]), Math.toRadians(six[5]));
      }
      rotation.solve(r, channels, 0);
      for (int axis = 0; axis < 3; axis++) {
        channels[shift[axis]] = place[axis] - offset.get(axis);
      }
      System.arraycopy(channels, 0, frames.data, at, CHANNELS);
      double ahead = axes ? six[3] : six[0] / rate;
      double left = axes ? -six[4] : six[1] / rate;
      place[up.ahead()] += Math.cos(heading) * ahead - Math.sin(heading) * left;
      place[up.left()] += Math.sin(heading) * ahead + Math.cos(heading) * left;
      heading += axes ? six[2] : Math.toRadians(six[2]) / rate;
    }
  }

  private void standLeaning(double heading, double ahead, double right) {
    double[] level = new double[3];
    level[up.left()] = ahead;
    level[up.ahead()] = right;
    double[] lean = new double[9];
    Rotations.exponential(level[0], level[1], level[2], lean);
    double[] turn = new double[9];
    Rotations.identity(turn);
    Rotations.turn(turn, up.axis(), heading);
    Rotations.multiply(turn, lean, r);
  }

  /** The columns of the rotation are the body's axes ahead, left and up. */
  private void standAlong(double heading, double angleAhead, double angleLeft) {
    double rise = -Math.cos(angleAhead);
    double level = Math.max(1e-9, Math.sqrt(Math.max(0, 1 - rise * rise)));
    double leftRise = -Math.cos(angleLeft);
    double along = -rise * leftRise / level;
    double across = Math.sqrt(Math.max(0, 1 - along * along - leftRise * leftRise));
    // A model may ask for axes that are not square; then the left one is shortened.
    double norm = Math.sqrt(along * along + across * across + leftRise * leftRise);
    double[] ahead = {level, 0, rise};
    double[] left = {along / norm, across / norm, leftRise / norm};
    double[] above = {
      ahead[1] * left[2] - ahead[2] * left[1],
      ahead[2] * left[0] - ahead[0] * left[2],
      ahead[0] * left[1] - ahead[1] * left[0]
    };
    double c = Math.cos(heading);
    double s = Math.sin(heading);
    column(up.ahead(), ahead, c, s);
    column(up.left(), left, c, s);
    column(up.axis(), above, c, s);
  }

  private void column(int column, double[] axis, double c, double s) {
    r[3 * up.ahead() + column] = c * axis[0] - s * axis[1];
    r[3 * up.left() + column] = s * axis[0] + c * axis[1];
    r[3 * up.axis() + column] = axis[2];
  }
}
