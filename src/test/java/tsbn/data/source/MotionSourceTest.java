package tsbn.data.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsbn.data.DataFormatException;
import tsbn.data.DataKind;
import tsbn.data.FrameMeaning;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.data.SequenceLabel;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.data.motion.MotionCodec;
import tsbn.data.motion.RootCoding;
import tsbn.data.motion.Up;
import tsbn.support.RealData;

class MotionSourceTest {
  static final String ASF =
      """
      # a leg
      :version 1.10
      :name leg
      :units
        mass 1.0
        length 0.45
        angle deg
      :root
         order TX TY TZ RX RY RZ
         axis XYZ
         position 0 0 0
         orientation 0 0 0
      :bonedata
        begin
           id 1
           name thigh
           direction 0 -1 0
           length 4
           axis 0 0 0 XYZ
           dof rx rz
           limits (-10 10)
                  (-20 20)
        end
        begin
           id 2
           name shin
           direction 0 -1 0
           length 3
           axis 0 0 0 XYZ
           dof rx
        end
      :hierarchy
        begin
          root thigh
          thigh shin
        end
      """;

  static final String BVH =
      """
      HIERARCHY
      ROOT hip
      {
        OFFSET 0 0 0
        CHANNELS 6 Xposition Yposition Zposition Zrotation Xrotation Yrotation
        JOINT knee
        {
          OFFSET 0 -4 0
          CHANNELS 1 Xrotation
          End Site
          {
            OFFSET 0 -3 0
          }
        }
      }
      MOTION
      Frames: 3
      Frame Time: 0.05
      0 7 0 0 0 0 0
      0 7 1 0 0 10 20
      0 7 2 0 0 20 40
      """;

  @TempDir Path folder;

  private static SequenceSet open(Object source) throws DataFormatException {
    return DataSources.open(source.toString(), Progress.NONE);
  }

  private static FrameMeaning.Motion motion(SequenceSet set) {
    return (FrameMeaning.Motion) set.meaning();
  }

  /** Frames of a motion of the leg that goes ahead and bends. */
  static String amc(int first, int frames, double bend) {
    StringBuilder text = new StringBuilder(":FULLY-SPECIFIED\n:DEGREES\n");
    for (int t = 0; t < frames; t++) {
      text.append(first + t).append('\n');
      text.append("root 0 7 ").append(t).append(" 0 ").append(t % 7).append(" 0\n");
      text.append("thigh ").append(bend * Math.sin(t)).append(" 1\n");
      text.append("shin ").append(bend * Math.cos(t)).append('\n');
    }
    return text.toString();
  }

  private Path leg() throws IOException {
    Files.writeString(folder.resolve("leg.asf"), ASF);
    return folder;
  }

  @Test
  void subject35IsReadAsItsReadmeSays() throws Exception {
    SequenceSet set =
        open(
            RealData.mocapFolder("cmu35/35_01.amc")
                + "?fps=120&root=absolute&constant=keep&standardise=false&angles=recorded");
    assertEquals(358, set.get(Split.TRAIN).get(0).frames());
    assertEquals(62, set.units());
    assertEquals(120, set.framesPerSecond());
    assertEquals(DataKind.REAL, set.kind());
    assertEquals(31, motion(set).skeleton().jointCount());
    assertEquals("root tx", set.meaning().unitName(0));
    assertEquals("lfemur rx", set.meaning().unitName(6));
    assertEquals(4.40047f, set.get(Split.TRAIN).get(0).get(0, 0));
    assertEquals(-27.9936f, set.get(Split.TRAIN).get(0).get(0, 6));
    assertEquals(List.of(), motion(set).coding().steps());
    assertEquals(0.0254 / 0.45, motion(set).skeleton().metresPerUnit(), 1e-12);
  }

  @Test
  void aFolderCanBeTrainedOnAtOnce() throws Exception {
    SequenceSet set = open(RealData.mocapFolder("cmu35_30hz"));
    assertEquals("cmu35_30hz", set.name());
    assertEquals(30, set.framesPerSecond());
    assertEquals(33, set.all().size());
    assertEquals(56, set.units());
    assertEquals(RootCoding.RELATIVE, motion(set).coding().root());
    assertTrue(set.get(Split.TEST).size() == 3 && set.get(Split.VALID).size() == 3);
    int runs = 0;
    for (Split split : Split.values()) {
      for (int i = 0; i < set.get(split).size(); i++) {
        SequenceLabel label = set.label(split, i);
        runs += label.style().equals("run") ? 1 : 0;
        assertTrue(label.name().startsWith("35_"));
        assertTrue(label.style().equals("run") || label.style().equals("walk"));
      }
    }
    assertEquals(10, runs);
    // Ahead and standardised: the body goes the way it looks.
    assertEquals("root ahead", set.meaning().unitName(0));
    assertTrue(motion(set).coding().columns().mean().get(0) > 20);
    SequenceSet again = open(set.source());
    assertArrayEquals(
        set.get(Split.TEST).get(0).toMatrix().data, again.get(Split.TEST).get(0).toMatrix().data);
    assertEquals(set.meaning(), again.meaning());
  }

