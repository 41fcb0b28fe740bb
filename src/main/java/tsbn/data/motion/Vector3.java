package tsbn.data.motion;

/** Three finite numbers: a place, an offset or three angles. */
public record Vector3(double x, double y, double z) {
  public static final Vector3 ZERO = new Vector3(0, 0, 0);

  public Vector3 {
    if (!Double.isFinite(x) || !Double.isFinite(y) || !Double.isFinite(z)) {
      throw new IllegalArgumentException("An offset or axis of the skeleton is not finite.");
    }
  }

  public double length() {
    return Math.sqrt(x * x + y * y + z * z);
  }

  /** The part along axis 0, 1 or 2. */
  public double get(int axis) {
    return axis == 0 ? x : axis == 1 ? y : z;
  }
}
