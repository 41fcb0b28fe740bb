package tsbn.data.motion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tsbn.math.RandomStream;

/** Closed-form cases, and matrix products written out with none of the program's rotations. */
class ForwardKinematicsTest {
  private static final double EXACT = 1e-12;

  /** A root, an arm of length 2 along x and a hand of length 1 behind it. */
  private static Skeleton arm(Notation notation, Joint.Axes axes, Channel... channels) {
    return new Skeleton(
        notation,
        List.of(
            Joint.of("root", -1, Vector3.ZERO, Channel.TX, Channel.TY, Channel.TZ),
            new Joint("arm", 0, new Vector3(0, 1, 0), axes, List.of(channels), false),
            new Joint("hand", 1, new Vector3(2, 0, 0), axes, List.of(channels), false),
            Joint.end("hand", 2, new Vector3(1, 0, 0))),
        Up.Y,
        0);
  }

  private static double[] places(Skeleton skeleton, double... channels) {
    double[] xyz = new double[3 * skeleton.size()];
    new ForwardKinematics(skeleton).positions(channels, xyz);
    return xyz;
  }

  @Test
  void rightAnglesGivePlacesThatOneCanSee() {
    Skeleton skeleton = arm(Notation.BIOVISION, null, Channel.RZ);
    assertArrayEquals(
        new double[] {5, 6, 7, 5, 7, 7, 7, 7, 7, 8, 7, 7}, places(skeleton, 5, 6, 7, 0, 0), EXACT);
    // Up by a quarter turn, then the hand a quarter turn further: back over the shoulder.
    assertArrayEquals(
        new double[] {0, 0, 0, 0, 1, 0, 0, 3, 0, -1, 3, 0},
        places(skeleton, 0, 0, 0, 90, 90),
        EXACT);
    // About y a quarter turn carries x to -z.
    assertArrayEquals(
        new double[] {0, 0, 0, 0, 1, 0, 0, 1, -2, 0, 1, -3},
        places(arm(Notation.BIOVISION, null, Channel.RY), 0, 0, 0, 90, 0),
        EXACT);
    // About x the arm only turns in itself.
    assertArrayEquals(
        new double[] {0, 0, 0, 0, 1, 0, 2, 1, 0, 3, 1, 0},
        places(arm(Notation.BIOVISION, null, Channel.RX), 0, 0, 0, 77, 33),
        EXACT);
  }

  @Test
  void theTwoNotationsTurnInOppositeOrders() {
    // Biovision's zrotation xrotation: x turns first, and does nothing to an arm along x.
    assertArrayEquals(
        new double[] {0, 3, 0},
        hand(places(arm(Notation.BIOVISION, null, Channel.RZ, Channel.RX), 0, 0, 0, 90, 90, 0, 0)),
        EXACT);
    // Acclaim's rz rx: z turns first, up; then x carries up to ahead.
    assertArrayEquals(
        new double[] {0, 1, 2},
        hand(places(arm(Notation.ACCLAIM, null, Channel.RZ, Channel.RX), 0, 0, 0, 90, 90, 0, 0)),
        EXACT);
  }

  @Test
  void acclaimsAxesSayAboutWhatAJointTurns() {
    // Axes turned by 90 degrees about y: what is called x is the world's -z.
    Joint.Axes axes = new Joint.Axes(new Vector3(0, 90, 0), "XYZ");
    Skeleton skeleton = arm(Notation.ACCLAIM, axes, Channel.RX);
    assertArrayEquals(new double[] {0, -1, 0}, hand(places(skeleton, 0, 0, 0, 90, 0)), EXACT);
  }

  private static double[] hand(double[] xyz) {
    return new double[] {xyz[6], xyz[7], xyz[8]};
  }

