package tsbn.data.source.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tsbn.data.DataFormatException;
import tsbn.data.text.Corpus;
import tsbn.data.text.Tokeniser;

/**
 * A table with a year, a word and a count in each line: CSV with commas or semicolons, or TSV with
 * tabs. The first line may name the columns in any order, {@code year}, {@code word} and {@code
 * count}, among others; without it they are the first three. Cells may stand in double quotes. The
 * counts of a word that is there twice are added.
 */
public final class WordTable {
  /** Years of a calendar, and numbers of time steps. */
  private static final int MOST_YEAR = 999_999;

  private static final List<String> NAMES = List.of("year", "word", "count");

  private final PlainText text;
  private final Corpus.Builder builder = new Corpus.Builder();
  private int[] columns = {0, 1, 2};
  private char separator;

  private WordTable(PlainText text) {
    this.text = text;
  }

  /** Reads a file. */
  public static Counted read(Path file) throws DataFormatException {
    return new WordTable(PlainText.read(file)).read();
  }

  private Counted read() throws DataFormatException {
    String line = text.nextLine();
    if (line == null) {
      throw text.wrongFile("is empty");
    }
    separator = line.indexOf('\t') >= 0 ? '\t' : line.indexOf(',') >= 0 ? ',' : ';';
    List<String> first = cells(line);
    if (names(first)) {
      line = text.nextLine();
    } else if (!first.get(0).strip().matches("[-+]?\\d+")) {
      throw text.wrong(
          "the table needs the columns year, word and count, or lines such as 1790,peace,12");
    }
    for (; line != null; line = text.nextLine()) {
      add(cells(line));
      if (builder.full()) {
        throw PlainText.tooLarge(text.file());
      }
    }
    return new Counted(builder.build(), List.of());
  }

  /** Whether a line names the columns, which it then sets. */
  private boolean names(List<String> cells) throws DataFormatException {
    List<String> found = cells.stream().map(cell -> cell.strip().toLowerCase(Locale.ROOT)).toList();
    if (NAMES.stream().noneMatch(found::contains)) {
      return false;
    }
    for (int i = 0; i < NAMES.size(); i++) {
      columns[i] = found.indexOf(NAMES.get(i));
      if (columns[i] < 0) {
        throw text.wrong("the table has no column \"%s\"".formatted(NAMES.get(i)));
      }
    }
    return true;
  }

  private void add(List<String> cells) throws DataFormatException {
    int most = Math.max(columns[0], Math.max(columns[1], columns[2]));
    if (cells.size() <= most) {
      throw text.wrong(
          "there are %,d cells and a year, a word and a count are wanted".formatted(cells.size()));
    }
    int year = text.whole(cells.get(columns[0]), "the year", -MOST_YEAR, MOST_YEAR);
    int count = text.whole(cells.get(columns[2]), "the count", 0, Corpus.Builder.MOST);
    String word = cells.get(columns[1]).strip();
    if (word.isEmpty() || word.length() > Tokeniser.LONGEST || word.matches(".*\\p{Cntrl}.*")) {
      throw text.wrong("\"%s\" is not a word".formatted(PlainText.shown(word)));
    }
    if (!builder.add(year, word, count)) {
      throw text.wrong(
          "\"%s\" stands there more than %,d times in %d"
              .formatted(word, Corpus.Builder.MOST, year));
    }
  }

  private List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (c == '"' && (quoted || cell.toString().isBlank())) {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
