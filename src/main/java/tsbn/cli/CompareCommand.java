package tsbn.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tsbn.data.DataFormatException;
import tsbn.data.Progress;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.data.source.DataSources;
import tsbn.evaluate.Column;
import tsbn.evaluate.Protocol;
import tsbn.experiment.BaselineRows;
import tsbn.experiment.Comparison;
import tsbn.experiment.ComparisonRow;
import tsbn.experiment.ComparisonText;
import tsbn.experiment.FittingData;
import tsbn.experiment.PaperFigures;
import tsbn.experiment.RunFolder;
import tsbn.experiment.SavedRun;

/** {@code tsbn compare}: runs, baselines and the paper's figures on the same data. */
@Command(
    name = "compare",
    description = {
      "Measures runs on the same data and sets them beside each other, beside baselines, and beside",
      "what the paper prints of these data."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class CompareCommand implements Callable<Integer> {
  private static final int MOST_SAMPLES = 100_000;

  private final Console console;

  @Parameters(paramLabel = "RUN", arity = "1..*", description = "Folders of runs.")
  private List<Path> folders;

  @Option(
      names = "--data",
      paramLabel = "DATA",
      description = "Default: what they were trained on, if that is the same.")
  private String data;

  @Option(
      names = "--split",
      paramLabel = "SPLIT",
      description = "train, valid or test. Default: test, or train where nothing is set aside.")
  private Split split;

  @Option(
      names = "--samples",
      paramLabel = "S",
      description = "Hidden samples averaged, up to 100,000 (default 100; 1 = the paper).")
  private int samples = 100;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "What every random number follows from (default 1).")
  private long seed = 1;

  @Option(
      names = "--particles",
      paramLabel = "K",
      description = "Also estimate the likelihood with a filter of K particles.")
  private int particles;

  @Option(names = "--exact", description = "Also compute it, of the models that are small enough.")
  private boolean exact;

  @ArgGroup(exclusive = true)
  private final Form form = new Form();

  /** As what the table is printed. */
  private static final class Form {
    @Option(names = "--markdown", description = "Print a table in Markdown.")
    private boolean markdown;

    @Option(names = "--latex", description = "Print a table in LaTeX.")
    private boolean latex;

    @Option(names = "--csv", description = "Print comma-separated values, every digit.")
    private boolean csv;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;
  }

  CompareCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws DataFormatException, BadArguments {
    BadArguments.requireRange("samples", samples, MOST_SAMPLES);
    if (particles != 0) {
      BadArguments.requireRange("particles", particles, MOST_SAMPLES);
    }
    List<String> failures = new ArrayList<>();
    Map<String, SavedRun> runs = readable(failures);
    SequenceSet opened = DataSources.open(source(runs), console.progress("reading"));
    SequenceSet set = FittingData.common(opened, runs.values());
    Split on = RunData.splitOr(set, split);
    RunData.split(set, on);
    Protocol protocol = new Protocol(on, samples, particles, 0, exact, seed);
    List<ComparisonRow> rows = measured(runs, set, protocol, failures);
    rows.addAll(BaselineRows.of(set, on, console.progress("baselines")));
    rows.addAll(PaperFigures.of(set, on));
    print(Comparison.of(set, protocol, rows), protocol);
    failures.forEach(console::error);
    return failures.isEmpty() ? 0 : CommandLineProgram.BAD_INPUT;
  }

  /** The runs by the names they have in the table; one that cannot be read is a failure. */
  private Map<String, SavedRun> readable(List<String> failures) throws DataFormatException {
    Map<String, SavedRun> runs = new LinkedHashMap<>();
    for (Path folder : folders) {
      try {
        runs.put(name(folder), RunFolder.load(folder));
      } catch (DataFormatException unreadable) {
        failures.add(unreadable.getMessage());
        if (failures.size() == folders.size()) {
          throw unreadable;
        }
      }
    }
    return runs;
  }

  /** The folder's own name where no other has it, otherwise all that was typed. */
  private String name(Path folder) {
    String last = last(folder);
    long alike = folders.stream().filter(other -> last(other).equals(last)).count();
    return alike > 1 ? folder.toString() : last;
  }

  private static String last(Path folder) {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    return name == null ? folder.toString() : name.toString();
  }

  /** What to measure all runs on. */
  private String source(Map<String, SavedRun> runs) throws BadArguments {
    if (data != null) {
      return data;
    }
    Set<String> sources = new LinkedHashSet<>();
    runs.values().forEach(run -> sources.add(run.experiment().data()));
    if (sources.size() > 1) {
      throw new BadArguments(
          "The runs were trained on different data (%s); name what to measure them on with --data."
              .formatted(
                  String.join(
                      ", ", sources.stream().map(s -> s.isBlank() ? "unknown" : s).toList())));
    }
    String only = sources.iterator().next();
    if (only.isBlank()) {
      throw new BadArguments("The runs do not say what they were trained on; name it with --data.");
    }
    return only;
  }

  private List<ComparisonRow> measured(
      Map<String, SavedRun> runs, SequenceSet set, Protocol protocol, List<String> failures) {
    List<ComparisonRow> rows = new ArrayList<>();
    runs.forEach(
        (name, run) -> {
          try {
            Progress progress = console.progress(name);
            rows.add(ComparisonRow.measured(name, run, set, protocol, progress));
          } catch (DataFormatException refused) {
            failures.add("%s: %s".formatted(name, refused.getMessage()));
          }
        });
    return rows;
  }

  private void print(Comparison table, Protocol protocol) {
    ComparisonText text = new ComparisonText(table);
    if (form.json) {
      console.json(Printed.of(table, protocol));
    } else if (form.markdown || form.latex || form.csv) {
      String all = form.markdown ? text.markdown() : form.latex ? text.latex() : text.csv();
      console.print("%s", all.stripTrailing());
    } else {
      new TerminalTable(table).print(console);
    }
  }

  /** The result as {@code --json} prints it. */
  private record Printed(
      String data,
      String measured,
      String split,
      int samples,
      long seed,
      List<String> settingsThatDiffer,
      List<PrintedRow> rows,
      List<String> notes) {

    static Printed of(Comparison table, Protocol protocol) {
      return new Printed(
          table.data(),
          table.measured(),
          protocol.split().label(),
          protocol.samples(),
          protocol.seed(),
          table.settings(),
          table.rows().stream().map(row -> PrintedRow.of(table, row)).toList(),
          table.notes());
    }
  }

  private record PrintedRow(
      String kind,
      String name,
      String model,
      Map<String, String> settings,
      Integer iterations,
      Double seconds,
      List<PrintedFigure> figures,
      String note) {

    static PrintedRow of(Comparison table, ComparisonRow row) {
      return new PrintedRow(
          lowerCase(row.kind()),
          row.name(),
          row.model(),
          row.settings(),
          row.iterations() == 0 ? null : row.iterations(),
          row.iterations() == 0 ? null : row.seconds(),
          row.figures().keySet().stream()
              .map(column -> PrintedFigure.of(table, row, column))
              .toList(),
          row.note());
    }
  }

  private record PrintedFigure(
      String metric,
      String kind,
      String frames,
      String unit,
      boolean higherIsBetter,
      double value,
      boolean best) {

    static PrintedFigure of(Comparison table, ComparisonRow row, Column column) {
      return new PrintedFigure(
          lowerCase(column.metric()),
          column.kind() == null ? null : lowerCase(column.kind()),
          column.frames() == null ? null : lowerCase(column.frames()),
          column.metric().unit(),
          column.metric().higherIsBetter(),
          row.figures().get(column),
          table.best(row, column));
    }
  }

  private static String lowerCase(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