  @Test
  void everyFourthFrameIsTheMatrixThatWasPublished() throws Exception {
    String raw = "?root=absolute&constant=keep&standardise=false&angles=recorded&test=0&valid=0";
    SequenceSet text = open(RealData.mocapFolder("cmu35_30hz") + raw);
    SequenceSet mat = open(RealData.mocap("cmu35WalkJog.mat"));
    List<FMatrixRMaj> left = new ArrayList<>();
    text.all().forEach(one -> left.add(one.toMatrix()));
    assertEquals(33, mat.all().size());
    for (Sequence sequence : mat.all()) {
      FMatrixRMaj wanted = sequence.toMatrix();
      assertTrue(
          left.removeIf(one -> Arrays.equals(one.data, wanted.data)),
          "a sequence of " + sequence.frames() + " frames is not among the files");
    }
    // The recordings at 120 Hz, resampled, are the same frames again.
    SequenceSet fine = open(RealData.mocapFolder("cmu35") + raw);
    assertEquals(7, fine.all().size());
    for (Split split : Split.values()) {
      for (int i = 0; i < fine.get(split).size(); i++) {
        float[] found = fine.get(split).get(i).toMatrix().data;
        assertTrue(
            text.all().stream().anyMatch(one -> Arrays.equals(one.toMatrix().data, found)),
            fine.label(split, i).text());
      }
    }
  }

  @Test
  void aMatrixWithItsSkeletonIsAMotion() throws Exception {
    Path asf = RealData.mocapFolder("cmu35/35.asf");
    SequenceSet set = open(RealData.mocap("cmu35WalkJog.mat") + "?skeleton=" + asf);
    assertEquals(31, set.get(Split.TRAIN).size());
    assertEquals(44, set.get(Split.TEST).get(0).frames());
    assertEquals(56, set.units());
    SequenceSet again = open(set.source());
    assertEquals(set.meaning(), again.meaning());
    assertRefused(
        RealData.mocap("mit_mocap.mat") + "?skeleton=" + asf,
        "49 columns and the skeleton 35.asf 62");
  }

  @Test
  void feetOfAWalkStandOnTheFloor() throws Exception {
    SequenceSet set = open(RealData.mocapFolder("cmu35"));
    FrameMeaning.Motion meaning = motion(set);
    assertStands(meaning, set.get(Split.TRAIN).get(0), "ltoes end", "rtoes end", "head end", 1.7);
    SequenceSet mit = open(RealData.mocap("motion.mat"));
    assertStands(motion(mit), mit.get(Split.TRAIN).get(0), "ltoes", "rtoes", "lshoulder", 1.4);
  }

  /** The lower foot is near the floor and hardly slides, and a body is as high as it should be. */
  private static void assertStands(
      FrameMeaning.Motion meaning,
      Sequence sequence,
      String left,
      String right,
      String top,
      double height) {
    double metre = meaning.skeleton().metresPerUnit();
    int up = meaning.skeleton().up().axis();
    FMatrixRMaj xyz = meaning.positions(sequence.toMatrix());
    int[] feet = {meaning.skeleton().indexOf(left), meaning.skeleton().indexOf(right)};
    int head = meaning.skeleton().indexOf(top);
    double slide = 0;
    double way = 0;
    for (int t = 1; t < xyz.numRows; t++) {
      int foot = xyz.get(t, 3 * feet[0] + up) < xyz.get(t, 3 * feet[1] + up) ? feet[0] : feet[1];
      double low = metre * xyz.get(t, 3 * foot + up);
      assertTrue(low > -0.05 && low < 0.12, "foot at " + low);
      assertEquals(height, metre * xyz.get(t, 3 * head + up), 0.15);
      slide += metre * moved(xyz, t, foot, up);
      way += metre * moved(xyz, t, 0, up);
    }
    assertTrue(way > 2, "way " + way);
    double speed = way * meaning.coding().frameRate() / xyz.numRows;
    assertTrue(speed > 0.8 && speed < 1.6, "metres a second " + speed);
    assertTrue(slide < 0.35 * way, "slides " + slide + " of " + way);
  }

