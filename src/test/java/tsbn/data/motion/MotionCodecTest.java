package tsbn.data.motion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tsbn.data.FrameMeaning;
import tsbn.math.RandomStream;

class MotionCodecTest {
  private static final Joint.Axes TILTED = new Joint.Axes(new Vector3(5, 20, -10), "XYZ");

  /** A root that can be anywhere, a hip that turns about one axis and a shoulder about three. */
  private static Skeleton skeleton(Notation notation, Up up) {
    boolean maps = notation == Notation.EXPONENTIAL;
    List<Channel> turns =
        maps
            ? List.of(Channel.EX, Channel.EY, Channel.EZ)
            : List.of(Channel.RZ, Channel.RX, Channel.RY);
    List<Channel> root =
        List.of(turns.get(0), turns.get(1), turns.get(2), Channel.TX, Channel.TY, Channel.TZ);
    Joint.Axes axes = notation == Notation.ACCLAIM ? TILTED : null;
    return new Skeleton(
        notation,
        List.of(
            new Joint("pelvis", -1, new Vector3(1, 2, 3), axes, root, false),
            new Joint(
                "hip", 0, new Vector3(0, -1, 0), axes, maps ? turns : List.of(Channel.RX), false),
            Joint.end("hip", 1, new Vector3(0, -4, 0)),
            new Joint("shoulder", 0, new Vector3(0, 5, 0), axes, turns, false),
            Joint.end("shoulder", 3, new Vector3(3, 0, 0))),
        up,
        0.1);
  }

  /** A smooth motion whose root wanders, turns round and leans. */
  private static DMatrixRMaj motion(Skeleton skeleton, int frames, long seed) {
    RandomStream random = new RandomStream(seed);
    DMatrixRMaj motion = new DMatrixRMaj(frames, skeleton.channels());
    boolean degrees = skeleton.notation() != Notation.EXPONENTIAL;
    for (int c = 0; c < motion.numCols; c++) {
      boolean root = c < 6;
      double size = root && c >= 3 ? 20 : (degrees ? 25 : 0.4);
      double phase = 6 * random.nextDouble();
      double speed = 0.02 + 0.05 * random.nextDouble();
      for (int t = 0; t < frames; t++) {
        motion.set(t, c, size * Math.sin(phase + speed * t));
      }
    }
    if (degrees) {
      // The heading: round and round.
      int about = skeleton.up() == Up.Y ? 2 : 0;
      for (int t = 0; t < frames; t++) {
        motion.add(t, about, 5 * t);
      }
    }
    return motion;
  }

  private static double[] places(Skeleton skeleton, DMatrixRMaj motion, int t) {
    double[] xyz = new double[3 * skeleton.size()];
    new ForwardKinematics(skeleton).positions(motion.data, t * motion.numCols, xyz, 0);
    return xyz;
  }

