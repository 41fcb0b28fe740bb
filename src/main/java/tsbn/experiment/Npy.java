package tsbn.experiment;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ejml.data.FMatrixRMaj;

/**
 * One array in NumPy's format 1.0: a header in Python's notation and the values row by row,
 * little-endian.
 */
final class Npy {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  private static final int ALIGNMENT = 64;
  private static final int CHUNK = 1 << 16;
  private static final Pattern HEADER =
      Pattern.compile(
          "\\{'descr': '(<f4|<f8|<i8|\\|u1)', 'fortran_order': False,"
              + " 'shape': \\((?:(\\d{1,9}),(?: (\\d{1,9}))?)?\\), \\}\\s*");

  /** What the values are. */
  enum Type {
    FLOAT("<f4", 4, 2),
    DOUBLE("<f8", 8, 1),
    LONG("<i8", 8, 0),
    BYTE("|u1", 1, 1);

    private final String code;
    private final int bytes;
    private final int dimensions;

    Type(String code, int bytes, int dimensions) {
      this.code = code;
      this.bytes = bytes;
      this.dimensions = dimensions;
    }
  }

  /**
   * What a header says.
   *
   * @param rows 1 of a single value
   * @param columns 1 of a vector
   */
  record Header(Type type, int rows, int columns) {
    /** Bytes that the values take. */
    long size() {
      return (long) rows * columns * type.bytes;
    }
  }

  private Npy() {}

  static void write(FMatrixRMaj matrix, OutputStream out) throws IOException {
    header(Type.FLOAT, "%d, %d".formatted(matrix.numRows, matrix.numCols), out);
    ByteBuffer bytes = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    int count = matrix.getNumElements();
    for (int from = 0; from < count; from += CHUNK / 4) {
      int some = Math.min(CHUNK / 4, count - from);
      bytes.asFloatBuffer().put(matrix.data, from, some);
      out.write(bytes.array(), 0, 4 * some);
    }
  }

  static void write(double[] vector, OutputStream out) throws IOException {
    header(Type.DOUBLE, vector.length + ",", out);
    ByteBuffer bytes = ByteBuffer.allocate(8 * vector.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asDoubleBuffer().put(vector);
    out.write(bytes.array());
  }

  static void write(long value, OutputStream out) throws IOException {
    header(Type.LONG, "", out);
    out.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array());
  }

  static void write(byte[] values, OutputStream out) throws IOException {
    header(Type.BYTE, values.length + ",", out);
    out.write(values);
  }

  private static void header(Type type, String shape, OutputStream out) throws IOException {
    String dictionary =
        "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }".formatted(type.code, shape);
    int length = MAGIC.length + 2 + dictionary.length() + 1;
    int padding = Math.floorMod(-length, ALIGNMENT);
    ByteBuffer header = ByteBuffer.allocate(length + padding).order(ByteOrder.LITTLE_ENDIAN);
    header.put(MAGIC).putShort((short) (dictionary.length() + padding + 1));
    header.put((dictionary + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII));
    out.write(header.array());
  }

  /** The header of an array; null if it is of another kind. */
  static Header readHeader(DataInputStream in) throws IOException {
    byte[] magic = in.readNBytes(MAGIC.length);
    if (!Arrays.equals(magic, MAGIC)) {
      return null;
    }
    byte[] header = in.readNBytes(Short.toUnsignedInt(Short.reverseBytes(in.readShort())));
    Matcher found = HEADER.matcher(new String(header, StandardCharsets.US_ASCII));
    if (!found.matches()) {
      return null;
    }
    int dimensions = found.group(2) == null ? 0 : found.group(3) == null ? 1 : 2;
    int rows = dimensions > 0 ? Integer.parseInt(found.group(2)) : 1;
    int columns = dimensions > 1 ? Integer.parseInt(found.group(3)) : 1;
    for (Type type : Type.values()) {
      if (type.code.equals(found.group(1)) && type.dimensions == dimensions) {
        return new Header(type, rows, columns);
      }
    }
    return null;
  }

  /** The values behind a header of that kind, whose size was found to be bearable. */
  static FMatrixRMaj readMatrix(Header header, DataInputStream in) throws IOException {
    FMatrixRMaj matrix = new FMatrixRMaj(header.rows(), header.columns());
    ByteBuffer bytes = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    int count = matrix.getNumElements();
    for (int from = 0; from < count; from += CHUNK / 4) {
      int some = Math.min(CHUNK / 4, count - from);
      if (in.readNBytes(bytes.array(), 0, 4 * some) < 4 * some) {
        throw new EOFException();
      }
      bytes.asFloatBuffer().get(matrix.data, from, some);
    }
    return matrix;
  }

  /** The bytes behind a header of any kind, whose size was found to be bearable. */
  static ByteBuffer readBytes(Header header, DataInputStream in) throws IOException {
    byte[] bytes = in.readNBytes((int) header.size());
    if (bytes.length < header.size()) {
      throw new EOFException();
    }
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
