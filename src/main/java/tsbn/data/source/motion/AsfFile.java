package tsbn.data.source.motion;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tsbn.data.DataFormatException;
import tsbn.data.motion.Channel;
import tsbn.data.motion.Joint;
import tsbn.data.motion.Notation;
import tsbn.data.motion.Skeleton;
import tsbn.data.motion.Up;
import tsbn.data.motion.Vector3;

/**
 * Acclaim's skeleton files. A bone begins where the bone it hangs on ends; here its joint is where
 * it begins, so a joint's offset is the bone before it, and the last bones get free ends. Lengths
 * stay as they are in the file; one of them is 0.0254 / (the file's unit of length) metres, as CMU
 * publishes its motions.
 */
public final class AsfFile {
  private static final String ROOT = "root";

  /** The remark with which a skeleton says what Acclaim's format has no word for. */
  private static final String Z_IS_UP = "# z is up";

  private static final double METRES_PER_INCH = 0.0254;

  private final TextLines lines;
  private final Map<String, Bone> bones = new LinkedHashMap<>();
  private double unit = 1;
  private boolean radians;
  private Up up = Up.Y;
  private Bone root;

  private AsfFile(TextLines lines) {
    this.lines = lines;
  }

  /** What is said about a bone; the root is one of length 0. */
  private static final class Bone {
    private final int line;
    private String name;
    private Vector3 direction = Vector3.ZERO;
    private double length;
    private Vector3 axis = Vector3.ZERO;
    private String order = "XYZ";
    private List<Channel> channels = List.of();
    private final List<Bone> children = new ArrayList<>();
    private Bone parent;
    private int joint = -1;

    private Bone(int line) {
      this.line = line;
    }

    private Vector3 vector() {
      return new Vector3(direction.x() * length, direction.y() * length, direction.z() * length);
    }
  }

  /**
   * Reads a skeleton.
   *
   * @throws DataFormatException with one sentence that names file and line
   */
  public static Skeleton read(Path path) throws DataFormatException {
    return read(TextLines.read(path));
  }

  static Skeleton read(TextLines lines) throws DataFormatException {
    AsfFile file = new AsfFile(lines);
    file.sections();
    return file.skeleton();
  }

  private void sections() throws DataFormatException {
    String section = "";
    boolean joined = false;
    while (lines.next()) {
      List<String> words = lines.words();
      if (words.isEmpty() || words.get(0).startsWith("#")) {
        up = lines.line().equalsIgnoreCase(Z_IS_UP) ? Up.Z : up;
        continue;
      }
      String first = words.get(0).toLowerCase(Locale.ROOT);
      if (first.startsWith(":")) {
        section = first;
        if (section.equals(":root")) {
          root = new Bone(lines.number());
          root.name = ROOT;
        }
      } else if (section.equals(":units")) {
        unit(first, words);
      } else if (section.equals(":root")) {
        property(root, first, words);
      } else if (section.equals(":bonedata")) {
        bone(first);
      } else if (section.equals(":hierarchy")) {
        joined |= hang(words);
      }
    }
    if (root == null || bones.isEmpty() || !joined) {
      throw lines.wrongFile(
          "is not a whole Acclaim skeleton: its part %s is missing"
              .formatted(root == null ? ":root" : bones.isEmpty() ? ":bonedata" : ":hierarchy"));
    }
  }

  private void unit(String name, List<String> words) throws DataFormatException {
    requireWords(words, 2);
    if (name.equals("length")) {
      unit = lines.number(words.get(1));
      if (!(unit >= 1e-6)) {
        throw lines.wrong("the unit of length must be positive");
      }
    } else if (name.equals("angle")) {
      String angle = words.get(1).toLowerCase(Locale.ROOT);
      if (!angle.startsWith("deg") && !angle.startsWith("rad")) {
        throw lines.wrong("angles must be in deg or rad");
      }
      radians = angle.startsWith("rad");
    }
  }

  private void bone(String first) throws DataFormatException {
    if (!first.equals("begin")) {
      throw lines.wrong("a bone should begin here with \"begin\"");
    }
    Bone bone = new Bone(lines.number());
    while (lines.next()) {
      List<String> words = lines.words();
      if (words.isEmpty() || words.get(0).startsWith("#")) {
        continue;
      }
      String name = words.get(0).toLowerCase(Locale.ROOT);
      if (name.equals("end")) {
        add(bone);
        return;
      }
      property(bone, name, words);
    }
    throw lines.wrong("the file ends within a bone");
  }

  private void add(Bone bone) throws DataFormatException {
    if (bone.name == null) {
      throw lines.wrong("the bone that ends here has no name");
    }
    if (bone.name.equals(ROOT) || bones.put(bone.name, bone) != null) {
      throw lines.wrong("there is already a bone %s".formatted(TextLines.shown(bone.name)));
    }
    if (bones.size() > Skeleton.MOST_JOINTS / 2) {
      throw lines.wrong(
          "a skeleton can have %,d bones at most".formatted(Skeleton.MOST_JOINTS / 2));
    }
  }

