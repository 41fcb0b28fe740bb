package tsbn.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsbn.data.DataFormatException;

/**
 * The runs of a user, a folder each. What is thrown away goes to a folder of its own and can come
 * back from there, until {@link #emptyTrash} takes it.
 */
public final class RunStore {
  private static final Logger LOG = LoggerFactory.getLogger(RunStore.class);
  private static final String TRASH = ".trash";
  private static final int MOST_NAMES = 10_000;
  private static final int LONGEST_NAME = 60;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss");

  private final Path root;

  /** The runs in a folder, which need not be there yet. */
  public RunStore(Path root) {
    this.root = root;
  }

  /** Where the runs lie. */
  public Path root() {
    return root;
  }

  /** Whether a folder is one of the store. */
  public boolean holds(Path folder) {
    return root.toAbsolutePath()
        .normalize()
        .equals(folder.toAbsolutePath().normalize().getParent());
  }

  /**
   * All runs, the latest first; what is none, or cannot be read, is passed over. Work for a worker.
   *
   * @throws IOException if the folder cannot be read
   */
  public List<StoredRun> list() throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    List<Path> folders;
    try (Stream<Path> all = Files.list(root)) {
      folders = all.filter(RunFolder::isRun).sorted(Comparator.reverseOrder()).toList();
    }
    List<StoredRun> runs = new ArrayList<>();
    for (Path folder : folders) {
      try {
        runs.add(StoredRun.read(folder));
      } catch (DataFormatException broken) {
        LOG.warn("A run is passed over: {}", broken.getMessage());
      }
    }
    runs.sort(Comparator.comparing(StoredRun::begun).reversed()); // stable: else by folder
    return List.copyOf(runs);
  }

  /**
   * One of the runs.
   *
   * @throws DataFormatException with one sentence if the folder holds no run
   */
  public StoredRun read(Path folder) throws DataFormatException {
    return StoredRun.read(folder);
  }

  /**
   * The name of a folder for another run, which is not there yet.
   *
   * @param title what the run is of; letters and digits of it become part of the name
   */
  public Path newFolder(String title) throws IOException {
    String plain = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String name =
        LocalDateTime.now().format(TIME)
            + "-"
            + plain.substring(0, Math.min(LONGEST_NAME, plain.length())).replaceAll("^-|-$", "");
    return free(root, name);
  }

  /**
   * What a store takes of the disk.
   *
   * @param runs bytes of the runs
   * @param trash bytes of what was thrown away
   */
  public record Size(long runs, long trash) {}

  /** What it takes of the disk by now; work for a worker. */
  public Size size() throws IOException {
    long all = FileTree.bytes(root);
    long trash = FileTree.bytes(root.resolve(TRASH));
    return new Size(all - trash, trash);
  }

  /**
   * Lets go of the models of earlier moments, of the runs that were begun first, until all runs
   * take no more than so much. Runs with a star, and those in training, keep theirs. Work for a
   * worker.
   */
  public void thin(long mostBytes) throws IOException {
    long over = size().runs() - mostBytes;
    List<StoredRun> runs = new ArrayList<>(over > 0 ? list() : List.of());
    Collections.reverse(runs);
    for (StoredRun run : runs) {
      if (over > 0 && !run.label().starred() && RunLock.isFree(run.folder())) {
        long before = FileTree.bytes(run.folder());
        Checkpoints.of(run.folder()).forget();
        over -= before - FileTree.bytes(run.folder());
      }
    }
  }

  private static Path free(Path parent, String name) throws IOException {
    for (int i = 1; i < MOST_NAMES; i++) {
      Path folder = parent.resolve(i == 1 ? name : name + "-" + i);
      if (Files.notExists(folder)) {
        return folder;
      }
    }
    throw new IOException("There is no name left in %s".formatted(parent));
  }

  /**
   * Throws a run away.
   *
   * @return where it is now, for {@link #restore}
   * @throws RunInUseException with a sentence if the run is being trained
   */
  public Path discard(Path folder) throws IOException {
    RunLock.requireFree(folder);
    Path trash = Files.createDirectories(root.resolve(TRASH));
    Path gone = Files.move(folder, free(trash, folder.getFileName().toString()));
    return Files.setLastModifiedTime(gone, FileTime.from(Instant.now()));
  }

  /** Takes a run back that {@link #discard} has thrown away. */
  public Path restore(Path discarded) throws IOException {
    return Files.move(discarded, free(root, discarded.getFileName().toString()));
  }

  /** Deletes for good what was thrown away before a moment. */
  public void emptyTrash(Instant before) throws IOException {
    Path trash = root.resolve(TRASH);
    if (!Files.isDirectory(trash)) {
      return;
    }
    List<Path> runs;
    try (Stream<Path> all = Files.list(trash)) {
      runs = all.toList();
    }
    for (Path run : runs) {
      if (Files.getLastModifiedTime(run).toInstant().isBefore(before)) {
        FileTree.delete(run);
      }
    }
  }
}
