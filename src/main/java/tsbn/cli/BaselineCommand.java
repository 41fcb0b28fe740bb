package tsbn.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tsbn.data.DataFormatException;
import tsbn.data.Sequence;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.data.source.DataSources;
import tsbn.evaluate.Evaluation;
import tsbn.evaluate.HeldOutWords;
import tsbn.model.baseline.Rival;

/** {@code tsbn baseline}: the prediction error of a rival that does not learn. */
@Command(
    name = "baseline",
    description = "Measures predictions that need no training, to compare a model with.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class BaselineCommand implements Callable<Integer> {
  private static final String COUNTING = "counting";
  private final Console console;

  @Parameters(
      paramLabel = "NAME",
      description =
          "repeat (the last frame again), linear (straight on from the last two frames), or"
              + " counting (shares of words in the years around; of counts over years).")
  private String name;

  @Option(names = "--data", paramLabel = "DATA", required = true, description = "What to predict.")
  private String data;

  @Option(
      names = "--split",
      paramLabel = "SPLIT",
      description = "train, valid or test. Default: test, or train where nothing is set aside.")
  private Split split;

  @Option(names = "--each", description = "Also print every sequence's error.")
  private boolean each;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  /** What counting foretells, as {@code --json} prints it. */
  private record CountedWords(String baseline, List<WordReport.Counted> topics) {}

  BaselineCommand(Console console) {
    this.console = console;
  }

  /** The result as {@code --json} prints it. */
  private record Measured(
      String baseline,
      String split,
      int sequences,
      long frames,
      double predictionError,
      List<Double> eachSequence) {}

  @Override
  public Integer call() throws DataFormatException, BadArguments {
    if (name.equalsIgnoreCase(COUNTING)) {
      return count();
    }
    Rival rival =
        Stream.of(Rival.values())
            .filter(one -> one.label().equals(name.toLowerCase(Locale.ROOT)))
            .findFirst()
            .orElseThrow(
                () ->
                    new BadArguments(
                        "There is no baseline \"%s\"; there are %s."
                            .formatted(
                                name,
                                Stream.concat(
                                        Stream.of(Rival.values()).map(Rival::label),
                                        Stream.of(COUNTING))
                                    .collect(Collectors.joining(", ")))));
    SequenceSet set = DataSources.open(data, console.progress("reading"));
    Split on = RunData.splitOr(set, split);
    List<Sequence> sequences = RunData.split(set, on);
    List<Double> errors = new ArrayList<>();
    for (Sequence sequence : sequences) {
      errors.add(error(rival, set, List.of(sequence)));
    }
    Measured measured =
        new Measured(
            rival.label(),
            on.label(),
            sequences.size(),
            set.frames(on),
            error(rival, set, sequences),
            errors);
    if (json) {
      console.json(measured);
      return 0;
    }
    console.print(
        "%s (%s) on %,d %s sequences (%,d frames)",
        rival.label(), rival.description(), sequences.size(), on.label(), set.frames(on));
    console.print(
        "  prediction error  %.4f squared distance, mean of frames 2 to T",
        measured.predictionError());
    for (int i = 0; each && i < errors.size(); i++) {
      console.print("    sequence %-7d %.4f", i + 1, errors.get(i));
    }
    return 0;
  }

  /** What counting foretells of held-out words. */
  private int count() throws DataFormatException, BadArguments {
    SequenceSet set = DataSources.open(data, console.progress("reading"));
    HeldOutWords words =
        HeldOutWords.of(set)
            .orElseThrow(
                () ->
                    new BadArguments(
                        "The baseline counting is for counts of words over years of which some are held out."));
    List<WordReport.Counted> baselines = WordReport.baselines(words);
    if (json) {
      console.json(new CountedWords(COUNTING, baselines));
      return 0;
    }
    console.print("%s on %,d words", COUNTING, set.units());
    baselines.forEach(each -> WordReport.print(console, each));
    return 0;
  }

  private double error(Rival rival, SequenceSet set, List<Sequence> sequences) {
    return Evaluation.predictionError(
        () -> rival.predictor(set.units()), sequences, console.progress("prediction error"));
  }
}
