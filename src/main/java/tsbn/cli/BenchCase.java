package tsbn.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.evaluate.Evaluation;
import tsbn.learn.Learner;
import tsbn.learn.TrainingSettings;
import tsbn.math.RandomStream;
import tsbn.model.Feedback;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.Link;
import tsbn.model.sbn.TemporalSbn;

/**
 * One measurement of the benchmark.
 *
 * @param name of the case
 * @param note what to know of it; empty for nothing
 * @param parameters of p, q and the baseline
 * @param denseMflop multiplications and additions of a step's products if nothing is skipped; null
 *     where the case is no training step
 * @param millisPerStep median processor time of a step on its thread
 * @param floorMillis the time the products would take at the machine's peak, plus the update at
 *     memory speed
 * @param ratioToFloor millisPerStep / floorMillis
 * @param peakResidentMb largest memory of the process so far; null where the system does not say
 * @param window what a case that needs the window measured, by name; null for others
 */
record BenchCase(
    String name,
    String note,
    Long parameters,
    Double denseMflop,
    Double millisPerStep,
    Double floorMillis,
    Double ratioToFloor,
    Double peakResidentMb,
    Map<String, Double> window) {

  /** What RMSprop reads and writes for a parameter. */
  private static final double UPDATE_BYTES = 36;

  private static final int FEWEST_STEPS = 5;

  /** The measured limits of the machine. */
  record Limits(double peakGflops, double memoryGigabytes) {}

  static BenchCase training(
      String name, String note, SequenceSet set, int order, double seconds, Limits limits) {
    Architecture architecture = Architecture.tsbn(set.units(), 100, order);
    TrainingSettings settings = TrainingSettings.paper();
    Learner learner =
        new Learner(
            TemporalSbn.initialise(
                architecture, settings.initialScale(), new RandomStream(settings.seed())),
            set.get(Split.TRAIN),
            List.of(),
            settings);
    long baseline = (long) settings.baselineUnits() * set.units();
    long weights = baseline;
    for (Link link : architecture.links()) {
      weights += (long) architecture.units(link.source()) * architecture.units(link.target());
    }
    double meanFrames = (double) set.frames(Split.TRAIN) / set.get(Split.TRAIN).size();
    // Forward and gradient: two products a weight and frame, each a multiplication and an addition.
    double mflop = 4 * meanFrames * weights / 1e6;
    long parameters = architecture.parameterCount() + baseline + settings.baselineUnits();
    double floor =
        mflop / limits.peakGflops() + parameters * UPDATE_BYTES / limits.memoryGigabytes() / 1e6;
    double millis = median(seconds, step -> learner.step());
    return new BenchCase(
        name, note, parameters, mflop, millis, floor, millis / floor, resident(), null);
  }

  /** Generation of one hundred frames. */
  static BenchCase generation(SequenceSet set, double seconds) {
    TemporalSbn model = model(set);
    RandomStream random = new RandomStream(1);
    double millis =
        median(seconds, step -> model.simulate(null, 100, Feedback.MEANS, random.child(step)));
    return other("generate", "a step is a sequence of 100 frames", model, millis);
  }

  /** Bound and one-sample prediction error of one sequence. */
  static BenchCase evaluation(SequenceSet set, double seconds) {
    TemporalSbn model = model(set);
    List<Sequence> sequences = set.get(Split.TRAIN);
    RandomStream random = new RandomStream(1);
    double millis =
        median(
            seconds,
            step -> {
              List<Sequence> one = List.of(sequences.get(step % sequences.size()));
              Evaluation.bound(model, one, 1, random, Progress.NONE);
              Evaluation.predictionError(model, one, 1, random, Progress.NONE);
            });
    return other("evaluate", "a step is bound and prediction of one sequence", model, millis);
  }

  /** What a case that needs the window found. */
  static BenchCase inWindow(String name, Map<String, Double> measures) {
    return new BenchCase(name, "", null, null, null, null, null, resident(), measures);
  }

  private static TemporalSbn model(SequenceSet set) {
    return TemporalSbn.initialise(
        Architecture.tsbn(set.units(), 100, 1), 0.001, new RandomStream(1));
  }

  private static BenchCase other(String name, String note, TemporalSbn model, double millis) {
    return new BenchCase(
        name,
        note,
        model.architecture().parameterCount(),
        null,
        millis,
        null,
        null,
        resident(),
        null);
  }

  private static Double resident() {
    double megabytes = Machine.peakResidentMb();
    return Double.isNaN(megabytes) ? null : megabytes;
  }

  /** The median processor time of a step in ms; the first third of the time warms up. */
  private static double median(double seconds, Consumer<Integer> step) {
    List<Double> millis = new ArrayList<>();
    long start = System.nanoTime();
    int steps = 0;
    double gone = 0;
    while (gone < seconds || millis.size() < FEWEST_STEPS) {
      long before = Machine.cpuNanos();
      step.accept(steps++);
      double took = (Machine.cpuNanos() - before) / 1e6;
      gone = (System.nanoTime() - start) / 1e9;
      if (gone > seconds / 3) {
        millis.add(took);
      }
    }
    Collections.sort(millis);
    return millis.get(millis.size() / 2);
  }
}
