package tsbn.data.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often every word stands in every year, words as they are written. Immutable; only counts are
 * kept, not the texts.
 */
public final class Corpus {
  private final List<String> words;
  private final Years years;
  private final List<Document> documents;

  /** One year: the words that occur, by their number, and how often. */
  record Document(int[] words, int[] counts) {}

  private Corpus(List<String> words, Years years, List<Document> documents) {
    this.words = words;
    this.years = years;
    this.documents = documents;
  }

  /** The years with a text. */
  public Years years() {
    return years;
  }

  /** The words that were found, as they are written. */
  List<String> words() {
    return words;
  }

  /** The counts of a year. */
  Document document(int frame) {
    return documents.get(frame);
  }

  /** The words and years that settings leave. */
  public WordSelection select(WordSettings settings) {
    return WordSelection.of(this, settings);
  }

  /** Counts words; several texts of one year become one. */
  public static final class Builder {
    /** One word can stand so often in a year; larger numbers a frame could not hold exactly. */
    public static final int MOST = 10_000_000;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private final TreeMap<Integer, Tally> tallies = new TreeMap<>();
    private final long room;
    private long taken;

    /** Counts of as many words and years as a part of the program's memory can take. */
    public Builder() {
      this(Runtime.getRuntime().maxMemory() / 512);
    }

    /**
     * Counts.
     *
     * @param room words, years, and words of a year that there can be together
     */
    public Builder(long room) {
      this.room = room;
    }

    /** A year that has a text, though perhaps one without words. */
    public void addYear(int year) {
      if (!tallies.containsKey(year)) {
        tallies.put(year, new Tally());
        taken++;
      }
    }

    /** Counts a word once more. */
    public boolean add(int year, String word) {
      return add(year, word, 1);
    }

    /**
     * Counts a word.
     *
     * @param count 0 to {@link #MOST}
     * @return whether it could be: no word stands in one year more than {@link #MOST} times
     */
    public boolean add(int year, String word, int count) {
      addYear(year);
      if (count == 0) {
        return true;
      }
      Integer number = numbers.get(word);
      if (number == null) {
        number = words.size();
        numbers.put(word, number);
        words.add(word);
        taken += 2;
      }
      Tally tally = tallies.get(year);
      int before = tally.size();
      long now = tally.add(number, count);
      taken += tally.size() - before;
      return now <= MOST;
    }

    /** Whether there is no room for more. */
    public boolean full() {
      return taken > room;
    }

    /** What was counted. */
    public Corpus build() {
      List<Document> documents = new ArrayList<>();
      tallies.values().forEach(tally -> documents.add(tally.document()));
      return new Corpus(
          List.copyOf(words), new Years(new ArrayList<>(tallies.keySet())), documents);
    }
  }
}
