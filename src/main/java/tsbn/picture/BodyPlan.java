package tsbn.picture;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tsbn.data.motion.Joint;
import tsbn.data.motion.Skeleton;

/**
 * What of a skeleton matters to a picture: bones, which are of the left and of the right, and the
 * head.
 *
 * @param parents by joint; -1 for the root. Not to be modified.
 * @param sides by joint; not to be modified
 * @param head the joint that the head turns about; -1 where none is named so
 * @param top a joint or free end behind it; -1 where there is none
 * @param skull by joint, whether it is behind the head; not to be modified
 */
record BodyPlan(int[] parents, Side[] sides, int head, int top, boolean[] skull) {

  /** Where a joint is on the body. */
  enum Side {
    LEFT,
    RIGHT,
    MIDDLE
  }

  /** Frames that are looked at to find the length of a bone. */
  private static final int MOST_MEASURED = 25;

  /** A word, or a letter by itself or at the beginning, as in LeftArm, arm_l and lfemur. */
  private static final Pattern LEFT = Pattern.compile("left|(?<![a-z])l|l(?![a-z])");

  static BodyPlan of(Skeleton skeleton) {
    List<Joint> joints = skeleton.joints();
    int[] parents = joints.stream().mapToInt(Joint::parent).toArray();
    int head = -1;
    for (int j = 0; j < joints.size() && head < 0; j++) {
      boolean named = joints.get(j).name().toLowerCase(Locale.ROOT).contains("head");
      head = named && !joints.get(j).end() ? j : -1;
    }
    int top = -1;
    boolean[] skull = new boolean[parents.length];
    for (int j = 1; j < parents.length && head >= 0; j++) {
      skull[j] = parents[j] == head || skull[parents[j]];
      top = top < 0 && skull[j] ? j : top;
    }
    return new BodyPlan(parents, sides(joints), head, top, skull);
  }

  /**
   * A joint is of the left where another has the same name but for right: so lfemur is, and
   * lowerback is not.
   */
  private static Side[] sides(List<Joint> joints) {
    Side[] sides = new Side[joints.size()];
    Arrays.fill(sides, Side.MIDDLE);
    List<String> names =
        joints.stream().map(joint -> joint.name().toLowerCase(Locale.ROOT)).toList();
    Set<String> known = new HashSet<>(names);
    for (int j = 0; j < sides.length; j++) {
      Matcher part = LEFT.matcher(names.get(j));
      while (part.find()) {
        String mirrored =
            names.get(j).substring(0, part.start())
                + (part.end() - part.start() > 1 ? "right" : "r")
                + names.get(j).substring(part.end());
        if (known.contains(mirrored)) {
          sides[j] = Side.LEFT;
          sides[names.indexOf(mirrored)] = Side.RIGHT;
        }
      }
    }
    return sides;
  }

  int size() {
    return parents.length;
  }

  boolean leaf(int joint) {
    return Arrays.stream(parents).noneMatch(parent -> parent == joint);
  }

  /**
   * The longest way along bones from one end of the body to another.
   *
   * @param places T x 3 J. Not modified.
   */
  double longestWay(float[] places) {
    double[] behind = new double[size()];
    double longest = 0;
    for (int j = size() - 1; j > 0; j--) {
      double way = bone(j, places) + behind[j];
      int parent = parents[j];
      longest = Math.max(longest, behind[parent] + way);
      behind[parent] = Math.max(behind[parent], way);
    }
    return longest;
  }

  /** The median of its lengths: a made-up motion may stretch a bone for a moment. */
  private double bone(int joint, float[] places) {
    int frames = places.length / (3 * size());
    int stride = 1 + (frames - 1) / MOST_MEASURED;
    double[] lengths =
        IntStream.iterate(0, t -> t < frames, t -> t + stride)
            .mapToDouble(
                t -> {
                  int row = 3 * t * size();
                  int here = row + 3 * joint;
                  int there = row + 3 * parents[joint];
                  return Math.hypot(
                      Math.hypot(
                          places[here] - places[there], places[here + 1] - places[there + 1]),
                      places[here + 2] - places[there + 2]);
                })
            .sorted()
            .toArray();
    return lengths[lengths.length / 2];
  }
}
