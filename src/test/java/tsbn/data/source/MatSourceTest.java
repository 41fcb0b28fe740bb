package tsbn.data.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tsbn.data.DataFormatException;
import tsbn.data.DataKind;
import tsbn.data.FrameMeaning;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.data.SequenceSet;
import tsbn.data.SetFacts;
import tsbn.data.Split;
import tsbn.math.RandomStream;
import tsbn.support.RealData;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.format.Mat5File;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sink;
import us.hebi.matlab.mat.types.Sinks;

class MatSourceTest {
  @TempDir Path folder;

  private static SequenceSet open(Path file) throws DataFormatException {
    return DataSources.open(file.toString(), Progress.NONE);
  }

  @Test
  void theJsbChoralesAreAsTheirReadmeSays() throws DataFormatException {
    SequenceSet set = open(RealData.music("JSB_Chorales.mat"));
    SetFacts facts = SetFacts.of(set);
    assertEquals(229, facts.splits().get(Split.TRAIN).sequences());
    assertEquals(13807, facts.splits().get(Split.TRAIN).frames());
    assertEquals(25, set.all().stream().mapToInt(Sequence::frames).min().orElseThrow());
    assertEquals(160, set.all().stream().mapToInt(Sequence::frames).max().orElseThrow());
    assertEquals(76, facts.splits().get(Split.VALID).sequences());
    assertEquals(4602, facts.splits().get(Split.VALID).frames());
    assertEquals(77, facts.splits().get(Split.TEST).sequences());
    assertEquals(4725, facts.splits().get(Split.TEST).frames());
    assertEquals(DataKind.BINARY, set.kind());
    assertEquals(new FrameMeaning.PianoRoll(21, 88), set.meaning());
    assertEquals(2, set.framesPerSecond());
    assertEquals("JSB_Chorales", set.name());
    assertEquals(List.of(), set.warnings());
    double notes = 0;
    for (var sequence : set.get(Split.TRAIN)) {
      for (float value : sequence.toMatrix().data) {
        notes += value;
      }
    }
    assertEquals(3.90, notes / 13807, 0.005);
  }

  @Test
  void nottinghamIsAsItsReadmeSays() throws DataFormatException {
    SequenceSet set = open(RealData.music("Nottingham.mat"));
    assertEquals(694, set.get(Split.TRAIN).size());
    assertEquals(173, set.get(Split.VALID).size());
    assertEquals(170, set.get(Split.TEST).size());
    assertEquals(176561, set.frames(Split.TRAIN));
    assertEquals(45513, set.frames(Split.VALID));
    assertEquals(44463, set.frames(Split.TEST));
  }

  @Test
  void motionCaptureIsRealValued() throws Exception {
    SequenceSet set = open(RealData.mocap("mit_mocap.mat"));
    assertEquals(DataKind.REAL, set.kind());
    assertEquals(49, set.units());
    assertEquals(35, set.get(Split.TRAIN).size());
    assertEquals(4, set.get(Split.TEST).size());
    assertEquals(3826, set.frames(Split.TRAIN) + set.frames(Split.TEST));
  }

  @Test
  void labelsDivideAMatrixIntoSequencesAndColumnsAreStandardised() throws Exception {
    String file = RealData.mocap("cmu35WalkJog.mat").toString();
    SequenceSet set = DataSources.open(file, Progress.NONE);
    assertEquals(31, set.get(Split.TRAIN).size());
    assertEquals(90, set.get(Split.TRAIN).get(0).frames());
    assertEquals(2, set.get(Split.TEST).size());
    assertEquals(44, set.get(Split.TEST).get(0).frames());
    assertEquals(125, set.get(Split.TEST).get(1).frames());
    assertEquals(62, set.units());

    SequenceSet standardised = DataSources.open(file + "?standardise=true", Progress.NONE);
    assertEquals(56, standardised.units());
    double sum = 0;
    double squares = 0;
    for (Sequence sequence : standardised.get(Split.TRAIN)) {
      for (int t = 0; t < sequence.frames(); t++) {
        sum += sequence.get(t, 20);
        squares += sequence.get(t, 20) * sequence.get(t, 20);
      }
    }
    assertEquals(0, sum / 2644, 1e-4);
    assertEquals(1, squares / 2643, 1e-4);
    // Opened again from where it says it came from, it is the same.
    SequenceSet again = DataSources.open(standardised.source(), Progress.NONE);
    assertEquals(
        standardised.get(Split.TEST).get(1).get(7, 8), again.get(Split.TEST).get(1).get(7, 8));
  }

