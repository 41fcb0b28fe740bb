package tsbn.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tsbn.data.DataFormatException;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.learn.Checkpoint;
import tsbn.learn.CurvePoint;
import tsbn.learn.Trainer;
import tsbn.learn.TrainingSettings;
import tsbn.model.sbn.TemporalSbn;

/**
 * A run in a folder with all that it takes to go on with it.
 *
 * @param run what the run keeps, its curve only up to the model that it keeps
 * @param curve every point up to where it goes on
 * @param dataHash of the data that it learned from; empty where the folder does not say
 * @param begun when the run began, as ISO 8601; empty where the folder does not say
 * @param state how far it is, as the folder says; nothing in the folder of an earlier version
 * @param checkpoint null where there is none
 */
public record Continuation(
    SavedRun run,
    List<CurvePoint> curve,
    String dataHash,
    String begun,
    Optional<RunState> state,
    Checkpoint checkpoint) {

  /**
   * Reads a run, at the newest of its checkpoints that is whole.
   *
   * @throws DataFormatException with one sentence if the folder does not hold a whole run
   */
  public static Continuation read(Path folder) throws DataFormatException {
    RunDescription description = RunDescription.read(folder);
    Optional<RunState> state = RunState.read(folder);
    Path curveFile = folder.resolve(RunFolder.CURVE);
    try {
      Experiment.requireMemory(description.experiment().architecture());
      Optional<Checkpoint> newest = Checkpoints.of(folder).newest();
      if (newest.isEmpty()) {
        SavedRun run = withoutCheckpoint(folder, description, state);
        return new Continuation(
            run, run.curve(), description.hash(), description.begun(), state, null);
      }
      Checkpoint checkpoint = newest.get();
      TrainingSettings settings = checkpoint.next().begunLike(checkpoint.settings());
      List<CurvePoint> curve = CurveCsv.read(curveFile, checkpoint.iteration());
      Experiment experiment = description.with(settings).experiment();
      TemporalSbn kept = checkpoint.kept(experiment.architecture());
      SavedRun run =
          SavedRun.of(
              experiment,
              description.data(),
              curve,
              new Trainer.Copy(kept, checkpoint.keptIteration()));
      return new Continuation(
          run, curve, description.hash(), description.begun(), state, checkpoint);
    } catch (IOException e) {
      throw new DataFormatException("%s cannot be read.".formatted(folder), e);
    } catch (IllegalArgumentException e) {
      throw RunDescription.refused(folder, e);
    }
  }

  /** The model alone, where there is no checkpoint or none that is whole. */
  private static SavedRun withoutCheckpoint(
      Path folder, RunDescription description, Optional<RunState> state)
      throws DataFormatException {
    Experiment experiment = description.experiment();
    Path model = folder.resolve(RunFolder.MODEL);
    if (state.isPresent() && !Files.exists(model)) {
      // Ended before its first checkpoint, it is where it began.
      return new SavedRun(experiment, description.data(), List.of(), experiment.newModel());
    }
    int last = state.map(RunState::iteration).orElse(Integer.MAX_VALUE);
    return new SavedRun(
        experiment,
        description.data(),
        CurveCsv.read(folder.resolve(RunFolder.CURVE), last),
        ModelFile.read(experiment.architecture(), model));
  }

  /** Whether it goes on bit for bit; otherwise its optimisers start afresh. */
  public boolean exact() {
    return checkpoint != null || curve.isEmpty();
  }

  /** Steps taken so far. */
  public int iteration() {
    return checkpoint != null
        ? checkpoint.iteration()
        : curve.isEmpty() ? 0 : curve.get(curve.size() - 1).iteration();
  }

  /**
   * A trainer that goes on with it.
   *
   * @param set the data of the run
   * @throws DataFormatException with one sentence if the checkpoint is of another run
   */
  public Trainer trainer(SequenceSet set) throws DataFormatException {
    Experiment experiment = run.experiment();
    if (checkpoint == null) {
      CurvePoint last = curve.isEmpty() ? null : curve.get(curve.size() - 1);
      return new Trainer(
          run.model().copy(),
          set.get(Split.TRAIN),
          set.get(Split.VALID),
          experiment.settings(),
          last);
    }
    try {
      return new Trainer(
          new TemporalSbn(experiment.architecture()),
          set.get(Split.TRAIN),
          set.get(Split.VALID),
          checkpoint);
    } catch (IllegalArgumentException e) {
      throw new DataFormatException("The checkpoint does not fit the run: " + e.getMessage(), e);
    }
  }
}
