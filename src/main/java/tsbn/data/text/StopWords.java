package tsbn.data.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Words that stand in every text and say nothing of what it is about. In lower case. */
public final class StopWords {
  private static final Set<String> ENGLISH = read();

  private StopWords() {}

  /** The program's own list of English function words. */
  public static Set<String> english() {
    return ENGLISH;
  }

  /**
   * A list of the user's: words with white space, commas or semicolons between them; what follows a
   * {@code #} in a line is a remark.
   */
  public static Set<String> parse(String text) {
    Set<String> words = new TreeSet<>();
    for (String line : text.split("\\R")) {
      for (String word : line.replaceFirst("#.*", "").split("[\\s,;]+")) {
        if (!word.isEmpty()) {
          words.add(word.toLowerCase(Locale.ROOT).replace('\u2019', '\''));
        }
      }
    }
    return words;
  }

  private static Set<String> read() {
    try (InputStream in = StopWords.class.getResourceAsStream("stop-words.txt")) {
      return Set.copyOf(parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