  @Test
  void theKindFollowsFromTheValues() throws Exception {
    Matrix counts = Mat5.newMatrix(1, 2);
    counts.setDouble(0, 1, 3);
    assertEquals(DataKind.COUNTS, open(cellsFile(rows("01"), counts)).kind());
    counts.setDouble(0, 0, -3);
    assertEquals(DataKind.REAL, open(cellsFile(rows("01"), counts)).kind());
    counts.setDouble(0, 0, 2.5);
    assertEquals(DataKind.REAL, open(cellsFile(counts)).kind());
  }

  @Test
  void otherFilesAreRefusedByName() {
    assertRefused(
        RealData.mocap("motion.mat") + "?var=walk",
        "it has skel (struct 1 x 1), Motion (cell 1 x 3)");
  }

  @ParameterizedTest
  @CsvSource({
    "traindata,validdata,testdata",
    "train_data,valid_data,test_data",
    "TrainData,ValidData,TestData",
    "Data,validation,test"
  })
  void splitsAreFoundByTheirUsualNames(String train, String valid, String test) throws Exception {
    Mat5File mat = Mat5.newMatFile();
    mat.addArray(valid, cells(rows("01", "11")));
    mat.addArray("other", Mat5.newScalar(3));
    mat.addArray(train, cells(rows("01", "10", "11"), rows("00")));
    mat.addArray(test, cells(rows("10")));
    SequenceSet set = open(write(mat));
    assertEquals(2, set.get(Split.TRAIN).size());
    assertArrayEquals(new float[] {0, 1, 1, 0, 1, 1}, set.get(Split.TRAIN).get(0).toMatrix().data);
    assertEquals(2, set.frames(Split.VALID));
    assertArrayEquals(new float[] {1, 0}, set.get(Split.TEST).get(0).toMatrix().data);
    assertEquals(new FrameMeaning.Channels(2), set.meaning());
    assertEquals(DataKind.BINARY, set.kind());
  }

  @Test
  void aVariableCanBeChosenAndTheSourceOpensTheSameAgain() throws Exception {
    Mat5File mat = Mat5.newMatFile();
    mat.addArray("Data", cells(rows("01")));
    mat.addArray("mine", rows("10", "11"));
    Path file = write(mat);
    SequenceSet set = DataSources.open(file + "?var=mine", Progress.NONE);
    assertArrayEquals(new float[] {1, 0, 1, 1}, set.get(Split.TRAIN).get(0).toMatrix().data);
    assertEquals(
        List.of("There are no sequences to validate on.", "There are no sequences to test on."),
        set.warnings());
    SequenceSet again = DataSources.open(set.source(), Progress.NONE);
    assertEquals(set.source(), again.source());
    assertEquals(2, again.frames(Split.TRAIN));
    assertRefused(file + "?var=yours", "no variable named yours; it has Data (cell 1 x 1), mine");
    assertRefused(file + "?fps=3", "no option \"fps\"");
  }

  @Test
  void valuesBetweenZeroAndOneAreGrey() throws Exception {
    Matrix grey = Mat5.newMatrix(2, 2);
    grey.setDouble(0, 1, 0.25);
    grey.setDouble(1, 0, 1e-300);
    grey.setDouble(1, 1, 1);
    Mat5File mat = Mat5.newMatFile();
    mat.addArray("Data", cells(rows("01"), grey));
    SequenceSet set = open(write(mat));
    assertEquals(DataKind.GREY, set.kind());
    assertArrayEquals(new float[] {0, 0.25f, 0, 1}, set.get(Split.TRAIN).get(1).toMatrix().data);
  }

  @Test
  void bigEndianFilesAreRead() throws Exception {
    ByteBuffer file = ByteBuffer.allocate(400).order(ByteOrder.BIG_ENDIAN);
    file.put("MATLAB 5.0 MAT-file".getBytes(StandardCharsets.US_ASCII)).position(124);
    file.putShort((short) 0x0100).put((byte) 'M').put((byte) 'I');
    file.putInt(14).putInt(16 + 16 + 16 + 16);
    file.putInt(6).putInt(8).putInt(6).putInt(0);
    file.putInt(5).putInt(8).putInt(1).putInt(3);
    file.putInt(1).putInt(4).put("Data".getBytes(StandardCharsets.US_ASCII)).putInt(0);
    file.putInt(2).putInt(3).put(new byte[] {1, 0, 1}).put(new byte[5]);
    SequenceSet set = open(write(Arrays.copyOf(file.array(), file.position())));
    assertArrayEquals(new float[] {1, 0, 1}, set.get(Split.TRAIN).get(0).toMatrix().data);
  }

