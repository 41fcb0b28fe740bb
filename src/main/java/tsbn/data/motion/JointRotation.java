package tsbn.data.motion;

import java.util.Arrays;
import java.util.List;

/** How the channels of one joint make its rotation, and back. Not for two threads at once. */
final class JointRotation {
  /** The axes of the rotations from the outermost, which turns last, to the innermost. */
  private final int[] order;

  /** Index of each among the joint's channels. */
  private final int[] place;

  private final boolean exponential;
  private final double[] axes;
  private final double[] axesBack;
  private final double[] between = new double[9];
  private final double[] angles = new double[3];

  JointRotation(Joint joint, Notation notation) {
    List<Channel> channels = joint.channels();
    exponential = channels.contains(Channel.EX);
    int[] found = new int[3];
    int count = 0;
    for (int i = 0; i < channels.size(); i++) {
      if (!channels.get(i).translates()) {
        found[count++] = i;
      }
    }
    place = Arrays.copyOf(found, count);
    order = new int[count];
    for (int i = 0; i < count; i++) {
      if (notation == Notation.ACCLAIM) {
        place[i] = found[count - 1 - i];
      }
      order[i] = channels.get(place[i]).axis();
    }
    axes = joint.axes() == null ? null : matrix(joint.axes());
    axesBack = axes == null ? null : axes.clone();
    if (axes != null) {
      Rotations.transpose(axesBack);
    }
  }

  private static double[] matrix(Joint.Axes axes) {
    double[] r = new double[9];
    Rotations.identity(r);
    for (int i = 2; i >= 0; i--) {
      int axis = axes.order().charAt(i) - 'X';
      Rotations.turn(r, axis, Math.toRadians(axes.degrees().get(axis)));
    }
    return r;
  }

  /** Whether every rotation can be written with the joint's channels. */
  boolean free() {
    return exponential || (order.length == 3 && order[0] != order[2]);
  }

  /** Whether the joint has a rotation at all. */
  boolean turns() {
    return order.length > 0;
  }

  /**
   * The rotation of the joint against its parent.
   *
   * @param channels its channels begin at {@code at}. Not modified.
   * @param out nine values. Modified.
   */
  void matrix(double[] channels, int at, double[] out) {
    if (exponential) {
      // The order of the three is kept by their axes.
      for (int i = 0; i < 3; i++) {
        angles[order[i]] = channels[at + place[i]];
      }
      Rotations.exponential(angles[0], angles[1], angles[2], out);
      return;
    }
    if (axes == null || order.length == 0) {
      Rotations.identity(out);
      turn(channels, at, out);
      return;
    }
    System.arraycopy(axes, 0, between, 0, 9);
    turn(channels, at, between);
    Rotations.multiply(between, axesBack, out);
  }

  private void turn(double[] channels, int at, double[] r) {
    for (int i = 0; i < order.length; i++) {
      Rotations.turn(r, order[i], Math.toRadians(channels[at + place[i]]));
    }
  }

  /**
   * Writes the channels that make a rotation, of all the nearest to those that are there.
   *
   * @param r nine values. Not modified.
   * @param channels the joint's rotation channels from {@code at} on. Modified.
   */
  void solve(double[] r, double[] channels, int at) {
    double[] inner = r;
    if (axes != null) {
      double[] half = new double[9];
      inner = new double[9];
      Rotations.multiply(axesBack, r, half);
      Rotations.multiply(half, axes, inner);
    }
    if (exponential) {
      Rotations.logarithm(inner, angles);
      double[] before = new double[3];
      for (int i = 0; i < 3; i++) {
        before[order[i]] = channels[at + place[i]];
      }
      nearest(angles, before);
      for (int i = 0; i < 3; i++) {
        channels[at + place[i]] = angles[order[i]];
      }
      return;
    }
    for (int i = 0; i < 3; i++) {
      angles[i] = Math.toRadians(channels[at + place[i]]);
    }
    Rotations.angles(inner, order, angles);
    for (int i = 0; i < 3; i++) {
      channels[at + place[i]] = Math.toDegrees(angles[i]);
    }
  }

  /** Of the maps of one rotation, which differ by full turns about its axis, the nearest. */
  private static void nearest(double[] map, double[] before) {
    double length = Math.sqrt(map[0] * map[0] + map[1] * map[1] + map[2] * map[2]);
    if (length < 1e-9) {
      return;
    }
    double along = (map[0] * before[0] + map[1] * before[1] + map[2] * before[2]) / length;
    double factor = Rotations.near(length, along) / length;
    for (int i = 0; i < 3; i++) {
      map[i] *= factor;
    }
  }
}