  @ParameterizedTest
  @ValueSource(strings = {"XYZ", "XZY", "YXZ", "YZX", "ZXY", "ZYX"})
  void everyOrderIsTheProductOfItsThreeMatrices(String order) {
    Channel[] channels =
        order.chars().mapToObj(axis -> Channel.valueOf("R" + (char) axis)).toArray(Channel[]::new);
    RandomStream random = new RandomStream(7);
    for (int trial = 0; trial < 20; trial++) {
      double[] angles = new double[6];
      for (int i = 0; i < 6; i++) {
        angles[i] = 720 * random.nextDouble() - 360;
      }
      double[] frame = {1, 2, 3, angles[0], angles[1], angles[2], angles[3], angles[4], angles[5]};
      double[][] arm = identity();
      double[][] hand = identity();
      for (int i = 0; i < 3; i++) {
        arm = times(arm, about(order.charAt(i), angles[i]));
        hand = times(hand, about(order.charAt(i), angles[3 + i]));
      }
      check(places(arm(Notation.BIOVISION, null, channels), frame), arm, hand);

      // Acclaim: the first turns first, all within the axes C.
      Joint.Axes axes = new Joint.Axes(new Vector3(30, -50, 110), order);
      double[][] c = identity();
      arm = identity();
      hand = identity();
      double[] turned = {30, -50, 110};
      for (int i = 0; i < 3; i++) {
        c = times(about(order.charAt(i), turned[order.charAt(i) - 'X']), c);
        arm = times(about(order.charAt(i), angles[i]), arm);
        hand = times(about(order.charAt(i), angles[3 + i]), hand);
      }
      arm = times(times(c, arm), transposed(c));
      hand = times(times(c, hand), transposed(c));
      check(places(arm(Notation.ACCLAIM, axes, channels), frame), arm, hand);
    }
  }

  private static void check(double[] xyz, double[][] arm, double[][] hand) {
    double[][] both = times(arm, hand);
    for (int i = 0; i < 3; i++) {
      double shoulder = i + 1 + (i == 1 ? 1 : 0);
      assertEquals(shoulder + 2 * arm[i][0], xyz[6 + i], 1e-9);
      assertEquals(shoulder + 2 * arm[i][0] + both[i][0], xyz[9 + i], 1e-9);
    }
  }

  @Test
  void exponentialMapsAreRodriguesFormula() {
    Skeleton skeleton = arm(Notation.EXPONENTIAL, null, Channel.EX, Channel.EY, Channel.EZ);
    RandomStream random = new RandomStream(8);
    for (int trial = 0; trial < 50; trial++) {
      double[] w = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
      double size = trial < 5 ? 1e-7 * trial : 1;
      double angle = 0;
      for (int i = 0; i < 3; i++) {
        w[i] *= size;
        angle += w[i] * w[i];
      }
      angle = Math.sqrt(angle);
      // v cos a + (k x v) sin a + k (k . v) (1 - cos a) for v = (2, 0, 0).
      double[] k =
          angle == 0 ? new double[3] : new double[] {w[0] / angle, w[1] / angle, w[2] / angle};
      double[] expected = {
        2 * Math.cos(angle) + k[0] * 2 * k[0] * (1 - Math.cos(angle)),
        1 + 2 * k[2] * Math.sin(angle) + k[1] * 2 * k[0] * (1 - Math.cos(angle)),
        -2 * k[1] * Math.sin(angle) + k[2] * 2 * k[0] * (1 - Math.cos(angle))
      };
      assertArrayEquals(
          expected, hand(places(skeleton, 0, 0, 0, w[0], w[1], w[2], 0, 0, 0)), EXACT);
    }
  }

