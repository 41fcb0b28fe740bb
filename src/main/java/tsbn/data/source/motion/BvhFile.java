package tsbn.data.source.motion;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ejml.data.DMatrixRMaj;
import tsbn.data.DataFormatException;
import tsbn.data.motion.Channel;
import tsbn.data.motion.ForwardKinematics;
import tsbn.data.motion.Joint;
import tsbn.data.motion.Notation;
import tsbn.data.motion.Skeleton;
import tsbn.data.motion.Up;
import tsbn.data.motion.Vector3;

/**
 * Biovision's files: a skeleton, joints within joints, and a line of numbers for each frame. The
 * unit of length is not in the file. Position channels come on top of a joint's offset; where those
 * of a joint other than the root repeat its offset they take its place, as some programs write it.
 *
 * @param skeleton the joints in the file's order
 * @param recording its motion
 */
public record BvhFile(Skeleton skeleton, Recording recording) {

  /** How many times as far a body reaches along z as along y where z is its height. */
  private static final double UPRIGHT = 1.5;

  /**
   * Reads a file.
   *
   * @param up the axis that points up; null to see it by how the body stands in the first frame
   * @throws DataFormatException with one sentence that names file and line
   */
  public static BvhFile read(Path path, Up up) throws DataFormatException {
    return read(TextLines.read(path), up);
  }

  static BvhFile read(TextLines lines, Up up) throws DataFormatException {
    Reader reader = new Reader(lines);
    List<Joint> joints = reader.hierarchy();
    Skeleton skeleton;
    try {
      skeleton = new Skeleton(Notation.BIOVISION, joints, up == null ? Up.Y : up, 0);
    } catch (IllegalArgumentException e) {
      throw new DataFormatException("%s: %s".formatted(lines.file(), e.getMessage()), e);
    }
    if (skeleton.channels() == 0) {
      throw lines.wrong("no joint has channels, so nothing can move");
    }
    Recording recording = reader.motion(skeleton.channels());
    Skeleton mended = withoutRepeatedOffsets(skeleton, recording.frames());
    boolean standsAlongZ = up == null && standsAlongZ(mended, recording.frames());
    return new BvhFile(
        standsAlongZ
            ? new Skeleton(Notation.BIOVISION, mended.joints(), Up.Z, mended.metresPerUnit())
            : mended,
        recording);
  }

  private static boolean standsAlongZ(Skeleton skeleton, DMatrixRMaj frames) {
    double[] xyz = new double[3 * skeleton.size()];
    new ForwardKinematics(skeleton).positions(frames.data, xyz);
    double[] least = xyz.clone();
    double[] most = xyz.clone();
    for (int i = 3; i < xyz.length; i++) {
      least[i % 3] = Math.min(least[i % 3], xyz[i]);
      most[i % 3] = Math.max(most[i % 3], xyz[i]);
    }
    return most[2] - least[2] > UPRIGHT * (most[1] - least[1]) && xyz[2] > xyz[1];
  }

  private static Skeleton withoutRepeatedOffsets(Skeleton skeleton, DMatrixRMaj frames) {
    List<Joint> joints = new ArrayList<>(skeleton.joints());
    boolean changed = false;
    for (int j = 1; j < joints.size(); j++) {
      Joint joint = joints.get(j);
      if (!joint.channels().containsAll(List.of(Channel.TX, Channel.TY, Channel.TZ))) {
        continue;
      }
      int first = skeleton.firstChannel(j);
      double apart = 0;
      for (int i = 0; i < joint.channels().size(); i++) {
        Channel channel = joint.channels().get(i);
        if (channel.translates()) {
          double gap = frames.get(0, first + i) - joint.offset().get(channel.axis());
          apart += gap * gap;
        }
      }
      if (Math.sqrt(apart) < joint.offset().length() / 2) {
        joints.set(
            j,
            new Joint(joint.name(), joint.parent(), Vector3.ZERO, null, joint.channels(), false));
        changed = true;
      }
    }
    return changed
        ? new Skeleton(skeleton.notation(), joints, skeleton.up(), skeleton.metresPerUnit())
        : skeleton;
  }

  /** Goes through the file once. */
  private static final class Reader {
    private final TextLines lines;
    private final Deque<String> words = new ArrayDeque<>();
    private final List<Joint> joints = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private Reader(TextLines lines) {
      this.lines = lines;
    }

    /** The next word, with the line it is in as the current one. */
    private String word() throws DataFormatException {
      while (words.isEmpty()) {
        if (!lines.next()) {
          throw lines.wrong("the file ends within the skeleton");
        }
        words.addAll(lines.words());
      }
      return words.remove();
    }

    private void expect(String wanted) throws DataFormatException {
      String found = word();
      if (!found.equalsIgnoreCase(wanted)) {
        throw lines.wrong(
            "there should be %s and not \"%s\"".formatted(wanted, TextLines.shown(found)));
      }
    }

