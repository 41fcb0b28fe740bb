package tsbn.picture;

import java.util.function.IntUnaryOperator;

/** Bones as rounded lines from the farthest to the nearest, thicker and fuller the nearer. */
final class BonesPainter {
  private static final double THICKNESS = 0.021;
  private static final double THINNEST = 1.6;

  /** Width of the seam of the page's colour that parts a bone from what is behind it. */
  private static final double SEAM = 1.6;

  /** The share of a bone, from either end, that has no seam: there it meets its neighbours. */
  private static final double JOINED = 0.22;

  /** In pixels. */
  private static final double SHORTEST = 0.5;

  /** How much paler the far side of a body is, at most. */
  private static final double PALER = 0.5;

  private static final double HEAD_LEAST = 0.04;
  private static final double HEAD_MOST = 0.056;

  private final BodyPlan plan;
  private final double[] xs;
  private final double[] ys;
  private final double[] scales;
  private final double[] nearness;
  private final int[] order;
  private int seam;

  BonesPainter(BodyPlan plan) {
    this.plan = plan;
    int count = plan.size();
    xs = new double[count];
    ys = new double[count];
    scales = new double[count];
    nearness = new double[count];
    order = new int[count];
  }

  /** Projects a pose; what is painted or asked for afterwards is this. */
  void place(double[] pose, Projection view) {
    for (int j = 0; j < xs.length; j++) {
      view.project(pose[3 * j], pose[3 * j + 1], pose[3 * j + 2]);
      xs[j] = view.x;
      ys[j] = view.y;
      scales[j] = view.scale;
      nearness[j] = view.nearness;
    }
  }

  double x(int joint) {
    return xs[joint];
  }

  double y(int joint) {
    return ys[joint];
  }

  /** The joints in the order in which they were painted. Not to be modified. */
  int[] farthestFirst() {
    return order;
  }

  /** Pixels per unit of length at a joint. */
  double scale(int joint) {
    return scales[joint];
  }

  /**
   * Paints the body that was placed.
   *
   * @param size see {@link Figure#size}
   * @param colour of the bone that begins at a joint
   * @param page the colour behind the body
   */
  void paint(double size, IntUnaryOperator colour, int page, Raster out) {
    seam = page;
    sort();
    for (int joint : order) {
      if (joint == plan.head()) {
        head(size, faded(colour.applyAsInt(joint), joint), out);
      }
      if (!plan.skull()[joint]) {
        int owner = Math.max(0, plan.parents()[joint]);
        bone(joint, size, faded(colour.applyAsInt(owner), joint), out);
      }
    }
  }

  private void bone(int joint, double size, int argb, Raster out) {
    int parent = plan.parents()[joint] < 0 ? joint : plan.parents()[joint];
    double scale = (scales[joint] + scales[parent]) / 2;
    double thickness = Math.max(THINNEST, THICKNESS * size * scale);
    double length = Math.hypot(xs[joint] - xs[parent], ys[joint] - ys[parent]);
    if (length < SHORTEST && parent != joint) {
      return; // in many skeletons limbs begin where the bone before them ends
    }
    // Bones of the trunk have one colour and lie together.
    boolean trunk = plan.sides()[parent] == BodyPlan.Side.MIDDLE;
    double joined = !trunk && length > 3 * thickness ? JOINED : 0.5;
    Capsule.paint(
        out, xs[parent], ys[parent], xs[joint], ys[joint], thickness, argb, seam, SEAM, joined);
  }

  private void head(double size, int argb, Raster out) {
    int base = plan.head();
    int top = plan.top() < 0 ? base : plan.top();
    double reach = Math.hypot(xs[top] - xs[base], ys[top] - ys[base]) / 2;
    double scale = scales[base] * size;
    double radius = Math.max(HEAD_LEAST * scale, Math.min(HEAD_MOST * scale, reach));
    double x = (xs[top] + xs[base]) / 2;
    double y = (ys[top] + ys[base]) / 2;
    Capsule.disc(out, x, y, radius + SEAM, seam);
    Capsule.disc(out, x, y, radius, argb);
  }

  private int faded(int argb, int joint) {
    double behind = Math.max(0, Math.min(1, 0.5 - nearness(joint) * 1.6));
    return Palette.mix(argb, seam, PALER * behind);
  }

  private double nearness(int joint) {
    int parent = plan.parents()[joint];
    return parent < 0 ? nearness[joint] : (nearness[joint] + nearness[parent]) / 2;
  }

  /** By insertion: from one frame to the next hardly anything changes its place. */
  private void sort() {
    if (order.length > 1 && order[0] == order[1]) {
      for (int i = 0; i < order.length; i++) {
        order[i] = i;
      }
    }
    for (int i = 1; i < order.length; i++) {
      int joint = order[i];
      int at = i;
      while (at > 0 && nearness(order[at - 1]) > nearness(joint)) {
        order[at] = order[--at];
      }
      order[at] = joint;
    }
  }
}
