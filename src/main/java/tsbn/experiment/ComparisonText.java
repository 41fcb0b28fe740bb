package tsbn.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tsbn.evaluate.Column;

/** A comparison as a table for a page, a paper or another program. */
public final class ComparisonText {
  private final Comparison table;
  private final boolean settings;
  private final boolean trained;

  public ComparisonText(Comparison table) {
    this.table = table;
    this.settings = !table.settings().isEmpty();
    this.trained = table.rows().stream().anyMatch(row -> row.iterations() > 0);
  }

  /** As Markdown, the best in bold; the notes stand below. */
  public String markdown() {
    List<String> head = new ArrayList<>(List.of("", "model"));
    List<String> rule = new ArrayList<>(List.of("---", "---"));
    if (settings) {
      head.add("settings that differ");
      rule.add("---");
    }
    if (trained) {
      head.addAll(List.of("iterations", "time"));
      rule.addAll(List.of("---:", "---:"));
    }
    for (Column column : table.columns()) {
      head.add(
          "%s, %s %s"
              .formatted(
                  table.title(column),
                  column.metric().unit(),
                  column.metric().higherIsBetter() ? "\u2191" : "\u2193"));
      rule.add("---:");
    }
    StringBuilder text = new StringBuilder();
    text.append(line(head)).append(line(rule));
    for (ComparisonRow row : table.rows()) {
      List<String> cells = new ArrayList<>(texts(row));
      table.columns().forEach(column -> cells.add(marked(row, column, "**", "**")));
      text.append(line(cells.stream().map(ComparisonText::escaped).toList()));
    }
    table.notes().forEach(note -> text.append("\n").append(note).append("\n"));
    return text.toString();
  }

  /** As LaTeX for the package booktabs, the best in bold. */
  public String latex() {
    List<String> head = new ArrayList<>(List.of("", "model"));
    List<String> below = new ArrayList<>(List.of("", ""));
    String form = "ll";
    if (settings) {
      head.add("settings that differ");
      below.add("");
      form += "l";
    }
    if (trained) {
      head.addAll(List.of("iterations", "time"));
      below.addAll(List.of("", ""));
      form += "rr";
    }
    for (Column column : table.columns()) {
      String arrow = column.metric().higherIsBetter() ? "$\\uparrow$" : "$\\downarrow$";
      head.add(latex(table.title(column)) + " " + arrow);
      below.add("{\\footnotesize %s}".formatted(latex(column.metric().unit())));
      form += "r";
    }
    StringBuilder text = new StringBuilder("\\begin{tabular}{%s}\n\\toprule\n".formatted(form));
    text.append(row(head)).append(row(below)).append("\\midrule\n");
    ComparisonRow.Kind before = null;
    for (ComparisonRow row : table.rows()) {
      if (before != null && before != row.kind()) {
        text.append("\\midrule\n");
      }
      before = row.kind();
      List<String> cells = new ArrayList<>(texts(row).stream().map(ComparisonText::latex).toList());
      for (Column column : table.columns()) {
        String value = marked(row, column, "\\mathbf{", "}");
        cells.add(value.isEmpty() ? "" : "$" + value + "$");
      }
      text.append(row(cells));
    }
    text.append("\\bottomrule\n\\end{tabular}\n");
    table.notes().forEach(note -> text.append("% ").append(note).append("\n"));
    return text.toString();
  }

  /** As CSV (RFC 4180) with every digit, each setting that differs in a column of its own. */
  public String csv() {
    List<String> head = new ArrayList<>(List.of("kind", "name", "model"));
    head.addAll(table.settings());
    head.addAll(List.of("iterations", "seconds"));
    for (Column column : table.columns()) {
      head.add("%s (%s)".formatted(table.title(column), column.metric().unit()));
    }
    head.add("note");
    StringBuilder text = new StringBuilder(record(head));
    for (ComparisonRow row : table.rows()) {
      List<String> cells = new ArrayList<>();
      cells.add(row.kind().name().toLowerCase(Locale.ROOT));
      cells.add(row.name());
      cells.add(row.model());
      table.settings().forEach(name -> cells.add(row.settings().getOrDefault(name, "")));
      cells.add(row.iterations() == 0 ? "" : String.valueOf(row.iterations()));
      cells.add(row.iterations() == 0 ? "" : String.format(Locale.ROOT, "%.1f", row.seconds()));
      for (Column column : table.columns()) {
        Double value = row.figures().get(column);
        cells.add(value == null ? "" : value.toString());
      }
      cells.add(row.note().isEmpty() ? table.measured() : row.note());
      text.append(record(cells));
    }
    return text.toString();
  }

  /** What stands before the numbers of a row. */
  private List<String> texts(ComparisonRow row) {
    List<String> cells = new ArrayList<>(List.of(row.name(), row.model()));
    if (settings) {
      cells.add(table.differences(row));
    }
    if (trained) {
      cells.add(row.iterations() == 0 ? "" : String.format(Locale.ROOT, "%,d", row.iterations()));
      cells.add(time(row));
    }
    return cells;
  }

  /**
   * The time a run took, {@code 45 s}, {@code 12 min} or {@code 3.5 h}; empty where it took none.
   */
  public static String time(ComparisonRow row) {
    double seconds = row.seconds();
    if (seconds <= 0) {
      return "";
    }
    if (seconds < 100) {
      return String.format(Locale.ROOT, "%.0f s", seconds);
    }
    return seconds < 6000
        ? String.format(Locale.ROOT, "%.0f min", seconds / 60)
        : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
  }

  /** A number with as many digits as tables show; empty where there is none. */
  public static String number(ComparisonRow row, Column column) {
    Double value = row.figures().get(column);
    return value == null
        ? ""
        : String.format(Locale.ROOT, "%." + column.metric().decimals() + "f", value);
  }

  private String marked(ComparisonRow row, Column column, String before, String after) {
    String number = number(row, column);
    return table.best(row, column) ? before + number + after : number;
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  /** Nothing but the stars of the best may be read as Markdown. */
  private static String escaped(String text) {
    return text.startsWith("**")
        ? text
        : text.replace("\\", "\\\\")
            .replace("|", "\\|")
            .replace("*", "\\*")
            .replace("_", "\\_")
            .replace("<", "&lt;")
            .replaceAll("\\R", " ");
  }

  private static String row(List<String> cells) {
    return String.join(" & ", cells) + " \\\\\n";
  }

  private static String latex(String text) {
    return text.chars().mapToObj(c -> latex((char) c)).collect(Collectors.joining());
  }

  private static String latex(char c) {
    return switch (c) {
      case '&', '%', '$', '#', '_', '{', '}' -> "\\" + c;
      case '\\' -> "\\textbackslash{}";
      case '~' -> "\\textasciitilde{}";
      case '^' -> "\\textasciicircum{}";
      case '<' -> "\\textless{}";
      case '>' -> "\\textgreater{}";
      case '\n', '\r' -> " ";
      default -> String.valueOf(c);
    };
  }

  private static String record(List<String> cells) {
    return cells.stream().map(ComparisonText::quoted).collect(Collectors.joining(",")) + "\n";
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