    private double number() throws DataFormatException {
      return lines.number(word());
    }

    private List<Joint> hierarchy() throws DataFormatException {
      if (!lines.next() || !lines.line().toUpperCase(Locale.ROOT).startsWith("HIERARCHY")) {
        throw lines.wrongFile("is not a Biovision file, which begins with HIERARCHY");
      }
      words.addAll(lines.words().subList(1, lines.words().size()));
      expect("ROOT");
      open(-1, false);
      // The joint whose braces are open, the outermost last.
      Deque<Integer> around = new ArrayDeque<>(List.of(0));
      while (!around.isEmpty()) {
        String word = word();
        switch (word.toUpperCase(Locale.ROOT)) {
          case "JOINT" -> {
            open(around.element(), false);
            around.push(joints.size() - 1);
          }
          case "END" -> {
            expect("Site");
            open(around.element(), true);
            expect("}");
          }
          case "}" -> around.pop();
          default ->
              throw lines.wrong(
                  "there should be JOINT, End Site or } and not \"%s\""
                      .formatted(TextLines.shown(word)));
        }
      }
      return joints;
    }

    /** Reads a joint's name, brace, offset and channels, up to the joints within. */
    private void open(int parent, boolean end) throws DataFormatException {
      if (joints.size() >= Skeleton.MOST_JOINTS) {
        throw lines.wrong("a skeleton can have %,d joints at most".formatted(Skeleton.MOST_JOINTS));
      }
      List<String> name = new ArrayList<>();
      for (String word = word(); !word.equals("{"); word = word()) {
        name.add(word);
        if (name.size() > 20) {
          throw lines.wrong("there should be { behind the name of a joint");
        }
      }
      expect("OFFSET");
      Vector3 offset = new Vector3(number(), number(), number());
      if (end) {
        Joint site = Joint.end(joints.get(parent).name(), parent, offset);
        joints.add(new Joint(different(site.name()), parent, offset, null, List.of(), true));
        return;
      }
      if (name.isEmpty()) {
        throw lines.wrong("a joint has no name");
      }
      List<Channel> channels = new ArrayList<>();
      if (peek().equalsIgnoreCase("CHANNELS")) {
        word();
        channels.addAll(channels());
      }
      joints.add(
          new Joint(different(String.join(" ", name)), parent, offset, null, channels, false));
    }

    private String peek() throws DataFormatException {
      words.push(word());
      return words.element();
    }

    private String different(String name) {
      String tried = name;
      for (int i = 2; !names.add(tried); i++) {
        tried = name + " " + i;
      }
      return tried;
    }

    private List<Channel> channels() throws DataFormatException {
      double count = number();
      if (!(count >= 0 && count <= 6 && count == Math.rint(count))) {
        throw lines.wrong("a joint can have 0 to 6 channels");
      }
      List<Channel> channels = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        String word = word();
        if (!word.matches("(?i)[xyz](position|rotation)")) {
          throw lines.wrong("there is no channel \"%s\"".formatted(TextLines.shown(word)));
        }
        boolean shift = word.toLowerCase(Locale.ROOT).endsWith("position");
        String name = (shift ? "T" : "R") + word.substring(0, 1).toUpperCase(Locale.ROOT);
        Channel channel = Channel.valueOf(name);
        if (channels.contains(channel)) {
          throw lines.wrong("the channel %s is named twice".formatted(word));
        }
        channels.add(channel);
      }
      return channels;
    }

    private Recording motion(int width) throws DataFormatException {
      expect("MOTION");
      expect("Frames:");
      double claimed = number();
      if (!(claimed >= 1 && claimed == Math.rint(claimed))) {
        throw lines.wrong("the file should have at least one frame");
      }
      expect("Frame");
      expect("Time:");
      double time = number();
      if (!(time > 0)) {
        throw lines.wrong("the time of a frame must be positive");
      }
      double rate = Recording.rate(1 / time, lines);
      if (!words.isEmpty()) {
        throw lines.wrong("a frame should begin in a new line");
      }
      double[] values = new double[width];
      int frames = 0;
      while (lines.next()) {
        if (lines.line().isEmpty()) {
          continue;
        }
        frames++;
        values = lines.room(values, frames, width);
        row(values, (frames - 1) * width, width);
      }
      if (frames != claimed) {
        throw lines.wrong(
            "the file ends after %,d frames and should have %,.0f".formatted(frames, claimed));
      }
      DMatrixRMaj all = new DMatrixRMaj(frames, width);
      System.arraycopy(values, 0, all.data, 0, frames * width);
      return new Recording(all, rate);
    }

    private void row(double[] values, int at, int width) throws DataFormatException {
      List<String> row = lines.words();
      if (row.size() != width) {
        throw lines.wrong("the line has %,d values and a frame %,d".formatted(row.size(), width));
      }
      for (int i = 0; i < width; i++) {
        values[at + i] = lines.number(row.get(i));
      }
    }
  }
}
