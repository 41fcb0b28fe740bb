package tsbn.experiment;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ejml.data.FMatrixRMaj;

/**
 * Writes named arrays in numpy's archive format, a zip of {@code NAME.npy}, uncompressed. The same
 * arrays give the same bytes.
 */
final class NpzWriter {
  private final ZipOutputStream zip;

  /**
   * A writer.
   *
   * @param out stays open
   */
  NpzWriter(OutputStream out) {
    zip = new ZipOutputStream(out);
    zip.setLevel(Deflater.NO_COMPRESSION);
  }

  /** Adds a float32 matrix. */
  void add(String name, FMatrixRMaj matrix) throws IOException {
    begin(name);
    Npy.write(matrix, zip);
    zip.closeEntry();
  }

  /** Adds a float64 vector. */
  void add(String name, double[] vector) throws IOException {
    begin(name);
    Npy.write(vector, zip);
    zip.closeEntry();
  }

  /** Adds an int64 without dimensions. */
  void add(String name, long value) throws IOException {
    begin(name);
    Npy.write(value, zip);
    zip.closeEntry();
  }

  /** Adds a text as a vector of its bytes in UTF-8. */
  void add(String name, String text) throws IOException {
    begin(name);
    Npy.write(text.getBytes(StandardCharsets.UTF_8), zip);
    zip.closeEntry();
  }

  /** Writes the end. */
  void finish() throws IOException {
    zip.finish();
  }

  private void begin(String name) throws IOException {
    ZipEntry file = new ZipEntry(name + ".npy");
    file.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
    zip.putNextEntry(file);
  }
}
