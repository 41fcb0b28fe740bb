package tsbn.data.motion;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the joints are: with R the rotation of a joint in the world, L that against its parent, o
 * its offset and t its translation channels,
 *
 * <pre>
 *   place = place of parent + R of parent (o + t)
 *   R     = R of parent L
 * </pre>
 *
 * <p>A call takes some ten microseconds and no memory. Not for two threads at once.
 */
public final class ForwardKinematics {
  private final Skeleton skeleton;
  private final int[] parent;
  private final int[] first;
  private final double[] offset;
  private final int[][] shifts;
  private final JointRotation[] turns;
  private final double[] world;
  private final double[] local = new double[9];
  private final double[] step = new double[3];
  private final double[] frame;

  public ForwardKinematics(Skeleton skeleton) {
    this.skeleton = skeleton;
    int count = skeleton.size();
    parent = new int[count];
    first = new int[count];
    offset = new double[3 * count];
    shifts = new int[count][];
    turns = new JointRotation[count];
    world = new double[9 * count];
    frame = new double[skeleton.channels()];
    int channel = 0;
    for (int j = 0; j < count; j++) {
      Joint joint = skeleton.joints().get(j);
      parent[j] = joint.parent();
      first[j] = channel;
      channel += joint.channels().size();
      for (int axis = 0; axis < 3; axis++) {
        offset[3 * j + axis] = joint.offset().get(axis);
      }
      shifts[j] = shifts(joint.channels());
      turns[j] = new JointRotation(joint, skeleton.notation());
    }
  }

  /** Pairs of a channel's index in its joint and the axis that it shifts along. */
  private static int[] shifts(List<Channel> channels) {
    return IntStream.range(0, channels.size())
        .filter(i -> channels.get(i).translates())
        .flatMap(i -> IntStream.of(i, channels.get(i).axis()))
        .toArray();
  }

  public Skeleton skeleton() {
    return skeleton;
  }

  /**
   * The places of the joints of a frame.
   *
   * @param channels the frame's C channels. Not modified.
   * @param xyz x, y and z of joint j from {@code 3 j} on. Modified.
   */
  public void positions(double[] channels, double[] xyz) {
    positions(channels, 0, xyz, 0);
  }

  /** The same for float channels. */
  public void positions(float[] channels, double[] xyz) {
    for (int c = 0; c < frame.length; c++) {
      frame[c] = channels[c];
    }
    positions(frame, 0, xyz, 0);
  }

  /**
   * The places of the joints of a frame within larger arrays.
   *
   * @param channels the frame's C channels from index {@code from} on. Not modified.
   * @param xyz x, y and z of joint j from {@code at + 3 j} on. Modified.
   */
  public void positions(double[] channels, int from, double[] xyz, int at) {
    for (int j = 0; j < parent.length; j++) {
      for (int axis = 0; axis < 3; axis++) {
        step[axis] = offset[3 * j + axis];
      }
      for (int i = 0; i < shifts[j].length; i += 2) {
        step[shifts[j][i + 1]] += channels[from + first[j] + shifts[j][i]];
      }
      int here = at + 3 * j;
      if (parent[j] < 0) {
        System.arraycopy(step, 0, xyz, here, 3);
        turns[j].matrix(channels, from + first[j], local);
        System.arraycopy(local, 0, world, 9 * j, 9);
        continue;
      }
      int above = 9 * parent[j];
      for (int axis = 0; axis < 3; axis++) {
        int row = above + 3 * axis;
        xyz[here + axis] =
            xyz[at + 3 * parent[j] + axis]
                + world[row] * step[0]
                + world[row + 1] * step[1]
                + world[row + 2] * step[2];
      }
      if (turns[j].turns()) {
        turns[j].matrix(channels, from + first[j], local);
        Rotations.multiply(world, above, local, 0, world, 9 * j);
      } else {
        System.arraycopy(world, above, world, 9 * j, 9);
      }
    }
  }

  /**
   * How a joint is turned in the world in the frame whose places were asked for last.
   *
   * @param out nine values, row by row. Modified.
   */
  public void rotation(int joint, double[] out) {
    System.arraycopy(world, 9 * joint, out, 0, 9);
  }
}
