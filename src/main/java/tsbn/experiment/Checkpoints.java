package tsbn.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsbn.data.DataFormatException;
import tsbn.learn.Checkpoint;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.TemporalSbn;

/**
 * The checkpoints of a run. The last two are whole, {@code 000001200.npz}: one to go on from, and
 * one more should that be damaged. Of earlier moments there are the parameters alone, {@code
 * 000001200-model.npz}, to look back at: spread over the run, closer together early, where a model
 * changes most.
 */
public final class Checkpoints {
  static final String FOLDER = "checkpoints";
  private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
  private static final Pattern WHOLE = Pattern.compile("(\\d{9})\\.npz");
  private static final Pattern MODEL = Pattern.compile("(\\d{9})-model\\.npz");
  private static final int WHOLE_ONES = 2;

  private final Path folder;
  private final Disk disk;
  private final Rewind rewind;

  Checkpoints(Path run, Disk disk, Rewind rewind) {
    this.folder = run.resolve(FOLDER);
    this.disk = disk;
    this.rewind = rewind;
  }

  /** The checkpoints in the folder of a run; there may be none. */
  public static Checkpoints of(Path run) {
    return new Checkpoints(run, Disk.REAL, Rewind.USUAL);
  }

  /** The iterations of which there is a model, in order. */
  public List<Integer> iterations() throws IOException {
    TreeSet<Integer> all = new TreeSet<>(found(MODEL).keySet());
    all.addAll(found(WHOLE).keySet());
    return List.copyOf(all);
  }

  /**
   * The model as it was after that many steps.
   *
   * @throws DataFormatException with one sentence if there is none, or it is damaged or of another
   *     architecture
   */
  public TemporalSbn model(int iteration, Architecture architecture) throws DataFormatException {
    Path alone = modelFile(iteration);
    if (Files.exists(alone)) {
      return ModelFile.read(architecture, alone);
    }
    Path whole = wholeFile(iteration);
    if (!Files.exists(whole)) {
      throw new DataFormatException("%s: there is none.".formatted(whole));
    }
    return ModelFile.of(architecture, CheckpointFile.read(whole).model(), whole);
  }

  /** The newest checkpoint that is whole; nothing where there is none. */
  Optional<Checkpoint> newest() throws IOException {
    for (Path file : new TreeMap<>(found(WHOLE)).descendingMap().values()) {
      try {
        return Optional.of(CheckpointFile.read(file));
      } catch (DataFormatException damaged) {
        LOG.warn("A checkpoint is passed over: {}", damaged.getMessage());
      }
    }
    return Optional.empty();
  }

  /** Writes one, and lets go of those that it makes superfluous. */
  void add(Checkpoint checkpoint) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectory(folder); // not the run's: who took that away meant it
    }
    int iteration = checkpoint.iteration();
    AtomicFile.write(wholeFile(iteration), out -> CheckpointFile.write(checkpoint, out), disk);
    TreeMap<Integer, Path> models = found(MODEL);
    if (rewind.wants(models.keySet(), iteration)) {
      Map<String, FMatrixRMaj> blocks = checkpoint.model();
      AtomicFile.write(modelFile(iteration), out -> Npz.write(blocks, out), disk);
    }
    prune();
  }

  private void prune() throws IOException {
    List<Path> whole = new ArrayList<>(found(WHOLE).values());
    for (Path old : whole.subList(0, Math.max(0, whole.size() - WHOLE_ONES))) {
      Files.deleteIfExists(old);
    }
    TreeMap<Integer, Path> models = found(MODEL);
    if (!models.isEmpty()) {
      long bytes = Files.size(models.lastEntry().getValue());
      for (int iteration : rewind.tooMany(models.keySet(), bytes)) {
        Files.deleteIfExists(models.get(iteration));
      }
    }
  }

  /** Lets go of all but the newest of the whole ones, if that one can be read. */
  void settle() throws IOException {
    List<Path> whole = new ArrayList<>(found(WHOLE).values());
    if (whole.size() > 1) {
      Path newest = whole.remove(whole.size() - 1);
      try {
        CheckpointFile.read(newest);
        for (Path old : whole) {
          Files.deleteIfExists(old);
        }
      } catch (DataFormatException damaged) {
        LOG.warn("A checkpoint is damaged: {}", damaged.getMessage());
      }
    }
  }

  /** Deletes the models of earlier moments. */
  void forget() throws IOException {
    for (Path file : found(MODEL).values()) {
      Files.deleteIfExists(file);
    }
  }

  /** Deletes those after an iteration, which a run that goes on from there makes anew. */
  void cutAfter(int iteration) throws IOException {
    for (Pattern kind : List.of(WHOLE, MODEL)) {
      for (Path file : found(kind).tailMap(iteration, false).values()) {
        Files.deleteIfExists(file);
      }
    }
    if (Files.isDirectory(folder)) {
      AtomicFile.deleteLeftovers(folder);
    }
  }

  /** Deletes all, and the folder where nothing else is in it. */
  void clear() throws IOException {
    cutAfter(-1);
    if (Files.isDirectory(folder)) {
      boolean empty;
      try (Stream<Path> left = Files.list(folder)) {
        empty = left.findAny().isEmpty();
      }
      if (empty) {
        Files.delete(folder);
      }
    }
  }

  private Path wholeFile(int iteration) {
    return folder.resolve("%09d.npz".formatted(iteration));
  }

  private Path modelFile(int iteration) {
    return folder.resolve("%09d-model.npz".formatted(iteration));
  }

  private TreeMap<Integer, Path> found(Pattern kind) throws IOException {
    TreeMap<Integer, Path> found = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : (Iterable<Path>) files::iterator) {
          Matcher name = kind.matcher(file.getFileName().toString());
          if (name.matches()) {
            found.put(Integer.valueOf(name.group(1)), file);
          }
        }
      }
    }
    return found;
  }
}
