package tsbn.data.motion;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A body: joints in an order in which every joint comes behind its parent. A frame of a motion in
 * true units is the channels of joint 0, then those of joint 1 and so on.
 *
 * @param notation how rotations are put together
 * @param joints the joints and the free ends of the last bones; the first is the root
 * @param up the axis that points up
 * @param metresPerUnit length of the unit that offsets and translations are in; 0 where it is not
 *     known
 */
public record Skeleton(Notation notation, List<Joint> joints, Up up, double metresPerUnit) {
  /** More joints than this no body has. */
  public static final int MOST_JOINTS = 2000;

  public Skeleton {
    if (notation == null || joints == null || up == null || joints.isEmpty()) {
      throw new IllegalArgumentException("A skeleton needs joints.");
    }
    if (joints.size() > MOST_JOINTS) {
      throw new IllegalArgumentException(
          "A skeleton can have %,d joints at most.".formatted(MOST_JOINTS));
    }
    if (!(metresPerUnit >= 0 && metresPerUnit <= 1e6)) {
      throw new IllegalArgumentException("The unit of length of a skeleton must be positive.");
    }
    joints = List.copyOf(joints);
    Set<String> names = new HashSet<>();
    for (int j = 0; j < joints.size(); j++) {
      Joint joint = joints.get(j);
      if (j == 0 ? joint.parent() != -1 : joint.parent() < 0 || joint.parent() >= j) {
        throw new IllegalArgumentException(
            "The joint %s does not come behind its parent.".formatted(joint.name()));
      }
      if (!names.add(joint.name())) {
        throw new IllegalArgumentException(
            "There are two joints named %s.".formatted(joint.name()));
      }
    }
  }

  /** Number of channels C of a frame in true units. */
  public int channels() {
    return joints.stream().mapToInt(joint -> joint.channels().size()).sum();
  }

  /** Number of joints J for which there is a place, free ends included. */
  public int size() {
    return joints.size();
  }

  /** Number of joints without free ends, as people count them. */
  public int jointCount() {
    return (int) joints.stream().filter(joint -> !joint.end()).count();
  }

  /** Index of the first channel of a joint. */
  public int firstChannel(int joint) {
    return joints.subList(0, joint).stream().mapToInt(one -> one.channels().size()).sum();
  }

  /** The joint that a channel moves. */
  public int jointOf(int channel) {
    int first = 0;
    for (int j = 0; j < joints.size(); j++) {
      first += joints.get(j).channels().size();
      if (channel < first) {
        return j;
      }
    }
    throw new IndexOutOfBoundsException("There is no channel " + channel + ".");
  }

  /** What a channel moves, such as {@code lfemur rx}. */
  public String channelName(int channel) {
    int joint = jointOf(channel);
    Channel moved = joints.get(joint).channels().get(channel - firstChannel(joint));
    return joints.get(joint).name() + " " + moved.label();
  }

  /** Index of the joint of that name; -1 where there is none. */
  public int indexOf(String name) {
    for (int j = 0; j < joints.size(); j++) {
      if (joints.get(j).name().equals(name)) {
        return j;
      }
    }
    return -1;
  }
}
