package tsbn.app.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tsbn.app.support.Messages;
import tsbn.data.DataFormatException;
import tsbn.data.Progress;
import tsbn.experiment.RunFolder;
import tsbn.experiment.SavedRun;

/** A run that was put into the comparison; one that is put in twice is two entries. */
public final class RunEntry {
  private static final Messages MESSAGES = Messages.of(RunEntry.class);

  private final String name;
  private final String place;
  private final SavedRun run;

  /**
   * An entry.
   *
   * @param name what the row is called
   * @param place where it comes from, in full
   */
  public RunEntry(String name, String place, SavedRun run) {
    this.name = name;
    this.place = place;
    this.run = run;
  }

  /** What the row is called. */
  public String name() {
    return name;
  }

  /** Where it comes from. */
  String place() {
    return place;
  }

  SavedRun run() {
    return run;
  }

  /**
   * Runs and what could not be read.
   *
   * @param problems one sentence each
   */
  record Found(List<RunEntry> entries, List<String> problems) {}

  /**
   * Reads the run of a folder, or all the runs that lie in it; work for a worker.
   *
   * @throws DataFormatException with a sentence if there is none
   */
  static Found read(Path folder, Progress progress) throws DataFormatException {
    List<Path> runs = RunFolder.isRun(folder) ? List.of(folder) : runsIn(folder);
    if (runs.isEmpty()) {
      throw new DataFormatException(MESSAGES.format("add.none", folder));
    }
    List<String> names =
        runs.stream()
            .map(run -> run.toAbsolutePath().normalize().getFileName().toString())
            .toList();
    return read(runs, names, progress);
  }

  /**
   * Reads runs; work for a worker.
   *
   * @param names what their rows are called
   */
  static Found read(List<Path> runs, List<String> names, Progress progress) {
    List<RunEntry> entries = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      progress.check((double) i / runs.size());
      Path run = runs.get(i);
      try {
        entries.add(new RunEntry(names.get(i), run.toString(), RunFolder.load(run)));
      } catch (DataFormatException damaged) {
        problems.add(damaged.getMessage());
      }
    }
    return new Found(entries, problems);
  }

  private static List<Path> runsIn(Path folder) throws DataFormatException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(RunFolder::isRun).sorted().toList();
    } catch (IOException unreadable) {
      throw new DataFormatException(MESSAGES.format("add.unreadable", folder), unreadable);
    }
  }
}