  private void property(Bone bone, String name, List<String> words) throws DataFormatException {
    switch (name) {
      case "name" -> {
        requireWords(words, 2);
        bone.name = words.get(1);
      }
      case "direction", "position" -> {
        bone.direction = vector(words);
        bone.length = bone == root ? 1 : bone.length;
      }
      case "length" -> {
        requireWords(words, 2);
        bone.length = lines.number(words.get(1));
      }
      case "orientation" -> bone.axis = vector(words);
      case "axis" -> {
        bone.axis = bone == root ? bone.axis : vector(words);
        String order = words.get(words.size() - 1).toUpperCase(Locale.ROOT);
        if (!order.matches("[XYZ]{3}")) {
          throw lines.wrong("the axis needs an order such as XYZ");
        }
        bone.order = order;
      }
      case "dof", "order" -> bone.channels = channels(words, bone == root);
      default -> {
        // Numbers of the bone, masses and limits, that do not say where it is.
      }
    }
  }

  private Vector3 vector(List<String> words) throws DataFormatException {
    requireWords(words, 4);
    return new Vector3(
        lines.number(words.get(1)), lines.number(words.get(2)), lines.number(words.get(3)));
  }

  private void requireWords(List<String> words, int count) throws DataFormatException {
    if (words.size() < count) {
      throw lines.wrong(
          "%s needs %d value%s"
              .formatted(TextLines.shown(words.get(0)), count - 1, count == 2 ? "" : "s"));
    }
  }

  private List<Channel> channels(List<String> words, boolean ofRoot) throws DataFormatException {
    List<Channel> channels = new ArrayList<>();
    for (String word : words.subList(1, words.size())) {
      String name = word.toUpperCase(Locale.ROOT);
      if (!name.matches(ofRoot ? "[TR][XYZ]" : "R[XYZ]")) {
        throw lines.wrong(
            name.matches("T[XYZ]|L")
                ? "bones that change their length or place cannot be read"
                : "there is no degree of freedom \"%s\"".formatted(TextLines.shown(word)));
      }
      Channel channel = Channel.valueOf(name);
      if (channels.contains(channel)) {
        throw lines.wrong("the degree of freedom %s is named twice".formatted(channel.label()));
      }
      channels.add(channel);
    }
    return channels;
  }

  /** A line of the hierarchy: a bone and those that hang on it. */
  private boolean hang(List<String> words) throws DataFormatException {
    if (words.size() == 1 && words.get(0).matches("(?i)begin|end")) {
      return false;
    }
    Bone parent = find(words.get(0));
    for (String word : words.subList(1, words.size())) {
      Bone child = find(word);
      if (child == root || child.parent != null) {
        throw lines.wrong("the bone %s already hangs on another".formatted(child.name));
      }
      child.parent = parent;
      parent.children.add(child);
    }
    return true;
  }

  private Bone find(String name) throws DataFormatException {
    Bone found = name.equals(ROOT) ? root : bones.get(name);
    if (found == null) {
      throw lines.wrong("there is no bone %s".formatted(TextLines.shown(name)));
    }
    return found;
  }

  /** The joints in the order of the bones, but each behind the one it hangs on. */
  private Skeleton skeleton() throws DataFormatException {
    for (Bone bone : bones.values()) {
      requireRoot(bone);
    }
    List<Joint> joints = new ArrayList<>();
    root.joint = 0;
    joints.add(new Joint(ROOT, -1, root.vector(), axes(root), root.channels, false));
    for (Bone bone : bones.values()) {
      place(bone, joints);
    }
    try {
      return new Skeleton(Notation.ACCLAIM, joints, up, METRES_PER_INCH / unit);
    } catch (IllegalArgumentException e) {
      throw new DataFormatException("%s: %s".formatted(lines.file(), e.getMessage()), e);
    }
  }

  /** Follows a bone to the root. */
  private void requireRoot(Bone bone) throws DataFormatException {
    Set<Bone> seen = new HashSet<>();
    Bone at = bone;
    while (at != root) {
      if (at == null || !seen.add(at)) {
        throw new DataFormatException(
            "%s, line %,d: the bone %s does not hang on the root."
                .formatted(lines.file(), bone.line, TextLines.shown(bone.name)));
      }
      at = at.parent;
    }
  }

  private void place(Bone bone, List<Joint> joints) {
    List<Bone> missing = new ArrayList<>();
    for (Bone at = bone; at.joint < 0; at = at.parent) {
      missing.add(at);
    }
    for (int i = missing.size() - 1; i >= 0; i--) {
      Bone next = missing.get(i);
      Vector3 offset = next.parent == root ? Vector3.ZERO : next.parent.vector();
      next.joint = joints.size();
      joints.add(new Joint(next.name, next.parent.joint, offset, axes(next), next.channels, false));
      if (next.children.isEmpty() && next.vector().length() > 0) {
        joints.add(Joint.end(next.name, next.joint, next.vector()));
      }
    }
  }

  private Joint.Axes axes(Bone bone) {
    double factor = radians ? 180 / Math.PI : 1;
    Vector3 axis = bone.axis;
    return new Joint.Axes(
        new Vector3(axis.x() * factor, axis.y() * factor, axis.z() * factor), bone.order);
  }
}
