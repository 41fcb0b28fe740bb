package tsbn.data.source.gait;

import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import org.ejml.data.DMatrixRMaj;
import tsbn.data.motion.Rotations;
import tsbn.math.RandomStream;

/** Makes the frames of a body that goes along a way. */
public final class GaitMotion {
  /** No leg is quite straight. */
  private static final double REACH = 0.996 * (GaitBody.THIGH + GaitBody.SHIN);

  /** How softly the hips give way where a leg is too short, in centimetres. */
  private static final double SOFT = 0.7;

  /** A foot in the air need not be reached by so much. */
  private static final double GIVES = 5;

  /** The length of a leg that is a little bent, and how softly it comes to that. */
  private static final double BENT = 0.985 * (GaitBody.THIGH + GaitBody.SHIN);

  private static final double EASE = 1.5;

  private static final double SWAY = 1.5;

  private final GaitPath path;
  private final Footfalls[] feet;
  private final Wobble wobble;
  private final double[] pelvis = new double[9];
  private final double[] hips = new double[3];

  private GaitMotion(GaitPath path, Wobble wobble) {
    this.path = path;
    this.feet = new Footfalls[] {new Footfalls(path, 1), new Footfalls(path, -1)};
    this.wobble = wobble;
  }

  /**
   * Makes a motion.
   *
   * @param gait how the body goes at a time in seconds
   * @param turn how fast it turns to the left at a time, in radians a second
   * @param start the phase of the stride it begins with, in [0, 1)
   * @param noise how far joints that bear nothing stray, in degrees
   * @return {@code frames} x C channels of {@link GaitBody#skeleton()}
   */
  public static DMatrixRMaj make(
      DoubleFunction<Gait> gait,
      DoubleUnaryOperator turn,
      double start,
      double noise,
      int frames,
      double framesPerSecond,
      RandomStream random) {
    GaitPath path = new GaitPath(gait, turn, frames / framesPerSecond, start);
    GaitMotion motion = new GaitMotion(path, new Wobble(noise, random));
    DMatrixRMaj made = new DMatrixRMaj(frames, GaitBody.skeleton().channels());
    double[] frame = new double[made.numCols];
    for (int t = 0; t < frames; t++) {
      motion.frame(t / framesPerSecond, frame);
      System.arraycopy(frame, 0, made.data, t * frame.length, frame.length);
    }
    return made;
  }

  private void frame(double time, double[] out) {
    Gait gait = path.gait(time);
    double phase = path.phase(time);
    // 1 when the left leg is ahead, -1 when the right one is.
    double leading = Math.cos(2 * Math.PI * phase);
    double overLeft = Math.cos(2 * Math.PI * (phase - gait.duty() / 2));
    double middle = Math.cos(4 * Math.PI * (phase - gait.duty() / 2));

    double heading = path.heading(time);
    double yaw = -gait.pelvis() * leading;
    double list = 2.5 * overLeft;
    double pitch = 0.4 * gait.lean();
    Rotations.identity(pelvis);
    Rotations.turn(pelvis, 1, heading + Math.toRadians(yaw));
    Rotations.turn(pelvis, 0, Math.toRadians(pitch));
    Rotations.turn(pelvis, 2, Math.toRadians(list));

    double sway = SWAY * overLeft;
    hips[0] = path.left(time) + sway * Math.cos(heading);
    hips[2] = path.ahead(time) - sway * Math.sin(heading);
    Footfalls.Foot[] now = {feet[0].at(time), feet[1].at(time)};
    hips[1] = withinReach(gait.height() + gait.bounce() * middle, now);

    set(out, "hips tx", hips[0]);
    set(out, "hips ty", hips[1]);
    set(out, "hips tz", hips[2]);
    set(out, "hips ry", Math.toDegrees(heading) + yaw);
    set(out, "hips rx", pitch);
    set(out, "hips rz", list);
    leg("l", 1, now[0], out);
    leg("r", -1, now[1], out);
    trunk(time, gait, leading, list, out);
    arm("l", 1, time, gait, leading, out);
    arm("r", -1, time, gait, -leading, out);
  }

  /** The height of the hips, lowered softly to where both legs reach their feet. */
  private double withinReach(double wanted, Footfalls.Foot[] now) {
    double sum = Math.exp(-wanted / SOFT);
    for (int i = 0; i < 2; i++) {
      double[] socket = socket(i == 0 ? 1 : -1);
      double x = now[i].left() - hips[0] - socket[0];
      double z = now[i].ahead() - hips[2] - socket[2];
      double level = Math.max(0, REACH * REACH - x * x - z * z);
      double highest = now[i].height() + Math.sqrt(level) - socket[1] + GIVES * now[i].air();
      sum += Math.exp(-highest / SOFT);
    }
    return -SOFT * Math.log(sum);
  }

