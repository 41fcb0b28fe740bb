package tsbn.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tsbn.data.FrameMeaning;
import tsbn.data.motion.Channel;
import tsbn.data.motion.Joint;
import tsbn.data.motion.MotionCoding;
import tsbn.data.motion.Notation;
import tsbn.data.motion.Skeleton;
import tsbn.data.motion.Up;
import tsbn.data.motion.Vector3;

/** Bodies whose pictures follow from where their joints are; the whole goes to target/pictures. */
class SkeletonPictureTest {
  private static final Camera FRONT = new Camera(0, 0, 1);

  /** A root that can go anywhere, two legs of length 1 and a head 0.8 above. */
  private static FrameMeaning.Motion body(double unit, Up up) {
    List<Joint> joints =
        List.of(
            Joint.of("root", -1, Vector3.ZERO, Channel.TX, Channel.TY, Channel.TZ),
            Joint.of("lhip", 0, at(0, 0.2 * unit, 0, up), Channel.RX),
            Joint.end("lfoot", 1, at(0, 0, -unit, up)),
            Joint.of("rhip", 0, at(0, -0.2 * unit, 0, up), Channel.RX),
            Joint.end("rfoot", 3, at(0, 0, -unit, up)),
            Joint.of("lowerback", 0, at(0, 0, 0.5 * unit, up)),
            Joint.of("head", 5, at(0, 0, 0.3 * unit, up)));
    Skeleton skeleton = new Skeleton(Notation.BIOVISION, joints, up, 0);
    return new FrameMeaning.Motion(skeleton, MotionCoding.none(skeleton, 30));
  }

  private static Vector3 at(double ahead, double left, double above, Up up) {
    double[] xyz = new double[3];
    xyz[up.ahead()] = ahead;
    xyz[up.left()] = left;
    xyz[up.axis()] = above;
    return new Vector3(xyz[0], xyz[1], xyz[2]);
  }

  private static Figure standing(double unit, Up up, int frames) {
    FrameMeaning.Motion motion = body(unit, up);
    return Figure.of(motion, new FMatrixRMaj(frames, motion.units()));
  }

  private static Raster paint(Figure figure, int primer, double now, Camera camera) {
    Raster out = new Raster(240, 300);
    new SkeletonPicture(figure, primer, Palette.LIGHT).paint(now, camera, -1, out);
    return out;
  }

