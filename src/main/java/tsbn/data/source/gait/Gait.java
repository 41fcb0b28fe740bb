package tsbn.data.source.gait;

/**
 * How a body goes at a moment: lengths in centimetres, angles in degrees. Between a walk and a run
 * every number lies between theirs.
 *
 * @param speed ahead, in centimetres a second
 * @param strides a second; a stride is two steps
 * @param duty share of a stride that a foot is on the floor; below a half the body flies
 * @param height of the hips on average
 * @param bounce how far the hips rise above it in the middle of a step; below 0 they sink there
 * @param lift how far the swinging foot is raised
 * @param heel how far the toes point up when the foot lands
 * @param toe how far the heel is up when the foot leaves
 * @param lean of the trunk
 * @param pelvis how far the pelvis turns with the legs
 * @param arms how far the arms swing to either side
 * @param elbows how far the elbows are bent
 */
public record Gait(
    double speed,
    double strides,
    double duty,
    double height,
    double bounce,
    double lift,
    double heel,
    double toe,
    double lean,
    double pelvis,
    double arms,
    double elbows) {

  /** How far a body can go while one foot is on the floor. */
  private static final double FARTHEST = 86;

  public Gait {
    duty = Math.min(duty, FARTHEST * strides / speed);
  }

  /** A walk of a speed; people take longer and quicker strides as they walk faster. */
  public static Gait walk(double speed) {
    double strides = 0.92 * Math.sqrt(speed / 130);
    return new Gait(speed, strides, 0.62, 92.5, 1.8, 3, 18, 48, 3, 5, 24, 18);
  }

  /** A run of a speed, whose strides grow longer with it and little quicker. */
  public static Gait run(double speed) {
    double strides = 1.38 * Math.pow(speed / 300, 0.25);
    return new Gait(speed, strides, 0.36, 87, -4, 26, 4, 42, 11, 7, 34, 85);
  }

  /** What lies between this and another: 0 this, 1 the other. */
  public Gait towards(Gait other, double share) {
    return new Gait(
        mix(speed, other.speed, share),
        mix(strides, other.strides, share),
        mix(duty, other.duty, share),
        mix(height, other.height, share),
        mix(bounce, other.bounce, share),
        mix(lift, other.lift, share),
        mix(heel, other.heel, share),
        mix(toe, other.toe, share),
        mix(lean, other.lean, share),
        mix(pelvis, other.pelvis, share),
        mix(arms, other.arms, share),
        mix(elbows, other.elbows, share));
  }

  /** The same some times as fast, by longer and by quicker strides. */
  public Gait hurried(double times) {
    return new Gait(
        speed * times,
        strides * Math.sqrt(times),
        duty,
        height,
        bounce,
        lift,
        heel,
        toe,
        lean,
        pelvis,
        arms,
        elbows);
  }

  /** The same with arms, bounce and lift some times as large. */
  public Gait varied(double armSwing, double bouncing, double lifting) {
    return new Gait(
        speed,
        strides,
        duty,
        height,
        bounce * bouncing,
        lift * lifting,
        heel,
        toe,
        lean,
        pelvis,
        arms * armSwing,
        elbows);
  }

  private static double mix(double a, double b, double share) {
    return a + share * (b - a);
  }
}
