package tsbn.picture;

import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.FrameMeaning;
import tsbn.data.motion.RootCoding;

/**
 * What a hidden unit does to a body: the body at rest, that is in the mean pose where channels are
 * standardised, with a disc on each joint it moves, as large as the strongest of the joint's
 * weights and of its sign's colour. Velocities of the root are an arrow on the floor, its turn a
 * bent one. Where there is room a pale body shows where the weights lead. Not for two threads at
 * once.
 */
final class BodyWeights {
  private static final Camera EYE = Camera.START.orbited(-0.12, 0.05).zoomed(1.02);

  /** A disc at full strength, in sizes of the body. */
  private static final double DISC = 0.042;

  private static final double LEAST_DISC = 1.2;

  /** Weaker weights than this share of the limit have no disc. */
  private static final double LEAST_SHARE = 0.1;

  /** An arrow at full strength, in sizes of the body, and the radius and angle of a bent one. */
  private static final double ARROW = 0.4;

  private static final double BEND = 0.2;
  private static final double BEND_ANGLE = 2.6;
  private static final int BEND_PIECES = 16;
  private static final double ARROW_THICKNESS = 0.016;
  private static final double ARROW_HEAD = 0.05;

  /** From this width on there is a floor and the body that the weights lead to. */
  private static final int ROOMY = 200;

  /** How far the pale body goes, in standard deviations of the strongest channel. */
  private static final double LEAD = 2;

  private static final double BONE = 0.62;
  private static final double PALE = 0.3;

  private final FrameMeaning.Motion motion;
  private final Palette palette;
  private final Figure rest;
  private final Projection view = new Projection();
  private final BonesPainter bones;
  private final FloorPainter floor;
  private final int[] jointOf;
  private final double[] pose;
  private final double[] centre = new double[3];

  BodyWeights(FrameMeaning.Motion motion, Palette palette) {
    this.motion = motion;
    this.palette = palette;
    this.rest = Figure.of(motion, new FMatrixRMaj(1, motion.units()));
    this.bones = new BonesPainter(rest.plan());
    this.floor = new FloorPainter(rest, palette, view);
    this.jointOf = IntStream.range(0, motion.units()).map(motion::jointOf).toArray();
    this.pose = new double[3 * rest.joints()];
  }

  /** Paints the body with all joints as they are in a frame, T = 1, without marks. */
  void paintPose(float[] frame, Raster out) {
    out.fill(palette.background());
    lookAtRest(out);
    Figure posed = posed(frame, 1);
    posed.pose(0, pose);
    bones.place(pose, view);
    bones.paint(
        rest.size(),
        joint -> SkeletonColours.side(rest.plan().sides()[joint], palette),
        palette.background(),
        out);
  }

  /**
   * Paints the weights of a unit.
   *
   * @param weights M values. Not modified.
   * @param limit the size of weight that gets the full colour and disc
   * @param out filled. Modified.
   */
  void paint(float[] weights, float limit, Raster out) {
    out.fill(palette.background());
    lookAtRest(out);
    boolean roomy = out.width() >= ROOMY;
    Pen pen = new Pen(out.width(), out.height());
    if (roomy) {
      floor.grid(pen, out);
      ghost(weights, out);
    }
    rest.pose(0, pose);
    bones.place(pose, view);
    velocity(weights, limit, pen, out);
    float[] strongest = new float[rest.joints()];
    for (int unit = 0; unit < weights.length; unit++) {
      int joint = jointOf[unit];
      if (joint >= 0 && Math.abs(weights[unit]) > Math.abs(strongest[joint])) {
        strongest[joint] = weights[unit];
      }
    }
    int grey = Palette.mix(palette.background(), palette.mutedText(), BONE);
    bones.paint(rest.size(), joint -> grey, palette.background(), out);
    for (int joint : bones.farthestFirst()) {
      disc(joint, strongest[joint] / limit, out);
    }
  }

  private void lookAtRest(Raster out) {
    rest.centre(0, centre);
    view.look(EYE, rest, centre, out.width(), out.height());
  }

