package tsbn.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tsbn.data.DataFormatException;
import tsbn.data.DataKind;
import tsbn.data.FrameMeaning;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.evaluate.Evaluation;
import tsbn.evaluate.LogLikelihood;
import tsbn.evaluate.Measured;
import tsbn.evaluate.Protocol;
import tsbn.evaluate.UnitScores;
import tsbn.experiment.SavedRun;
import tsbn.math.RandomStream;
import tsbn.model.sbn.ForwardAlgorithm;
import tsbn.model.sbn.Likelihood;

/** {@code tsbn evaluate}: the bound and the prediction error of a run on data. */
@Command(
    name = "evaluate",
    description = "Measures a run on data: lower bound and prediction error.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class EvaluateCommand implements Callable<Integer> {
  private static final int MOST_SAMPLES = 100_000;

  /** The split of data of which nothing is held out. */
  private static final String EVERYTHING = "all";

  private final Console console;

  @Mixin private RunArguments arguments;

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
      description = "Estimate the likelihood with a filter of K particles, up to 100,000.")
  private Integer particles;

  @Option(
      names = "--importance",
      paramLabel = "K",
      description = "Estimate it by importance sampling of K particles, up to 100,000.")
  private Integer importance;

  @Option(names = "--exact", description = "Compute the likelihood; for small models.")
  private boolean exact;

  @Option(names = "--each", description = "Also measure every sequence on its own.")
  private boolean each;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  EvaluateCommand(Console console) {
    this.console = console;
  }

  /** The result as {@code --json} prints it; nats per time step. */
  private record Evaluated(
      String model,
      String split,
      int sequences,
      long frames,
      int samples,
      LogLikelihood bound,
      Double predictionError,
      Foretold foretold,
      LogLikelihood particle,
      LogLikelihood importance,
      LogLikelihood exact,
      WordReport topics,
      List<OneSequence> each) {}

  /** Which units of binary frames were foretold; see {@link UnitScores}. */
  private record Foretold(Double precision, Double recall, Double accuracy) {
    static Foretold of(UnitScores scores) {
      return new Foretold(
          orNull(scores.precision()), orNull(scores.recall()), orNull(scores.accuracy()));
    }

    private static Double orNull(double share) {
      return Double.isNaN(share) ? null : share;
    }

    private static String text(Double share) {
      return share == null ? "-" : "%.4f".formatted(share);
    }

    @Override
    public String toString() {
      return "precision %s, recall %s, accuracy %s"
          .formatted(text(precision), text(recall), text(accuracy));
    }
  }

  /** One sequence on its own; nats per time step. */
  private record OneSequence(double bound, Double predictionError) {}

  @Override
  public Integer call() throws DataFormatException, BadArguments {
    BadArguments.requireRange("samples", samples, MOST_SAMPLES);
    requireParticles(particles);
    requireParticles(importance);
    SavedRun run = arguments.run();
    SequenceSet set = arguments.open(run, console);
    Split on = arguments.split(set);
    List<Sequence> sequences = arguments.sequences(set);
    Protocol protocol =
        new Protocol(on, samples, orZero(particles), orZero(importance), exact, seed);
    Measured found = measure(run, set, protocol);
    double error = found.predicted().error();
    boolean binary = set.kind() == DataKind.BINARY;
    Evaluated result =
        new Evaluated(
            run.experiment().architecture().variant(),
            set.get(Split.VALID).isEmpty() && set.get(Split.TEST).isEmpty()
                ? EVERYTHING
                : on.label(),
            sequences.size(),
            set.frames(on),
            samples,
            found.bound(),
            Double.isNaN(error) ? null : error,
            binary ? Foretold.of(found.predicted().scores()) : null,
            found.particle(),
            found.importance(),
            found.exact(),
            WordReport.of(found.words(), set),
            each ? each(run, sequences, new RandomStream(seed).child(3)) : null);
    if (json) {
      console.json(result);
    } else {
      print(result, run.experiment().architecture().likelihood(), set.meaning());
    }
    return 0;
  }

  private void print(Evaluated result, Likelihood frames, FrameMeaning meaning) {
    String drawn = result.samples() == 1 ? "one sample" : "%,d samples".formatted(result.samples());
    console.print(
        "%s on %s (%,d frames), %s of the hidden states",
        result.model(), sequences(result), result.frames(), drawn);
    Stream.of(result.bound(), result.particle(), result.importance(), result.exact())
        .filter(Objects::nonNull)
        .forEach(this::print);
    if (frames == Likelihood.MULTINOMIAL) {
      console.print("                    without the multinomial coefficient");
    }
    if (result.predictionError() != null) {
      console.print(
          "  prediction error  %.4f squared distance, mean of frames 2 to T, %s",
          result.predictionError(), drawn);
    }
    if (result.foretold() != null) {
      console.print(
          "  %s foretold    %s, over frames 2 to T of all sequences together",
          meaning instanceof FrameMeaning.PianoRoll ? "notes" : "units", result.foretold());
      console.print(
          "                    foretold is what has a probability above %s", UnitScores.FORETOLD);
    }
    if (result.topics() != null) {
      result.topics().print(console);
    }
    for (int i = 0; result.each() != null && i < result.each().size(); i++) {
      OneSequence one = result.each().get(i);
      console.print(
          "    sequence %-7d lower bound %.4f nats per time step, prediction error %s",
          i + 1,
          one.bound(),
          one.predictionError() == null ? "-" : "%.4f".formatted(one.predictionError()));
    }
  }

  /** {@code 76 test sequences}, {@code all 12 sequences}, {@code 1 sequence}. */
  private static String sequences(Evaluated result) {
    boolean one = result.sequences() == 1;
    String noun = one ? "sequence" : "sequences";
    return result.split().equals(EVERYTHING)
        ? "%s%,d %s".formatted(one ? "" : "all ", result.sequences(), noun)
        : "%,d %s %s".formatted(result.sequences(), result.split(), noun);
  }

  private List<OneSequence> each(SavedRun run, List<Sequence> sequences, RandomStream random) {
    List<OneSequence> measured = new ArrayList<>();
    for (int s = 0; s < sequences.size(); s++) {
      List<Sequence> one = List.of(sequences.get(s));
      RandomStream stream = random.child(s);
      double bound =
          Evaluation.bound(run.model(), one, samples, stream.child(0), Progress.NONE).perSequence();
      double error =
          Evaluation.predictionError(run.model(), one, samples, stream.child(1), Progress.NONE);
      measured.add(new OneSequence(bound, Double.isNaN(error) ? null : error));
    }
    return measured;
  }

  private void print(LogLikelihood found) {
    console.print(
        "  %-17s %.4f nats per time step, mean over sequences",
        found.kind().title(), found.perSequence());
    console.print(
        "                    %.4f nats per time step, mean over frames", found.perFrame());
    console.print("                    %s", found.protocol());
  }

  private static void requireParticles(Integer count) throws BadArguments {
    if (count != null) {
      BadArguments.requireRange("particles", count, MOST_SAMPLES);
    }
  }

  private static int orZero(Integer count) {
    return count == null ? 0 : count;
  }

  private Measured measure(SavedRun run, SequenceSet set, Protocol protocol) throws BadArguments {
    if (exact) {
      requireSmall(run);
    }
    return Measured.of(run.model(), set, protocol, console.progress("measuring"));
  }

  private static void requireSmall(SavedRun run) throws BadArguments {
    try {
      new ForwardAlgorithm(run.model());
    } catch (IllegalArgumentException tooLarge) {
      throw new BadArguments(tooLarge.getMessage(), tooLarge);
    }
  }
}
