package tsbn.app.support;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsbn.data.ContentHash;
import tsbn.data.DataFormatException;
import tsbn.data.Progress;
import tsbn.data.Split;
import tsbn.experiment.Continuation;
import tsbn.experiment.Experiment;
import tsbn.experiment.RunArchive;
import tsbn.experiment.RunFolder;
import tsbn.experiment.RunInUseException;
import tsbn.experiment.RunKeeper;
import tsbn.experiment.RunStore;
import tsbn.learn.Trainer;

/**
 * Begins runs, opens them again and ends them. Each is kept in a folder while it is trained, a new
 * one in the store; one that cannot be kept is trained all the same. Work for workers.
 */
final class RunKeeping {
  private static final Logger LOG = LoggerFactory.getLogger(RunKeeping.class);
  private static final Messages MESSAGES = Messages.of(RunKeeping.class);

  private final RunStore store;

  /** Runs that are being written for the last time, by folder. */
  private final Map<Path, CompletableFuture<Void>> closing = new ConcurrentHashMap<>();

  RunKeeping(RunStore store) {
    this.store = store;
  }

  /** Where runs are kept. */
  RunStore store() {
    return store;
  }

  /** Builds the model and its trainer, and a folder for them. */
  Run begin(OpenData on, Experiment chosen, Progress progress) {
    Trainer trainer =
        new Trainer(
            chosen.newModel(),
            on.data().get(Split.TRAIN),
            on.data().get(Split.VALID),
            chosen.settings());
    if (progress.cancelled()) {
      trainer.close();
      return Run.begun(on, chosen, trainer, null, "");
    }
    String title = on.about().name() + " " + chosen.architecture().variant();
    try {
      RunKeeper keeper = RunKeeper.begin(store.newFolder(title), chosen, on.data());
      return Run.begun(on, chosen, trainer, keeper, "");
    } catch (IOException e) {
      return Run.begun(on, chosen, trainer, null, unkept(store.root(), e));
    }
  }

  /**
   * Opens the run of a folder, with its data if they are where they were.
   *
   * @throws DataFormatException with one sentence if the folder holds no whole run, or the run is
   *     being trained elsewhere
   */
  Run open(Path folder, Progress progress) throws DataFormatException {
    if (!RunFolder.isRun(folder)) {
      throw new DataFormatException(MESSAGES.format("run.neither", folder));
    }
    awaitClosed(folder);
    Continuation from = Continuation.read(folder);
    OpenData on = OpenData.missing(from.run().data());
    if (!from.run().experiment().data().isBlank()) {
      try {
        OpenData found = OpenData.open(from.run().experiment().data(), progress);
        on = found.alike(from.run().data()) ? found : on;
      } catch (DataFormatException gone) {
        progress.done(1); // the run plays without
      }
    }
    return on.data() == null ? Run.still(on, from.run(), folder) : goOn(folder, from, on, progress);
  }

  /**
   * Makes a run of the store of one that is one file.
   *
   * @return its folder
   * @throws DataFormatException with one sentence if the file holds no whole run
   */
  Path unpack(Path file, Progress progress) throws DataFormatException, IOException {
    String name = file.getFileName().toString();
    Path folder = store.newFolder(name.substring(0, name.length() - RunArchive.ENDING.length()));
    RunArchive.read(file, folder, progress);
    return folder;
  }

  /** Goes on with the run of a folder on data that were found meanwhile. */
  Run supply(Path folder, OpenData on, Progress progress) throws DataFormatException {
    awaitClosed(folder);
    return goOn(folder, Continuation.read(folder), on, progress);
  }

  private Run goOn(Path folder, Continuation from, OpenData on, Progress progress)
      throws DataFormatException {
    Trainer trainer = from.trainer(on.data());
    if (progress.cancelled()) {
      trainer.close();
      return Run.still(on, from.run(), folder);
    }
    try {
      String hash = ContentHash.of(on.data());
      RunKeeper keeper = RunKeeper.goOn(folder, from, on.data().source(), hash);
      return Run.resumed(on, from, trainer, folder, keeper, "");
    } catch (RunInUseException e) {
      trainer.close();
      throw new DataFormatException(e.getMessage(), e);
    } catch (IOException e) {
      return Run.resumed(on, from, trainer, folder, null, unkept(folder, e));
    }
  }

  /** Why a run cannot be kept, as a sentence. */
  private static String unkept(Path folder, IOException e) {
    LOG.warn("A run cannot be kept in {}", folder, e);
    return MESSAGES.format("run.unkept", folder);
  }

  /** Waits until a run that is being ended there has been written. */
  void awaitClosed(Path folder) {
    CompletableFuture<Void> closed = closing.get(folder.toAbsolutePath().normalize());
    if (closed != null) {
      closed.join();
    }
  }

  /** Says that a run is going to be ended; on the FX thread, before {@link #close}. */
  void closes(Run run) {
    if (run.folder() != null) {
      closing.put(run.folder().toAbsolutePath().normalize(), new CompletableFuture<>());
    }
  }

  /** Ends a run, after the present step, and writes it a last time. */
  void close(Run run) {
    try {
      run.close();
    } catch (IOException e) {
      LOG.warn("The run in {} could not be written to the end", run.folder(), e);
    } finally {
      if (run.folder() != null) {
        CompletableFuture<Void> closed = closing.remove(run.folder().toAbsolutePath().normalize());
        if (closed != null) {
          closed.complete(null);
        }
      }
    }
  }
}
