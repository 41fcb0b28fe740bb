package tsbn.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tsbn.data.DataFormatException;
import tsbn.experiment.RunArchive;

/** {@code tsbn share}: a run becomes one file. */
@Command(
    name = "share",
    description = "Writes a run as one file, which tsbn import opens elsewhere.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ShareCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "RUN", description = "Folder of a run.")
  private Path run;

  @Option(names = "--out", paramLabel = "FILE.zip", required = true, description = "File to write.")
  private Path out;

  @Option(
      names = "--data",
      description =
          "Take the files along that the run learned from; only if you may give them away.")
  private boolean data;

  @Option(names = "--rewind", description = "Take the models of earlier moments along.")
  private boolean rewind;

  ShareCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws DataFormatException, BadArguments, IOException {
    if (!out.toString().endsWith(RunArchive.ENDING)) {
      throw new BadArguments(
          "A run is shared as a file that ends in %s, not as %s."
              .formatted(RunArchive.ENDING, out));
    }
    Set<RunArchive.Extra> extras = EnumSet.noneOf(RunArchive.Extra.class);
    if (data) {
      extras.add(RunArchive.Extra.DATA);
    }
    if (rewind) {
      extras.add(RunArchive.Extra.REWIND);
    }
    RunArchive.write(run, out, extras, console.progress("writing"));
    console.print("  %s, %,d bytes", out, Files.size(out));
    return 0;
  }
}
