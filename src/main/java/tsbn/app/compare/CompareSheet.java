package tsbn.app.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tsbn.app.support.Messages;
import tsbn.app.support.Readable;
import tsbn.evaluate.Column;
import tsbn.experiment.Comparison;
import tsbn.experiment.ComparisonRow;
import tsbn.experiment.ComparisonText;
import tsbn.experiment.RunSettings;

/**
 * A comparison in the words of the page.
 *
 * @param columns headings of the numbers
 * @param rows what stands below them
 * @param runs names of the rows that are runs
 * @param settings every setting of the runs
 * @param notes sentences to stand below the table, a line each
 */
public record CompareSheet(
    List<Heading> columns,
    List<Line> rows,
    List<String> runs,
    List<SettingLine> settings,
    String notes) {
  private static final Messages MESSAGES = Messages.of(CompareSheet.class);

  /** Nothing to compare. */
  static final CompareSheet EMPTY =
      new CompareSheet(List.of(), List.of(), List.of(), List.of(), "");

  /**
   * The heading of a column.
   *
   * @param title the metric, or the kind of a likelihood, with an arrow to where it is better
   * @param unit what one is, and what the mean goes over
   * @param tip what it says, in a sentence
   */
  public record Heading(String title, String unit, String tip) {}

  /**
   * A row.
   *
   * @param kind {@code run}, {@code baseline} or {@code reference}
   * @param entry which added run it is, from 0; -1 for one that cannot be taken away
   * @param origin where it comes from, for its tip
   */
  public record Line(
      String kind,
      int entry,
      String name,
      String origin,
      String model,
      String iterations,
      String time,
      List<Cell> cells) {}

  /** A number, and whether it is the best of its column. */
  public record Cell(String text, boolean best) {}

  /**
   * A setting.
   *
   * @param values by run
   * @param differs whether they are not all the same
   */
  public record SettingLine(String name, List<String> values, boolean differs) {
    /** Whether a run has another value than the first one. */
    public boolean other(int run) {
      return !values.get(run).equals(values.get(0));
    }
  }

  /**
   * Puts a table into words.
   *
   * @param origins for every row where it comes from; empty for none
   * @param entries for every row which added run it is; -1 for none
   */
  static CompareSheet of(Comparison table, List<String> origins, List<Integer> entries) {
    List<Line> lines = new ArrayList<>();
    for (ComparisonRow row : table.rows()) {
      int i = lines.size();
      lines.add(
          new Line(
              row.kind().name().toLowerCase(Locale.ROOT),
              entries.get(i),
              row.name(),
              row.note().isEmpty() ? origins.get(i) : row.note(),
              row.model(),
              row.iterations() == 0 ? "" : Readable.count(row.iterations()),
              ComparisonText.time(row),
              table.columns().stream().map(column -> cell(table, row, column)).toList()));
    }
    List<ComparisonRow> runs =
        table.rows().stream().filter(row -> row.kind() == ComparisonRow.Kind.RUN).toList();
    return new CompareSheet(
        table.columns().stream().map(column -> heading(table, column)).toList(),
        lines,
        runs.stream().map(ComparisonRow::name).toList(),
        settings(runs),
        String.join(" ", table.notes()));
  }

  private static Heading heading(Comparison table, Column column) {
    String kind = column.kind() == null ? "" : "." + column.kind();
    String title = table.title(column);
    String arrow = column.metric().higherIsBetter() ? " \u2191" : " \u2193";
    return new Heading(
        title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1) + arrow,
        MESSAGES.get("unit." + column.metric()),
        MESSAGES.get("metric." + column.metric() + kind));
  }

  private static Cell cell(Comparison table, ComparisonRow row, Column column) {
    Double value = row.figures().get(column);
    return new Cell(
        value == null ? "" : Readable.fixed(value, column.metric().decimals()),
        table.best(row, column));
  }

  private static List<SettingLine> settings(List<ComparisonRow> runs) {
    Set<String> names = new LinkedHashSet<>();
    runs.forEach(run -> names.addAll(run.settings().keySet()));
    List<String> differing =
        RunSettings.differing(runs.stream().map(ComparisonRow::settings).toList());
    return names.stream()
        .map(
            name ->
                new SettingLine(
                    name,
                    runs.stream()
                        .map(run -> run.settings().getOrDefault(name, Readable.NONE))
                        .toList(),
                    differing.contains(name)))
        .toList();
  }
}