  @Test
  void badValuesAndShapesAreRefusedWithTheirPlace() throws Exception {
    Matrix nan = Mat5.newMatrix(3, 2);
    nan.setDouble(2, 1, Double.NaN);
    assertRefused(cellsFile(rows("01"), nan), "traindata, cell 2, row 3, column 2 is NaN");
    Matrix infinite = Mat5.newMatrix(1, 2);
    infinite.setDouble(0, 0, Double.NEGATIVE_INFINITY);
    assertRefused(cellsFile(infinite), "row 1, column 1 is infinite");
    Matrix large = Mat5.newMatrix(1, 2);
    large.setDouble(0, 1, -1e300);
    assertRefused(cellsFile(large), "column 2 is too large");
    assertRefused(cellsFile(rows("01"), rows("011")), "cell 2 has 3 columns where");
    assertRefused(cellsFile(rows("01"), Mat5.newMatrix(0, 2)), "cell 2 is empty");
    assertRefused(cellsFile(rows("01"), Mat5.EMPTY_MATRIX), "cell 2 is empty");
    assertRefused(cellsFile(Mat5.newMatrix(new int[] {2, 2, 2})), "has 3 dimensions");
    assertRefused(cellsFile(), "no cells");
    assertRefused(cellsFile(Mat5.newMatrix(1, 20_001)), "20,001 columns");
    Cell inner = Mat5.newCell(1, 1).set(0, rows("01"));
    Mat5File nested = Mat5.newMatFile();
    nested.addArray("Data", Mat5.newCell(1, 1).set(0, inner));
    assertRefused(write(nested), "holds a cell 1 x 1 in cell 1");
    Mat5File text = Mat5.newMatFile();
    text.addArray("Data", Mat5.newString("hello"));
    assertRefused(write(text), "holds a char 1 x 5");
    Mat5File complex = Mat5.newMatFile();
    complex.addArray("Data", Mat5.newComplexScalar(1, 1));
    assertRefused(write(complex), "complex");
    assertRefused(write(Mat5.newMatFile()), "no variables");
  }

