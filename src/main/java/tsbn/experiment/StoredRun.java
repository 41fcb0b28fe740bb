package tsbn.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tsbn.data.DataFormatException;
import tsbn.learn.CurvePoint;
import tsbn.learn.Trainer;
import tsbn.learn.TrainingSettings;

/**
 * A run of a {@link RunStore}, without its model and curve: quick to read.
 *
 * @param folder where it is
 * @param label what the user says of it
 * @param experiment what it follows from
 * @param data what to know of its data
 * @param dataHash of their contents; empty where the folder does not say
 * @param begun when, as ISO 8601; empty where the folder does not say
 * @param state how far it is; nothing in the folder of an earlier version
 * @param cutOff whether it was ended from outside while it was trained, so that it can go on
 */
public record StoredRun(
    Path folder,
    RunLabel label,
    Experiment experiment,
    DataSummary data,
    String dataHash,
    String begun,
    Optional<RunState> state,
    boolean cutOff) {

  /** Reads it from a folder. */
  static StoredRun read(Path folder) throws DataFormatException {
    RunDescription description = RunDescription.read(folder);
    Optional<RunState> state = RunState.read(folder);
    boolean running =
        state
            .filter(one -> one.state() == Trainer.State.RUNNING && one.iteration() > 0)
            .isPresent();
    return new StoredRun(
        folder,
        RunLabel.read(folder),
        description.experiment(),
        description.data(),
        description.hash(),
        description.begun(),
        state,
        running && RunLock.isFree(folder));
  }

  /** Steps that its newest checkpoint has taken; 0 where the folder does not say. */
  public int iteration() {
    return state.map(RunState::iteration).orElse(0);
  }

  /** Every point of its curve; work for a worker. */
  public List<CurvePoint> curve() throws DataFormatException {
    return CurveCsv.read(folder.resolve(RunFolder.CURVE));
  }

  /** Whether two runs follow from the same but for their seeds. */
  public boolean repeats(StoredRun other) {
    return experiment.architecture().equals(other.experiment.architecture())
        && unseeded(experiment.settings()).equals(unseeded(other.experiment.settings()))
        && sameData(other);
  }

  /** Whether both learned from the same data, as far as their folders say. */
  public boolean sameData(StoredRun other) {
    return dataHash.isEmpty() || other.dataHash.isEmpty()
        ? experiment.data().equals(other.experiment.data())
        : dataHash.equals(other.dataHash);
  }

  /** What cannot tell two runs of an experiment apart: the seed, and how many work on it. */
  private static TrainingSettings unseeded(TrainingSettings settings) {
    return settings.change().seed(0).threads(0).build();
  }
}
