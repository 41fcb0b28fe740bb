package tsbn.data.motion;

import java.util.Locale;

/**
 * What a number of a frame moves: a translation along an axis of the parent, a rotation about one
 * in degrees, or a part of an exponential map, the axis of a rotation times its angle in radians.
 */
public enum Channel {
  TX,
  TY,
  TZ,
  RX,
  RY,
  RZ,
  EX,
  EY,
  EZ;

  /** The axis it belongs to: 0, 1 or 2. */
  public int axis() {
    return ordinal() % 3;
  }

  public boolean translates() {
    return ordinal() < RX.ordinal();
  }

  /** Whether it is an angle in degrees. */
  public boolean rotates() {
    return ordinal() >= RX.ordinal() && ordinal() < EX.ordinal();
  }

  /** {@code tx}, {@code ry}, {@code ez}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Channel translation(int axis) {
    return values()[axis];
  }
}
