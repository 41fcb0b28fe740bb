package tsbn.app.compare;

import java.util.List;
import java.util.Locale;
import tsbn.app.support.AppContext;
import tsbn.app.support.Exports;
import tsbn.app.support.FileDialogs.FileType;
import tsbn.app.support.Messages;
import tsbn.experiment.AtomicFile;
import tsbn.experiment.Comparison;
import tsbn.experiment.ComparisonText;

/** Takes a comparison away as text; without any it does nothing. */
public final class CompareExports {
  private static final Messages MESSAGES = Messages.of(CompareExports.class);

  private final AppContext context;
  private Comparison table;

  CompareExports(AppContext context) {
    this.context = context;
  }

  /** Takes this one from now on; null for none. */
  void show(Comparison comparison) {
    table = comparison;
  }

  /** A form of the table. */
  public enum Form {
    MARKDOWN,
    LATEX,
    CSV
  }

  /** The table in that form; empty without one. */
  public String text(Form form) {
    return table == null ? "" : text(table, form);
  }

  /** Says that the table lies in the clipboard. */
  public void copied(Form form) {
    context.notices().info(MESSAGES.format("copied", MESSAGES.get("form." + form)));
  }

  /** Asks for a file, whose ending says in which form. */
  public void save() {
    Comparison saved = table;
    if (saved == null) {
      return;
    }
    new Exports(context)
        .saveFiles(
            MESSAGES.get("save.title"),
            MESSAGES.get("save.name"),
            new FileType(MESSAGES.get("save.type"), List.of("md", "tex", "csv")),
            path -> {
              Form form = form(path.getFileName().toString());
              AtomicFile.writeText(path, out -> out.append(text(saved, form)));
            });
  }

  private static Form form(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".tex")) {
      return Form.LATEX;
    }
    return lower.endsWith(".csv") ? Form.CSV : Form.MARKDOWN;
  }

  private static String text(Comparison table, Form form) {
    ComparisonText text = new ComparisonText(table);
    return switch (form) {
      case MARKDOWN -> text.markdown();
      case LATEX -> text.latex();
      case CSV -> text.csv();
    };
  }
}