  private static MotionCoding coding(Skeleton skeleton, RootCoding root) {
    return new MotionCoding(30, 30, true, root, Standardisation.none(skeleton.channels()), 0);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsEncodedComesBackButForWhereItBegan(RootCoding root) {
    for (Notation notation : Notation.values()) {
      for (Up up : Up.values()) {
        Skeleton skeleton = skeleton(notation, up);
        DMatrixRMaj motion = motion(skeleton, 120, 3);
        MotionCodec codec = new MotionCodec(skeleton, coding(skeleton, root));
        DMatrixRMaj seen = codec.encode(motion);
        DMatrixRMaj back = codec.decode(seen);
        double[] first = places(skeleton, motion, 0);
        double[] second = places(skeleton, back, 0);
        double turn = level(second, up, 3, 4) - level(first, up, 3, 4);
        for (int t = 0; t < 120; t++) {
          double[] expected = moved(places(skeleton, motion, t), first, second, turn, up);
          assertArrayEquals(expected, places(skeleton, back, t), 1e-7, notation + " frame " + t);
        }
        // And what was decoded is seen as the same.
        assertArrayEquals(seen.data, codec.encode(back).data, 1e-6);
      }
    }
  }

  /** The level direction from one joint to another, as an angle. */
  private static double level(double[] xyz, Up up, int from, int to) {
    double ahead = xyz[3 * to + up.ahead()] - xyz[3 * from + up.ahead()];
    double left = xyz[3 * to + up.left()] - xyz[3 * from + up.left()];
    return Math.atan2(left, ahead);
  }

  /** Turned about the vertical through one root and carried to the other. */
  private static double[] moved(double[] xyz, double[] from, double[] to, double turn, Up up) {
    double[] out = xyz.clone();
    for (int j = 0; j < xyz.length; j += 3) {
      double ahead = xyz[j + up.ahead()] - from[up.ahead()];
      double left = xyz[j + up.left()] - from[up.left()];
      out[j + up.ahead()] = to[up.ahead()] + Math.cos(turn) * ahead - Math.sin(turn) * left;
      out[j + up.left()] = to[up.left()] + Math.sin(turn) * ahead + Math.cos(turn) * left;
    }
    return out;
  }

  @ParameterizedTest
  @EnumSource
  void aWalkIsTheSameWhereverItLeads(Up up) {
    Skeleton skeleton =
        new Skeleton(
            Notation.BIOVISION,
            List.of(
                Joint.of(
                    "pelvis",
                    -1,
                    Vector3.ZERO,
                    Channel.TX,
                    Channel.TY,
                    Channel.TZ,
                    up == Up.Y ? Channel.RY : Channel.RZ,
                    Channel.RX,
                    up == Up.Y ? Channel.RZ : Channel.RY)),
            up,
            0);
    DMatrixRMaj motion = new DMatrixRMaj(50, 6);
    DMatrixRMaj turned = new DMatrixRMaj(50, 6);
    double turn = Math.toRadians(130);
    RandomStream random = new RandomStream(4);
    for (int t = 0; t < 50; t++) {
      double heading = 3.0 * t;
      double x = t * t / 10.0;
      double y = 7 * Math.sin(t / 5.0);
      double[] lean = {20 * random.nextDouble(), 30 * random.nextDouble()};
      put(motion, t, up, x, y, heading, lean);
      put(
          turned,
          t,
          up,
          100 + Math.cos(turn) * x - Math.sin(turn) * y,
          -50 + Math.sin(turn) * x + Math.cos(turn) * y,
          heading + 130,
          lean);
    }
    for (RootCoding root : List.of(RootCoding.RELATIVE, RootCoding.BODY_AXES)) {
      MotionCodec codec = new MotionCodec(skeleton, coding(skeleton, root));
      assertArrayEquals(codec.encode(motion).data, codec.encode(turned).data, 1e-8);
    }
  }

  private static void put(
      DMatrixRMaj motion, int t, Up up, double x, double y, double heading, double[] lean) {
    motion.set(t, up.ahead(), x);
    motion.set(t, up.left(), y);
    motion.set(t, up.axis(), 9 + Math.sin(t));
    motion.set(t, 3, heading);
    motion.set(t, 4, lean[0]);
    motion.set(t, 5, lean[1]);
  }

  @Test
  void velocitiesHaveTheUnitsTheyAreNamedFor() {
    Skeleton skeleton =
        new Skeleton(
            Notation.ACCLAIM,
            List.of(
                Joint.of(
                    "root",
                    -1,
                    Vector3.ZERO,
                    Channel.TX,
                    Channel.TY,
                    Channel.TZ,
                    Channel.RX,
                    Channel.RY,
                    Channel.RZ)),
            Up.Y,
            0);
    // Facing x, which is to the left of z, and going that way by 0.1 a frame, turning 2 degrees.
    DMatrixRMaj motion = new DMatrixRMaj(2, 6, true, 0, 5, 0, 0, 90, 0, 0.1, 5, 0, 0, 92, 0);
    MotionCodec codec = new MotionCodec(skeleton, coding(skeleton, RootCoding.RELATIVE));
    assertArrayEquals(
        new double[] {3, 0, 60, 5, 0, 0, 3, 0, 60, 5, 0, 0}, codec.encode(motion).data, 1e-9);
    // Leaning ahead by 10 degrees tips the top of the body along z.
    DMatrixRMaj bent = new DMatrixRMaj(1, 6, true, 0, 5, 0, 10, 0, 0);
    assertArrayEquals(new double[] {0, 0, 0, 5, 10, 0}, codec.encode(bent).data, 1e-9);
  }

  @Test
  void framesAreLeftOutWhereTheRateDividesAndMadeBetweenOthers() {
    Skeleton skeleton = skeleton(Notation.BIOVISION, Up.Y);
    DMatrixRMaj motion = motion(skeleton, 358, 5);
    MotionCoding quarter =
        new MotionCoding(120, 30, true, RootCoding.ABSOLUTE, Standardisation.none(10), 0);
    DMatrixRMaj fewer = new MotionCodec(skeleton, quarter).encode(motion);
    assertEquals(90, fewer.numRows);
    for (int c = 0; c < 10; c++) {
      assertEquals(motion.get(4 * 89, c), fewer.get(89, c));
    }
    // A rate that was rounded in writing is the one that was meant.
    assertArrayEquals(fewer.data, new MotionCodec(skeleton, quarter).encode(motion, 119.95).data);
    MotionCoding other =
        new MotionCoding(120, 50, true, RootCoding.ABSOLUTE, Standardisation.none(10), 0);
    DMatrixRMaj between = new MotionCodec(skeleton, other).encode(motion);
    assertEquals(149, between.numRows);
    for (int t = 0; t < 149; t++) {
      double[] found = places(skeleton, between, t);
      double moment = t * 2.4;
      double[] before = places(skeleton, motion, (int) moment);
      double[] after = places(skeleton, motion, Math.min(357, (int) moment + 1));
      for (int i = 0; i < found.length; i++) {
        double line = before[i] + (moment % 1) * (after[i] - before[i]);
        assertEquals(line, found[i], 0.02, "frame " + t);
      }
    }
  }

  @Test
  void turnsBetweenFramesTakeTheShorterWay() {
    Skeleton skeleton =
        new Skeleton(
            Notation.BIOVISION, List.of(Joint.of("root", -1, Vector3.ZERO, Channel.RX)), Up.Y, 0);
    DMatrixRMaj motion = new DMatrixRMaj(2, 1, true, 170, -170);
    MotionCoding finer =
        new MotionCoding(10, 20, true, RootCoding.ABSOLUTE, Standardisation.none(1), 0);
    assertArrayEquals(
        new double[] {170, 180, 190}, new MotionCodec(skeleton, finer).encode(motion).data, 1e-9);
  }

  @Test
  void anglesThatJumpByAFullTurnAreMadeContinuous() {
    Skeleton skeleton =
        new Skeleton(
            Notation.BIOVISION, List.of(Joint.of("root", -1, Vector3.ZERO, Channel.RX)), Up.Y, 0);
    // A hand that is lost for a moment jumps by less, and is left alone.
    DMatrixRMaj motion = new DMatrixRMaj(5, 1, true, 170, -175, -179, 20, -170);
    MotionCoding coding =
        new MotionCoding(30, 30, true, RootCoding.ABSOLUTE, Standardisation.none(1), 0);
    assertArrayEquals(
        new double[] {170, 185, 181, 20, -170},
        new MotionCodec(skeleton, coding).encode(motion).data,
        1e-12);
    assertArrayEquals(
        motion.data,
        new MotionCodec(skeleton, MotionCoding.none(skeleton, 30)).encode(motion).data);
  }

  @Test
  void constantColumnsAreDroppedAndComeBack() {
    DMatrixRMaj one = new DMatrixRMaj(2, 3, true, 1, 7, 10, 3, 7, 30);
    DMatrixRMaj two = new DMatrixRMaj(1, 3, true, 5, 7, 20);
    Standardisation columns = Standardisation.of(List.of(one, two), true, true, 1e-6);
    assertEquals(List.of(0, 2), columns.kept());
    assertEquals(List.of(3.0, 20.0), columns.mean());
    assertEquals(List.of(2.0, 10.0), columns.deviation());
    assertArrayEquals(new double[] {-1, -1, 0, 1}, columns.encode(one).data, 1e-12);
    assertArrayEquals(one.data, columns.decode(columns.encode(one)).data, 1e-12);
    Standardisation dropped = Standardisation.of(List.of(one, two), true, false, 1e-6);
    assertFalse(dropped.scales());
    assertArrayEquals(new double[] {1, 10, 3, 30}, dropped.encode(one).data, 1e-12);
    Standardisation whole = Standardisation.of(List.of(one, two), false, true, 1e-6);
    assertEquals(3, whole.units());
    assertArrayEquals(one.data, whole.decode(whole.encode(one)).data, 1e-12);
    assertThrows(
        IllegalArgumentException.class,
        () -> Standardisation.of(List.of(new DMatrixRMaj(3, 2)), true, true, 1e-6));
  }

  @Test
  void whatIsLeftOfRoundingIsNoMovement() {
    DMatrixRMaj frames = new DMatrixRMaj(3, 2, true, 1.2001, 5, 1.2, 5.01, 1.2002, 5.02);
    assertEquals(List.of(1), Standardisation.of(List.of(frames), true, true, 5e-4).kept());
    Standardisation whole = Standardisation.of(List.of(frames), false, true, 5e-4);
    assertEquals(1, whole.deviation().get(0));
    assertEquals(0.01, whole.deviation().get(1), 1e-12);
    assertEquals(
        List.of(0, 1), Standardisation.of(List.of(frames), true, true, 1e-6).kept(), "1e-4 > 1e-6");
  }

  @Test
  void unitsSayWhatTheyAreAndWhichJointTheyMove() {
    Skeleton skeleton = skeleton(Notation.ACCLAIM, Up.Y);
    Standardisation columns =
        new Standardisation(
            Standardisation.none(10).constants(),
            List.of(0, 3, 4, 6, 9),
            List.of(0.0, 0.0, 0.0, 0.0, 0.0),
            List.of(1.0, 1.0, 1.0, 1.0, 2.0));
    MotionCoding coding = new MotionCoding(120, 30, true, RootCoding.RELATIVE, columns, 50);
    FrameMeaning.Motion motion = new FrameMeaning.Motion(skeleton, coding);
    assertEquals(5, motion.units());
    assertEquals("pelvis ahead", motion.unitName(0));
    assertEquals("pelvis lean ahead", motion.unitName(2));
    assertEquals("shoulder ry", motion.unitName(4));
    assertEquals(-1, motion.jointOf(0));
    assertEquals(0, motion.jointOf(1));
    assertEquals(1, motion.jointOf(3));
    assertEquals(3, motion.jointOf(4));
    assertEquals(6, coding.steps().size());
    assertTrue(coding.steps().get(0).contains("from 120 to 30"));
    assertTrue(motion.numbers());
    assertEquals(List.of(), MotionCoding.none(skeleton, 30).steps());
  }

  @Test
  void codingsThatDoNotFitAreRefused() {
    Skeleton skeleton = skeleton(Notation.ACCLAIM, Up.Y);
    MotionCoding narrow =
        new MotionCoding(30, 30, true, RootCoding.ABSOLUTE, Standardisation.none(9), 0);
    assertThrows(IllegalArgumentException.class, () -> new FrameMeaning.Motion(skeleton, narrow));
    Skeleton fixed =
        new Skeleton(
            Notation.BIOVISION,
            List.of(Joint.of("root", -1, Vector3.ZERO, Channel.TX, Channel.RX)),
            Up.Y,
            0);
    assertFalse(MotionCodec.rootCanBeRelative(fixed));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new MotionCodec(
                fixed,
                new MotionCoding(30, 30, true, RootCoding.RELATIVE, Standardisation.none(2), 0)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new MotionCoding(0, 30, true, RootCoding.ABSOLUTE, Standardisation.none(9), 0));
  }
}
