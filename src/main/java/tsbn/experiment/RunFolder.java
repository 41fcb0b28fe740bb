package tsbn.experiment;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.DataFormatException;

/** Keeps a run as a folder; the package says what is in it. */
public final class RunFolder {
  static final String CURVE = "curve.csv";
  static final String MODEL = "model.npz";
  private static final String EXPERIMENT = RunDescription.FILE;
  private static final Set<String> LEFTOVERS =
      Set.of(RunLock.FILE, RunState.FILE, CURVE, MODEL, Checkpoints.FOLDER);

  private RunFolder() {}

  /** Whether a folder says that it holds a run. */
  public static boolean isRun(Path folder) {
    return Files.isRegularFile(folder.resolve(EXPERIMENT));
  }

  /** Whether a run is there already. */
  public static boolean holdsRun(Path folder) {
    return Files.exists(folder.resolve(EXPERIMENT));
  }

  /**
   * Creates the folder, where there is none.
   *
   * @throws IOException if there can be none, or nothing can be written into it
   */
  public static void create(Path folder) throws IOException {
    Files.createDirectories(folder);
    if (!Files.isWritable(folder)) {
      throw new AccessDeniedException(folder.toString());
    }
  }

  /** Whether a run can be saved there: a run is there, or nothing, or an empty folder. */
  public static boolean mayHold(Path folder) throws IOException {
    if (!Files.exists(folder) || holdsRun(folder)) {
      return true;
    }
    if (!Files.isDirectory(folder)) {
      return false;
    }
    // What is left of a run that was ended while it was being begun is nothing to keep.
    try (var entries = Files.list(folder)) {
      return entries.allMatch(
          entry ->
              LEFTOVERS.contains(entry.getFileName().toString()) || AtomicFile.isLeftover(entry));
    }
  }

  /** Deletes what a run left, without the lock, so that another can begin there. */
  static void clear(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(EXPERIMENT)); // first: from now on it is no run
    Files.deleteIfExists(folder.resolve(RunState.FILE));
    Files.deleteIfExists(folder.resolve(TopicLabels.FILE));
    Checkpoints.of(folder).clear();
    Files.deleteIfExists(folder.resolve(MODEL));
    Files.deleteIfExists(folder.resolve(CURVE));
    AtomicFile.deleteLeftovers(folder);
  }

  /**
   * Saves a run without checkpoints, over another one if there is one; creates the folder.
   *
   * @throws RunInUseException with a sentence if the run in the folder is being trained
   */
  public static void save(Path folder, SavedRun run) throws IOException {
    create(folder);
    RunLock.requireFree(folder);
    Files.deleteIfExists(folder.resolve(RunState.FILE));
    Checkpoints.of(folder).clear();
    AtomicFile.writeText(folder.resolve(CURVE), out -> CurveCsv.write(run.curve(), out));
    Map<String, FMatrixRMaj> blocks = ModelFile.blocks(run.model());
    AtomicFile.write(folder.resolve(MODEL), out -> Npz.write(blocks, out));
    new RunDescription(run.experiment(), run.data(), "", "").write(folder, Disk.REAL);
  }

  /**
   * Loads a run: the model that it keeps, and the curve up to there. Of one that is being trained,
   * or was ended from outside, that of the newest checkpoint.
   *
   * @throws DataFormatException with one sentence if the folder does not hold a whole run
   */
  public static SavedRun load(Path folder) throws DataFormatException {
    return Continuation.read(folder).run();
  }
}
