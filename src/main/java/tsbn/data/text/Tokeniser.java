package tsbn.data.text;

import java.util.function.Consumer;

/**
 * Divides text into words as they are written. A word is a run of letters, or of digits; an
 * apostrophe between letters belongs to it, but the 's of a possessive is left off, and so do
 * points and commas between digits. Hyphens and all else divide.
 */
public final class Tokeniser {
  /** A longer run of letters is no word. */
  public static final int LONGEST = 64;

  private Tokeniser() {}

  /** Hands over every word of a text, in order. */
  public static void words(String text, Consumer<String> use) {
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      if (!Character.isLetterOrDigit(point)) {
        at += Character.charCount(point);
        continue;
      }
      int end = end(text, at, Character.isDigit(point));
      String word = withoutPossessive(text.substring(at, end).replace('\u2019', '\''));
      if (word.length() <= LONGEST) {
        use.accept(word);
      }
      at = end;
    }
  }

  /** Whether a word is a number: begins with a digit. */
  public static boolean isNumber(String word) {
    return !word.isEmpty() && Character.isDigit(word.codePointAt(0));
  }

  private static int end(String text, int from, boolean digits) {
    int at = from;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      int next = at + Character.charCount(point);
      boolean within =
          digits
              ? Character.isDigit(point) || ((point == '.' || point == ',') && isDigit(text, next))
              : Character.isLetter(point)
                  || isMark(point)
                  || ((point == '\'' || point == '\u2019') && isLetter(text, next));
      if (!within) {
        return at;
      }
      at = next;
    }
    return at;
  }

  private static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isDigit(String text, int at) {
    return at < text.length() && Character.isDigit(text.codePointAt(at));
  }

  private static boolean isLetter(String text, int at) {
    return at < text.length() && Character.isLetter(text.codePointAt(at));
  }

  private static String withoutPossessive(String word) {
    boolean possessive = word.endsWith("'s") || word.endsWith("'S");
    return possessive ? word.substring(0, word.length() - 2) : word;
  }
}
