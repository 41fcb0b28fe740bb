package tsbn.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
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
import tsbn.app.support.Workbench;
import tsbn.app.support.WorkerTasks;
import tsbn.experiment.Preset;
import tsbn.experiment.Presets;

/**
 * Measures the window itself: it opens, trains the bouncing balls at full speed with the page to
 * train on in view, and reports how long each pulse kept the FX thread.
 */
public final class UiBench {
  private static final Duration WARM_UP = Duration.seconds(5);
  private static final int ENDLESS = 100_000_000;

  private final CompletableFuture<Result> result = new CompletableFuture<>();
  private final WorkerTasks tasks = new WorkerTasks();
  private final Duration measured;
  private final Path folder;
  private Workbench workbench;
  private AppWindow window;
  private PulseProbe probe;
  private int iterationsBefore;

  /**
   * What was measured.
   *
   * @param fx work of the FX thread per pulse
   * @param stepsPerSecond training steps meanwhile
   */
  public record Result(Figures fx, double stepsPerSecond) {

    /** Every figure by a name that says its unit. */
    public Map<String, Double> named() {
      Map<String, Double> named = new LinkedHashMap<>();
      named.put("fxWorkMillisP50", fx.work().p50());
      named.put("fxWorkMillisP99", fx.work().p99());
      named.put("fxWorkMillisMax", fx.work().max());
      named.put("fxClockMillisP50", fx.clock().p50());
      named.put("fxClockMillisP99", fx.clock().p99());
      named.put("fxClockMillisMax", fx.clock().max());
      named.put("pulses", (double) fx.pulses());
      named.put("stepsPerSecond", stepsPerSecond);
      return named;
    }
  }

  private UiBench(double seconds, Path folder) {
    this.measured = Duration.seconds(seconds);
    this.folder = folder;
  }

  /**
   * Opens the window, measures, closes it and ends JavaFX, which cannot be started again in this
   * process.
   *
   * @param seconds how long to measure, after a warm-up of five seconds
   * @throws UnsupportedOperationException if there is no display
   */
  public static Result run(double seconds) {
    try {
      Path folder = Files.createTempDirectory("tsbn-bench");
      try {
        UiBench bench = new UiBench(seconds, folder);
        Platform.startup(bench::open);
        return bench.result.join();
      } finally {
        Platform.exit();
        Files.deleteIfExists(folder.resolve("workbench.json"));
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void open() {
    Stage stage = new Stage();
    Notices failing = new FailingNotices();
    Remembered remembered = new Remembered(folder.resolve("workbench.json"));
    workbench = new Workbench(tasks, failing, remembered);
    window =
        new AppWindow(
            stage, new AppContext(workbench, tasks, new NoDialogs(), failing, remembered));
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
    after(WARM_UP, this::measure);
  }

  private void measure() {
    probe.reset();
    iterationsBefore = workbench.gaugesProperty().get().iteration();
    after(measured, this::finish);
  }

  private void finish() {
    int steps = workbench.gaugesProperty().get().iteration() - iterationsBefore;
    Result found = new Result(probe.figures(), steps / measured.toSeconds());
    probe.stop();
    window.close();
    workbench.close();
    tasks.close();
    result.complete(found);
  }

  private static void after(Duration pause, Runnable then) {
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