  @Test
  void anglesAreFoundForEveryRotationAndNearTheGivenOnes() {
    RandomStream random = new RandomStream(9);
    for (String order : List.of("XYZ", "XZY", "YXZ", "YZX", "ZXY", "ZYX")) {
      for (int trial = 0; trial < 200; trial++) {
        int[] axes = {order.charAt(0) - 'X', order.charAt(1) - 'X', order.charAt(2) - 'X'};
        double[] angles = new double[3];
        for (int i = 0; i < 3; i++) {
          angles[i] = 10 * random.nextDouble() - 5;
        }
        if (trial % 4 == 0) {
          // The middle angle at which only the sum of the other two counts.
          angles[1] = trial % 8 == 0 ? Math.PI / 2 : -Math.PI / 2;
        }
        double[] r = product(axes, angles);
        double[] found = new double[3];
        Rotations.angles(r, axes, found);
        assertArrayEquals(r, product(axes, found), 1e-7);
        double[] near = {angles[0] + 0.1, angles[1] - 0.1, angles[2] + 0.1};
        Rotations.angles(r, axes, near);
        assertArrayEquals(r, product(axes, near), 1e-7);
        if (trial % 4 != 0 && Math.abs(Math.cos(angles[1])) > 0.3) {
          assertArrayEquals(angles, near, 1e-7);
        }
        double[] map = new double[3];
        Rotations.logarithm(r, map);
        double[] back = new double[9];
        Rotations.exponential(map[0], map[1], map[2], back);
        assertArrayEquals(r, back, 1e-9);
      }
    }
  }

  private static double[] product(int[] axes, double[] angles) {
    double[] r = new double[9];
    Rotations.identity(r);
    for (int i = 0; i < 3; i++) {
      Rotations.turn(r, axes[i], angles[i]);
    }
    return r;
  }

  @Test
  void floatFramesGiveTheSamePlaces() {
    Skeleton skeleton = arm(Notation.BIOVISION, null, Channel.RZ, Channel.RX);
    double[] xyz = new double[12];
    new ForwardKinematics(skeleton).positions(new float[] {1, 2, 3, 40, 50, 60, 70}, xyz);
    assertArrayEquals(places(skeleton, 1, 2, 3, 40, 50, 60, 70), xyz, EXACT);
  }

  @Test
  void channelsKnowTheirJoints() {
    Skeleton skeleton = arm(Notation.BIOVISION, null, Channel.RZ, Channel.RX);
    assertEquals(7, skeleton.channels());
    assertEquals(4, skeleton.size());
    assertEquals(3, skeleton.jointCount());
    assertEquals("hand rx", skeleton.channelName(6));
    assertEquals(1, skeleton.jointOf(3));
    assertEquals(5, skeleton.firstChannel(2));
    assertEquals(-1, skeleton.indexOf("foot"));
    assertThrows(IndexOutOfBoundsException.class, () -> skeleton.jointOf(7));
  }

  @Test
  void skeletonsThatCannotBeAreRefused() {
    Joint root = Joint.of("root", -1, Vector3.ZERO, Channel.TX);
    Joint second = Joint.of("root", 0, Vector3.ZERO);
    Joint lost = Joint.of("lost", 5, Vector3.ZERO);
    for (List<Joint> joints :
        List.of(List.of(root, second), List.of(root, lost), List.of(second), List.<Joint>of())) {
      IllegalArgumentException e =
          assertThrows(
              IllegalArgumentException.class,
              () -> new Skeleton(Notation.BIOVISION, joints, Up.Y, 0));
      assertTrue(e.getMessage().endsWith("."));
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> Joint.of("twice", 0, Vector3.ZERO, Channel.RX, Channel.RX));
    assertThrows(
        IllegalArgumentException.class,
        () -> Joint.of("mixed", 0, Vector3.ZERO, Channel.EX, Channel.RX));
    assertThrows(IllegalArgumentException.class, () -> new Vector3(Double.NaN, 0, 0));
  }

  private static double[][] identity() {
    return new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
  }

  private static double[][] about(char axis, double degrees) {
    double c = Math.cos(Math.toRadians(degrees));
    double s = Math.sin(Math.toRadians(degrees));
    return switch (axis) {
      case 'X' -> new double[][] {{1, 0, 0}, {0, c, -s}, {0, s, c}};
      case 'Y' -> new double[][] {{c, 0, s}, {0, 1, 0}, {-s, 0, c}};
      default -> new double[][] {{c, -s, 0}, {s, c, 0}, {0, 0, 1}};
    };
  }

  private static double[][] times(double[][] a, double[][] b) {
    double[][] out = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        for (int k = 0; k < 3; k++) {
          out[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return out;
  }

  private static double[][] transposed(double[][] a) {
    double[][] out = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        out[i][j] = a[j][i];
      }
    }
    return out;
  }
}
