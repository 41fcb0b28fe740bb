package tsbn.cli;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tsbn.data.DataKind;
import tsbn.data.SequenceSet;
import tsbn.data.source.DataSources;
import tsbn.experiment.Experiment;
import tsbn.experiment.ModelDesign;
import tsbn.experiment.Preset;
import tsbn.experiment.Presets;
import tsbn.experiment.RunFolder;
import tsbn.learn.CurvePoint;
import tsbn.learn.EstimatorKind;
import tsbn.learn.Initialisation;
import tsbn.learn.OptimiserKind;
import tsbn.learn.Schedule;
import tsbn.learn.SignalKind;
import tsbn.learn.Trainer;
import tsbn.learn.TrainingSettings;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.LayerSpec;
import tsbn.model.sbn.Likelihood;

/** {@code tsbn train}: trains a model and writes a run. */
@Command(
    name = "train",
    description = "Trains a model and writes a run.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class TrainCommand implements Callable<Integer> {
  /** Samples where an estimator needs several and nobody says how many. */
  private static final int SEVERAL = 5;

  private final Console console;

  @Option(
      names = "--data",
      paramLabel = "DATA",
      description = "What to learn. Default: what the preset names.")
  private String data;

  @Option(
      names = "--out",
      paramLabel = "RUN",
      required = true,
      description = "Folder to write; new or empty.")
  private Path out;

  @Option(names = "--force", description = "Replace the run that is in the folder.")
  private boolean force;

  @Option(
      names = "--preset",
      paramLabel = "P",
      description = "Named settings: ${COMPLETION-CANDIDATES}. Any option given beside it wins.",
      completionCandidates = PresetNames.class)
  private String preset;

  @Option(
      names = "--model",
      paramLabel = "M",
      description = "tsbn (default), hmsbn, sbn, dtsbn-s, dtsbn-d or dhmsbn-s.")
  private String model;

  @Option(
      names = "--layers",
      paramLabel = "J",
      split = ",",
      description = "Hidden units of every layer, bottom first (default 100).")
  private List<Integer> layers;

  @Option(names = "--order", paramLabel = "N", description = "Frames to look back (default 1).")
  private Integer order;

  @Option(
      names = "--optimizer",
      paramLabel = "O",
      description = "rmsprop (default), adam, adamw, adagrad or sgd.")
  private OptimiserKind optimizer;

  @Option(
      names = "--step-size",
      paramLabel = "F",
      description = "Learning rate, above 0 (default 1e-4).")
  private Double stepSize;

  @Option(names = "--batch", paramLabel = "B", description = "Sequences a step (default 1).")
  private Integer batch;

  @Option(
      names = "--weight-decay",
      paramLabel = "F",
      description = "L2 weight decay, from 0 (default 1e-4).")
  private Double weightDecay;

  @Option(names = "--schedule", description = "constant (default), linear or cosine.")
  private Schedule schedule;

  @Option(names = "--warm-up", paramLabel = "N", description = "Steps of rising step size (0).")
  private Integer warmUp;

  @Option(names = "--clip", paramLabel = "F", description = "Largest gradient norm (0: no limit).")
  private Double clip;

  @Option(
      names = "--visible",
      paramLabel = "V",
      description = "auto (default), bernoulli, gaussian or multinomial.")
  private Visible visible;

  @Option(
      names = "--estimator",
      paramLabel = "E",
      description = "nvil (default), leave-one-out, local-expectation, vimco or straight-through.")
  private EstimatorKind estimator;

  @Option(
      names = "--signal",
      paramLabel = "S",
      description = "own-step (default), remaining or discounted; for nvil and leave-one-out.")
  private SignalKind signal;

  @Option(names = "--discount", paramLabel = "G", description = "Of the discounted signal (0.9).")
  private Double discount;

  @Option(
      names = "--samples",
      paramLabel = "K",
      description = "Hidden samples of each sequence (1; 5 where the estimator needs several).")
  private Integer samples;

  @Option(
      names = "--truncation",
      paramLabel = "N",
      description = "Frames that gradients go back through deterministic layers (0: all).")
  private Integer truncation;

  @Option(names = "--initialisation", description = "normal (default) or scaled.")
  private Initialisation initialisation;

  @Option(names = "--iterations", paramLabel = "N", description = "Steps in all (default 100,000).")
  private Integer iterations;

  @Option(names = "--seconds", paramLabel = "S", description = "Stop after so much training time.")
  private Double seconds;

  @Option(
      names = "--validate-every",
      paramLabel = "N",
      description = "Steps between validations (default 500).")
  private Integer validateEvery;

  @Option(
      names = "--early-stop",
      paramLabel = "N",
      description = "Stop after N validations without a better one, and keep the best (0: never).")
  private Integer earlyStop;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that share large steps (0: one for each processor).")
  private Integer threads;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "What every random number follows from (default 1).")
  private Long seed;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  /** The names of the presets, for the help text. */
  private static final class PresetNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Presets.all().stream().map(Preset::name).iterator();
    }
  }

  private enum Visible {
    AUTO(null),
    BERNOULLI(Likelihood.BERNOULLI),
    GAUSSIAN(Likelihood.NORMAL),
    MULTINOMIAL(Likelihood.MULTINOMIAL);

    private final Likelihood likelihood;

    Visible(Likelihood likelihood) {
      this.likelihood = likelihood;
    }

    Likelihood likelihood() {
      return likelihood;
    }
  }

  TrainCommand(Console console) {
    this.console = console;
  }

  /** The result as {@code --json} prints it. */
  private record Trained(
      String run,
      String model,
      String state,
      int iterations,
      double seconds,
      Double trainBound,
      Double validBound,
      Double validPredictionError) {}

  @Override
  public Integer call() throws Exception {
    Preset start = preset();
    String source = data != null ? data : start.data();
    if (source == null) {
      throw new BadArguments("The data is missing; name it with --data.");
    }
    if (seconds != null && !(seconds > 0)) {
      throw new BadArguments("The seconds must be more than 0.");
    }
    RunPlace.requireFree(out, force);
    TrainingSettings settings;
    ModelDesign design;
    try {
      settings = settings(start.settings());
      design = design(start.design());
    } catch (IllegalArgumentException e) {
      throw new BadArguments(e.getMessage(), e);
    }
    SequenceSet set = DataSources.open(source, console.progress("reading"));
    Experiment experiment = new Experiment(set.source(), architecture(design, set), settings);
    RunPlace.create(out);
    double most = seconds == null ? Double.POSITIVE_INFINITY : seconds;
    TrainingJob.Outcome outcome =
        new TrainingJob(console, set, experiment, most)
            .run(
                done -> {
                  RunFolder.save(out, done.run());
                  report(done);
                });
    if (outcome.gauges().state() == Trainer.State.FAILED) {
      throw new Failed(outcome.gauges().failure());
    }
    return 0;
  }

  private Preset preset() throws BadArguments {
    if (preset == null) {
      return new Preset(
          "", "", "", null, ModelDesign.of(Architecture.tsbn(1, 100, 1)), TrainingSettings.paper());
    }
    return Presets.find(preset)
        .orElseThrow(
            () ->
                new BadArguments(
                    "There is no preset \"%s\"; there are %s."
                        .formatted(
                            preset,
                            Presets.all().stream()
                                .map(Preset::name)
                                .collect(Collectors.joining(", ")))));
  }

  private static Architecture architecture(ModelDesign design, SequenceSet set)
      throws BadArguments {
    try {
      Architecture architecture = design.on(set.units(), set.kind());
      Experiment.requireMemory(architecture);
      return architecture;
    } catch (IllegalArgumentException e) {
      throw new BadArguments(e.getMessage(), e);
    }
  }

  private TrainingSettings settings(TrainingSettings start) {
    TrainingSettings.Builder change = start.change();
    set(optimizer, change::optimiser);
    set(stepSize, change::stepSize);
    set(batch, change::batch);
    set(weightDecay, change::weightDecay);
    set(schedule, change::schedule);
    set(warmUp, change::warmUp);
    set(clip, change::clipNorm);
    set(estimator, change::estimator);
    set(signal, change::signal);
    set(discount, change::discount);
    boolean several = estimator != null && estimator.fewestSamples() > start.samples();
    set(samples == null && several ? Integer.valueOf(SEVERAL) : samples, change::samples);
    set(truncation, change::truncation);
    set(iterations, change::iterations);
    set(validateEvery, change::validateEvery);
    set(earlyStop, change::earlyStop);
    set(threads, change::threads);
    set(initialisation, change::initialisation);
    set(seed, change::seed);
    return change.build();
  }

  private static <T> void set(T value, Consumer<T> setter) {
    if (value != null) {
      setter.accept(value);
    }
  }

  private ModelDesign design(ModelDesign start) {
    ModelDesign design = start;
    if (model != null || layers != null || order != null) {
      Architecture shape = start.on(1, DataKind.BINARY);
      int deep = layers == null ? shape.depth() : layers.size();
      String name = model != null ? model : deep > 1 ? "dtsbn-s" : "tsbn";
      if (model == null && deep == shape.depth() && !shape.variant().contains(" ")) {
        name = shape.variant().toLowerCase(Locale.ROOT);
      }
      List<Integer> units =
          layers != null ? layers : shape.hidden().stream().map(LayerSpec::units).toList();
      boolean deepName = ModelDesign.variants().contains(name) && name.startsWith("d");
      if (layers == null && deepName && units.size() == 1) {
        units = List.of(units.get(0), units.get(0));
      }
      design = ModelDesign.named(name, units, order == null ? Math.max(1, shape.order()) : order);
    }
    return visible == null ? design : design.with(visible.likelihood());
  }

  private void report(TrainingJob.Outcome outcome) {
    Trainer.Gauges gauges = outcome.gauges();
    CurvePoint last = null;
    for (CurvePoint point : outcome.run().curve()) {
      last = point.validated() ? point : last;
    }
    Architecture shape = outcome.run().experiment().architecture();
    if (json) {
      console.json(
          new Trained(
              out.toString(),
              shape.variant(),
              gauges.state().name().toLowerCase(Locale.ROOT),
              gauges.iteration(),
              gauges.seconds(),
              Double.isNaN(gauges.bound()) ? null : gauges.bound(),
              last == null ? null : last.validBound(),
              last == null ? null : last.predictionError()));
      return;
    }
    console.print(
        "%s with %s hidden units, order %d: %,d iterations in %.1f s",
        shape.variant(),
        shape.hidden().stream().map(layer -> "" + layer.units()).collect(Collectors.joining("-")),
        shape.order(),
        gauges.iteration(),
        gauges.seconds());
    if (!Double.isNaN(gauges.bound())) {
      console.print(
          "  train bound       %.3f nats per time step, smoothed over the last steps",
          gauges.bound());
    }
    if (last != null) {
      console.print(
          "  validation bound  %.3f nats per time step at iteration %,d",
          last.validBound(), last.iteration());
      console.print("  prediction error  %.3f on validation, one sample", last.predictionError());
    }
    console.print("  run               %s", out);
  }
}
