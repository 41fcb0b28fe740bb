package tsbn.data.motion;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ejml.data.DMatrixRMaj;

/**
 * A motion as Acclaim's pair of files: a skeleton (.asf) and the values of its bones (.amc). What
 * is in Acclaim's notation is written as it is; joints of other notations get the degrees of
 * freedom rx ry rz that turn them the same way. A bone has one end, so where joints hang on
 * different places of one, bones without freedom lead there. The places of all joints stay.
 */
public final class AcclaimText {
  private static final double METRES_PER_INCH = 0.0254;
  private static final String ROOT_NAME = "root";
  private static final List<Channel> FREE = List.of(Channel.RX, Channel.RY, Channel.RZ);
  private static final List<Channel> ROOT =
      List.of(Channel.TX, Channel.TY, Channel.TZ, Channel.RX, Channel.RY, Channel.RZ);
  private static final Joint.Axes PLAIN = new Joint.Axes(Vector3.ZERO, "XYZ");

  private final Skeleton skeleton;
  private final DMatrixRMaj frames;
  private final double framesPerSecond;
  private final Set<String> names = new HashSet<>(Set.of(ROOT_NAME));
  private final List<Bone> bones = new ArrayList<>();
  private final Map<Integer, Bone> byJoint = new HashMap<>();

  /** A bone: that of a joint, or one that only leads to a joint, for which joint is -1. */
  private record Bone(
      int joint, String name, String parent, Vector3 vector, Joint.Axes axes, List<Channel> free) {}

  /**
   * How a motion is written.
   *
   * @param frames T x C in true units. Not modified.
   * @param framesPerSecond how many of them are a second
   * @throws IllegalArgumentException if joints other than the root move away from their parents,
   *     which Acclaim cannot say, or a value is not a number
   */
  public AcclaimText(Skeleton skeleton, DMatrixRMaj frames, double framesPerSecond) {
    SettledMotion motion = SettledMotion.of(skeleton, frames);
    this.skeleton = motion.skeleton();
    this.frames = motion.frames();
    this.framesPerSecond = framesPerSecond;
    for (int j = 0; j < this.skeleton.size(); j++) {
      Joint joint = this.skeleton.joints().get(j);
      if (!joint.end()) {
        add(j, joint);
      }
    }
  }

  private void add(int j, Joint joint) {
    List<Integer> behind = new ArrayList<>();
    for (int k = j + 1; k < skeleton.size(); k++) {
      if (skeleton.joints().get(k).parent() == j) {
        behind.add(k);
      }
    }
    boolean acclaim = skeleton.notation() == Notation.ACCLAIM;
    if (j > 0 && movesAway(joint)) {
      throw new IllegalArgumentException(
          "The joint %s moves away from its parent, which an Acclaim file cannot say."
              .formatted(joint.name()));
    }
    Vector3 end = Vector3.ZERO;
    boolean together =
        behind.stream().map(k -> skeleton.joints().get(k).offset()).distinct().count() == 1;
    if (j > 0 && together) {
      end = skeleton.joints().get(behind.get(0)).offset();
    }
    String parent = joint.parent() < 0 ? "" : leadTo(joint);
    List<Channel> free =
        j == 0
            ? (acclaim ? joint.channels() : ROOT)
            : acclaim || !turns(joint)
                ? joint.channels().stream().filter(c -> !c.translates()).toList()
                : FREE;
    Bone bone =
        new Bone(
            j,
            j == 0 ? ROOT_NAME : word(joint.name()),
            parent,
            end,
            joint.axes() == null ? PLAIN : joint.axes(),
            free);
    bones.add(bone);
    byJoint.put(j, bone);
    if (!together || j == 0) {
      for (int k : behind) {
        Joint child = skeleton.joints().get(k);
        if (child.end() && child.offset().length() > 0) {
          bones.add(
              new Bone(
                  -1, word(bone.name() + "_end"), bone.name(), child.offset(), PLAIN, List.of()));
        }
      }
    }
  }

  private static boolean turns(Joint joint) {
    return joint.channels().stream().anyMatch(channel -> !channel.translates());
  }

  private static boolean movesAway(Joint joint) {
    return joint.channels().stream().anyMatch(Channel::translates);
  }

  /** The bone at whose end a joint is: its parent's, or one that leads there from it. */
  private String leadTo(Joint joint) {
    Bone parent = byJoint.get(joint.parent());
    if (joint.offset().equals(parent.vector())) {
      return parent.name();
    }
    String name = word(joint.name() + "_base");
    Vector3 rest =
        new Vector3(
            joint.offset().x() - parent.vector().x(),
            joint.offset().y() - parent.vector().y(),
            joint.offset().z() - parent.vector().z());
    bones.add(new Bone(-1, name, parent.name(), rest, PLAIN, List.of()));
    return name;
  }

