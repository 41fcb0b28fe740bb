package tsbn.data.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tsbn.data.DataFormatException;
import tsbn.data.Progress;
import tsbn.data.SequenceSet;
import tsbn.math.RandomStream;
import tsbn.support.RealData;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.format.Mat5File;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sink;
import us.hebi.matlab.mat.types.Sinks;
import us.hebi.matlab.mat.types.Struct;

/** Every kind of damage gets one sentence with its place, and no damage anything else. */
class MotionDamageTest {
  private static final String AMC = MotionSourceTest.amc(1, 4, 9);

  @TempDir Path folder;

  @BeforeEach
  void aGoodFolder() throws IOException {
    Files.writeString(folder.resolve("leg.asf"), MotionSourceTest.ASF);
    Files.writeString(folder.resolve("a.amc"), AMC);
  }

  private static SequenceSet open(Object source) throws DataFormatException {
    return DataSources.open(source.toString(), Progress.NONE);
  }

  private void refused(String file, String text, String sentence) throws IOException {
    refused(file, text.getBytes(StandardCharsets.UTF_8), sentence);
  }

  private void refused(String file, byte[] bytes, String sentence) throws IOException {
    Path path = Files.write(folder.resolve(file), bytes);
    DataFormatException e = assertThrows(DataFormatException.class, () -> open(path));
    assertEquals(sentence, e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          length 0.45  | length zero      | leg.asf, line 6: "zero" is not a number.
          length 0.45  | length 0         | leg.asf, line 6: the unit of length must be positive.
          angle deg    | angle turns      | leg.asf, line 7: angles must be in deg or rad.
          order TX TY  | order TX TX      | leg.asf, line 9: the degree of freedom tx is named twice.
          axis XYZ     | axis XXL         | leg.asf, line 10: the axis needs an order such as XYZ.
          length 4     | length           | leg.asf, line 18: length needs 1 value.
          length 4     | length NaN       | leg.asf, line 18: NaN is not a number that can be used.
          length 4     | length 1e300     | leg.asf, line 18: 1e300 is not a number that can be used.
          dof rx rz    | dof rx l         | leg.asf, line 20: bones that change their length or place cannot be read.
          dof rx rz    | dof rx rw        | leg.asf, line 20: there is no degree of freedom "rw".
          name thigh   | mass 3           | leg.asf, line 23: the bone that ends here has no name.
          name shin    | name thigh       | leg.asf, line 31: there is already a bone thigh.
          name shin    | name root        | leg.asf, line 31: there is already a bone root.
          root thigh   | root foot        | leg.asf, line 34: there is no bone foot.
          root thigh   | root shin        | leg.asf, line 35: the bone shin already hangs on another.
          thigh shin   | shin thigh       | leg.asf, line 35: the bone thigh already hangs on another.
          root thigh   | shin thigh       | leg.asf, line 14: the bone thigh does not hang on the root.
          :hierarchy   | :nothing         | leg.asf is not a whole Acclaim skeleton: its part :hierarchy is missing.
          :root        | :nothing         | leg.asf, line 34: there is no bone root.
          :bonedata    | :nothing         | leg.asf, line 34: there is no bone thigh.
          """)
  void damagedSkeletonsAreRefusedWithTheirLine(String good, String bad, String sentence)
      throws IOException {
    assertTrue(MotionSourceTest.ASF.contains(good));
    refused("leg.asf", MotionSourceTest.ASF.replaceFirst(good, bad), sentence);
  }

  @Test
  void skeletonsThatEndTooEarlyAreRefused() throws IOException {
    String asf = MotionSourceTest.ASF;
    refused(
        "leg.asf",
        asf.substring(0, asf.indexOf("length 3")),
        "leg.asf, line 28: the file ends within a bone.");
    refused("leg.asf", "", "leg.asf is empty.");
    refused("leg.asf", "a\0b", "leg.asf is not a text file.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          thigh 0.0 1  | thigh 0.0 x     | a.amc, line 5: "x" is not a number.
          thigh 0.0 1  | thigh 0.0 inf   | a.amc, line 5: "inf" is not a number.
          thigh 0.0 1  | thigh 0.0 -Infinity | a.amc, line 5: -Infinity is not a number that can be used.
          thigh 0.0 1  | thigh 0.0       | a.amc, line 5: the bone thigh has 1 value here and 2 degrees of freedom.
          thigh 0.0 1  | thigh 0.0 1 2   | a.amc, line 5: the bone thigh has 3 values here and 2 degrees of freedom.
          thigh 0.0 1  | arm 0.0 1       | a.amc, line 5: the skeleton has no bone arm.
          thigh 0.0 1  | shin 3          | a.amc, line 6: frame 1 has the bone shin twice.
          thigh 0.0 1  | # thigh 0.0 1   | a.amc, line 7: frame 1 ends without the bone thigh.
          """)
  void damagedMotionsAreRefusedWithTheirLine(String good, String bad, String sentence)
      throws IOException {
    assertTrue(AMC.contains(good));
    refused("a.amc", AMC.replaceFirst(good, bad), sentence);
  }

  @Test
  void motionsThatEndOrSkipAreRefused() throws IOException {
    refused(
        "a.amc",
        AMC.substring(0, AMC.lastIndexOf("shin")),
        "a.amc, line 17: frame 4 ends without the bone shin.");
    refused("a.amc", AMC.replace("\n3\n", "\n5\n"), "a.amc, line 11: frame 5 follows frame 2.");
    refused(
        "a.amc",
        AMC.replace("\n1\n", "\n"),
        "a.amc, line 3: the number of the first frame should stand before its bones.");
    refused("a.amc", ":FULLY-SPECIFIED\n", "a.amc has no frames.");
    refused("a.amc", "", "a.amc is empty.");
    refused(
        "a.amc",
        ":SAMPLES-PER-SECOND 1e6\n" + AMC,
        "a.amc, line 1: a motion cannot have 1.000e+06 frames a second.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HIERARCHY       | HIER            | b.bvh is not a Biovision file, which begins with HIERARCHY.
          ROOT hip        | JOINT hip       | b.bvh, line 2: there should be ROOT and not "JOINT".
          OFFSET 0 -4     | OFFSET 0        | b.bvh, line 9: "CHANNELS" is not a number.
          OFFSET 0 -4 0   | OFFSET 0 NaN 0  | b.bvh, line 8: NaN is not a number that can be used.
          CHANNELS 1 X    | CHANNELS 1 W    | b.bvh, line 9: there is no channel "Wrotation".
          CHANNELS 1      | CHANNELS 7      | b.bvh, line 9: a joint can have 0 to 6 channels.
          CHANNELS 6 X    | CHANNELS 6 Y    | b.bvh, line 5: the channel Yposition is named twice.
          End Site        | End             | b.bvh, line 11: there should be Site and not "{".
          JOINT knee      | KNEE            | b.bvh, line 6: there should be JOINT, End Site or } and not "KNEE".
          MOTION          | MOTIONS         | b.bvh, line 16: there should be MOTION and not "MOTIONS".
          Frames: 3       | Frames: 0       | b.bvh, line 17: the file should have at least one frame.
          Frames: 3       | Frames: 4       | b.bvh, line 21: the file ends after 3 frames and should have 4.
          Frames: 3       | Frames: 999999999 | b.bvh, line 21: the file ends after 3 frames and should have 999,999,999.
          Time: 0.05      | Time: -1        | b.bvh, line 18: the time of a frame must be positive.
          Time: 0.05      | Time: 1e-9      | b.bvh, line 18: a motion cannot have 1.000e+09 frames a second.
          0 7 2 0 0 20 40 | 0 7 2 0 0 20    | b.bvh, line 21: the line has 6 values and a frame 7.
          0 7 2 0 0 20 40 | 0 7 2 0 0 20 4O | b.bvh, line 21: "4O" is not a number.
          """)
  void damagedBiovisionFilesAreRefusedWithTheirLine(String good, String bad, String sentence)
      throws IOException {
    assertTrue(MotionSourceTest.BVH.contains(good));
    refused("b.bvh", MotionSourceTest.BVH.replaceFirst(good, bad), sentence);
  }

  @Test
  void biovisionFilesThatEndWithinTheSkeletonAreRefused() throws IOException {
    String bvh = MotionSourceTest.BVH;
    refused(
        "b.bvh",
        bvh.substring(0, bvh.indexOf("End Site")),
        "b.bvh, line 10: the file ends within the skeleton.");
    refused("b.bvh", "", "b.bvh is empty.");
    StringBuilder deep = new StringBuilder("HIERARCHY ROOT a { OFFSET 0 0 0\n");
    for (int i = 0; i < 100_000; i++) {
      deep.append("JOINT a { OFFSET 0 0 0\n");
    }
    refused(
        "b.bvh", deep.toString(), "b.bvh, line 2,001: a skeleton can have 2,000 joints at most.");
  }

  @Test
  void motionsThatNeverChangeAreRefused() throws IOException {
    refused(
        "a.amc",
        "1\nroot 0 0 0 0 0 0\nthigh 0 0\nshin 0\n",
        "a cannot be used: every column is constant.");
  }

  @Test
  @Timeout(120)
  void mutatedFilesGiveADataFormatExceptionOrData() throws Exception {
    fuzz("leg.asf", MotionSourceTest.ASF.getBytes(StandardCharsets.UTF_8), 1000);
    Files.writeString(folder.resolve("leg.asf"), MotionSourceTest.ASF);
    fuzz("a.amc", AMC.getBytes(StandardCharsets.UTF_8), 1000);
    fuzz("b.bvh", MotionSourceTest.BVH.getBytes(StandardCharsets.UTF_8), 1000);
    fuzz("m.mat", Files.readAllBytes(tree()), 1000);
  }

  @Test
  @Timeout(120)
  void mutatedRealFilesGiveADataFormatExceptionOrData() throws Exception {
    fuzz("c.bvh", Files.readAllBytes(RealData.bvh("pybvh_bvh_example.bvh")), 60);
    Files.copy(RealData.mocapFolder("cmu35/35.asf"), folder.resolve("35.asf"));
    Files.delete(folder.resolve("leg.asf"));
    fuzz("d.amc", Files.readAllBytes(RealData.mocapFolder("cmu35_30hz/35_17.amc")), 60);
  }

  private void fuzz(String name, byte[] good, int rounds) throws IOException {
    RandomStream random = new RandomStream(20152);
    Path file = folder.resolve(name);
    int refused = 0;
    for (int round = 0; round < rounds; round++) {
      Files.write(file, damaged(good, random.child(round)));
      try {
        open(file);
      } catch (DataFormatException e) {
        refused++;
        String sentence = e.getMessage();
        assertTrue(sentence.endsWith(".") && !sentence.contains("\n"), sentence);
      } catch (RuntimeException e) {
        throw new AssertionError("round " + round + " of " + name, e);
      }
    }
    assertTrue(refused > rounds / 8, name + ": only " + refused + " of " + rounds);
  }

  /** Seeded damage: changed bytes, characters that mean something, moved blocks, missing ends. */
  private static byte[] damaged(byte[] good, RandomStream random) {
    byte[] bytes = good.clone();
    byte[] meaning = "0123456789 \n\r\t{}:#.-eExyzNaN".getBytes(StandardCharsets.US_ASCII);
    int changes = 1 + random.nextInt(6);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = meaning[random.nextInt(meaning.length)];
        case 2 -> {
          int length = Math.min(1 + random.nextInt(60), bytes.length - at);
          System.arraycopy(good, random.nextInt(good.length - length + 1), bytes, at, length);
        }
        default ->
            Arrays.fill(
                bytes,
                at,
                Math.min(bytes.length, at + 1 + random.nextInt(8)),
                meaning[random.nextInt(meaning.length)]);
      }
    }
    return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
  }

  /** A small file in the form of the MIT motions: two joints, two motions. */
  private Path tree() throws IOException {
    Struct tree = Mat5.newStruct(1, 2);
    for (int j = 0; j < 2; j++) {
      tree.set("parent", j, j == 0 ? Mat5.newMatrix(0, 0) : Mat5.newScalar(1));
      tree.set("or", j, row(6 * j + 1));
      tree.set("offset", j, row(6 * j + 4));
    }
    Struct skel = Mat5.newStruct();
    skel.set("tree", tree);
    skel.set("type", Mat5.newString("mit"));
    Cell motion = Mat5.newCell(1, 2);
    for (int i = 0; i < 2; i++) {
      Matrix frames = Mat5.newMatrix(5, 12);
      for (int k = 0; k < 60; k++) {
        frames.setDouble(k, 1 + Math.sin(k * (i + 1)) / 4);
      }
      motion.set(i, frames);
    }
    Mat5File mat = Mat5.newMatFile();
    mat.addArray("skel", skel);
    mat.addArray("Motion", motion);
    Path file = folder.resolve("tree.mat");
    try (Sink sink = Sinks.newStreamingFile(file.toFile())) {
      Mat5.newWriter(sink).setDeflateLevel(0).writeMat(mat);
    }
    return file;
  }

  private static Matrix row(int from) {
    Matrix row = Mat5.newMatrix(1, 3);
    for (int i = 0; i < 3; i++) {
      row.setDouble(i, from + i);
    }
    return row;
  }

  @Test
  void aTreeOfJointsIsRead() throws Exception {
    assertEquals(12, open(tree()).units());
  }
}