  /** Where the hip joint is, seen from the hips, in the world's directions. */
  private double[] socket(double side) {
    double[] seen = new double[3];
    for (int i = 0; i < 3; i++) {
      seen[i] = pelvis[3 * i] * side * GaitBody.HIP_WIDTH - pelvis[3 * i + 1] * GaitBody.HIP_DROP;
    }
    return seen;
  }

  /** Bends hip, knee and ankle so that the foot is where it should be. */
  private void leg(String side, double left, Footfalls.Foot foot, double[] out) {
    double[] socket = socket(left);
    double[] way = {
      foot.left() - hips[0] - socket[0],
      foot.height() - hips[1] - socket[1],
      foot.ahead() - hips[2] - socket[2]
    };
    double[] d = new double[3];
    for (int i = 0; i < 3; i++) {
      d[i] = pelvis[i] * way[0] + pelvis[3 + i] * way[1] + pelvis[6 + i] * way[2];
    }
    // The leg's plane is turned outwards; within it, thigh and shin are two sides of a triangle.
    double outwards = Math.atan2(d[0], -d[1]);
    double down = Math.hypot(d[0], d[1]);
    double length = Math.hypot(down, d[2]);
    // In the air a leg that would be straight stays bent a little, and its foot behind.
    double over = Math.log1p(Math.exp(Math.min(30, (length - BENT) / EASE))) * EASE;
    length = Math.min(length - foot.air() * over, 0.9999 * (GaitBody.THIGH + GaitBody.SHIN));
    double t = GaitBody.THIGH;
    double s = GaitBody.SHIN;
    double knee = Math.PI - Math.acos((t * t + s * s - length * length) / (2 * t * s));
    double lifted = Math.acos((t * t + length * length - s * s) / (2 * t * length));
    double thigh = -(Math.atan2(d[2], down) + lifted);
    set(out, side + "hip rz", Math.toDegrees(outwards));
    set(out, side + "hip rx", Math.toDegrees(thigh));
    set(out, side + "knee rx", Math.toDegrees(knee));

    // Ankle = (how the shin is turned)' (how the foot should be turned).
    double[] shin = pelvis.clone();
    Rotations.turn(shin, 2, outwards);
    Rotations.turn(shin, 0, thigh + knee);
    Rotations.transpose(shin);
    double[] wanted = new double[9];
    Rotations.identity(wanted);
    Rotations.turn(wanted, 1, foot.heading());
    Rotations.turn(wanted, 0, -Math.toRadians(foot.pitch()));
    double[] ankle = new double[9];
    Rotations.multiply(shin, wanted, ankle);
    double[] angles = new double[3];
    Rotations.angles(ankle, new int[] {0, 1, 2}, angles);
    set(out, side + "ankle rx", Math.toDegrees(angles[0]));
    set(out, side + "ankle ry", Math.toDegrees(angles[1]));
    set(out, side + "ankle rz", Math.toDegrees(angles[2]));
    set(out, side + "toes rx", -foot.toes());
  }

  /** The shoulders turn against the pelvis and the head looks ahead. */
  private void trunk(double time, Gait gait, double leading, double list, double[] out) {
    double turn = gait.pelvis() * leading;
    set(out, "spine rx", 0.6 * gait.lean() + wobble.at("spine rx", time));
    set(out, "spine ry", 0.8 * turn + wobble.at("spine ry", time));
    set(out, "spine rz", -0.8 * list + wobble.at("spine rz", time));
    set(out, "chest ry", turn + wobble.at("chest ry", time));
    set(out, "neck rx", -0.5 * gait.lean() + wobble.at("neck rx", time));
    set(out, "neck ry", -0.8 * turn + 2 * wobble.at("neck ry", time));
    set(out, "head rx", -0.4 * gait.lean() + wobble.at("head rx", time));
  }

  /**
   * The arm swings against the leg of its side.
   *
   * @param leading 1 when that leg is ahead
   */
  private void arm(String side, double left, double time, Gait gait, double leading, double[] out) {
    double ahead = 0.15 * gait.arms() - gait.arms() * leading + 2 * wobble.at(side + "arm", time);
    double bent = gait.elbows() - (6 + 0.08 * gait.elbows()) * leading;
    set(out, side + "collar rz", left * (2 + wobble.at(side + "collar", time)));
    set(out, side + "shoulder rz", left * (5 + wobble.at(side + "out", time)));
    set(out, side + "shoulder rx", -ahead + 0.1 * gait.elbows());
    set(out, side + "elbow rx", -Math.max(4, bent + wobble.at(side + "bend", time)));
    set(out, side + "elbow ry", -left * (0.25 * gait.elbows() + wobble.at(side + "in", time)));
    set(out, side + "wrist rx", -4 + wobble.at(side + "wrist", time));
  }

  private static void set(double[] frame, String channel, double value) {
    frame[GaitBody.channel(channel)] = value;
  }
}