  @Test
  void filesThatAreNoMatFilesAreNamedForWhatTheyAre() throws Exception {
    assertRefused(write(new byte[0]), "is empty");
    assertRefused(write("hello".getBytes(StandardCharsets.UTF_8)), "not a MATLAB file");
    byte[] hdf = new byte[600];
    byte[] header = "MATLAB 7.3 MAT-file, Platform: GLNXA64".getBytes(StandardCharsets.UTF_8);
    System.arraycopy(header, 0, hdf, 0, header.length);
    assertRefused(write(hdf), "version 7.3 (HDF5)");
    assertRefused(folder, "is a folder");
    assertRefused(folder.resolve("nowhere.mat"), "There is no file");
    assertRefused("", "No data was named");
    assertRefused("a\0b", "cannot be the name of a file");
    assertRefused("builtin:ball", "there are builtin:balls, builtin:chorales");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 127, 128, 132, 140, 150, 200, 250})
  void truncatedFilesAreCalledDamaged(int length) throws Exception {
    byte[] good = Files.readAllBytes(cellsFile(rows("0110", "1010"), rows("1111")));
    assertTrue(good.length > 250);
    assertRefused(write(Arrays.copyOf(good, length)), ".");
  }

  @Test
  void absurdClaimsTakeNoMemory() throws Exception {
    byte[] good = Files.readAllBytes(cellsFile(rows("0110")));
    // The dimensions of the cell array stand behind the tags of variable, flags and themselves.
    int sides = 128 + 8 + 16 + 8;
    byte[] cells = good.clone();
    ByteBuffer.wrap(cells).order(ByteOrder.nativeOrder()).putInt(sides, Integer.MAX_VALUE);
    assertRefused(write(cells), "more than fit into the file");
    Mat5File mat = Mat5.newMatFile();
    mat.addArray("Data", rows("0110"));
    byte[] matrix = Files.readAllBytes(write(mat));
    ByteBuffer.wrap(matrix)
        .order(ByteOrder.nativeOrder())
        .putInt(sides, 1 << 30)
        .putInt(sides + 4, 1 << 30);
    assertRefused(write(matrix), "claims to be");
  }

  @Test
  void whatUnpacksToMoreThanTheLimitIsRefused() throws Exception {
    ByteBuffer head = ByteBuffer.allocate(72).order(ByteOrder.LITTLE_ENDIAN);
    head.putInt(14).putInt(Integer.MAX_VALUE - 7);
    head.putInt(6).putInt(8).putInt(9).putInt(0);
    head.putInt(5).putInt(8).putInt(1 << 20).putInt(2000);
    head.putInt(1).putInt(4).put("Data".getBytes(StandardCharsets.US_ASCII)).putInt(0);
    head.putInt(2).putInt(Integer.MAX_VALUE - 7);
    Deflater deflater = new Deflater(9);
    ByteBuffer packed = ByteBuffer.allocate(1 << 16);
    deflater.setInput(head.flip());
    deflater.deflate(packed);
    deflater.setInput(new byte[3 << 20]);
    deflater.finish();
    deflater.deflate(packed);
    deflater.end();
    packed.flip();
    ByteBuffer file = ByteBuffer.allocate(136 + packed.remaining()).order(ByteOrder.LITTLE_ENDIAN);
    file.put("MATLAB 5.0 MAT-file".getBytes(StandardCharsets.US_ASCII)).position(124);
    file.putShort((short) 0x0100).put((byte) 'I').put((byte) 'M');
    file.putInt(15).putInt(packed.remaining()).put(packed);
    MatFile5 mat = MatFile5.read(write(file.array()), 2 << 20);
    MatFile5.Variable bomb = mat.variables().get(0);
    assertEquals("Data", bomb.name());
    DataFormatException e = assertThrows(DataFormatException.class, () -> mat.decode(bomb));
    assertTrue(e.getMessage().contains("unpacks to more than 2 MB"), e.getMessage());
  }

  @Test
  void mutatedFilesGiveADataFormatExceptionOrData() throws Exception {
    byte[] good = Files.readAllBytes(cellsFile(rows("0110", "1010", "0001"), rows("1111")));
    fuzz(good, 3000);
    Mat5File mat = Mat5.newMatFile();
    mat.addArray("traindata", cells(rows("0110", "1010", "0001"), rows("1111")));
    fuzz(Files.readAllBytes(write(mat, Deflater.BEST_COMPRESSION)), 500);
  }

  @Test
  void mutatedRealFilesGiveADataFormatExceptionOrData() throws Exception {
    fuzz(Files.readAllBytes(RealData.music("JSB_Chorales.mat")), 60);
  }

  /** Seeded damage: changed bytes, a run of zeros or ones, a missing end, a moved block. */
  private void fuzz(byte[] good, int rounds) throws IOException {
    RandomStream random = new RandomStream(20151);
    Path file = folder.resolve("fuzz.mat");
    int refused = 0;
    for (int round = 0; round < rounds; round++) {
      Files.write(file, damaged(good, random.child(round)));
      try {
        open(file);
      } catch (DataFormatException e) {
        refused++;
        assertTrue(e.getMessage().startsWith("fuzz.mat") && e.getMessage().endsWith("."));
      }
    }
    assertTrue(refused > rounds / 4, "only " + refused + " of " + rounds + " were refused");
  }

  private static byte[] damaged(byte[] good, RandomStream random) {
    byte[] bytes = good.clone();
    int changes = 1 + random.nextInt(8);
    // Structure stands at the front of the small file; hit it as often as the values.
    int reach = random.nextInt(2) == 0 ? bytes.length : Math.min(bytes.length, 400);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(reach);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt(256);
        case 2 -> {
          int end = Math.min(bytes.length, at + 1 + random.nextInt(8));
          Arrays.fill(bytes, at, end, (byte) (random.nextInt(2) == 0 ? 0 : 0xFF));
        }
        default -> {
          int length = Math.min(8, bytes.length - at);
          System.arraycopy(good, random.nextInt(good.length - length), bytes, at, length);
        }
      }
    }
    return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
  }

  private static Matrix rows(String... rows) {
    Matrix matrix = Mat5.newMatrix(rows.length, rows[0].length(), MatlabType.Double);
    for (int t = 0; t < rows.length; t++) {
      for (int m = 0; m < rows[t].length(); m++) {
        matrix.setDouble(t, m, rows[t].charAt(m) - '0');
      }
    }
    return matrix;
  }

  private static Cell cells(us.hebi.matlab.mat.types.Array... contents) {
    Cell cells = Mat5.newCell(1, contents.length);
    for (int i = 0; i < contents.length; i++) {
      cells.set(i, contents[i]);
    }
    return cells;
  }

  private Path cellsFile(us.hebi.matlab.mat.types.Array... contents) throws IOException {
    Mat5File mat = Mat5.newMatFile();
    mat.addArray("traindata", cells(contents));
    return write(mat);
  }

  private Path write(Mat5File mat) throws IOException {
    return write(mat, Deflater.NO_COMPRESSION);
  }

  private Path write(Mat5File mat, int deflateLevel) throws IOException {
    Path file = folder.resolve("test.mat");
    try (Sink sink = Sinks.newStreamingFile(file.toFile())) {
      Mat5.newWriter(sink).setDeflateLevel(deflateLevel).writeMat(mat);
    }
    return file;
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("test.mat"), bytes);
  }

  private static void assertRefused(Path file, String part) {
    assertRefused(file.toString(), part);
  }

  private static void assertRefused(String source, String part) {
    DataFormatException e =
        assertThrows(DataFormatException.class, () -> DataSources.open(source, Progress.NONE));
    assertTrue(e.getMessage().contains(part), e.getMessage());
    assertTrue(e.getMessage().endsWith("."), e.getMessage());
  }
}