  private static double moved(FMatrixRMaj xyz, int t, int joint, int up) {
    double squares = 0;
    for (int axis = 0; axis < 3; axis++) {
      double step = xyz.get(t, 3 * joint + axis) - xyz.get(t - 1, 3 * joint + axis);
      squares += axis == up ? 0 : step * step;
    }
    return Math.sqrt(squares);
  }

  @Test
  void theMitRecipeGivesThePublishedSet() throws Exception {
    SequenceSet set = open(RealData.mocap("motion.mat") + "?recipe=mit");
    assertEquals("motion 1 #1", set.label(Split.TRAIN, 0).name());
    SequenceSet published = open(RealData.mocap("mit_mocap.mat"));
    assertEquals(49, set.units());
    for (Split split : Split.values()) {
      assertEquals(published.get(split).size(), set.get(split).size());
      for (int i = 0; i < set.get(split).size(); i++) {
        assertArrayEquals(
            published.get(split).get(i).toMatrix().data,
            set.get(split).get(i).toMatrix().data,
            1e-6f);
      }
    }
    // In double precision, which sequences do not keep: the coding itself is right to 1e-9.
    List<MatArray> motions = MatArray.cells(RealData.mocap("motion.mat"), "Motion");
    List<MatArray> pieces =
        new ArrayList<>(MatArray.cells(RealData.mocap("mit_mocap.mat"), "train_data"));
    pieces.addAll(MatArray.cells(RealData.mocap("mit_mocap.mat"), "test_data"));
    int frame = 0;
    double worst = 0;
    for (MatArray array : motions) {
      DMatrixRMaj raw = new DMatrixRMaj(array.size(0), 108);
      for (int t = 0; t < raw.numRows; t++) {
        for (int c = 0; c < 108; c++) {
          raw.set(t, c, array.get(t, c, 0));
        }
      }
      DMatrixRMaj found = motion(set).coding().columns().encode(raw);
      for (int t = 0; t < found.numRows; t++, frame++) {
        for (int m = 0; m < 49; m++) {
          double wanted = pieces.get(frame / 100).get(frame % 100, m, 0);
          worst = Math.max(worst, Math.abs(wanted - found.get(t, m)));
        }
      }
    }
    assertEquals(3826, frame);
    assertTrue(worst < 1e-9, "worst " + worst);
  }

  @Test
  void theMitRootSurvivesItsTrueUnits() throws Exception {
    SequenceSet stored =
        open(RealData.mocap("motion.mat") + "?standardise=false&constant=keep&test=0&valid=0");
    FMatrixRMaj frames = stored.get(Split.TRAIN).get(0).toMatrix();
    FrameMeaning.Motion meaning = motion(stored);
    FMatrixRMaj back =
        new MotionCodec(meaning.skeleton(), meaning.coding()).encode(meaning.decode(frames));
    for (int t = 0; t + 1 < frames.numRows; t++) {
      for (int c = 0; c < 108; c++) {
        assertEquals(frames.get(t, c), back.get(t, c), 2e-2, "frame " + t + " column " + c);
      }
    }
  }

  @Test
  void biovisionFilesOfFourProgramsAreRead() throws Exception {
    String raw = "?root=absolute&constant=keep&standardise=false&fps=120";
    SequenceSet cmu = open(RealData.bvh("pybvh_cmu_12_01_walk.bvh") + raw);
    assertEquals(524, cmu.get(Split.TRAIN).get(0).frames());
    assertEquals(31, motion(cmu).skeleton().jointCount());
    assertEquals(96, cmu.units());
    assertEquals(120, cmu.framesPerSecond());
    assertEquals("walk", cmu.label(Split.TRAIN, 0).style());
    SequenceSet first = open(RealData.bvh("pybvh_rotation_first_root.bvh") + "?root=absolute");
    assertEquals(25, first.framesPerSecond());
    assertEquals(4, motion(first).skeleton().jointCount());
    SequenceSet free = open(RealData.bvh("test_freebvh.bvh"));
    assertEquals(69, free.get(Split.TRAIN).get(0).frames());
    assertEquals(30, free.framesPerSecond());
    assertTrue(leastDeviation(free) > 0.03, "29 channels differ by 5e-5 at most, from rounding");
    SequenceSet standing = open(RealData.bvh("pybvh_bvh_example.bvh"));
    assertEquals(Up.Z, motion(standing).skeleton().up());
    assertEquals(75, motion(standing).skeleton().channels());
    assertRefused(RealData.bvh("pybvh_cmu_12_01_walk.bvh").getParent(), "has other joints than");
  }

