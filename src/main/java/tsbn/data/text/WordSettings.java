package tsbn.data.text;

import java.util.Set;

/**
 * Which words of a corpus become units, and which years frames.
 *
 * @param lowerCase whether words that differ in their capitals alone are one
 * @param minLength characters that a word has at least
 * @param numbers whether numbers are words
 * @param stopWords words left out, in lower case
 * @param minTotal occurrences in all years that a word has at least; the paper: 20
 * @param minYear occurrences in its best year that a word has at least; the paper: 5
 * @param from the first year that is read
 * @param to the last year that is read
 */
public record WordSettings(
    boolean lowerCase,
    int minLength,
    boolean numbers,
    Set<String> stopWords,
    int minTotal,
    int minYear,
    int from,
    int to) {

  /** The paper's thresholds, on lower-case words of three letters without stop words. */
  public static final WordSettings USUAL =
      new WordSettings(
          true, 3, false, StopWords.english(), 20, 5, Integer.MIN_VALUE, Integer.MAX_VALUE);

  public WordSettings {
    stopWords = Set.copyOf(stopWords);
  }

  boolean includes(int year) {
    return year >= from && year <= to;
  }
}