  private static int[] box(Raster out, int argb) {
    int[] box = {out.width(), out.height(), -1, -1};
    for (int y = 0; y < out.height(); y++) {
      for (int x = 0; x < out.width(); x++) {
        if (out.get(x, y) == argb) {
          box[0] = Math.min(box[0], x);
          box[1] = Math.min(box[1], y);
          box[2] = Math.max(box[2], x);
          box[3] = Math.max(box[3], y);
        }
      }
    }
    return box;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.02, 1, 40, 1000})
  void theSizeInThePictureDoesNotDependOnTheUnit(double unit) {
    int[] one = paint(standing(1, Up.Y, 5), 0, 0, FRONT).pixels();
    for (Up up : Up.values()) {
      int[] other = paint(standing(unit, up, 5), 0, 0, FRONT).pixels();
      long different = 0;
      for (int i = 0; i < one.length; i++) {
        different += one[i] == other[i] ? 0 : 1;
      }
      // The lines of the floor are at round lengths, so they alone may lie elsewhere.
      assertTrue(different < one.length / 15, unit + " " + up + ": " + different);
    }
  }

  @Test
  void leftIsBlueAndAtTheRightOfWhoIsFaced() {
    Raster out = paint(standing(1, Up.Z, 1), 0, 0, FRONT);
    int blue = Palette.mix(Palette.LIGHT.series(0), Palette.LIGHT.background(), 0.25);
    int orange = Palette.mix(Palette.LIGHT.series(4), Palette.LIGHT.background(), 0.25);
    int[] left = box(out, blue);
    int[] right = box(out, orange);
    assertTrue(left[2] > 0 && right[2] > 0, "both legs are there");
    assertTrue(left[0] > right[2], Arrays.toString(left) + Arrays.toString(right));
    assertEquals(left[3], right[3], 1);
    assertEquals(out.width() / 2.0, (left[0] + right[2]) / 2.0, 1.5);
  }

  @Test
  void sidesFollowFromNamesThatHaveATwin() {
    List<Joint> joints = new ArrayList<>();
    for (String name :
        List.of("root", "lowerback", "LeftArm", "RightArm", "hip.l", "hip.r", "Lamp", "skull")) {
      joints.add(Joint.of(name, joints.size() - 1, Vector3.ZERO));
    }
    BodyPlan plan = BodyPlan.of(new Skeleton(Notation.BIOVISION, joints, Up.Y, 1));
    assertEquals(
        "MIDDLE MIDDLE LEFT RIGHT LEFT RIGHT MIDDLE MIDDLE",
        String.join(" ", Arrays.stream(plan.sides()).map(Enum::name).toList()));
  }

  @Test
  void theFloorIsBelowTheLowestFootAndTheCameraStaysWithTheBody() {
    FrameMeaning.Motion motion = body(1, Up.Z);
    FMatrixRMaj walk = new FMatrixRMaj(300, motion.units());
    for (int t = 0; t < 300; t++) {
      walk.set(t, 0, 0.3f * t); // nine lengths of a leg a second
      walk.set(t, 2, 5);
    }
    Figure figure = Figure.of(motion, walk);
    assertEquals(4, figure.level(), 1e-6);
    Figure still = standing(1, Up.Z, 1);
    for (double now : new double[] {0, 42, 299}) {
      int[] walking = box(paint(figure, 0, now, FRONT), head());
      int[] standing = box(paint(still, 0, 0, FRONT), head());
      assertEquals(standing[1], walking[1], 2);
      assertEquals(standing[0], walking[0], 2);
    }
    assertEquals(4, figure.beside(figure).level(), 1e-6);
    assertEquals(-1, still.level(), 1e-6);
    assertEquals(4, still.beside(figure).level(), 1e-6);
  }

  private static int head() {
    int grey = SkeletonColours.side(BodyPlan.Side.MIDDLE, Palette.LIGHT);
    return Palette.mix(grey, Palette.LIGHT.background(), 0.25);
  }

  @Test
  void thePrimerHasAnotherTone() {
    Figure figure = standing(1, Up.Y, 10);
    Raster given = paint(figure, 4, 3.9, FRONT);
    Raster made = paint(figure, 4, 4, FRONT);
    assertEquals(Palette.LIGHT.background(), made.get(1, 1));
    assertEquals(
        Palette.mix(Palette.LIGHT.background(), Palette.LIGHT.series(1), 0.1), given.get(1, 1));
  }

  @Test
  void aJointIsFoundWhereItIsPainted() {
    SkeletonPicture picture = new SkeletonPicture(standing(1, Up.Y, 1), 0, Palette.LIGHT);
    Raster out = new Raster(240, 300);
    picture.paint(0, FRONT, 6, out);
    int[] mark = box(out, Palette.LIGHT.series(2));
    double x = (mark[0] + mark[2]) / 2.0;
    double y = (mark[1] + mark[3]) / 2.0;
    assertEquals(6, picture.jointAt(x, y, 0, FRONT, 240, 300));
    assertEquals(-1, picture.jointAt(2, 2, 0, FRONT, 240, 300));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 100})
  void bodiesOfAnyNumberOfJointsAndFramesCanBePainted(int count) {
    List<Joint> joints = new ArrayList<>();
    joints.add(Joint.of("joint 0", -1, Vector3.ZERO, Channel.TX, Channel.TY, Channel.TZ));
    for (int j = 1; j < count; j++) {
      joints.add(Joint.of("joint " + j, j / 2, new Vector3(1, j % 3, 0.2 * j), Channel.RX));
    }
    Skeleton skeleton = new Skeleton(Notation.BIOVISION, joints, Up.Y, 0);
    FrameMeaning.Motion motion =
        new FrameMeaning.Motion(skeleton, MotionCoding.none(skeleton, 120));
    FMatrixRMaj frames = new FMatrixRMaj(10_000, motion.units());
    for (int i = 0; i < frames.getNumElements(); i++) {
      frames.data[i] = i % 977 == 5 ? Float.NaN : (float) (100 * Math.sin(0.01 * i));
    }
    Figure figure = Figure.of(motion, frames);
    for (double now : new double[] {-1, 0, 0.5, 5000.3, 9999, 20_000}) {
      Raster out = paint(figure, 0, now, Camera.START.zoomed(8));
      assertEquals(0xFF, out.get(0, 0) >>> 24);
    }
    Raster none = new Raster(1, 1);
    new SkeletonPicture(figure, 0, Palette.DARK).paint(3, Camera.START, 0, none);
    JointCurves curves = JointCurves.of(motion, frames, 0);
    assertEquals(List.of("tx", "ty", "tz"), curves.names());
    new JointCurvesPicture(curves, Palette.LIGHT).paint(new Raster(300, 80));
  }

  @Test
  void theCameraKeepsWithinItsBounds() {
    assertEquals(1.55, new Camera(0, 9, 1).elevation());
    assertEquals(8, new Camera(0, 0, 1).zoomed(1e9).zoom());
    assertEquals(0.5 - Math.PI, new Camera(0.5, 0, 1).orbited(Math.PI, 0).azimuth(), 1e-12);
  }

  @ParameterizedTest
  @EnumSource
  void aUnitMarksTheJointsItMoves(Palette palette) throws IOException {
    FrameMeaning.Motion motion = body(1, Up.Y);
    float[] weights = new float[motion.units()];
    weights[3] = 1; // lhip rx
    Raster out = new Raster(270, 320);
    new DictionaryPicture(motion, palette).paint(weights, 1, out);
    keep(out, "body-weights-" + palette);
    assertTrue(box(out, palette.diverging(1))[2] > 0, "raised");
    assertEquals(-1, box(out, palette.diverging(-1))[2], "nothing is lowered");
    assertEquals("lhip rx", motion.unitName(3));
    assertFalse(
        Arrays.equals(out.pixels(), paint(standing(1, Up.Y, 1), 0, 0, Camera.START).pixels()));
  }

  @Test
  void aFilmShowsBodiesOfOneSize() throws IOException {
    FrameMeaning.Motion motion = body(1, Up.Y);
    Film film = new Film(motion, new FMatrixRMaj(30, motion.units()), 5, Palette.LIGHT);
    assertEquals(film.frame(0).width(), film.frame(29).width());
    Raster still = film.still();
    keep(still, "body-strip");
    assertTrue(still.width() > 4 * still.height());
  }

  private static void keep(Raster raster, String name) throws IOException {
    Path file = Path.of("target", "pictures", name + ".png");
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file)) {
      Png.write(raster, out);
    }
  }
}
