package tsbn.experiment;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.evaluate.Column;
import tsbn.evaluate.Protocol;

/**
 * Runs, baselines and printed figures side by side, all about the same data.
 *
 * @param data the name of the data
 * @param measured on what and how the numbers were measured
 * @param columns what there is a number of, in order
 * @param rows the runs first, then the baselines, then the printed figures
 * @param settings names of the settings that are not the same in all runs, the model left out
 */
public record Comparison(
    String data,
    String measured,
    List<Column> columns,
    List<ComparisonRow> rows,
    List<String> settings) {

  public Comparison {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    settings = List.copyOf(settings);
  }

  /** Puts rows together that were measured on a set by a protocol. */
  public static Comparison of(SequenceSet set, Protocol protocol, List<ComparisonRow> rows) {
    Set<Column> columns = new TreeSet<>();
    rows.forEach(row -> columns.addAll(row.figures().keySet()));
    List<Map<String, String>> runs =
        rows.stream().map(ComparisonRow::settings).filter(one -> !one.isEmpty()).toList();
    return new Comparison(
        set.name(),
        measured(set, protocol),
        List.copyOf(columns),
        rows,
        RunSettings.differing(runs).stream()
            .filter(name -> !name.equals(RunSettings.MODEL))
            .toList());
  }

  /** {@code 76 test sequences (4,725 frames), 100 samples of the hidden states, seed 1}. */
  private static String measured(SequenceSet set, Protocol protocol) {
    int count = set.get(protocol.split()).size();
    boolean whole = set.get(Split.VALID).isEmpty() && set.get(Split.TEST).isEmpty();
    return String.format(
        Locale.ROOT,
        "%,d%s %s (%,d frames), %s of the hidden states, seed %d",
        count,
        whole ? "" : " " + protocol.split().label(),
        count == 1 ? "sequence" : "sequences",
        set.frames(protocol.split()),
        protocol.samples() == 1
            ? "one sample"
            : String.format(Locale.ROOT, "%,d samples", protocol.samples()),
        protocol.seed());
  }

  /**
   * Whether no other row that competes has a better number there; numbers that a table shows alike
   * are equally good. The only number of a column is not the best of anything.
   */
  public boolean best(ComparisonRow row, Column column) {
    Double own = row.figures().get(column);
    if (own == null || !row.competes()) {
      return false;
    }
    List<Double> all =
        rows.stream()
            .filter(ComparisonRow::competes)
            .map(each -> each.figures().get(column))
            .filter(each -> each != null)
            .toList();
    return all.size() > 1
        && all.stream()
            .noneMatch(other -> column.metric().better(shown(column, other), shown(column, own)));
  }

  private static double shown(Column column, double value) {
    double scale = Math.pow(10, column.metric().decimals());
    return Math.round(value * scale) / scale;
  }

  /** The heading of a column, with the distribution of a frame where the table has several. */
  public String title(Column column) {
    boolean several =
        columns.stream().map(Column::frames).filter(f -> f != null).distinct().count() > 1;
    return several && column.frames() != null
        ? "%s, %s frames"
            .formatted(column.title(), column.frames().title().toLowerCase(Locale.ROOT))
        : column.title();
  }

  /** What the values of a run differ in from others, such as {@code seed 2, samples 5}. */
  public String differences(ComparisonRow row) {
    return String.join(
        ", ",
        settings.stream()
            .filter(row.settings()::containsKey)
            .map(name -> name + " " + row.settings().get(name))
            .toList());
  }

  /** Sentences to stand below the table: how it was measured, and by what protocol others were. */
  public List<String> notes() {
    Set<String> notes = new LinkedHashSet<>();
    notes.add("%s: %s.".formatted(data, measured));
    for (ComparisonRow row : rows) {
      if (!row.note().isEmpty()) {
        notes.add("%s: %s".formatted(capital(row.name()), sentence(row.note())));
      }
    }
    if (rows.stream().anyMatch(row -> !row.competes())) {
      notes.add("Printed figures have a protocol of their own and are never the best.");
    }
    return List.copyOf(notes);
  }

  private static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
