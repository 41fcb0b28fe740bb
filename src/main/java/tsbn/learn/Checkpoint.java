package tsbn.learn;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ejml.data.FMatrixRMaj;
import tsbn.model.Parameters;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.TemporalSbn;

/**
 * All that a run is between two steps. A trainer made from it goes on bit for bit like the one it
 * was copied from: parameters, optimisers, running moments, early stopping, counters. Random
 * streams and the order of the sequences follow from seed and counters alone.
 */
public final class Checkpoint {
  static final String MODEL = "model/";
  static final String BEST = "best/";
  static final String ITERATION = "iteration";
  private static final String CHANGE_PENDING = "changePending";
  static final String BEST_ITERATION = "bestIteration";

  private final StateArrays arrays;
  private TrainingSettings settings;
  private TrainingSettings next;

  /** Room for a copy; whoever asks for the next one may give it again. */
  public Checkpoint() {
    this.arrays = new StateArrays();
  }

  /**
   * A checkpoint that was written.
   *
   * @param settings of the last step
   * @param next of the step to come
   */
  public Checkpoint(StateArrays arrays, TrainingSettings settings, TrainingSettings next) {
    this.arrays = arrays;
    this.settings = settings;
    this.next = next;
  }

  void use(TrainingSettings present, TrainingSettings coming, boolean pending) {
    settings = present;
    next = pending ? coming : present;
    arrays.put(CHANGE_PENDING, pending ? 1 : 0);
  }

  /** Everything with a name: what a file holds. */
  public StateArrays arrays() {
    return arrays;
  }

  /** The settings of the last step. */
  public TrainingSettings settings() {
    return settings;
  }

  /** The settings of the step to come. */
  public TrainingSettings next() {
    return next;
  }

  /** Whether the step to come begins with a change of settings. */
  boolean changePending() {
    return arrays.number(CHANGE_PENDING) != 0;
  }

  /** Steps taken. */
  public int iteration() {
    return Math.toIntExact(arrays.number(ITERATION));
  }

  /** Training time so far. */
  public double seconds() {
    return arrays.number(Throughput.NANOS) * 1e-9;
  }

  /** Whether the run keeps another model than that of the last step: the best so far. */
  private boolean keepsBest() {
    return settings.earlyStop() > 0 && arrays.hasMatrices(BEST);
  }

  /** The steps that the model which the run keeps has taken. */
  public int keptIteration() {
    return keepsBest() ? Math.toIntExact(arrays.number(BEST_ITERATION)) : iteration();
  }

  /** The blocks of the model which the run keeps: with early stopping, of the best so far. */
  public Map<String, FMatrixRMaj> kept() {
    return blocks(keepsBest() ? BEST : MODEL);
  }

  /** The blocks of the model as it is after the last step. */
  public Map<String, FMatrixRMaj> model() {
    return blocks(MODEL);
  }

  /**
   * The model that the run keeps.
   *
   * @throws IllegalArgumentException with a sentence if it is of another architecture
   */
  public TemporalSbn kept(Architecture architecture) {
    TemporalSbn model = new TemporalSbn(architecture);
    Parameters parameters = model.parameters();
    arrays.get(keepsBest() ? BEST : MODEL, parameters);
    return model;
  }

  private Map<String, FMatrixRMaj> blocks(String prefix) {
    Map<String, FMatrixRMaj> blocks = new LinkedHashMap<>();
    arrays
        .matrices()
        .forEach(
            (name, block) -> {
              if (name.startsWith(prefix)) {
                blocks.put(name.substring(prefix.length()), block);
              }
            });
    return blocks;
  }
}
