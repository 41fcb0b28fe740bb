package tsbn.data.source.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tsbn.data.DataFormatException;
import tsbn.data.WholeFile;

/**
 * The text of a file that is not trusted. Its encoding is what a byte order mark says; else UTF-8
 * where the bytes are that, and Windows-1252, which contains ISO 8859-1, where they are not.
 */
public final class PlainText {

  /** A file may have this share of the memory that the program was given. */
  private static final int SHARE = 32;

  private static final int SHOWN = 40;
  private static final Charset WESTERN =
      Charset.isSupported("windows-1252")
          ? Charset.forName("windows-1252")
          : StandardCharsets.ISO_8859_1;

  private final String file;
  private final String text;
  private int position;
  private int number;

  private PlainText(String file, String text) {
    this.file = file;
    this.text = text;
  }

  /** Reads a file whole. */
  public static PlainText read(Path path) throws DataFormatException {
    String file = String.valueOf(path.getFileName());
    return new PlainText(file, decode(file, WholeFile.read(path, SHARE)));
  }

  private static String decode(String file, byte[] bytes) throws DataFormatException {
    if (begins(bytes, 0xFE, 0xFF) || begins(bytes, 0xFF, 0xFE)) {
      return new String(bytes, StandardCharsets.UTF_16);
    }
    for (byte one : bytes) {
      if (one == 0) {
        throw new DataFormatException("%s is not a text file.".formatted(file));
      }
    }
    int start = begins(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    ByteBuffer content = ByteBuffer.wrap(bytes, start, bytes.length - start);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(content).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, start, bytes.length - start, WESTERN);
    }
  }

  private static boolean begins(byte[] bytes, int... with) {
    for (int i = 0; i < with.length; i++) {
      if (bytes.length <= i || (bytes[i] & 0xFF) != with[i]) {
        return false;
      }
    }
    return true;
  }

  /** The file's name, without folders. */
  String file() {
    return file;
  }

  /** All of it. */
  public String text() {
    return text;
  }

  /** The next line that is not blank, without white space around it; null behind the last. */
  String nextLine() {
    while (position < text.length()) {
      int end = position;
      while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
        end++;
      }
      String line = text.substring(position, end).strip();
      boolean pair = text.startsWith("\r\n", end);
      position = end + (pair ? 2 : 1);
      number++;
      if (!line.isEmpty()) {
        return line;
      }
    }
    return null;
  }

  /** A whole number in the line. */
  int whole(String word, String what, int least, int most) throws DataFormatException {
    try {
      long value = Long.parseLong(word.strip());
      if (value >= least && value <= most) {
        return (int) value;
      }
    } catch (NumberFormatException e) {
      // The sentence below says what is wanted, whichever way it was missed.
    }
    throw wrong(
        "%s must be a whole number from %,d to %,d, not \"%s\""
            .formatted(what, least, most, shown(word)));
  }

  /** A word of the file as a sentence can quote it. */
  static String shown(String word) {
    String plain = word.strip().replaceAll("\\p{Cntrl}", "?");
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

  /** That no more can be taken. */
  static DataFormatException tooLarge(String file) {
    return new DataFormatException(
        "%s holds more words and years than the memory the program was given can take; start it with a larger -Xmx."
            .formatted(file));
  }
}
