package tsbn.experiment;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.ejml.data.FMatrixRMaj;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsbn.data.ContentHash;
import tsbn.data.SequenceSet;
import tsbn.learn.Autosave;
import tsbn.learn.Checkpoint;
import tsbn.learn.CurvePoint;
import tsbn.learn.Trainer;
import tsbn.learn.Trainer.Gauges;
import tsbn.learn.TrainingSettings;

/**
 * Keeps a run in its folder while it is trained. Only one keeper has a folder at a time. Training
 * goes on where the folder cannot be written to: what is there stays as it is, and it is tried
 * again.
 *
 * <p>The curve that is kept is the keeper's own; whoever drains the trainer's does not disturb it.
 */
public final class RunKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunKeeper.class);

  /**
   * How well the run is kept.
   *
   * @param iteration of the newest checkpoint; -1 before the first
   * @param problem why nothing newer is there, as a sentence; empty where there is no problem
   */
  public record Status(int iteration, String problem) {}

  private final Path folder;
  private final Disk disk;
  private final RunLock lock;
  private final CurveFile curve;
  private final Checkpoints checkpoints;
  private RunDescription description;
  private Autosave autosave;
  private Consumer<String> listener;
  private volatile Status status;

  private RunKeeper(
      Path folder, Disk disk, RunLock lock, RunDescription description, CurveFile curve, int last) {
    this.folder = folder;
    this.disk = disk;
    this.lock = lock;
    this.description = description;
    this.curve = curve;
    this.checkpoints = new Checkpoints(folder, disk, Rewind.USUAL);
    this.status = new Status(last, "");
  }

  /**
   * Begins a run in a folder, in the place of another one that is there; creates the folder. Reads
   * all data once.
   *
   * @throws RunInUseException with a sentence if the run in the folder is being trained
   */
  public static RunKeeper begin(Path folder, Experiment experiment, SequenceSet data)
      throws IOException {
    return begin(folder, experiment, DataSummary.of(data), ContentHash.of(data), Disk.REAL);
  }

  static RunKeeper begin(
      Path folder, Experiment experiment, DataSummary data, String hash, Disk disk)
      throws IOException {
    RunFolder.create(folder);
    RunLock lock = RunLock.take(folder);
    try {
      RunFolder.clear(folder);
      CurveFile curve = CurveFile.create(folder.resolve(RunFolder.CURVE), List.of(), disk);
      RunDescription description = RunDescription.now(experiment, data, hash);
      new RunState(Trainer.State.READY, "", 0, 0, Double.NaN).write(folder, disk);
      description.write(folder, disk); // last: now it is a run
      return new RunKeeper(folder, disk, lock, description, curve, -1);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Goes on with the run of a folder; what came after its newest checkpoint is cut from the curve.
   *
   * @param from what was read of that folder
   * @param source of the data that it learns from now
   * @param hash of their contents ({@link ContentHash})
   * @throws RunInUseException with a sentence if the run is being trained, or was since it was read
   */
  public static RunKeeper goOn(Path folder, Continuation from, String source, String hash)
      throws IOException {
    return goOn(folder, from, source, hash, Disk.REAL);
  }

  static RunKeeper goOn(Path folder, Continuation from, String source, String hash, Disk disk)
      throws IOException {
    RunFolder.create(folder);
    RunLock lock = RunLock.take(folder);
    try {
      if (!RunState.read(folder).equals(from.state())) {
        throw new RunInUseException(folder);
      }
      AtomicFile.deleteLeftovers(folder);
      int iteration = from.iteration();
      new Checkpoints(folder, disk, Rewind.USUAL).cutAfter(iteration);
      CurveFile curve = CurveFile.goOn(folder.resolve(RunFolder.CURVE), iteration, disk);
      Experiment experiment = from.run().experiment();
      RunDescription description =
          new RunDescription(
              new Experiment(source, experiment.architecture(), experiment.settings()),
              from.run().data(),
              hash,
              from.begun());
      description.write(folder, disk);
      int kept = from.checkpoint() == null ? -1 : iteration;
      return new RunKeeper(folder, disk, lock, description, curve, kept);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Keeps what a trainer does from now on; before its first step here.
   *
   * @param interval time between two checkpoints; zero for none but when it comes to a halt
   * @param problems is told, on a thread of the keeper, every new reason why nothing can be kept,
   *     as a sentence, and an empty text when it can again
   */
  public void keep(Trainer trainer, Duration interval, Consumer<String> problems) {
    listener = problems;
    autosave =
        new Autosave(
            trainer,
            interval,
            new Autosave.Keeper() {
              @Override
              public void append(List<CurvePoint> points) {
                attempt(() -> curve.append(points));
              }

              @Override
              public boolean save(Checkpoint checkpoint, Gauges gauges) {
                return attempt(() -> write(checkpoint, gauges));
              }
            });
  }

  /** Takes a checkpoint so often from now on; zero for none but when training comes to a halt. */
  public void every(Duration interval) {
    autosave.every(interval);
  }

  /** How well the run is kept; cheap, from any thread. */
  public Status status() {
    return status;
  }

  /** Where the run is kept. */
  public Path folder() {
    return folder;
  }

  /** Asks for a checkpoint now; the future is done when it is written, or could not be. */
  public CompletableFuture<Status> saveNow() {
    return autosave.saveNow().thenApply(done -> status);
  }

  /**
   * Writes what is not written yet and lets go of the folder; waits for both. The trainer may be
   * closed before or after.
   */
  @Override
  public void close() throws IOException {
    try (RunLock released = lock;
        CurveFile closed = curve) {
      if (autosave != null) {
        autosave.close();
        checkpoints.settle();
      }
    }
  }

  private void write(Checkpoint checkpoint, Gauges gauges) throws IOException {
    // The curve first: a checkpoint that is there has all its points.
    curve.force();
    checkpoints.add(checkpoint);
    Map<String, FMatrixRMaj> kept = checkpoint.kept();
    AtomicFile.write(folder.resolve(RunFolder.MODEL), out -> Npz.write(kept, out), disk);
    TrainingSettings settings = checkpoint.next().begunLike(checkpoint.settings());
    if (!settings.equals(description.experiment().settings())) {
      description = description.with(settings);
      description.write(folder, disk);
    }
    new RunState(
            gauges.state(),
            gauges.failure(),
            checkpoint.iteration(),
            checkpoint.seconds(),
            gauges.bound())
        .write(folder, disk);
    tell(new Status(checkpoint.iteration(), ""));
  }

  /** Something that writes. */
  private interface Attempt {
    void run() throws IOException;
  }

  private boolean attempt(Attempt attempt) {
    try {
      attempt.run();
      return true;
    } catch (IOException e) {
      String problem = "The run cannot be saved in %s: %s.".formatted(folder, reason(e));
      if (!problem.equals(status.problem())) {
        LOG.warn(problem, e);
      }
      tell(new Status(status.iteration(), problem));
      return false;
    }
  }

  private static String reason(IOException e) {
    if (e instanceof FileSystemException file) {
      return file.getReason() != null
          ? file.getReason()
          : Files.exists(Path.of(file.getFile())) ? "access is denied" : "it is gone";
    }
    return e.getMessage() == null ? "the file system refused" : e.getMessage();
  }

  private void tell(Status now) {
    boolean news = !now.problem().equals(status.problem());
    status = now;
    if (news) {
      listener.accept(now.problem());
    }
  }
}
