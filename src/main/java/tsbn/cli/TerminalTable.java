package tsbn.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tsbn.evaluate.Column;
import tsbn.experiment.Comparison;
import tsbn.experiment.ComparisonRow;
import tsbn.experiment.ComparisonText;

/** A comparison in columns of equal width, the best with a star. */
final class TerminalTable {
  private static final String GAP = "  ";

  private final Comparison table;

  TerminalTable(Comparison table) {
    this.table = table;
  }

  void print(Console console) {
    List<List<String>> lines = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("", "", "iterations", "time"));
    table.columns().forEach(column -> head.add(heading(column) + " "));
    lines.add(head);
    table.rows().forEach(row -> lines.add(cells(row)));
    int[] widths = new int[head.size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    console.print("%s", table.data() + ": " + table.measured());
    lines.forEach(line -> console.print("%s", GAP + padded(line, widths)));
    for (Column column : table.columns()) {
      String better = column.metric().higherIsBetter() ? "higher" : "lower";
      console.print("%s%s: %s; %s is better", GAP, heading(column), column.metric().unit(), better);
    }
    printDifferences(console);
    table.notes().stream().skip(1).forEach(note -> console.print("%s%s", GAP, note));
  }

  /** Two means of one number would have the same heading. */
  private String heading(Column column) {
    boolean twin =
        table.columns().stream()
            .anyMatch(
                other -> !other.equals(column) && table.title(other).equals(table.title(column)));
    String unit = column.metric().unit();
    return twin
        ? "%s (%s)".formatted(table.title(column), unit.substring(unit.lastIndexOf(' ') + 1))
        : table.title(column);
  }

  private List<String> cells(ComparisonRow row) {
    List<String> cells = new ArrayList<>();
    cells.add(row.name());
    cells.add(row.model());
    cells.add(row.iterations() == 0 ? "" : String.format(Locale.ROOT, "%,d", row.iterations()));
    cells.add(ComparisonText.time(row));
    for (Column column : table.columns()) {
      String star = table.best(row, column) ? "*" : " ";
      cells.add(ComparisonText.number(row, column) + star);
    }
    return cells;
  }

  private static String padded(List<String> line, int[] widths) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String space = " ".repeat(widths[i] - line.get(i).length());
      boolean word = i < 2;
      text.append(word ? line.get(i) + space : space + line.get(i)).append(GAP);
    }
    return text.toString().stripTrailing();
  }

  private void printDifferences(Console console) {
    if (table.settings().isEmpty()) {
      return;
    }
    console.print("%sin which they differ:", GAP);
    for (ComparisonRow row : table.rows()) {
      if (row.kind() == ComparisonRow.Kind.RUN) {
        console.print("%s%s%s: %s", GAP, GAP, row.name(), table.differences(row));
      }
    }
  }
}
