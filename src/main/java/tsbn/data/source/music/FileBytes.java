package tsbn.data.source.music;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tsbn.data.DataFormatException;
import tsbn.data.WholeFile;

/** The bytes of a file that is not trusted, read one after the other up to a limit. */
final class FileBytes {

  /** A file may have this share of the memory that the program was given. */
  private static final int SHARE = 128;

  private static final int SHOWN = 60;

  private final String file;
  private final byte[] bytes;
  private final String part;
  private final int limit;
  private int position;

  private FileBytes(String file, byte[] bytes, String part, int position, int limit) {
    this.file = file;
    this.bytes = bytes;
    this.part = part;
    this.position = position;
    this.limit = limit;
  }

  /** Reads a file whole. */
  static FileBytes read(Path path) throws DataFormatException {
    return of(String.valueOf(path.getFileName()), WholeFile.read(path, SHARE));
  }

  static FileBytes of(String file, byte[] bytes) throws DataFormatException {
    if (bytes.length == 0) {
      throw new DataFormatException("%s is empty.".formatted(file));
    }
    return new FileBytes(file, bytes, "the file", 0, bytes.length);
  }

  /** The next bytes alone, which are left behind here. There must be so many. */
  FileBytes part(String name, int length) {
    int from = position;
    position += length;
    return new FileBytes(file, bytes, name, from, from + length);
  }

  /** The file's name, without folders. */
  String file() {
    return file;
  }

  /** Where the next byte is, counted from 0 at the beginning of the file. */
  int position() {
    return position;
  }

  /** How many bytes are left. */
  int left() {
    return limit - position;
  }

  /** All bytes. Not to be modified. */
  byte[] all() {
    return bytes;
  }

  /** The next byte, 0 to 255. */
  int next() throws DataFormatException {
    if (position >= limit) {
      throw ends();
    }
    return bytes[position++] & 0xFF;
  }

  /** A whole number of some bytes without a sign, at most four, the highest first. */
  long bigEndian(int count) throws DataFormatException {
    long value = 0;
    for (int i = 0; i < count; i++) {
      value = value << 8 | next();
    }
    return value;
  }

  /** A whole number of some bytes without a sign, at most seven, the lowest first. */
  long littleEndian(int count) throws DataFormatException {
    long value = 0;
    for (int i = 0; i < count; i++) {
      value |= (long) next() << 8 * i;
    }
    return value;
  }

  /** Goes on behind the next bytes. */
  void skip(long count) throws DataFormatException {
    if (count < 0 || count > left()) {
      throw ends();
    }
    position += (int) count;
  }

  /** The next bytes as characters of one byte each. */
  String text(long count) throws DataFormatException {
    int from = position;
    skip(count);
    return new String(bytes, from, (int) count, StandardCharsets.ISO_8859_1);
  }

  /** The next bytes up to the end of the line, which is left behind too. */
  String line() throws DataFormatException {
    int end = position;
    while (end < limit && bytes[end] != '\n') {
      end++;
    }
    if (end == limit) {
      throw ends();
    }
    String line = text(end - position);
    position++;
    return line.strip();
  }

  /** A word of the file as a sentence can quote it. */
  static String shown(String word) {
    String plain = word.replaceAll("[^\\x20-\\x7E]", "?");
    return plain.length() <= SHOWN ? plain : plain.substring(0, SHOWN) + "...";
  }

  private DataFormatException ends() {
    return wrong(limit, part + " ends where it should go on");
  }

  /** What is wrong at a byte: the predicate becomes a sentence with file and byte. */
  DataFormatException wrong(int at, String what) {
    return new DataFormatException("%s, byte %,d: %s.".formatted(file, at, what));
  }

  /** What is wrong with the file as a whole. */
  DataFormatException wrongFile(String predicate) {
    return new DataFormatException("%s %s.".formatted(file, predicate));
  }
}
