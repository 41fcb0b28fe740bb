package tsbn.experiment;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.DataFormatException;

/**
 * Named float32 matrices in numpy's archive format: a zip of {@code NAME.npy}, each a header in
 * Python's notation and the values row by row, little-endian (NumPy's format 1.0).
 */
public final class Npz {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  private static final int ALIGNMENT = 64;
  private static final int MOST_ENTRIES = 10_000;
  private static final Pattern HEADER =
      Pattern.compile(
          "\\{'descr': '<f4', 'fortran_order': False, 'shape': \\((\\d{1,9}), (\\d{1,9})\\), \\}\\s*");

  private Npz() {}

  /**
   * Writes an archive. The same matrices give the same bytes.
   *
   * @param out stays open
   */
  public static void write(Map<String, FMatrixRMaj> matrices, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.setLevel(Deflater.NO_COMPRESSION);
    for (Map.Entry<String, FMatrixRMaj> entry : matrices.entrySet()) {
      ZipEntry file = new ZipEntry(entry.getKey() + ".npy");
      file.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
      zip.putNextEntry(file);
      writeMatrix(entry.getValue(), zip);
      zip.closeEntry();
    }
    zip.finish();
  }

  private static void writeMatrix(FMatrixRMaj matrix, OutputStream out) throws IOException {
    String dictionary =
        "{'descr': '<f4', 'fortran_order': False, 'shape': (%d, %d), }"
            .formatted(matrix.numRows, matrix.numCols);
    int length = MAGIC.length + 2 + dictionary.length() + 1;
    int padding = Math.floorMod(-length, ALIGNMENT);
    ByteBuffer header = ByteBuffer.allocate(length + padding).order(ByteOrder.LITTLE_ENDIAN);
    header.put(MAGIC).putShort((short) (dictionary.length() + padding + 1));
    header.put((dictionary + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII));
    out.write(header.array());
    ByteBuffer row = ByteBuffer.allocate(4 * matrix.numCols).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < matrix.numRows; i++) {
      row.asFloatBuffer().put(matrix.data, i * matrix.numCols, matrix.numCols);
      out.write(row.array());
    }
  }

  /**
   * Reads an archive of matrices as {@link #write} writes them.
   *
   * @param most values in all matrices together that are accepted
   * @throws DataFormatException with one sentence if it is something else
   */
  public static Map<String, FMatrixRMaj> read(Path file, long most) throws DataFormatException {
    Map<String, FMatrixRMaj> matrices = new LinkedHashMap<>();
    long left = most;
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName().replaceFirst("\\.npy$", "");
        FMatrixRMaj matrix = readMatrix(zip, left);
        if (matrix == null
            || matrices.put(name, matrix) != null
            || matrices.size() > MOST_ENTRIES) {
          throw new DataFormatException(
              "%s: the entry %s is not a new float32 matrix of at most %,d values."
                  .formatted(file, entry.getName(), left));
        }
        left -= matrix.getNumElements();
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new DataFormatException("%s cannot be read; it is damaged.".formatted(file), e);
    }
    if (matrices.isEmpty()) {
      throw new DataFormatException("%s is not an archive of matrices (.npz).".formatted(file));
    }
    return matrices;
  }

  /** The matrix of an entry; null if it is something else or too large. */
  private static FMatrixRMaj readMatrix(InputStream in, long most) throws IOException {
    DataInputStream data = new DataInputStream(in);
    byte[] magic = data.readNBytes(MAGIC.length);
    if (!java.util.Arrays.equals(magic, MAGIC)) {
      return null;
    }
    byte[] header = data.readNBytes(Short.toUnsignedInt(Short.reverseBytes(data.readShort())));
    Matcher shape = HEADER.matcher(new String(header, StandardCharsets.US_ASCII));
    if (!shape.matches()) {
      return null;
    }
    int rows = Integer.parseInt(shape.group(1));
    int columns = Integer.parseInt(shape.group(2));
    if ((long) rows * columns > Math.min(most, Integer.MAX_VALUE / 4)) {
      return null;
    }
    FMatrixRMaj matrix = new FMatrixRMaj(rows, columns);
    ByteBuffer row = ByteBuffer.allocate(4 * columns).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < rows; i++) {
      if (data.readNBytes(row.array(), 0, row.capacity()) < row.capacity()) {
        throw new EOFException();
      }
      row.asFloatBuffer().get(matrix.data, i * columns, columns);
    }
    return matrix;
  }
}