  private Figure posed(float[] frame, double factor) {
    FMatrixRMaj one = new FMatrixRMaj(1, frame.length);
    for (int unit = 0; unit < frame.length; unit++) {
      one.data[unit] = (float) (factor * frame[unit]);
    }
    return Figure.of(motion, one);
  }

  /** The body where the weights lead, exaggerated alike whatever their size. */
  private void ghost(float[] weights, Raster out) {
    double most =
        IntStream.range(0, weights.length).mapToDouble(i -> Math.abs(weights[i])).max().orElse(0);
    if (most > 0 && Double.isFinite(most)) {
      posed(weights, LEAD / most).pose(0, pose);
      bones.place(pose, view);
      int pale = Palette.mix(palette.background(), palette.series(2), PALE);
      bones.paint(rest.size(), joint -> pale, palette.background(), out);
    }
  }

  private void disc(int joint, float strength, Raster out) {
    double share = Math.min(1, Math.abs(strength));
    if (share < LEAST_SHARE) {
      return;
    }
    double radius =
        Math.max(LEAST_DISC, DISC * rest.size() * bones.scale(joint) * Math.sqrt(share));
    Capsule.disc(out, bones.x(joint), bones.y(joint), radius + 1, palette.background());
    Capsule.disc(out, bones.x(joint), bones.y(joint), radius, colour(strength));
  }

  /** Never so pale that a small disc could not be seen. */
  private int colour(float strength) {
    float visible = Math.max(0.55f, Math.min(1, Math.abs(strength)));
    return palette.diverging(Math.signum(strength) * visible);
  }

  private void velocity(float[] weights, float limit, Pen pen, Raster out) {
    double[] way = new double[3]; // ahead, left, turn
    for (int unit = 0; unit < weights.length; unit++) {
      if (jointOf[unit] < 0) {
        RootCoding root = motion.coding().root();
        double strength = Math.max(-1, Math.min(1, weights[unit] / limit));
        switch (root.names().get(motion.coding().columns().kept().get(unit))) {
          case "ahead" -> way[0] = strength;
          case "left" -> way[1] = strength;
          case "right" -> way[1] = -strength;
          default -> way[2] = strength;
        }
      }
    }
    double length = Math.hypot(way[0], way[1]);
    if (length >= LEAST_SHARE) {
      double[] along = {0, ARROW * way[0]};
      double[] across = {0, ARROW * way[1]};
      arrow(along, across, (float) (way[0] >= 0 ? length : -length), pen, out);
    }
    if (Math.abs(way[2]) >= LEAST_SHARE) {
      double[] along = new double[BEND_PIECES + 1];
      double[] across = new double[BEND_PIECES + 1];
      for (int i = 0; i <= BEND_PIECES; i++) {
        double angle = BEND_ANGLE * way[2] * i / BEND_PIECES;
        along[i] = BEND * Math.cos(angle);
        across[i] = BEND * Math.sin(angle);
      }
      arrow(along, across, (float) way[2], pen, out);
    }
  }

  /** A line on the floor around the root's place, in sizes of the body, with a head at its end. */
  private void arrow(double[] along, double[] across, float strength, Pen pen, Raster out) {
    int last = along.length - 1;
    double[] xs = new double[last + 1];
    double[] ys = new double[last + 1];
    for (int i = 0; i <= last; i++) {
      view.project(
          pose[0] + rest.size() * along[i], pose[1] + rest.size() * across[i], rest.level());
      xs[i] = view.x;
      ys[i] = view.y;
    }
    double scale = rest.size() * view.scale;
    double thickness = Math.max(1.4, ARROW_THICKNESS * scale);
    for (int i = 0; i < last; i++) {
      pen.line(xs[i], ys[i], xs[i + 1], ys[i + 1], thickness);
    }
    double angle = Math.atan2(ys[last] - ys[last - 1], xs[last] - xs[last - 1]);
    for (double side : new double[] {2.6, -2.6}) {
      double reach = Math.max(4, ARROW_HEAD * scale);
      double x = xs[last] + reach * Math.cos(angle + side);
      double y = ys[last] + reach * Math.sin(angle + side);
      pen.line(xs[last], ys[last], x, y, thickness);
    }
    pen.lay(out, colour(strength), 1);
  }
}