  /** A name as one word, unlike those before it. */
  private String word(String name) {
    String word = name.strip().replaceAll("\\s+", "_").replaceFirst("^[:#]+", "");
    while (!names.add(word)) {
      word += "_";
    }
    return word;
  }

  /** Writes the skeleton file. */
  public void writeSkeleton(Appendable out) throws IOException {
    double unit = skeleton.metresPerUnit() > 0 ? METRES_PER_INCH / skeleton.metresPerUnit() : 1;
    Bone root = bones.get(0);
    if (skeleton.up() == Up.Z) {
      out.append("# z is up\n");
    }
    out.append(":version 1.10\n:name skeleton\n:units\n");
    out.append("  mass 1\n  length " + Decimal.of(unit) + "\n  angle deg\n");
    out.append(":root\n  order");
    for (Channel channel : root.free()) {
      out.append(" " + channel.name());
    }
    out.append("\n  axis " + root.axes().order() + "\n");
    out.append("  position" + Decimal.of(skeleton.joints().get(0).offset()) + "\n");
    out.append("  orientation" + Decimal.of(root.axes().degrees()) + "\n:bonedata\n");
    for (Bone bone : bones.subList(1, bones.size())) {
      writeBone(bone, out);
    }
    out.append(":hierarchy\n  begin\n");
    for (Bone bone : bones) {
      List<String> hanging =
          bones.stream().filter(one -> one.parent().equals(bone.name())).map(Bone::name).toList();
      if (!hanging.isEmpty()) {
        out.append("    " + bone.name() + " " + String.join(" ", hanging) + "\n");
      }
    }
    out.append("  end\n");
  }

  private void writeBone(Bone bone, Appendable out) throws IOException {
    double length = bone.vector().length();
    Vector3 direction =
        length == 0
            ? new Vector3(0, 1, 0)
            : new Vector3(
                bone.vector().x() / length, bone.vector().y() / length, bone.vector().z() / length);
    out.append("  begin\n    id " + bones.indexOf(bone) + "\n    name " + bone.name() + "\n");
    out.append("    direction" + Decimal.of(direction) + "\n");
    out.append("    length " + Decimal.of(length) + "\n");
    out.append("    axis" + Decimal.of(bone.axes().degrees()) + " " + bone.axes().order() + "\n");
    if (!bone.free().isEmpty()) {
      out.append("    dof");
      for (Channel channel : bone.free()) {
        out.append(" " + channel.label());
      }
      out.append("\n");
    }
    out.append("  end\n");
  }

  /** Writes the motion file. */
  public void writeMotion(Appendable out) throws IOException {
    out.append(":FULLY-SPECIFIED\n:DEGREES\n");
    out.append(":SAMPLES-PER-SECOND " + Decimal.of(framesPerSecond) + "\n");
    Map<Integer, double[]> values = new HashMap<>();
    byJoint.forEach((joint, bone) -> values.put(joint, new double[bone.free().size()]));
    for (int t = 0; t < frames.numRows; t++) {
      out.append((t + 1) + "\n");
      for (Bone bone : bones) {
        if (bone.joint() >= 0 && !bone.free().isEmpty()) {
          double[] own = values.get(bone.joint());
          fill(bone, t, own);
          StringBuilder line = new StringBuilder(bone.name());
          for (double value : own) {
            line.append(' ').append(Decimal.of(value));
          }
          out.append(line.append('\n'));
        }
      }
    }
  }

  private void fill(Bone bone, int t, double[] out) {
    Joint joint = skeleton.joints().get(bone.joint());
    int at = t * frames.numCols + skeleton.firstChannel(bone.joint());
    if (bone.free().equals(joint.channels()) && skeleton.notation() == Notation.ACCLAIM) {
      System.arraycopy(frames.data, at, out, 0, out.length);
      return;
    }
    double[] turned = new double[9];
    new JointRotation(joint, skeleton.notation()).matrix(frames.data, at, turned);
    Joint target =
        new Joint(bone.name(), joint.parent(), joint.offset(), bone.axes(), bone.free(), false);
    new JointRotation(target, Notation.ACCLAIM).solve(turned, out, 0);
    for (int i = 0; i < bone.free().size(); i++) {
      int place = joint.channels().indexOf(bone.free().get(i));
      if (bone.free().get(i).translates()) {
        out[i] = place < 0 ? 0 : frames.data[at + place];
      }
    }
  }
}
