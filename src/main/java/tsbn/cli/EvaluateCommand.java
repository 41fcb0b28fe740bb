package tsbn.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tsbn.data.DataFormatException;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.data.source.DataSources;
import tsbn.evaluate.Bound;
import tsbn.evaluate.Evaluation;
import tsbn.experiment.RunFolder;
import tsbn.experiment.SavedRun;
import tsbn.math.RandomStream;

/** {@code tsbn evaluate}: the bound and the prediction error of a run on data. */
@Command(
    name = "evaluate",
    description = "Measures a run on data: lower bound and prediction error.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class EvaluateCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "RUN", description = "Folder of a run.")
  private Path folder;

  @Option(names = "--data", paramLabel = "DATA", description = "Default: what it was trained on.")
  private String data;

  @Option(names = "--split", paramLabel = "SPLIT", description = "train, valid or test (default).")
  private Split split = Split.TEST;

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
      Bound bound,
      Double predictionError) {}

  @Override
  public Integer call() throws DataFormatException, BadArguments {
    if (samples < 1 || samples > 100_000) {
      throw new BadArguments("The samples must be from 1 to 100,000, not " + samples + ".");
    }
    SavedRun run = RunFolder.load(folder);
    String source = data == null ? run.experiment().data() : data;
    SequenceSet set = DataSources.open(source, console.progress("reading"));
    RunData.requireFit(run, set);
    List<Sequence> sequences = RunData.split(set, split);
    RandomStream random = new RandomStream(seed);
    Progress bound = console.progress("bound");
    Progress prediction = console.progress("prediction error");
    Bound found = Evaluation.bound(run.model(), sequences, samples, random.child(0), bound);
    double error =
        Evaluation.predictionError(run.model(), sequences, samples, random.child(1), prediction);
    Evaluated result =
        new Evaluated(
            run.experiment().architecture().variant(),
            split.label(),
            sequences.size(),
            set.frames(split),
            samples,
            found,
            Double.isNaN(error) ? null : error);
    if (json) {
      console.json(result);
    } else {
      print(result);
    }
    return 0;
  }

  private void print(Evaluated result) {
    console.print(
        "%s on %,d %s sequences (%,d frames), %d %s of the hidden states",
        result.model(),
        result.sequences(),
        result.split(),
        result.frames(),
        result.samples(),
        result.samples() == 1 ? "sample" : "samples");
    console.print(
        "  lower bound       %.4f nats per time step, mean over sequences",
        result.bound().perSequence());
    console.print(
        "                    %.4f nats per time step, mean over frames", result.bound().perFrame());
    if (result.predictionError() != null) {
      console.print(
          "  prediction error  %.4f squared distance, mean of frames 2 to T",
          result.predictionError());
    }
  }
}
