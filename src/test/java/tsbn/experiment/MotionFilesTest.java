package tsbn.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tsbn.data.DataFormatException;
import tsbn.data.FrameMeaning;
import tsbn.data.Progress;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.data.motion.AcclaimText;
import tsbn.data.motion.Channel;
import tsbn.data.motion.Joint;
import tsbn.data.motion.MotionCoding;
import tsbn.data.motion.Notation;
import tsbn.data.motion.Skeleton;
import tsbn.data.motion.Up;
import tsbn.data.motion.Vector3;
import tsbn.data.source.DataSources;
import tsbn.math.RandomStream;
import tsbn.support.RealData;

/** What is written opens again, in the same places. */
class MotionFilesTest {
  private static final double SAME = 1e-4;

  @TempDir Path folder;

  private static SequenceSet open(Object source) throws DataFormatException {
    return DataSources.open(source.toString(), Progress.NONE);
  }

  /** Writes a sequence and opens it with its channels as they are. */
  private void comesBack(
      FrameMeaning.Motion meaning, FMatrixRMaj frames, double rate, String ending)
      throws IOException, DataFormatException {
    Path file = folder.resolve("motion." + ending);
    List<Path> written = MotionFiles.write(meaning, List.of(frames), file);
    assertEquals(ending.equals("bvh") ? 1 : 2, written.size());
    SequenceSet again =
        open(file + "?root=absolute&constant=keep&standardise=false&fps=" + (int) rate);
    FrameMeaning.Motion found = (FrameMeaning.Motion) again.meaning();
    assertEquals(meaning.skeleton().up(), found.skeleton().up());
    FMatrixRMaj expected = meaning.positions(frames);
    FMatrixRMaj places = found.positions(again.get(Split.TRAIN).get(0).toMatrix());
    assertEquals(expected.numRows, places.numRows);
    // Sequences keep seven digits: what is far from the origin is known less exactly.
    double largest = 0;
    for (float place : expected.data) {
      largest = Math.max(largest, Math.abs(place));
    }
    double tolerance = SAME * Math.max(1, largest / 1000);
    int compared = 0;
    for (int j = 0; j < meaning.skeleton().size(); j++) {
      String name = meaning.skeleton().joints().get(j).name();
      int k = j == 0 ? 0 : found.skeleton().indexOf(name.replace(' ', '_'));
      k = k < 0 ? found.skeleton().indexOf(name) : k;
      if (k < 0) {
        continue;
      }
      compared++;
      for (int t = 0; t < places.numRows; t++) {
        for (int axis = 0; axis < 3; axis++) {
          double wanted = expected.get(t, 3 * j + axis);
          assertEquals(wanted, places.get(t, 3 * k + axis), tolerance, name + " at frame " + t);
        }
      }
    }
    assertTrue(compared >= meaning.skeleton().jointCount(), "compared " + compared);
  }

  @ParameterizedTest
  @CsvSource({
    "mocap/cmu35_30hz/35_17.amc,bvh",
    "mocap/cmu35_30hz/35_17.amc,amc",
    "bvh/pybvh_cmu_12_01_walk.bvh,bvh",
    "bvh/pybvh_cmu_12_01_walk.bvh,amc",
    "bvh/pybvh_bvh_example.bvh,bvh",
    "bvh/pybvh_bvh_example.bvh,amc",
    "bvh/pybvh_rotation_first_root.bvh,amc",
    "bvh/test_freebvh.bvh,amc",
    "mocap/motion.mat,bvh",
    "mocap/motion.mat,amc"
  })
  void realMotionsComeBackFromFiles(String file, String ending) throws Exception {
    String name = file.substring(file.indexOf('/') + 1);
    Path path = file.startsWith("bvh") ? RealData.bvh(name) : RealData.mocapFolder(name);
    SequenceSet set = open(path);
    comesBack(
        (FrameMeaning.Motion) set.meaning(),
        set.get(Split.TRAIN).get(0).toMatrix(),
        set.framesPerSecond(),
        ending);
  }

