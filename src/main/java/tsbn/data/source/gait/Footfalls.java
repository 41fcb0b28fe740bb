package tsbn.data.source.gait;

/**
 * Where one foot is over time. On the floor it does not move but rolls: over the heel, then flat,
 * then over the ball. Through the air its ankle goes smoothly from where it left to where it lands.
 */
final class Footfalls {
  /** The body passes a foot when this share of its time on the floor is over. */
  private static final double PASSED = 0.38;

  /** From which share on the foot is flat, and from which on its heel rises. */
  private static final double FLAT = 0.15;

  private static final double RISE = 0.45;

  /** Half the distance of the feet from the line that the body goes along. */
  private static final double HALF_WIDTH = 5;

  private static final double HALF = 0.5;
  private static final double SMALL = 1e-3;

  private final GaitPath path;
  private final double side;

  /** The left foot (1) or the right (-1), which lands half a stride later. */
  Footfalls(GaitPath path, double side) {
    this.path = path;
    this.side = side;
  }

  /**
   * A foot at a moment.
   *
   * @param left place of the ankle along x
   * @param height of the ankle along y
   * @param ahead place of the ankle along z
   * @param heading the way it points, in radians
   * @param pitch how far the toes point up, in degrees
   * @param toes how far the toes are bent up, in degrees
   * @param air 0 on the floor, 1 in the air, and between them on the way
   */
  record Foot(
      double left,
      double height,
      double ahead,
      double heading,
      double pitch,
      double toes,
      double air) {}

  /** The foot at a time in seconds. */
  Foot at(double time) {
    double phase = path.phase(time) + (side > 0 ? 0 : 0.5);
    double stride = Math.floor(phase);
    double since = phase - stride;
    double duty = duty(stride);
    return since < duty
        ? standing(stride, since / duty)
        : swinging(stride, (since - duty) / (1 - duty));
  }

  private double timeOf(double ownPhase) {
    return path.timeOf(ownPhase - (side > 0 ? 0 : 0.5));
  }

  /** The share of a stride on the floor: the shorter if the body changes its gait meanwhile. */
  private double duty(double stride) {
    double landing = path.gait(timeOf(stride)).duty();
    return Math.min(landing, path.gait(timeOf(stride + HALF)).duty());
  }

  /**
   * The foot on the floor.
   *
   * @param share how much of its time there is over, in [0, 1]
   */
  private Foot standing(double stride, double share) {
    double duty = duty(stride);
    double passed = timeOf(stride + PASSED * duty);
    double heading = path.heading(passed);
    double left = path.left(passed) + side * HALF_WIDTH * Math.cos(heading);
    double ahead = path.ahead(passed) - side * HALF_WIDTH * Math.sin(heading);
    Gait landing = path.gait(timeOf(stride));
    double pitch = 0;
    if (share < FLAT) {
      pitch = landing.heel() * (1 - smooth(share / FLAT));
    } else if (share > RISE) {
      double risen = (share - RISE) / (1 - RISE);
      pitch = -landing.toe() * risen * risen;
    }
    // The point that it rolls over, seen from the ankle when the foot is flat.
    double over = pitch > 0 ? -GaitBody.HEEL_BEHIND : GaitBody.BALL_AHEAD;
    double below = pitch > 0 ? GaitBody.ANKLE : GaitBody.BALL_DROP;
    double c = Math.cos(Math.toRadians(pitch));
    double s = Math.sin(Math.toRadians(pitch));
    // The ankle seen from that point, turned about the axis to the left.
    double along = over - (over * c + below * s);
    double height = GaitBody.ANKLE - below - (over * s - below * c);
    return new Foot(
        left + along * Math.sin(heading),
        height,
        ahead + along * Math.cos(heading),
        heading,
        pitch,
        Math.max(0, -pitch),
        0);
  }

  private Foot swinging(double stride, double share) {
    Foot from = standing(stride, 1);
    Foot before = standing(stride, 1 - SMALL);
    Foot to = standing(stride + 1, 0);
    Foot after = standing(stride + 1, SMALL);
    // Speeds where it leaves and lands, per swing.
    double duty = duty(stride);
    double leaving = (1 - duty) / (duty * SMALL);
    double nextDuty = duty(stride + 1);
    double landing = (1 - duty) / (nextDuty * SMALL);
    double lift = path.gait(timeOf(stride + duty)).lift() * hump(share);
    double left =
        hermite(
            from.left(),
            leaving * (from.left() - before.left()),
            to.left(),
            landing * (after.left() - to.left()),
            share);
    double ahead =
        hermite(
            from.ahead(),
            leaving * (from.ahead() - before.ahead()),
            to.ahead(),
            landing * (after.ahead() - to.ahead()),
            share);
    double height =
        hermite(
                from.height(),
                leaving * (from.height() - before.height()) / 3,
                to.height(),
                0,
                share)
            + lift;
    double pitch =
        hermite(from.pitch(), leaving * (from.pitch() - before.pitch()) / 3, to.pitch(), 0, share);
    double turned = from.heading() + smooth(share) * (to.heading() - from.heading());
    double toes = from.toes() * (1 - smooth(Math.min(1, 3 * share)));
    double air = smooth(Math.min(1, 5 * Math.min(share, 1 - share)));
    double clear = clearance(height, pitch, toes) - 1.5 * hump(share);
    return new Foot(left, height - Math.min(0, clear), ahead, turned, pitch, toes, air);
  }

  /** How high the lowest point of ball and toes is. */
  private static double clearance(double height, double pitch, double toes) {
    double angle = Math.toRadians(pitch);
    double ball =
        height + GaitBody.BALL_AHEAD * Math.sin(angle) - GaitBody.BALL_DROP * Math.cos(angle);
    double bent = Math.toRadians(pitch + toes);
    double tip = ball + GaitBody.TOES_AHEAD * Math.sin(bent) - GaitBody.TOES_DROP * Math.cos(bent);
    return Math.min(ball, tip);
  }

  /** From 0 to 1 and flat at both. */
  static double smooth(double share) {
    return share * share * (3 - 2 * share);
  }

  /** Up to 1, early, and back to 0, flat at both ends. */
  private static double hump(double share) {
    double rest = 1 - share;
    return share * share * rest * rest * rest / 0.03456;
  }

  private static double hermite(
      double from, double leaving, double to, double landing, double share) {
    double s2 = share * share;
    double s3 = s2 * share;
    return from * (2 * s3 - 3 * s2 + 1)
        + leaving * (s3 - 2 * s2 + share)
        + to * (3 * s2 - 2 * s3)
        + landing * (s3 - s2);
  }
}
