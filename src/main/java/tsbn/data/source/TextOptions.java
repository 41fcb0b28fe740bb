package tsbn.data.source;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tsbn.data.DataFormatException;
import tsbn.data.source.text.PlainText;
import tsbn.data.text.StopWords;
import tsbn.data.text.WordSettings;

/**
 * What a user can ask of texts.
 *
 * @param words which words and years are kept
 * @param heldOut the share of the tokens of every year that is held out
 * @param future how many of the last years are held out as a whole
 * @param seed which tokens are held out
 */
record TextOptions(WordSettings words, double heldOut, int future, long seed) {
  private static final Set<String> NAMES =
      Set.of(
          "lower-case",
          "min-length",
          "numbers",
          "stop-words",
          "stop",
          "keep",
          "min-total",
          "min-year",
          "from",
          "to",
          "held-out",
          "future",
          "seed");
  private static final int MOST_COUNT = 1_000_000_000;
  private static final int MOST_YEAR = 999_999;

  /** Names of the options, with some of a source's own. */
  static Set<String> names(Set<String> further) {
    Set<String> names = new HashSet<>(NAMES);
    names.addAll(further);
    return names;
  }

  static TextOptions of(SourceAddress address) throws DataFormatException {
    WordSettings usual = WordSettings.USUAL;
    WordSettings words =
        new WordSettings(
            isTrue(address, "lower-case"),
            address.integer("min-length", usual.minLength(), 1, 64),
            address.choice("numbers", "drop", List.of("drop", "keep")).equals("keep"),
            stopWords(address),
            address.integer("min-total", usual.minTotal(), 0, MOST_COUNT),
            address.integer("min-year", usual.minYear(), 0, MOST_COUNT),
            address.integer("from", -MOST_YEAR, -MOST_YEAR, MOST_YEAR),
            address.integer("to", MOST_YEAR, -MOST_YEAR, MOST_YEAR));
    double heldOut = address.text("held-out") == null ? 0.2 : address.number("held-out", 0, 0.9);
    return new TextOptions(
        words,
        heldOut,
        address.integer("future", 1, 0, 10_000),
        address.whole("seed", 1, 0, Long.MAX_VALUE));
  }

  private static boolean isTrue(SourceAddress address, String name) throws DataFormatException {
    return address.choice(name, "true", List.of("true", "false")).equals("true");
  }

  /** The words that are left out, in lower case. */
  static Set<String> stopWords(SourceAddress address) throws DataFormatException {
    Set<String> words = new TreeSet<>(list(address));
    words.addAll(StopWords.parse(given(address, "stop")));
    words.removeAll(StopWords.parse(given(address, "keep")));
    return words;
  }

  private static Set<String> list(SourceAddress address) throws DataFormatException {
    String wanted = address.text("stop-words");
    if (wanted == null || wanted.equals("english")) {
      return StopWords.english();
    }
    if (wanted.equals("none")) {
      return Set.of();
    }
    return StopWords.parse(PlainText.read(file(address, "stop-words")).text());
  }

  private static String given(SourceAddress address, String name) {
    return address.text(name) == null ? "" : address.text(name);
  }

  /**
   * The file that an option names, beside the data or anywhere; null where it is not given.
   *
   * @throws DataFormatException with one sentence if there is none
   */
  static Path file(SourceAddress address, String option) throws DataFormatException {
    String name = address.text(option);
    if (name == null) {
      return null;
    }
    try {
      for (Path path : List.of(Path.of(address.place()).resolveSibling(name), Path.of(name))) {
        if (Files.isRegularFile(path)) {
          return path;
        }
      }
    } catch (InvalidPathException e) {
      // The sentence below names what was given.
    }
    throw new DataFormatException(
        "%s: the option %s names \"%s\", and there is no such file."
            .formatted(address.place(), option, name));
  }
}
