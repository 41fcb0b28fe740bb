package tsbn.data.motion;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ejml.data.DMatrixRMaj;

/**
 * A motion as a Biovision file. Joints that Biovision cannot say (axes of their own, exponential
 * maps, fewer than three rotations with axes) get the channels z, x, y that turn them the same way.
 * The places of all joints stay; lengths stay in the skeleton's unit.
 */
public final class BvhText {
  private static final List<Channel> FREE = List.of(Channel.RZ, Channel.RX, Channel.RY);

  private final Skeleton skeleton;
  private final List<List<Integer>> children = new ArrayList<>();
  private final List<List<Channel>> written = new ArrayList<>();
  private final List<JointRotation> from = new ArrayList<>();
  private final List<JointRotation> to = new ArrayList<>();
  private final List<Integer> order = new ArrayList<>();

  private BvhText(Skeleton skeleton) {
    this.skeleton = skeleton;
    for (Joint joint : skeleton.joints()) {
      children.add(new ArrayList<>());
      if (joint.parent() >= 0) {
        children.get(joint.parent()).add(children.size() - 1);
      }
      boolean same = joint.axes() == null && skeleton.notation() == Notation.BIOVISION;
      List<Channel> channels = same ? joint.channels() : converted(joint);
      written.add(channels);
      from.add(new JointRotation(joint, skeleton.notation()));
      to.add(
          new JointRotation(
              new Joint(joint.name(), joint.parent(), joint.offset(), null, channels, false),
              Notation.BIOVISION));
    }
  }

  private static List<Channel> converted(Joint joint) {
    if (joint.end()) {
      return List.of();
    }
    List<Channel> channels = new ArrayList<>();
    joint.channels().stream().filter(Channel::translates).sorted().forEach(channels::add);
    channels.addAll(FREE);
    return channels;
  }

  /**
   * Writes a motion.
   *
   * @param frames T x C in true units. Not modified.
   * @param framesPerSecond how many of them are a second
   * @throws IllegalArgumentException if a value is not a number
   */
  public static void write(
      Skeleton skeleton, DMatrixRMaj frames, double framesPerSecond, Appendable out)
      throws IOException {
    SettledMotion motion = SettledMotion.of(skeleton, frames);
    BvhText text = new BvhText(motion.skeleton());
    out.append("HIERARCHY\n");
    text.joint(0, "", out);
    out.append("MOTION\nFrames: " + frames.numRows + "\n");
    out.append("Frame Time: " + Decimal.of(1 / framesPerSecond) + "\n");
    text.rows(motion.frames(), out);
  }

  private void joint(int index, String indent, Appendable out) throws IOException {
    Joint joint = skeleton.joints().get(index);
    if (joint.end()) {
      out.append(indent + "End Site\n");
    } else {
      out.append(indent + (index == 0 ? "ROOT " : "JOINT ") + joint.name() + "\n");
      order.add(index);
    }
    String within = indent + "\t";
    out.append(indent + "{\n" + within + "OFFSET" + Decimal.of(joint.offset()) + "\n");
    if (!joint.end()) {
      out.append(within + "CHANNELS " + written.get(index).size());
      for (Channel channel : written.get(index)) {
        out.append(" " + name(channel));
      }
      out.append("\n");
      for (int child : children.get(index)) {
        joint(child, within, out);
      }
      if (children.get(index).isEmpty()) {
        out.append(within + "End Site\n" + within + "{\n");
        out.append(within + "\tOFFSET 0 0 0\n" + within + "}\n");
      }
    }
    out.append(indent + "}\n");
  }

  private static String name(Channel channel) {
    String axis = channel.label().substring(1).toUpperCase(Locale.ROOT);
    return axis + (channel.translates() ? "position" : "rotation");
  }

  private void rows(DMatrixRMaj frames, Appendable out) throws IOException {
    double[][] values =
        written.stream().map(list -> new double[list.size()]).toArray(double[][]::new);
    double[] turned = new double[9];
    for (int t = 0; t < frames.numRows; t++) {
      int at = t * frames.numCols;
      for (int j = 0; j < values.length; j++) {
        Joint joint = skeleton.joints().get(j);
        if (written.get(j) == joint.channels()) {
          System.arraycopy(frames.data, at, values[j], 0, values[j].length);
        } else if (!joint.end()) {
          from.get(j).matrix(frames.data, at, turned);
          to.get(j).solve(turned, values[j], 0);
          shift(joint, frames.data, at, values[j], written.get(j));
        }
        at += joint.channels().size();
      }
      StringBuilder line = new StringBuilder();
      for (int j : order) {
        for (double value : values[j]) {
          line.append(line.isEmpty() ? "" : " ").append(Decimal.of(value));
        }
      }
      out.append(line.append("\n"));
    }
  }

  private static void shift(
      Joint joint, double[] frames, int at, double[] values, List<Channel> written) {
    for (int i = 0; i < written.size(); i++) {
      if (written.get(i).translates()) {
        values[i] = frames[at + joint.channels().indexOf(written.get(i))];
      }
    }
  }
}
