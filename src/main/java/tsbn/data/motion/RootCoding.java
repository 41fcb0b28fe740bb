package tsbn.data.motion;

import java.util.List;

/** What a model sees of the root, whose six channels are where a body is and how it is turned. */
public enum RootCoding {
  /** The channels as they are. */
  ABSOLUTE(List.of()),
  /**
   * What does not depend on place and heading: velocities ahead and to the left in units a second,
   * the turn in degrees a second, the height, and the lean in degrees, forward and to the right.
   */
  RELATIVE(List.of("ahead", "left", "turn", "height", "lean ahead", "lean right")),
  /**
   * The same as the MIT motions have it (Taylor, Hinton and Roweis 2007): the angles of the body's
   * axes ahead and left with the downward vertical, the turn in radians a frame, velocities ahead
   * and to the right in units a frame, and the height. For bodies that stay upright.
   */
  BODY_AXES(List.of("angle ahead", "angle left", "turn", "ahead", "right", "height"));

  private final List<String> names;

  RootCoding(List<String> names) {
    this.names = names;
  }

  /** Names of the six numbers; none where they are the channels. */
  public List<String> names() {
    return names;
  }

  /** Whether one of the six is a velocity, which belongs to no joint. */
  public boolean isVelocity(int column) {
    return switch (this) {
      case ABSOLUTE -> false;
      case RELATIVE -> column < 3;
      case BODY_AXES -> column >= 2 && column < 5;
    };
  }
}
