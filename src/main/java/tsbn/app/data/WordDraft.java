package tsbn.app.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tsbn.data.source.SourceOptions;
import tsbn.data.text.WordSettings;

/** What is to be said of texts when they are opened; what is as usual need not be said. */
final class WordDraft {
  private static final Map<String, String> USUAL = new LinkedHashMap<>();

  static {
    USUAL.put("lower-case", "true");
    USUAL.put("min-length", String.valueOf(WordSettings.USUAL.minLength()));
    USUAL.put("numbers", "drop");
    USUAL.put("stop-words", "english");
    USUAL.put("stop", "");
    USUAL.put("keep", "");
    USUAL.put("min-total", String.valueOf(WordSettings.USUAL.minTotal()));
    USUAL.put("min-year", String.valueOf(WordSettings.USUAL.minYear()));
    USUAL.put("from", null);
    USUAL.put("to", null);
    USUAL.put("held-out", "0.2");
    USUAL.put("future", "1");
    USUAL.put("seed", "1");
  }

  private final SourceOptions options;

  private WordDraft(SourceOptions options) {
    this.options = options;
  }

  /** What a source says. */
  static WordDraft of(String source) {
    return new WordDraft(SourceOptions.of(source));
  }

  /** The texts themselves. */
  String place() {
    return options.place();
  }

  /** What opens them so. */
  String source() {
    return options.source();
  }

  /** The value of an option, the usual one where nothing is said. */
  String get(String option) {
    String said = options.get(option);
    return said == null ? USUAL.get(option) : said;
  }

  /** The same with another value of an option; an empty one says nothing. */
  WordDraft with(String option, String value) {
    SourceOptions rest = options.without(List.of(option));
    boolean silent = value.isEmpty() || value.equals(USUAL.get(option));
    return new WordDraft(silent ? rest : rest.with(option, value));
  }

  /** The same with all as usual. */
  WordDraft usual() {
    return new WordDraft(options.without(USUAL.keySet()));
  }

  /** Whether nothing is said that is not usual. */
  boolean isUsual() {
    return same(usual());
  }

  /** Whether both say the same of the same texts. */
  boolean same(WordDraft other) {
    return place().equals(other.place())
        && USUAL.keySet().stream()
            .allMatch(
                option -> String.valueOf(get(option)).equals(String.valueOf(other.get(option))));
  }
}
