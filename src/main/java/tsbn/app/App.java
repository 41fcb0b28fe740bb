package tsbn.app;

import javafx.application.Application;
import javafx.stage.Stage;
import tsbn.app.shell.AppWindow;
import tsbn.app.shell.Toasts;
import tsbn.app.support.AppContext;
import tsbn.app.support.LastResort;
import tsbn.app.support.Notices;
import tsbn.app.support.Remembered;
import tsbn.app.support.StageFileDialogs;
import tsbn.app.support.Workbench;
import tsbn.app.support.WorkerTasks;
import tsbn.experiment.Presets;

/** The workbench with a window. */
public final class App extends Application {
  private final WorkerTasks tasks = new WorkerTasks();
  private Workbench workbench;
  private AppWindow window;

  @Override
  public void start(Stage stage) {
    Notices notices = new Toasts(stage);
    LastResort.install(notices);
    Remembered remembered = Remembered.ofUser();
    workbench = new Workbench(tasks, notices, remembered);
    window =
        new AppWindow(
            stage,
            new AppContext(workbench, tasks, new StageFileDialogs(stage), notices, remembered));
    window.open();
    workbench.applyPreset(Presets.all().get(0)); // there is something to train from the start
  }

  @Override
  public void stop() {
    window.close();
    workbench.close();
    tasks.close();
  }
}
