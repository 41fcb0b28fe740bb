package tsbn.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tsbn.data.DataFormatException;
import tsbn.data.FrameMeaning;
import tsbn.data.SequenceSet;
import tsbn.data.SetFacts;
import tsbn.data.source.DataSources;

/** {@code tsbn inspect}: what a data set holds. */
@Command(
    name = "inspect",
    description = "Says what a data set holds.",
    mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "DATA", description = "A file or a built-in set.")
  private String data;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  InspectCommand(Console console) {
    this.console = console;
  }

  /** The result as {@code --json} prints it. */
  private record Inspection(
      String name,
      String kind,
      String frameMeaning,
      int dimension,
      Map<String, SetFacts.SplitFacts> splits,
      double min,
      double max,
      double density,
      List<String> warnings) {}

  @Override
  public Integer call() throws DataFormatException {
    SequenceSet set = DataSources.open(data, console.progress("reading"));
    SetFacts facts = SetFacts.of(set);
    if (json) {
      Map<String, SetFacts.SplitFacts> splits = new LinkedHashMap<>();
      facts.splits().forEach((split, split1) -> splits.put(split.label(), split1));
      console.json(
          new Inspection(
              set.name(),
              kind(set),
              meaning(set.meaning()),
              set.units(),
              splits,
              facts.min(),
              facts.max(),
              facts.density(),
              set.warnings()));
    } else {
      print(set, facts);
    }
    return 0;
  }

  private void print(SequenceSet set, SetFacts facts) {
    console.print("%s", set.name());
    console.print(
        "  kind     %s, %s, %d values a frame", kind(set), meaning(set.meaning()), set.units());
    facts
        .splits()
        .forEach(
            (split, found) ->
                console.print(
                    "  %-8s %,d %s, %,d frames, %s",
                    split.label(),
                    found.sequences(),
                    found.sequences() == 1 ? "sequence" : "sequences",
                    found.frames(),
                    lengths(found)));
    console.print(
        "  values   %s to %s, %.1f %% are not zero",
        plain(facts.min()), plain(facts.max()), 100 * facts.density());
    set.warnings().forEach(warning -> console.print("  note     %s", warning));
  }

  private static String lengths(SetFacts.SplitFacts facts) {
    return facts.minLength() == facts.maxLength()
        ? "each %d long".formatted(facts.minLength())
        : "%d to %d long".formatted(facts.minLength(), facts.maxLength());
  }

  private static String plain(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.4g", value);
  }

  static String kind(SequenceSet set) {
    return set.kind().name().toLowerCase(Locale.ROOT);
  }

  private static String meaning(FrameMeaning meaning) {
    if (meaning instanceof FrameMeaning.Image image) {
      return "image %d x %d".formatted(image.width(), image.height());
    }
    if (meaning instanceof FrameMeaning.PianoRoll roll) {
      return "piano roll, MIDI notes %d to %d"
          .formatted(roll.lowestNote(), roll.lowestNote() + roll.units() - 1);
    }
    if (meaning instanceof FrameMeaning.Motion motion) {
      return "motion of %d joints, %d channels"
          .formatted(motion.skeleton().jointCount(), motion.skeleton().channels());
    }
    return "channels";
  }
}