  /** Branches, partial rotations and axes of every notation, with angles all round. */
  @ParameterizedTest
  @CsvSource({
    "ACCLAIM,bvh",
    "ACCLAIM,amc",
    "BIOVISION,bvh",
    "BIOVISION,amc",
    "EXPONENTIAL,bvh",
    "EXPONENTIAL,amc"
  })
  void madeUpMotionsComeBackFromFiles(Notation notation, String ending) throws Exception {
    boolean maps = notation == Notation.EXPONENTIAL;
    Channel[] turns =
        maps
            ? new Channel[] {Channel.EX, Channel.EY, Channel.EZ}
            : new Channel[] {Channel.RY, Channel.RX, Channel.RZ};
    Joint.Axes axes =
        notation == Notation.ACCLAIM ? new Joint.Axes(new Vector3(20, 40, -70), "ZXY") : null;
    List<Channel> some = maps ? List.of(turns) : List.of(Channel.RZ, Channel.RX);
    List<Channel> root = new ArrayList<>(List.of(turns));
    root.addAll(List.of(Channel.TX, Channel.TY, Channel.TZ));
    Skeleton skeleton =
        new Skeleton(
            notation,
            List.of(
                new Joint("pelvis", -1, new Vector3(1, 2, 3), axes, root, false),
                new Joint("spine", 0, new Vector3(0, 5, 0), axes, List.of(turns), false),
                new Joint("arm", 1, new Vector3(1, 2, 0), axes, some, false),
                Joint.end("arm", 2, new Vector3(4, 0, 0)),
                new Joint("head", 1, new Vector3(0, 3, 0), axes, List.of(turns), false),
                Joint.end("head", 4, new Vector3(0, 1, 0.5)),
                Joint.of("rib", 1, new Vector3(0, 1, 0))),
            Up.Y,
            0.0254);
    RandomStream random = new RandomStream(12);
    FMatrixRMaj frames = new FMatrixRMaj(40, skeleton.channels());
    for (int i = 0; i < frames.getNumElements(); i++) {
      frames.data[i] = (float) (maps ? 2 * random.nextGaussian() : 360 * random.nextDouble() - 180);
    }
    comesBack(
        new FrameMeaning.Motion(skeleton, MotionCoding.none(skeleton, 25)), frames, 25, ending);
  }

  @Test
  void severalMotionsGetAFileEachAndOneSkeleton() throws Exception {
    Skeleton skeleton =
        new Skeleton(
            Notation.BIOVISION,
            List.of(
                Joint.of("root", -1, Vector3.ZERO, Channel.TX, Channel.RX),
                Joint.of("arm", 0, new Vector3(1, 0, 0), Channel.RZ)),
            Up.Y,
            0);
    FrameMeaning.Motion meaning =
        new FrameMeaning.Motion(skeleton, MotionCoding.none(skeleton, 30));
    FMatrixRMaj frames = new FMatrixRMaj(2, 3, true, 1, 2, 3, 4, 5, 6);
    List<Path> written =
        MotionFiles.write(meaning, List.of(frames, frames), folder.resolve("many.amc"));
    assertEquals(
        List.of("many.asf", "many-1.amc", "many-2.amc"),
        written.stream().map(path -> path.getFileName().toString()).toList());
    assertEquals(2, open(folder).all().size());
    frames.set(0, 0, Float.NaN);
    assertThrows(
        IllegalArgumentException.class,
        () -> MotionFiles.write(meaning, List.of(frames), folder.resolve("bad.bvh")));
  }

  @Test
  void jointsThatMoveAwayCannotBeWrittenForAcclaim() {
    Skeleton skeleton =
        new Skeleton(
            Notation.BIOVISION,
            List.of(
                Joint.of("root", -1, Vector3.ZERO, Channel.TX),
                Joint.of("eye", 0, new Vector3(1, 0, 0), Channel.TZ)),
            Up.Y,
            0);
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> new AcclaimText(skeleton, new DMatrixRMaj(2, 2, true, 0, 0, 0, 1), 30));
    assertTrue(e.getMessage().contains("The joint eye moves away"), e.getMessage());
  }
}
