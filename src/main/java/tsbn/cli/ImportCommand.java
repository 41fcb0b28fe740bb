package tsbn.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tsbn.data.DataFormatException;
import tsbn.experiment.AuthorsModel;
import tsbn.experiment.RunArchive;
import tsbn.experiment.RunFolder;
import tsbn.experiment.SavedRun;
import tsbn.model.sbn.Architecture;

/** {@code tsbn import}: a shared run, or a model trained by the authors' MATLAB, becomes a run. */
@Command(
    name = "import",
    description =
        "Makes a run of a file that tsbn share wrote, or of a model that the authors' MATLAB code trained.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ImportCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "FILE",
      description = "Shared run (.zip), or MATLAB file with the cells param.")
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
    boolean shared = file.toString().toLowerCase(Locale.ROOT).endsWith(RunArchive.ENDING);
    if (shared && force) {
      throw new BadArguments("A shared run gets a new folder; leave --force out.");
    }
    RunPlace.requireFree(out, force);
    if (!Files.isRegularFile(file)) {
      throw new BadArguments("There is no file %s.".formatted(file));
    }
    SavedRun run = shared ? unpacked() : converted();
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

  private SavedRun converted() throws DataFormatException, BadArguments, IOException {
    SavedRun run = AuthorsModel.read(file);
    RunPlace.create(out);
    RunFolder.save(out, run);
    return run;
  }

  private SavedRun unpacked() throws DataFormatException {
    RunArchive.read(file, out, console.progress("unpacking"));
    return RunFolder.load(out);
  }
}
