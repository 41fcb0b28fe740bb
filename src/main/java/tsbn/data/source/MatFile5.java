package tsbn.data.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import tsbn.data.DataFormatException;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Sources;

/**
 * A MATLAB file of version 5, 6 or 7 that is not trusted. The library that decodes it believes the
 * sizes a file claims and takes that much memory, so each variable is unpacked here within a limit
 * and its structure checked by {@link MatGuard} before the library sees it, one variable at a time.
 */
final class MatFile5 {
  private static final int HEADER = 128;
  private static final int TAG = 8;

  /** Enough for the flags, dimensions and name of a variable. */
  private static final int HEAD = 4096;

  /** A file's variable: its element's bytes, still packed if {@code compressed}. */
  record Variable(String name, String shape, ByteBuffer element, boolean compressed) {}

  private final String file;
  private final byte[] bytes;
  private final long most;
  private final ByteOrder order;

  private MatFile5(String file, byte[] bytes, long most, ByteOrder order) {
    this.file = file;
    this.bytes = bytes;
    this.most = most;
    this.order = order;
  }

  /**
   * Reads a file's bytes and checks its header.
   *
   * @param most bytes that the file may have, packed or unpacked
   */
  static MatFile5 read(Path path, long most) throws DataFormatException {
    String file = path.getFileName().toString();
    try {
      if (Files.size(path) > most) {
        throw tooLarge(file, most);
      }
      return of(file, Files.readAllBytes(path), most);
    } catch (IOException e) {
      throw new DataFormatException("%s cannot be read.".formatted(path), e);
    }
  }

  private static MatFile5 of(String file, byte[] bytes, long most) throws DataFormatException {
    if (bytes.length == 0) {
      throw new DataFormatException("%s is empty.".formatted(file));
    }
    String start = new String(bytes, 0, Math.min(bytes.length, 116), StandardCharsets.ISO_8859_1);
    if (start.startsWith("MATLAB 7.3") || start.startsWith("\u0089HDF")) {
      throw new DataFormatException(
          "%s is a MATLAB file of version 7.3 (HDF5), which cannot be read; save it in MATLAB with the option -v7."
              .formatted(file));
    }
    boolean little = bytes.length >= HEADER && bytes[126] == 'I' && bytes[127] == 'M';
    boolean big = bytes.length >= HEADER && bytes[126] == 'M' && bytes[127] == 'I';
    if (!little && !big) {
      throw new DataFormatException(
          start.startsWith("MATLAB 5.0")
              ? "%s ends within its header; it is damaged or was not copied completely."
                  .formatted(file)
              : "%s is not a MATLAB file of version 5 to 7, the kind of file that can be read."
                  .formatted(file));
    }
    ByteOrder order = little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    return new MatFile5(file, bytes, most, order);
  }

  private static DataFormatException tooLarge(String file, long most) {
    return new DataFormatException(
        "%s unpacks to more than %,d MB, an eighth of the memory the program was given; start it with a larger -Xmx."
            .formatted(file, most >> 20));
  }

  /** The variables, with what their heads say; nothing but the heads is unpacked. */
  List<Variable> variables() throws DataFormatException {
    List<Variable> variables = new ArrayList<>();
    ByteBuffer file = ByteBuffer.wrap(bytes).order(order).position(HEADER);
    while (file.remaining() >= TAG) {
      int at = file.position();
      int type = file.getInt();
      long size = Integer.toUnsignedLong(file.getInt());
      if (type != MatGuard.MATRIX && type != MatGuard.COMPRESSED) {
        throw damaged("there is no variable at byte %,d".formatted(at), null);
      }
      if (size > file.remaining()) {
        throw damaged(
            "the variable at byte %,d should go on for %,d bytes and the file ends after %,d"
                .formatted(at, size, file.remaining()),
            null);
      }
      boolean compressed = type == MatGuard.COMPRESSED;
      int start = compressed ? file.position() : at;
      file.position(file.position() + (int) size);
      variables.add(variable(start, file.position(), compressed));
    }
    return variables;
  }

  private Variable variable(int start, int end, boolean compressed) throws DataFormatException {
    ByteBuffer element = ByteBuffer.wrap(bytes, start, end - start).slice();
    ByteBuffer head = unpack(element, compressed, HEAD, start);
    try {
      MatGuard.Head found = MatGuard.head(head);
      return new Variable(found.name(), found.shape(), element, compressed);
    } catch (MatGuard.Damage e) {
      throw damaged("the variable at byte %,d %s".formatted(start, e.getMessage()), e);
    }
  }

  /** Decodes a variable: a full numeric matrix, or cells of such matrices. */
  Array decode(Variable variable) throws DataFormatException {
    return decode(variable, MatGuard::check);
  }

  /** Decodes a variable that is a struct of structs, texts and numbers. */
  Array decodeStruct(Variable variable) throws DataFormatException {
    return decode(variable, MatGuard::checkStruct);
  }

  /** How a variable's structure is checked. */
  private interface Check {
    void check(ByteBuffer element) throws MatGuard.Damage;
  }

  private Array decode(Variable variable, Check structure) throws DataFormatException {
    ByteBuffer element = unpack(variable.element(), variable.compressed(), most + 1, 0);
    if (element.remaining() > most) {
      throw tooLarge(file, most);
    }
    try {
      structure.check(element.duplicate().order(order));
    } catch (MatGuard.Damage e) {
      throw damaged("the variable %s %s".formatted(variable.name(), e.getMessage()), e);
    }
    ByteBuffer alone = ByteBuffer.allocate(HEADER + element.remaining());
    alone.put(bytes, 0, HEADER).put(element).flip();
    // A place of undocumented class data within the file, which a file of one variable has not.
    alone.putLong(116, 0);
    try {
      return Mat5.newReader(Sources.wrap(alone.array()))
          .disableSubsystemProcessing()
          .readMat()
          .getArray(variable.name());
    } catch (IOException | RuntimeException e) {
      throw damaged("the variable %s cannot be decoded".formatted(variable.name()), e);
    }
  }

  /** At most so many bytes of an element, unpacked. */
  private ByteBuffer unpack(ByteBuffer element, boolean compressed, long atMost, int at)
      throws DataFormatException {
    int limit = (int) Math.min(atMost, Integer.MAX_VALUE - 64);
    if (!compressed) {
      return element.slice(0, Math.min(element.remaining(), limit)).order(order);
    }
    InputStream packed =
        new ByteArrayInputStream(element.array(), element.arrayOffset(), element.remaining());
    Inflater inflater = new Inflater();
    try (InputStream unpacked = new InflaterInputStream(packed, inflater)) {
      return ByteBuffer.wrap(unpacked.readNBytes(limit)).order(order);
    } catch (IOException e) {
      throw damaged("the variable at byte %,d cannot be unpacked".formatted(at), e);
    } finally {
      inflater.end();
    }
  }

  private DataFormatException damaged(String what, Throwable cause) {
    return new DataFormatException(
        "%s is damaged or was not copied completely: %s.".formatted(file, what), cause);
  }
}