  @Test
  void someMotionsOfAFolderAreASetToo() throws Exception {
    Files.writeString(leg().resolve("leg_03_kick.amc"), amc(17, 50, 10));
    Files.writeString(folder.resolve("leg_04_kick.amc"), amc(17, 50, 10));
    Files.writeString(folder.resolve("leg_05_kick.amc"), amc(17, 50, 10));
    Path asf = folder.resolve("leg.asf");
    Path third = folder.resolve("leg_03_kick.amc");
    Path fifth = folder.resolve("leg_05_kick.amc");
    String source = DataSources.together(List.of(asf, third, fifth)).orElseThrow();
    SequenceSet set = open(source + "&recorded=60");
    List<String> names = new ArrayList<>();
    for (Split split : Split.values()) {
      for (int i = 0; i < set.get(split).size(); i++) {
        names.add(set.label(split, i).name());
      }
    }
    Collections.sort(names);
    assertEquals(List.of("leg_03_kick", "leg_05_kick"), names);
    assertEquals(Optional.empty(), DataSources.together(List.of(third, asf.resolve("x.amc"))));
    assertEquals(Optional.empty(), DataSources.together(List.of(third, folder.resolve("a.mat"))));
    assertEquals(Optional.empty(), DataSources.together(List.of(asf, asf)));
    assertRefused(
        folder + "?only=leg_03_kick.amc,none.amc", "names no motion that is there: \"none.amc\"");
  }

  private static double leastDeviation(SequenceSet set) {
    return Collections.min(motion(set).coding().columns().deviation());
  }

  @Test
  void aSingleMotionFindsTheSkeletonBesideItAndTrains() throws Exception {
    Path motion = Files.writeString(leg().resolve("leg_03_kick.amc"), amc(17, 50, 10));
    SequenceSet set = open(motion + "?recorded=60");
    assertEquals(new SequenceLabel("leg_03_kick", "kick"), set.label(Split.TRAIN, 0));
    assertEquals(25, set.get(Split.TRAIN).get(0).frames());
    assertEquals(0, set.get(Split.TEST).size());
    assertEquals(3, motion(set).skeleton().jointCount());
    assertEquals(motion(set), motion(open(folder.resolve("leg.asf") + "?recorded=60")));
  }

  @Test
  void radiansBecomeDegreesAndHeadsNameTheRate() throws Exception {
    String text =
        ":FULLY-SPECIFIED\r\n:RADIANS\r\n:SAMPLES-PER-SECOND 24\r\n1\r\n"
            + "root 0 7 1 0 0 0\r\nthigh 1.5707963267948966 0\r\nshin 0.5\r\n2\r\n"
            + "shin 0.25\r\nroot 0 7 1 0 0 0\r\nthigh 0 0\r\n";
    Path file = Files.writeString(leg().resolve("a.amc"), text);
    SequenceSet set = open(file + "?root=absolute&constant=keep&standardise=false");
    assertEquals(24, set.framesPerSecond());
    assertEquals(90, set.get(Split.TRAIN).get(0).get(0, 6), 1e-5);
    assertEquals(Math.toDegrees(0.25), set.get(Split.TRAIN).get(0).get(1, 8), 1e-5);
    // In a skeleton in radians the axes are radians, and so is what does not say otherwise.
    Files.writeString(
        folder.resolve("leg.asf"),
        ASF.replace("angle deg", "angle rad").replace("axis 0 0 0", "axis 0 0.5 0"));
    SequenceSet radians = open(file + "?root=absolute");
    assertEquals(
        Math.toDegrees(0.5), motion(radians).skeleton().joints().get(1).axes().degrees().y(), 1e-9);
  }

