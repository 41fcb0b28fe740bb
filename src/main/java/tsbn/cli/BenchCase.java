package tsbn.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import tsbn.data.DataFormatException;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.evaluate.Evaluation;
import tsbn.experiment.Experiment;
import tsbn.experiment.ModelDesign;
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
 * @param millisPerStep time of a step: processor time where it runs on one thread, time gone by
 *     where several share it. The median; of training steps, that of the stretch of time whose
 *     ratio is the median one.
 * @param floorMillis the time the products would take at the machine's peak in the same stretch,
 *     plus the update at memory speed
 * @param ratioToFloor millisPerStep / floorMillis
 * @param peakResidentMb largest memory of the process so far; null where the system does not say
 * @param measures what another kind of case measured, by name; null for training steps
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
    Map<String, Double> measures) {

  /** What RMSprop reads and writes for a parameter. */
  private static final double UPDATE_BYTES = 36;

  /** The measured limits of the machine. */
  record Limits(double peakGflops, double memoryGigabytes) {}

  /** What every case is measured with. */
  record Terms(double seconds, int threads, Limits limits) {}

  /**
   * Training steps of the paper's settings.
   *
   * @param layers the hidden layers and order; they get the visible units and likelihood of the
   *     data
   */
  static BenchCase training(
      String name, String note, SequenceSet set, ModelDesign layers, Terms terms) {
    Architecture architecture = layers.on(set.units(), set.kind());
    TrainingSettings settings = TrainingSettings.paper().change().threads(terms.threads).build();
    Learner learner = learner(architecture, set, settings);
    long baseline = (long) settings.baselineUnits() * set.units();
    long weights = baseline;
    for (Link link : architecture.links()) {
      weights += (long) architecture.units(link.source()) * architecture.units(link.target());
    }
    double meanFrames = (double) set.frames(Split.TRAIN) / set.get(Split.TRAIN).size();
    // Forward and gradient: two products a weight and frame, each a multiplication and an addition.
    double mflop = 4 * meanFrames * weights / 1e6;
    long parameters = architecture.parameterCount() + baseline + settings.baselineUnits();
    double update = parameters * UPDATE_BYTES / terms.limits.memoryGigabytes() / 1e6;
    StepTimer.Stretch stretch =
        new StepTimer(terms.seconds, terms.threads)
            .medianStretch(step -> learner.step(), peak -> mflop / peak + update);
    return new BenchCase(
        name,
        note,
        parameters,
        mflop,
        stretch.millis(),
        stretch.floor(),
        stretch.ratio(),
        resident(),
        null);
  }

  private static Learner learner(
      Architecture architecture, SequenceSet set, TrainingSettings settings) {
    TemporalSbn model =
        TemporalSbn.initialise(
            architecture, settings.initialScale(), new RandomStream(settings.seed()));
    return new Learner(model, set.get(Split.TRAIN), List.of(), settings);
  }

  /** Seconds from the start of the program to its hundredth training step. */
  static BenchCase coldStart(SequenceSet set, ModelDesign layers) {
    Learner learner = learner(layers.on(set.units(), set.kind()), set, TrainingSettings.paper());
    double first = Double.NaN;
    for (int step = 0; step < 100; step++) {
      learner.step();
      first = step == 0 ? Machine.secondsRunning() : first;
    }
    Map<String, Double> measures = new LinkedHashMap<>();
    measures.put("secondsToStep1", first);
    measures.put("secondsToStep100", Machine.secondsRunning());
    return new BenchCase("cold-start", "", null, null, null, null, null, resident(), measures);
  }

  /** Generation of one hundred frames. */
  static BenchCase generation(SequenceSet set, Terms terms) {
    TemporalSbn model = model(set, terms);
    RandomStream random = new RandomStream(1);
    double millis =
        median(terms, step -> model.simulate(null, 100, Feedback.MEANS, random.child(step)));
    return other("generate", "a step is a sequence of 100 frames", model, millis);
  }

  /** Bound and one-sample prediction error of one sequence. */
  static BenchCase evaluation(SequenceSet set, Terms terms) {
    TemporalSbn model = model(set, terms);
    List<Sequence> sequences = set.get(Split.TRAIN);
    RandomStream random = new RandomStream(1);
    double millis =
        median(
            terms,
            step -> {
              List<Sequence> one = List.of(sequences.get(step % sequences.size()));
              Evaluation.bound(model, one, 1, random, Progress.NONE);
              Evaluation.predictionError(model, one, 1, random, Progress.NONE);
            });
    return other("evaluate", "a step is bound and prediction of one sequence", model, millis);
  }

  /** What checkpoints cost a run of the paper's settings that has very many iterations. */
  static BenchCase autosave(SequenceSet set, ModelDesign layers, Terms terms)
      throws IOException, InterruptedException {
    Architecture architecture = layers.on(set.units(), set.kind());
    TrainingSettings settings =
        TrainingSettings.paper()
            .change()
            .threads(terms.threads)
            .iterations(100_000_000)
            .validateEvery(100_000_000)
            .build();
    Experiment experiment = new Experiment(set.source(), architecture, settings);
    Map<String, Double> measures = new AutosaveBench(experiment, set, terms.seconds).run();
    return measured("autosave", "checkpoints while training", architecture, measures);
  }

  /** Many runs and a long curve. */
  static BenchCase store(SequenceSet set, ModelDesign layers)
      throws IOException, DataFormatException, InterruptedException {
    Architecture architecture = layers.on(set.units(), set.kind());
    TrainingSettings settings =
        TrainingSettings.paper().change().iterations(40).validateEvery(10).build();
    Experiment experiment = new Experiment(set.source(), architecture, settings);
    Map<String, Double> measures = new StoreBench(experiment, set).run();
    return measured("store", "200 runs; a curve of 100,000 points", architecture, measures);
  }

  private static BenchCase measured(
      String name, String note, Architecture architecture, Map<String, Double> measures) {
    return new BenchCase(
        name, note, architecture.parameterCount(), null, null, null, null, resident(), measures);
  }

  /** What a case that needs the window found. */
  static BenchCase inWindow(String name, Map<String, Double> measures) {
    return new BenchCase(name, "", null, null, null, null, null, resident(), measures);
  }

  /** A case whose data is not there. */
  static BenchCase skipped(String name, String note) {
    return new BenchCase(name, note, null, null, null, null, null, null, null);
  }

  private static TemporalSbn model(SequenceSet set, Terms terms) {
    TemporalSbn model =
        TemporalSbn.initialise(Architecture.tsbn(set.units(), 100, 1), 0.001, new RandomStream(1));
    model.kernels().workers().use(terms.threads);
    return model;
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

  private static double median(Terms terms, IntConsumer step) {
    return new StepTimer(terms.seconds, terms.threads).median(step);
  }

  private static Double resident() {
    double megabytes = Machine.peakResidentMb();
    return Double.isNaN(megabytes) ? null : megabytes;
  }
}
