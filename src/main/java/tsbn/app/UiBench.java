package tsbn.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
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
import java.util.function.Consumer;
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
import tsbn.experiment.FileTree;
import tsbn.experiment.Preset;
import tsbn.experiment.Presets;
import tsbn.learn.Trainer;
import tsbn.math.RandomStream;
import tsbn.sound.JdkSynth;

/**
 * Measures the window itself: it opens, trains an example at full speed with each page in turn in
 * view, and reports how long each pulse kept the FX thread, how fast it trained beside a window and
 * without one, and whether the heap grows.
 */
public final class UiBench {
  private static final Duration WARM_UP = Duration.seconds(5);

  /** For a page to be drawn first, which is not what is measured. */
  private static final Duration SETTLE = Duration.seconds(1);

  private static final int ENDLESS = 100_000_000;
  private static final double PULSES_PER_SECOND = 60;

  /** What is trained. */
  public enum Subject {
    /** The bouncing balls of the first example. */
    BALLS(DataKind.GREY),
    /** 3,000 words in 225 years, random, with the model for texts of one's own. */
    WORDS(DataKind.COUNTS);

    private static final int YEARS = 225;
    private static final int FIRST_YEAR = 1790;
    private static final int VOCABULARY = 3000;
    private static final int WORDS_A_YEAR = 4000;

    private final DataKind kind;

    Subject(DataKind kind) {
      this.kind = kind;
    }

    /** The pages that have anything to show of it. */
    private List<PageId> pages() {
      return Arrays.stream(PageId.values()).filter(page -> page.suits(kind)).toList();
    }

    private Preset preset(Path folder) throws IOException {
      return this == BALLS
          ? Presets.all().get(0)
          : on(Presets.find("best-sotu").orElseThrow(), words(folder.resolve("words.csv")));
    }

    private static Preset on(Preset preset, String data) {
      return new Preset(
          preset.name(),
          preset.title(),
          preset.description(),
          data,
          preset.design(),
          preset.settings());
    }

    private static String words(Path file) throws IOException {
      RandomStream random = new RandomStream(1);
      try (Writer out = Files.newBufferedWriter(file)) {
        out.write("year,word,count\n");
        for (int year = 0; year < YEARS; year++) {
          int[] counts = new int[VOCABULARY];
          for (int i = 0; i < WORDS_A_YEAR; i++) {
            counts[random.nextInt(1 + random.nextInt(VOCABULARY))]++;
          }
          for (int word = 0; word < VOCABULARY; word++) {
            if (counts[word] > 0) {
              out.write("%d,word%d,%d\n".formatted(FIRST_YEAR + year, word, counts[word]));
            }
          }
        }
      }
      return file + "?min-total=1&min-year=1";
    }
  }

  private final List<PageId> pages;
  private final Preset subject;
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
   * @param bodies work of the FX thread per pulse while four bodies walk and nothing trains; null
   *     where that was not measured
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
      if (bodies != null) {
        put(named, "fourBodies", bodies);
      }
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

  private UiBench(Subject subject, double seconds, Path folder) throws IOException {
    this.pages = subject.pages();
    this.subject = subject.preset(folder);
    this.onPage = Duration.seconds(seconds / pages.size());
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
  public static Map<String, Double> run(Subject subject, double seconds) {
    try {
      Path folder = Files.createTempDirectory("tsbn-bench");
      Result beside;
      try {
        UiBench bench = new UiBench(subject, seconds, folder);
        Platform.startup(bench::open);
        beside = bench.result.join();
      } finally {
        Platform.exit();
        FileTree.delete(folder);
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
    workbench.settingsProperty().addListener(adopted -> train()); // after data and model
    workbench.applyPreset(
        new Preset(
            subject.name(),
            subject.title(),
            subject.description(),
            subject.data(),
            subject.design(),
            subject.settings().change().iterations(ENDLESS).build()));
  }

  private void train() {
    workbench.train();
    after(WARM_UP, () -> visit(0));
  }

  /** Shows each page once, so that all that a page needs is there before the heap is looked at. */
  private void visit(int index) {
    if (index == pages.size()) {
      megabytesBefore = heldMegabytes();
      show(0);
      return;
    }
    window.shell().show(pages.get(index));
    after(SETTLE, () -> visit(index + 1));
  }

  private void show(int index) {
    if (index == pages.size()) {
      finish();
      return;
    }
    window.shell().show(pages.get(index));
    after(
        SETTLE,
        () -> {
          probe.reset();
          iterationsBefore = iteration();
          after(
              onPage,
              () -> {
                figures.put(pages.get(index), probe.figures());
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
    double speed = steps / (seconds * pages.size());
    Consumer<Figures> end =
        bodies ->
            result.complete(
                new Result(
                    figures, bodies, seconds, speed, megabytesGrown, run.data(), experiment));
    if (run.about().kind() == DataKind.GREY) {
      FourFigures.measure(onPage, end);
    } else {
      end.accept(null);
    }
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