  @Test
  void motionsAreHeldOutByShareOrName() throws Exception {
    leg();
    for (int i = 10; i < 30; i++) {
      Files.writeString(folder.resolve("leg_" + i + ".amc"), amc(1, 20 + i, i));
    }
    SequenceSet set = open(folder);
    assertEquals(16, set.get(Split.TRAIN).size());
    assertEquals(2, set.get(Split.VALID).size());
    assertEquals(2, set.get(Split.TEST).size());
    assertEquals(set.labels(), open(folder).labels());
    assertTrue(!set.labels().equals(open(folder + "?seed=2").labels()));
    SequenceSet named = open(folder + "?test=leg_12,leg_20&valid=0");
    assertEquals("leg_12", named.label(Split.TEST, 0).name());
    assertEquals(18, named.get(Split.TRAIN).size());
    assertRefused(folder + "?test=leg_99", "names \"leg_99\", and there is no motion");
    Files.writeString(folder.resolve("styles.txt"), "# name style\nleg_10 high kick\nleg_11,low\n");
    SequenceSet labelled = open(folder + "?test=leg_10&labels=" + folder.resolve("styles.txt"));
    assertEquals("leg_10 \u00b7 high kick", labelled.label(Split.TEST, 0).text());
    assertEquals(List.of(), labelled.warnings());
    Path wrong = Files.writeString(folder.resolve("wrong.txt"), "leg_10 kick\nlegg_11 low\n");
    assertEquals(
        List.of("The list of styles names legg_11, and there is no such motion."),
        open(folder + "?labels=" + wrong).warnings());
    String styles = "labels=" + folder.resolve("styles.txt") + "&style=";
    SequenceSet low = open(folder + "?valid=0&test=0&" + styles + "LOW");
    assertEquals(
        List.of("leg_11"),
        low.labels().get(Split.TRAIN).stream().map(SequenceLabel::name).toList());
    assertRefused(folder + "?" + styles + "hop", "style \"hop\"; there are high kick, low.");
  }

  @Test
  void motionsAreCutInPieces() throws Exception {
    Path file = Files.writeString(leg().resolve("leg.amc"), amc(1, 400, 10));
    SequenceSet set = open(file + "?chunk=30");
    // 100 frames at 30 a second: three pieces of 30 and one of 10, the last held out.
    assertEquals(4, set.all().size());
    assertEquals("leg #1", set.label(Split.TRAIN, 0).name());
    assertEquals(10, set.all().get(3).frames());
    assertTrue(motion(set).coding().steps().contains("Cut in pieces of 30 frames."));
  }

  @Test
  void biovisionTurnsAndWalksAsItShould() throws Exception {
    Path file = Files.writeString(folder.resolve("leg 1 walk.bvh"), BVH);
    SequenceSet set = open(file + "?standardise=false");
    assertEquals(20, set.framesPerSecond());
    assertEquals("walk", set.label(Split.TRAIN, 0).style());
    // Root channels that stay drop out; ahead, left and turn vary, and the knee.
    FrameMeaning.Motion meaning = motion(set);
    FMatrixRMaj places = meaning.positions(set.get(Split.TRAIN).get(0).toMatrix());
    assertEquals(9, places.numCols);
    assertEquals(7, places.get(2, 1), 1e-5);
    // The knee is 4 below the hip; the foot 3 further at 40 degrees, turned by 20 about y.
    double s = 3 * Math.sin(Math.toRadians(40));
    assertEquals(3, places.get(2, 4), 1e-5);
    assertEquals(3 - 3 * Math.cos(Math.toRadians(40)), places.get(2, 7), 1e-5);
    assertEquals(-s * Math.sin(Math.toRadians(20)), places.get(2, 6), 1e-5);
    assertEquals(2 - s * Math.cos(Math.toRadians(20)), places.get(2, 8), 1e-5);
  }

  @Test
  void foldersAndOptionsThatDoNotFitAreRefused() throws Exception {
    assertRefused(folder, "is a folder without motion capture");
    Files.writeString(folder.resolve("a.amc"), amc(1, 5, 3));
    assertRefused(folder, "holds no skeletons (.asf) for its motions");
    leg();
    Files.writeString(folder.resolve("other.asf"), ASF);
    assertRefused(folder, "holds 2 skeletons (.asf)");
    assertEquals(
        9, motion(open(folder + "?skeleton=" + folder.resolve("other.asf"))).skeleton().channels());
    assertRefused(folder + "?skeleton=nowhere.asf", "names no file that is there");
    assertRefused(folder.resolve("a.amc") + "?root=sideways", "must be relative or absolute");
    assertRefused(folder.resolve("a.amc") + "?fps=0", "must be a number from 1 to 1,000");
    assertRefused(folder.resolve("a.amc") + "?recipe=mit&chunk=5", "the option recipe says all");
    assertRefused(folder.resolve("a.amc") + "?speed=5", "has no option \"speed\"");
    Files.writeString(folder.resolve("b.bvh"), BVH);
    Files.delete(folder.resolve("other.asf"));
    assertRefused(folder, "two kinds");
    assertRefused(folder.resolve("none.bvh"), "There is no file");
  }

  private static void assertRefused(Object source, String part) {
    DataFormatException e = assertThrows(DataFormatException.class, () -> open(source));
    assertTrue(e.getMessage().contains(part), e.getMessage());
    assertTrue(e.getMessage().endsWith("."), e.getMessage());
  }
}
