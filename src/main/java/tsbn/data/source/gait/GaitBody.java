package tsbn.data.source.gait;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tsbn.data.motion.Channel;
import tsbn.data.motion.Joint;
import tsbn.data.motion.Notation;
import tsbn.data.motion.Skeleton;
import tsbn.data.motion.Up;
import tsbn.data.motion.Vector3;

/**
 * The body that walks: 21 joints, 1.72 m high, in centimetres, y up, z ahead and x to the left.
 * With every angle 0 it stands with its arms hanging down.
 */
public final class GaitBody {
  static final double HIP_WIDTH = 9;
  static final double HIP_DROP = 3;
  static final double THIGH = 42;
  static final double SHIN = 42;

  /** The ankle above the sole, and the ball of the foot below and ahead of the ankle. */
  static final double ANKLE = 8;

  static final double BALL_DROP = 6;
  static final double BALL_AHEAD = 13;
  static final double TOES_DROP = 1;
  static final double TOES_AHEAD = 6;

  /** The heel, on the sole, behind the ankle. */
  static final double HEEL_BEHIND = 5;

  private static final double SHOULDER_WIDTH = 12;

  private static final List<Joint> JOINTS = new ArrayList<>();

  static {
    add("hips", null, 0, 0, 0, "TX TY TZ RY RX RZ");
    for (String side : List.of("l", "r")) {
      double left = side.equals("l") ? 1 : -1;
      add(side + "hip", "hips", left * HIP_WIDTH, -HIP_DROP, 0, "RZ RX");
      add(side + "knee", side + "hip", 0, -THIGH, 0, "RX");
      add(side + "ankle", side + "knee", 0, -SHIN, 0, "RX RY RZ");
      add(side + "toes", side + "ankle", 0, -BALL_DROP, BALL_AHEAD, "RX");
      end(side + "toes", 0, -TOES_DROP, TOES_AHEAD);
    }
    add("spine", "hips", 0, 10, 0, "RX RY RZ");
    add("chest", "spine", 0, 20, 0, "RY");
    add("neck", "chest", 0, 24, 0, "RX RY");
    add("head", "neck", 0, 9, 1, "RX");
    end("head", 0, 17, 0);
    for (String side : List.of("l", "r")) {
      double left = side.equals("l") ? 1 : -1;
      add(side + "collar", "chest", left * 4, 18, 0, "RZ");
      add(side + "shoulder", side + "collar", left * SHOULDER_WIDTH, 0, 0, "RZ RX");
      add(side + "elbow", side + "shoulder", 0, -29, 0, "RX RY");
      add(side + "wrist", side + "elbow", 0, -25, 0, "RX");
      end(side + "wrist", 0, -17, 2);
    }
  }

  private static final Skeleton SKELETON = new Skeleton(Notation.BIOVISION, JOINTS, Up.Y, 0.01);

  private static final Map<String, Integer> CHANNELS = channels();

  private GaitBody() {}

  /** The skeleton. */
  public static Skeleton skeleton() {
    return SKELETON;
  }

  /** Index of the channel of a name such as {@code lknee rx}. */
  static int channel(String name) {
    return CHANNELS.get(name);
  }

  private static Map<String, Integer> channels() {
    Map<String, Integer> channels = new HashMap<>();
    for (int c = 0; c < SKELETON.channels(); c++) {
      channels.put(SKELETON.channelName(c), c);
    }
    return channels;
  }

  private static void add(
      String name, String parent, double x, double y, double z, String channels) {
    List<Channel> moved = new ArrayList<>();
    for (String channel : channels.split(" ")) {
      moved.add(Channel.valueOf(channel));
    }
    JOINTS.add(new Joint(name, indexOf(parent), new Vector3(x, y, z), null, moved, false));
  }

  private static void end(String of, double x, double y, double z) {
    JOINTS.add(Joint.end(of, indexOf(of), new Vector3(x, y, z)));
  }

  private static int indexOf(String name) {
    for (int j = 0; j < JOINTS.size(); j++) {
      if (JOINTS.get(j).name().equals(name)) {
        return j;
      }
    }
    return -1;
  }
}
