package tsbn.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsbn.data.DataFormatException;
import tsbn.math.RandomStream;

class NpzTest {
  @TempDir Path folder;

  private static final FMatrixRMaj MATRIX =
      new FMatrixRMaj(new float[][] {{1, -2.5f, 3e-20f}, {Float.MAX_VALUE, 0, -0f}});

  @Test
  void matricesComeBackInOrder() throws Exception {
    Map<String, FMatrixRMaj> matrices = new LinkedHashMap<>();
    matrices.put("W1[2]", MATRIX);
    matrices.put("b", new FMatrixRMaj(new float[][] {{7}}));
    Path file = write(matrices);
    Map<String, FMatrixRMaj> found = Npz.read(file, 7);
    assertEquals(List.of("W1[2]", "b"), List.copyOf(found.keySet()));
    assertArrayEquals(MATRIX.data, found.get("W1[2]").data);
    assertEquals(2, found.get("W1[2]").numRows);
    assertThrows(DataFormatException.class, () -> Npz.read(file, 6));
  }

  @Test
  void theBytesAreThoseOfNumpysFormat() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Npz.write(Map.of("a", MATRIX), out);
    ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()));
    assertEquals("a.npy", zip.getNextEntry().getName());
    ByteBuffer npy = ByteBuffer.wrap(zip.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
    byte[] magic = new byte[8];
    npy.get(magic);
    assertArrayEquals(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}, magic);
    int length = npy.getShort();
    assertEquals(0, (10 + length) % 64);
    byte[] header = new byte[length];
    npy.get(header);
    String text = new String(header, StandardCharsets.US_ASCII);
    assertTrue(
        text.startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }"), text);
    assertTrue(text.endsWith("\n"));
    assertEquals(1, npy.getFloat());
    assertEquals(-2.5f, npy.getFloat());
    assertEquals(16, npy.remaining());
  }

  @Test
  void numpyReadsIt() throws Exception {
    Path file = write(Map.of("W1[2]", MATRIX));
    String script =
        "import numpy, sys; a = numpy.load(sys.argv[1])['W1[2]'];"
            + " print(a.dtype, a.shape, a[0, 1], a[1, 0] == numpy.finfo('f4').max)";
    String answer = python("-c", script, file.toString());
    assumeTrue(answer != null, "Skipped: there is no python3 with numpy on this machine");
    assertEquals("float32 (2, 3) -2.5 True", answer.strip());
  }

  @Test
  void whatNumpyWritesIsRead() throws Exception {
    Path file = folder.resolve("numpy.npz");
    String script =
        "import numpy, sys; numpy.savez_compressed(sys.argv[1],"
            + " a=numpy.array([[1.5, 2], [3, 4]], dtype='f4'))";
    String answer = python("-c", script, file.toString());
    assumeTrue(answer != null, "Skipped: there is no python3 with numpy on this machine");
    assertArrayEquals(new float[] {1.5f, 2, 3, 4}, Npz.read(file, 100).get("a").data);
  }

  @Test
  void badArchivesGiveOneSentence() throws Exception {
    Path file = folder.resolve("bad.npz");
    assertThrows(DataFormatException.class, () -> Npz.read(file, 10));
    Files.write(file, new byte[0]);
    assertThrows(DataFormatException.class, () -> Npz.read(file, 10));
    Files.writeString(file, "hello");
    assertThrows(DataFormatException.class, () -> Npz.read(file, 10));
    // A header that claims far more than is there.
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("a.npy"));
      String header =
          "{'descr': '<f4', 'fortran_order': False, 'shape': (999999999, 999999999), }\n";
      zip.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
      zip.write(new byte[] {(byte) header.length(), 0});
      zip.write(header.getBytes(StandardCharsets.US_ASCII));
    }
    assertThrows(DataFormatException.class, () -> Npz.read(file, Long.MAX_VALUE));
  }

  @Test
  void damagedArchivesGiveOneSentenceOrMatrices() throws Exception {
    byte[] good = Files.readAllBytes(write(Map.of("a", MATRIX, "b", MATRIX)));
    RandomStream random = new RandomStream(7);
    Path file = folder.resolve("damaged.npz");
    for (int round = 0; round < 1000; round++) {
      byte[] bytes = good.clone();
      for (int change = 0; change <= random.nextInt(5); change++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      Files.write(
          file, random.nextInt(3) == 0 ? Arrays.copyOf(bytes, random.nextInt(good.length)) : bytes);
      try {
        Npz.read(file, 12);
      } catch (DataFormatException e) {
        assertTrue(e.getMessage().endsWith("."), e.getMessage());
      }
    }
  }

  private Path write(Map<String, FMatrixRMaj> matrices) throws IOException {
    Path file = folder.resolve("test.npz");
    AtomicFile.write(file, out -> Npz.write(matrices, out));
    return file;
  }

  /** What the script prints; null where it cannot run. */
  private static String python(String... arguments) throws InterruptedException {
    List<String> command = new java.util.ArrayList<>(List.of("python3"));
    command.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(command).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0 ? output : null;
    } catch (IOException e) {
      return null;
    }
  }
}
