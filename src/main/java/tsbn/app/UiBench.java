package tsbn.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Duration;
import tsbn.app.shell.AppWindow;
import tsbn.app.shell.PageId;
import tsbn.app.support.AppContext;
import tsbn.app.support.FileDialogs;
import tsbn.app.support.Notices;
import tsbn.app.support.PulseProbe;
import tsbn.app.support.PulseProbe.Figures;
import tsbn.app.support.Remembered;
import tsbn.app.support.Run;
import tsbn.app.support.Sound;
import tsbn.app.support.Workbench;
import tsbn.app.support.WorkerTasks;
import tsbn.data.DataKind;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.experiment.Experiment;
import tsbn.experiment.Preset;
import tsbn.experiment.Presets;
import tsbn.learn.Trainer;
import tsbn.sound.JdkSynth;

/**
 * Measures the window itself: it opens, trains the bouncing balls at full speed with each page in
 * turn in view, and reports how long each pulse kept the FX thread, how fast it trained beside a
 * window and without one, and whether the heap grows.
 */
public final class UiBench {
  private static final Duration WARM_UP = Duration.seconds(5);

  /** For a page to be drawn first, which is not what is measured. */
  private static final Duration SETTLE = Duration.seconds(1);

  private static final int ENDLESS = 100_000_000;
  private static final double PULSES_PER_SECOND = 60;

  /** Those that have anything to show of a video. */
  private static final List<PageId> PAGES =
      Arrays.stream(PageId.values()).filter(page -> page.suits(DataKind.GREY)).toList();

  private final CompletableFuture<Result> result = new CompletableFuture<>();
  private final WorkerTasks tasks = new WorkerTasks();
  private final Duration onPage;
  private final Path folder;
  private final Map<PageId, Figures> figures = new EnumMap<>(PageId.class);
  private Workbench workbench;
  private AppWindow window;
  private PulseProbe probe;
  private int iterationsBefore;
  private int steps;
  private double megabytesBefore;

  /**
   * What was measured beside the window.
   *
   * @param fx work of the FX thread per pulse, by the page in view
   * @param secondsOnPage how long each page was measured
   * @param stepsPerSecond training steps meanwhile
   * @param megabytesGrown how much more the heap held at the end, after collection
   * @param bodies work of the FX thread per pulse while four bodies walk and nothing trains
   */
  private record Result(
      Map<PageId, Figures> fx,
      Figures bodies,
      double secondsOnPage,
      double stepsPerSecond,
      double megabytesGrown,
      SequenceSet data,
      Experiment experiment) {

    /** Every figure by a name that says its unit. */
    private Map<String, Double> named() {
      Map<String, Double> named = new LinkedHashMap<>();
      fx.forEach((page, figures) -> put(named, page.name().toLowerCase(Locale.ROOT), figures));
      put(named, "fourBodies", bodies);
      named.put("heapGrowthMb", megabytesGrown);
      named.put("stepsPerSecond", stepsPerSecond);
      return named;
    }

    private void put(Map<String, Double> named, String name, Figures figures) {
      named.put(name + "FxWorkMillisP50", figures.work().p50());
      named.put(name + "FxWorkMillisP99", figures.work().p99());
      named.put(name + "FxClockMillisP99", figures.clock().p99());
      double due = PULSES_PER_SECOND * secondsOnPage;
      named.put(name + "PulsesDropped", Math.max(0, due - figures.pulses()));
    }
  }

  private UiBench(double seconds, Path folder) {
    this.onPage = Duration.seconds(seconds / PAGES.size());
    this.folder = folder;
  }

  /**
   * Opens the window, measures, closes it and ends JavaFX, which cannot be started again in this
   * process.
   *
   * @param seconds how long to measure on all pages together, after a warm-up of five seconds; and
   *     a third of it without the window
   * @return every figure by a name that says its unit
   * @throws UnsupportedOperationException if there is no display
   */
  public static Map<String, Double> run(double seconds) {
    try {
      Path folder = Files.createTempDirectory("tsbn-bench");
      Result beside;
      try {
        UiBench bench = new UiBench(seconds, folder);
        Platform.startup(bench::open);
        beside = bench.result.join();
      } finally {
        Platform.exit();
        Files.deleteIfExists(folder.resolve("workbench.json"));
        Files.delete(folder);
      }
      Map<String, Double> named = beside.named();
      double alone = stepsPerSecondAlone(beside, Math.max(2, seconds / 3));
      named.put("stepsPerSecondWithoutWindow", alone);
      named.put("relativeSpeed", beside.stepsPerSecond / alone);
      return named;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Map.of();
    }
  }

