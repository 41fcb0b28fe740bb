package tsbn.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tsbn.data.DataFormatException;
import tsbn.data.SequenceSet;
import tsbn.experiment.RunFolder;
import tsbn.experiment.SavedRun;

/** A run, and data for it. */
class RunWithData {
  @Parameters(paramLabel = "RUN", description = "Folder of a run.")
  private Path folder;

  @Option(names = "--data", paramLabel = "DATA", description = "Default: what it was trained on.")
  private String data;

  final Path folder() {
    return folder;
  }

  final SavedRun run() throws DataFormatException {
    return RunFolder.load(folder);
  }

  /** The data, as the run sees them. */
  final SequenceSet open(SavedRun run, Console console) throws DataFormatException, BadArguments {
    return RunData.open(run, data, console);
  }
}
