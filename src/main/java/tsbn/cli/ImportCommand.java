package tsbn.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tsbn.data.DataFormatException;
import tsbn.experiment.AuthorsModel;
import tsbn.experiment.RunFolder;
import tsbn.experiment.SavedRun;
import tsbn.model.sbn.Architecture;

/** {@code tsbn import}: a model trained by the authors' MATLAB becomes a run. */
@Command(
    name = "import",
    description = "Makes a run of a model that the authors' MATLAB code trained.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ImportCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "FILE", description = "MATLAB file with the cells param.")
  private Path file;

  @Option(
      names = "--out",
      paramLabel = "RUN",
      required = true,
      description = "Folder to write; new or empty.")
  private Path out;

  @Option(names = "--force", description = "Replace the run that is in the folder.")
  private boolean force;

  ImportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws DataFormatException, BadArguments, IOException {
    RunPlace.requireFree(out, force);
    if (!Files.isRegularFile(file)) {
      throw new BadArguments("There is no file %s.".formatted(file));
    }
    SavedRun run = AuthorsModel.read(file);
    RunPlace.create(out);
    RunFolder.save(out, run);
    Architecture shape = run.experiment().architecture();
    console.print(
        "%s with %d hidden and %d visible units (%s), order %d",
        shape.variant(),
        shape.units(1),
        shape.visible(),
        shape.likelihood().title(),
        shape.order());
    console.print("  run               %s", out);
    return 0;
  }
}