  /** How fast the same run trains without a window. */
  private static double stepsPerSecondAlone(Result beside, double seconds)
      throws InterruptedException {
    try (Trainer trainer =
        new Trainer(
            beside.experiment.newModel(),
            beside.data.get(Split.TRAIN),
            beside.data.get(Split.VALID),
            beside.experiment.settings())) {
      trainer.resume();
      trainer.awaitEnd(java.time.Duration.ofSeconds(1));
      int before = trainer.gauges().iteration();
      long start = System.nanoTime();
      trainer.awaitEnd(java.time.Duration.ofMillis((long) (1000 * seconds)));
      int done = trainer.gauges().iteration() - before;
      return done / ((System.nanoTime() - start) / 1e9);
    }
  }

  private void open() {
    Stage stage = new Stage();
    Notices failing = new FailingNotices();
    Remembered remembered = new Remembered(folder.resolve("workbench.json"));
    workbench = new Workbench(tasks, failing, remembered);
    window =
        new AppWindow(
            stage,
            new AppContext(
                workbench,
                tasks,
                new NoDialogs(),
                failing,
                remembered,
                new Sound(tasks, failing, JdkSynth::open)));
    probe = new PulseProbe(stage.getScene());
    probe.start();
    window.open();
    window.shell().show(PageId.TRAIN);
    Preset balls = Presets.all().get(0);
    workbench.settingsProperty().addListener(adopted -> train()); // after data and model
    workbench.applyPreset(
        new Preset(
            balls.name(),
            balls.title(),
            balls.description(),
            balls.data(),
            balls.design(),
            balls.settings().change().iterations(ENDLESS).build()));
  }

  private void train() {
    workbench.train();
    after(WARM_UP, () -> visit(0));
  }

  /** Shows each page once, so that all that a page needs is there before the heap is looked at. */
  private void visit(int index) {
    if (index == PAGES.size()) {
      megabytesBefore = heldMegabytes();
      show(0);
      return;
    }
    window.shell().show(PAGES.get(index));
    after(SETTLE, () -> visit(index + 1));
  }

  private void show(int index) {
    if (index == PAGES.size()) {
      finish();
      return;
    }
    window.shell().show(PAGES.get(index));
    after(
        SETTLE,
        () -> {
          probe.reset();
          iterationsBefore = iteration();
          after(
              onPage,
              () -> {
                figures.put(PAGES.get(index), probe.figures());
                steps += iteration() - iterationsBefore;
                show(index + 1);
              });
        });
  }

  private int iteration() {
    return workbench.gaugesProperty().get().iteration();
  }

  /** What the heap holds after a collection. */
  private static double heldMegabytes() {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed() / 1048576.0;
  }

  private void finish() {
    double megabytesGrown = heldMegabytes() - megabytesBefore;
    Run run = workbench.runProperty().get();
    Experiment experiment =
        new Experiment(run.data().source(), run.architecture(), workbench.settingsProperty().get());
    Platform.setImplicitExit(false);
    probe.stop();
    window.close();
    workbench.close();
    tasks.close();
    double seconds = onPage.toSeconds();
    double speed = steps / (seconds * PAGES.size());
    FourFigures.measure(
        onPage,
        bodies ->
            result.complete(
                new Result(
                    figures, bodies, seconds, speed, megabytesGrown, run.data(), experiment)));
  }

  /** Does something after a pause. */
  static void after(Duration pause, Runnable then) {
    PauseTransition wait = new PauseTransition(pause);
    wait.setOnFinished(over -> then.run());
    wait.play();
  }

  /** Nothing may go wrong in a measurement. */
  private final class FailingNotices implements Notices {
    @Override
    public void error(String sentence) {
      result.completeExceptionally(new IllegalStateException(sentence));
    }

    @Override
    public void info(String sentence) {}
  }

  private static final class NoDialogs implements FileDialogs {
    @Override
    public Optional<Path> open(String title, FileType... types) {
      return Optional.empty();
    }

    @Override
    public List<Path> openSeveral(String title, FileType... types) {
      return List.of();
    }

    @Override
    public Optional<Path> openFolder(String title) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> saveFolder(String title, String suggestedName) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> save(String title, String suggestedName, FileType type) {
      return Optional.empty();
    }
  }
}
