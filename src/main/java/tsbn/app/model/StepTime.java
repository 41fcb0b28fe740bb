package tsbn.app.model;

import java.util.List;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.experiment.Experiment;
import tsbn.learn.Learner;

/** How long a training step takes here and now, found by taking some. */
final class StepTime {
  private static final double NANOS = 1e-9;

  /** What has not run yet is slow; this long it only runs. */
  private static final double WARM_UP_SECONDS = 0.3;

  private static final double MEASURED_SECONDS = 0.5;
  private static final int MOST_STEPS = 200;

  private StepTime() {}

  /**
   * Seconds per step, the mean over half a second or so; at least one step is measured, however
   * long it takes. Work for a worker.
   */
  static double measure(Experiment experiment, SequenceSet data, Progress progress) {
    List<Sequence> train = data.get(Split.TRAIN);
    Learner learner = new Learner(experiment.newModel(), train, List.of(), experiment.settings());
    run(learner, WARM_UP_SECONDS, progress);
    return run(learner, MEASURED_SECONDS, progress);
  }

  private static double run(Learner learner, double atLeast, Progress progress) {
    long start = System.nanoTime();
    int steps = 0;
    double seconds = 0;
    while (steps == 0 || (seconds < atLeast && steps < MOST_STEPS)) {
      progress.check(Math.min(1, seconds / atLeast));
      learner.step();
      steps++;
      seconds = (System.nanoTime() - start) * NANOS;
    }
    return seconds / steps;
  }
}
