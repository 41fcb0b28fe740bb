package tsbn.data.source.motion;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tsbn.data.DataFormatException;

/** The lines of a text file that is not trusted, one after the other, with their numbers. */
final class TextLines {
  /** Numbers beyond this are no places or angles of a body. */
  private static final double MOST = 1e9;

  private static final int SHOWN = 40;

  private final String file;
  private final byte[] bytes;
  private int position;
  private int number;
  private String line = "";

  private TextLines(String file, byte[] bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  /** Reads a file of up to an eighth of the memory that the program was given. */
  static TextLines read(Path path) throws DataFormatException {
    String file = path.getFileName().toString();
    long most = Runtime.getRuntime().maxMemory() / 8;
    try {
      if (Files.size(path) > most) {
        throw new DataFormatException(
            "%s is larger than %,d MB, an eighth of the memory the program was given; start it with a larger -Xmx."
                .formatted(file, most >> 20));
      }
      return of(file, Files.readAllBytes(path));
    } catch (IOException e) {
      throw new DataFormatException("%s cannot be read.".formatted(path), e);
    }
  }

  static TextLines of(String file, byte[] bytes) throws DataFormatException {
    if (bytes.length == 0) {
      throw new DataFormatException("%s is empty.".formatted(file));
    }
    for (byte one : bytes) {
      if (one == 0) {
        throw new DataFormatException("%s is not a text file.".formatted(file));
      }
    }
    return new TextLines(file, bytes);
  }

  /** The file's name, without folders. */
  String file() {
    return file;
  }

  /** Goes on to the next line; false behind the last. */
  boolean next() {
    if (position >= bytes.length) {
      return false;
    }
    int end = position;
    while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
      end++;
    }
    line = new String(bytes, position, end - position, StandardCharsets.UTF_8).strip();
    if (number == 0 && line.startsWith("\uFEFF")) {
      line = line.substring(1);
    }
    number++;
    boolean pair = end + 1 < bytes.length && bytes[end] == '\r' && bytes[end + 1] == '\n';
    position = end + (pair ? 2 : 1);
    return true;
  }

  /** The line without the white space around it. */
  String line() {
    return line;
  }

  /** Its number, from 1. */
  int number() {
    return number;
  }

  /** The words of the line; none of a blank one. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= line.length(); i++) {
      boolean within = i < line.length() && line.charAt(i) > ' ';
      if (within && start < 0) {
        start = i;
      } else if (!within && start >= 0) {
        words.add(line.substring(start, i));
        start = -1;
      }
    }
    return words;
  }

  /** The number that a word of the line says. */
  double number(String word) throws DataFormatException {
    double value;
    try {
      value = Double.parseDouble(word);
    } catch (NumberFormatException e) {
      throw wrong("\"%s\" is not a number".formatted(shown(word)));
    }
    if (!(Math.abs(value) <= MOST)) {
      throw wrong("%s is not a number that can be used".formatted(shown(word)));
    }
    return value;
  }

  /**
   * Makes room for one more frame.
   *
   * @param values the values so far
   * @param frames how many frames there will be
   * @return an array with room for them
   */
  double[] room(double[] values, int frames, int width) throws DataFormatException {
    long needed = (long) frames * width;
    if (needed <= values.length) {
      return values;
    }
    long most = Math.min(Integer.MAX_VALUE / 4, Runtime.getRuntime().maxMemory() / 64);
    if (needed > most) {
      throw wrong("the motion is too long for the memory the program was given");
    }
    return Arrays.copyOf(values, (int) Math.min(most, 2 * needed));
  }

  /** A word as a sentence can quote it. */
  static String shown(String word) {
    String plain = word.replaceAll("\\p{Cntrl}", "?");
    return plain.length() <= SHOWN ? plain : plain.substring(0, SHOWN) + "...";
  }

  /** What is wrong in this line: the predicate becomes a sentence with file and line. */
  DataFormatException wrong(String what) {
    return new DataFormatException("%s, line %,d: %s.".formatted(file, number, what));
  }

  /** What is wrong with the file as a whole. */
  DataFormatException wrongFile(String predicate) {
    return new DataFormatException("%s %s.".formatted(file, predicate));
  }
}
