package tsbn.experiment;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ejml.data.FMatrixRMaj;

/**
 * Topics as tables for other programs.
 *
 * @param names one for each topic
 * @param rows one for each topic
 * @param years of the rows of the trajectories
 * @param trajectories how strong each topic was, T x K. Not modified.
 */
public record TopicTables(
    List<String> names, List<Row> rows, List<Integer> years, FMatrixRMaj trajectories) {
  /** Words of a topic in a table. */
  public static final int WORDS = 20;

  /** Words of a topic in a table to read. */
  private static final int WORDS_TO_READ = 10;

  /**
   * What is known of a topic.
   *
   * @param weight mean strength over the years, 0 to 1
   * @param peak the year in which it was strongest
   * @param timeScale in years; NaN where it is not known
   * @param words the strongest first
   * @param parts the topics of the layer below that it has most to do with; none in the first layer
   */
  public record Row(
      double weight, int peak, double timeScale, List<Word> words, List<Part> parts) {}

  /**
   * A topic of the layer below as a part of an upper one.
   *
   * @param name what it is called
   * @param weight by how much its log-odds rise when the upper topic comes on
   */
  public record Part(String name, double weight) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%+.2f %s", weight, name);
    }
  }

  /**
   * A word of a topic.
   *
   * @param probability its share while the topic is on
   * @param lift that share against its average one
   */
  public record Word(String text, double probability, double lift) {}

  /**
   * One line for each topic: number, name, weight, peak, time scale, words, and the share and the
   * lift of each word; of an upper layer also the lower topics that each is made of.
   */
  public void csv(Writer text) throws IOException {
    text.write("topic,name,weight,peak_year,time_scale_years,words,probabilities,lifts");
    text.write(upper() ? ",made_of\n" : "\n");
    for (int k = 0; k < rows.size(); k++) {
      Row row = rows.get(k);
      text.write(
          String.format(
              Locale.ROOT,
              "%d,%s,%.4f,%d,%s,%s,%s,%s%s\n",
              k + 1,
              quoted(names.get(k)),
              row.weight(),
              row.peak(),
              Double.isFinite(row.timeScale())
                  ? String.format(Locale.ROOT, "%.2f", row.timeScale())
                  : "",
              quoted(joined(row, Word::text)),
              quoted(joined(row, word -> number("%.6f", word.probability()))),
              quoted(joined(row, word -> number("%.3f", word.lift()))),
              upper() ? "," + quoted(madeOf(row)) : ""));
    }
  }

  /** One line for each year, one column for each topic. */
  public void trajectories(Writer text) throws IOException {
    text.write("year");
    for (String name : names) {
      text.write("," + quoted(name));
    }
    text.write("\n");
    for (int t = 0; t < years.size(); t++) {
      text.write(String.valueOf(years.get(t)));
      for (int k = 0; k < trajectories.numCols; k++) {
        text.write(String.format(Locale.ROOT, ",%.4f", trajectories.get(t, k)));
      }
      text.write("\n");
    }
  }

  /** The table of topics in Markdown. */
  public void markdown(Writer text) throws IOException {
    text.write("| topic | words | weight | peak | time scale |");
    text.write(upper() ? " made of |\n|---|---|---|---|---|---|\n" : "\n|---|---|---|---|---|\n");
    for (int k = 0; k < rows.size(); k++) {
      Row row = rows.get(k);
      List<String> some = row.words().stream().limit(WORDS_TO_READ).map(Word::text).toList();
      text.write(
          String.format(
              Locale.ROOT,
              "| %s | %s | %.2f | %d | %s |%s\n",
              escaped(names.get(k)),
              escaped(String.join(", ", some)),
              row.weight(),
              row.peak(),
              Double.isFinite(row.timeScale())
                  ? String.format(Locale.ROOT, "%.1f years", row.timeScale())
                  : "",
              upper() ? " " + escaped(madeOf(row)) + " |" : ""));
    }
  }

  /** Whether these topics are made of others. */
  private boolean upper() {
    return rows.stream().anyMatch(row -> !row.parts().isEmpty());
  }

  private static String madeOf(Row row) {
    return row.parts().stream().map(Part::toString).collect(Collectors.joining("; "));
  }

  private static String joined(Row row, Function<Word, String> part) {
    return row.words().stream().map(part).collect(Collectors.joining(" "));
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\"", "\"\"") + "\"";
  }

  private static String escaped(String text) {
    return text.replace("|", "\\|");
  }
}
