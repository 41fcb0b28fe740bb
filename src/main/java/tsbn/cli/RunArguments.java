package tsbn.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tsbn.data.DataFormatException;
import tsbn.data.Sequence;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.experiment.RunFolder;
import tsbn.experiment.SavedRun;

/** A run, and sequences to measure it on. */
final class RunArguments {
  @Parameters(paramLabel = "RUN", description = "Folder of a run.")
  private Path folder;

  @Option(names = "--data", paramLabel = "DATA", description = "Default: what it was trained on.")
  private String data;

  @Option(
      names = "--split",
      paramLabel = "SPLIT",
      description = "train, valid or test. Default: test, or train where nothing is set aside.")
  private Split split;

  Path folder() {
    return folder;
  }

  SavedRun run() throws DataFormatException {
    return RunFolder.load(folder);
  }

  /** The data, as the run sees them. */
  SequenceSet open(SavedRun run, Console console) throws DataFormatException, BadArguments {
    return RunData.open(run, data, console);
  }

  /** The split of them that is meant. */
  Split split(SequenceSet set) {
    return RunData.splitOr(set, split);
  }

  /** Its sequences. */
  List<Sequence> sequences(SequenceSet set) throws DataFormatException {
    return RunData.split(set, split(set));
  }
}
