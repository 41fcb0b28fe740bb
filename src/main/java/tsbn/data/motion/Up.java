package tsbn.data.motion;

/** The axis that points up, and with it which way a body looks whose rotation is zero. */
public enum Up {
  /** y is up, z ahead and x to the left, as in Acclaim and most Biovision files. */
  Y(1, 2, 0),
  /** z is up, x ahead and y to the left. */
  Z(2, 0, 1);

  private final int up;
  private final int ahead;
  private final int left;

  Up(int up, int ahead, int left) {
    this.up = up;
    this.ahead = ahead;
    this.left = left;
  }

  /** Index of the axis that points up: 0, 1 or 2. */
  public int axis() {
    return up;
  }

  /** Index of the axis along which a body with heading 0 looks. */
  public int ahead() {
    return ahead;
  }

  /** Index of the axis to its left. */
  public int left() {
    return left;
  }
}
