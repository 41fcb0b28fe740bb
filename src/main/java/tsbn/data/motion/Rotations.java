package tsbn.data.motion;

/** Rotations as 3 x 3 matrices, row by row: entry (i, k) of {@code r} is {@code r[3 i + k]}. */
public final class Rotations {
  /** Below this, the cosine of the middle angle leaves the outer two undetermined. */
  private static final double LOCKED = 1e-9;

  private Rotations() {}

  public static void identity(double[] r) {
    for (int i = 0; i < 9; i++) {
      r[i] = i % 4 == 0 ? 1 : 0;
    }
  }

  /** out = a b. Out must be neither. */
  public static void multiply(double[] a, double[] b, double[] out) {
    multiply(a, 0, b, 0, out, 0);
  }

  /** The same with matrices that begin at places of larger arrays. */
  public static void multiply(double[] a, int atA, double[] b, int atB, double[] out, int at) {
    for (int i = 0; i < 3; i++) {
      for (int k = 0; k < 3; k++) {
        out[at + 3 * i + k] =
            a[atA + 3 * i] * b[atB + k]
                + a[atA + 3 * i + 1] * b[atB + 3 + k]
                + a[atA + 3 * i + 2] * b[atB + 6 + k];
      }
    }
  }

  /** r becomes r'. */
  public static void transpose(double[] r) {
    for (int i = 0; i < 3; i++) {
      for (int k = 0; k < i; k++) {
        double kept = r[3 * i + k];
        r[3 * i + k] = r[3 * k + i];
        r[3 * k + i] = kept;
      }
    }
  }

  /** r becomes r R, where R turns about an axis (0, 1 or 2) by radians. */
  public static void turn(double[] r, int axis, double radians) {
    int from = (axis + 1) % 3;
    int to = (axis + 2) % 3;
    double c = Math.cos(radians);
    double s = Math.sin(radians);
    for (int i = 0; i < 9; i += 3) {
      double a = r[i + from];
      double b = r[i + to];
      r[i + from] = a * c + b * s;
      r[i + to] = b * c - a * s;
    }
  }

  /** The rotation about (x, y, z) by its length in radians: R = I + sin a K + (1 - cos a) K K. */
  public static void exponential(double x, double y, double z, double[] r) {
    double angle = Math.sqrt(x * x + y * y + z * z);
    // sin a / a and (1 - cos a) / a^2, which are 1 and 1/2 at zero.
    double first = angle < 1e-8 ? 1 : Math.sin(angle) / angle;
    double half = angle < 1e-8 ? 1 : Math.sin(angle / 2) / (angle / 2);
    double second = half * half / 2;
    double square = angle * angle;
    r[0] = 1 + second * (x * x - square);
    r[1] = -first * z + second * x * y;
    r[2] = first * y + second * x * z;
    r[3] = first * z + second * x * y;
    r[4] = 1 + second * (y * y - square);
    r[5] = -first * x + second * y * z;
    r[6] = -first * y + second * x * z;
    r[7] = first * x + second * y * z;
    r[8] = 1 + second * (z * z - square);
  }

  /**
   * The unit quaternion w, x, y, z of a rotation, with w not negative (Shepperd 1978).
   *
   * @param out receives four values. Modified.
   */
  public static void quaternion(double[] r, double[] out) {
    double trace = r[0] + r[4] + r[8];
    if (trace > 0) {
      double s = 2 * Math.sqrt(trace + 1);
      out[0] = s / 4;
      out[1] = (r[7] - r[5]) / s;
      out[2] = (r[2] - r[6]) / s;
      out[3] = (r[3] - r[1]) / s;
    } else {
      int i = r[0] >= r[4] && r[0] >= r[8] ? 0 : r[4] >= r[8] ? 1 : 2;
      int j = (i + 1) % 3;
      int k = (i + 2) % 3;
      double s = 2 * Math.sqrt(Math.max(0, 1 + r[4 * i] - r[4 * j] - r[4 * k]));
      out[0] = (r[3 * k + j] - r[3 * j + k]) / s;
      out[1 + i] = s / 4;
      out[1 + j] = (r[3 * j + i] + r[3 * i + j]) / s;
      out[1 + k] = (r[3 * k + i] + r[3 * i + k]) / s;
    }
    double norm = Math.sqrt(out[0] * out[0] + out[1] * out[1] + out[2] * out[2] + out[3] * out[3]);
    double sign = out[0] < 0 ? -1 / norm : 1 / norm;
    for (int i = 0; i < 4; i++) {
      out[i] *= sign;
    }
  }

  /**
   * The axis of a rotation times its angle in [0, pi].
   *
   * @param out receives three values. Modified.
   */
  public static void logarithm(double[] r, double[] out) {
    double[] q = new double[4];
    quaternion(r, q);
    double sine = Math.sqrt(q[1] * q[1] + q[2] * q[2] + q[3] * q[3]);
    double factor = sine < 1e-12 ? 2 : 2 * Math.atan2(sine, q[0]) / sine;
    for (int i = 0; i < 3; i++) {
      out[i] = factor * q[1 + i];
    }
  }

  /**
   * The angles a, b, c with {@code r = R_i(a) R_j(b) R_k(c)}, of all the nearest to those given.
   *
   * @param order the different axes i, j, k. Not modified.
   * @param angles the angles near which to look, in radians. Modified.
   */
  public static void angles(double[] r, int[] order, double[] angles) {
    int i = order[0];
    int j = order[1];
    int k = order[2];
    double sign = (i + 1) % 3 == j ? 1 : -1;
    double sine = Math.max(-1, Math.min(1, sign * r[3 * i + k]));
    double cosine = Math.hypot(r[3 * j + k], r[3 * k + k]);
    double b = Math.atan2(sine, cosine);
    if (cosine < LOCKED) {
      // Only a +- c is determined: c stays, and a is what is left of r R_k(c)' R_j(b)'.
      double[] rest = r.clone();
      turn(rest, k, -angles[2]);
      turn(rest, j, -b);
      angles[0] = near(Math.atan2(sign * rest[3 * k + j], rest[3 * j + j]), angles[0]);
      angles[1] = near(b, angles[1]);
      return;
    }
    double a = Math.atan2(-sign * r[3 * j + k], r[3 * k + k]);
    double c = Math.atan2(-sign * r[3 * i + j], r[3 * i + i]);
    double[] one = {near(a, angles[0]), near(b, angles[1]), near(c, angles[2])};
    double[] other = {
      near(a + Math.PI, angles[0]), near(Math.PI - b, angles[1]), near(c + Math.PI, angles[2])
    };
    System.arraycopy(
        distance(one, angles) <= distance(other, angles) ? one : other, 0, angles, 0, 3);
  }

  /** The angle, give or take full turns, that is nearest to another. */
  public static double near(double angle, double other) {
    return angle + 2 * Math.PI * Math.rint((other - angle) / (2 * Math.PI));
  }

  private static double distance(double[] a, double[] b) {
    return Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) + Math.abs(a[2] - b[2]);
  }
}
