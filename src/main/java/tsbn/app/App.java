package tsbn.app;

import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.stage.Stage;
import org.slf4j.LoggerFactory;
import tsbn.app.shell.AppWindow;
import tsbn.app.shell.PageId;
import tsbn.app.shell.Toasts;
import tsbn.app.support.AppContext;
import tsbn.app.support.LastResort;
import tsbn.app.support.Notices;
import tsbn.app.support.Openable;
import tsbn.app.support.Remembered;
import tsbn.app.support.Sound;
import tsbn.app.support.StageFileDialogs;
import tsbn.app.support.Workbench;
import tsbn.app.support.WorkerTasks;
import tsbn.experiment.Presets;
import tsbn.math.Kernels;
import tsbn.sound.JdkSynth;

/** The workbench with a window. */
public final class App extends Application {
  private final WorkerTasks tasks = new WorkerTasks();
  private Workbench workbench;
  private AppWindow window;
  private Sound sound;

  /**
   * Opens the window and waits until it is closed.
   *
   * @param arguments the data source or run to begin with, or nothing for the first example
   * @return a sentence that says why it cannot be opened; nothing when it was
   */
  public static Optional<String> open(String... arguments) {
    try {
      launch(App.class, arguments);
      return Optional.empty();
    } catch (RuntimeException | LinkageError e) {
      LoggerFactory.getLogger(App.class).error("The window cannot be opened", e);
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      String message = cause.getMessage();
      String reason = message == null ? cause.getClass().getSimpleName() : message;
      return Optional.of("The window cannot be opened (%s).".formatted(reason));
    }
  }

  @Override
  public void start(Stage stage) {
    Notices notices = new Toasts(stage);
    LastResort.install(notices);
    Remembered remembered = Remembered.ofUser();
    workbench = new Workbench(tasks, notices, remembered);
    sound = new Sound(tasks, notices, JdkSynth::open);
    sound.keepIn(remembered.soundProperty());
    window =
        new AppWindow(
            stage,
            new AppContext(
                workbench, tasks, new StageFileDialogs(stage), notices, remembered, sound));
    window.open();
    Kernels.warmUp(); // while the user looks around
    workbench.library().begin();
    List<String> sources = getParameters().getRaw();
    if (sources.isEmpty()) {
      workbench.applyPreset(Presets.all().get(0)); // there is something to train from the start
    } else {
      window.shell().show(Openable.of(sources.get(0)).trains() ? PageId.TRAIN : PageId.DATA);
      workbench.open(sources.get(0));
    }
  }

  @Override
  public void stop() {
    window.close();
    sound.close();
    workbench.close();
    tasks.close();
  }
}
