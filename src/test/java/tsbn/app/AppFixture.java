package tsbn.app;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import tsbn.app.shell.AppWindow;
import tsbn.app.shell.PageId;
import tsbn.app.support.AppContext;
import tsbn.app.support.RecordedNotices;
import tsbn.app.support.RecordedSynth;
import tsbn.app.support.Remembered;
import tsbn.app.support.ScriptedDialogs;
import tsbn.app.support.Workbench;
import tsbn.app.support.WorkerTasks;
import tsbn.picture.Png;
import tsbn.picture.Raster;

/** The real window with real workers, but with scripted files and recorded notices. */
final class AppFixture implements AutoCloseable {
  final RecordedNotices notices = new RecordedNotices();
  final ScriptedDialogs dialogs = new ScriptedDialogs();
  final Remembered remembered;
  final Workbench workbench;
  final AppContext context;
  final AppWindow window;
  final Stage stage;
  private final WorkerTasks tasks = new WorkerTasks();

  /** Opens the window, on the FX thread. */
  AppFixture(Stage stage, Path folder) {
    this.stage = stage;
    this.remembered = new Remembered(folder.resolve("workbench.json"));
    this.workbench = new Workbench(tasks, notices, remembered);
    this.context =
        new AppContext(
            workbench, tasks, dialogs, notices, remembered, RecordedSynth.sound(tasks, notices));
    this.window = new AppWindow(stage, context);
    window.open();
  }

  /** Opens the window in that size. */
  static AppFixture open(Path folder, int width, int height) throws TimeoutException {
    AppFixture[] opened = new AppFixture[1];
    FxToolkit.registerPrimaryStage();
    onFx(
        () -> {
          Stage stage = new Stage(); // its own, since the window sets limits that outlive a test
          opened[0] = new AppFixture(stage, folder);
          stage.setX(0);
          stage.setY(0);
          stage.setWidth(width);
          stage.setHeight(height);
        });
    return opened[0];
  }

  void show(PageId page) {
    onFx(() -> window.shell().show(page));
  }

  /** Does something on the FX thread and waits for it and for what it draws. */
  static void onFx(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(20_000, action);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Reads something on the FX thread, the only one that may walk over a living scene. */
  static <T> T fromFx(Supplier<T> reading) {
    if (Platform.isFxApplicationThread()) {
      return reading.get();
    }
    return WaitForAsyncUtils.waitForAsyncFx(20_000, reading::get);
  }

  /** What the window shows under that selector; null if nothing. */
  <N extends Node> N find(String selector, Class<N> type) {
    return type.cast(fromFx(() -> scene().getRoot().lookup(selector)));
  }

  /** Whether that is there and visible. */
  boolean visible(String selector) {
    return fromFx(() -> scene().getRoot().lookup(selector).isVisible());
  }

  /** Presses a button, wherever the window shows it. */
  void click(String id) {
    onFx(() -> find(id, ButtonBase.class).fire());
  }

  /** Waits for something that comes about by itself; a minute is a failure. */
  static void await(String what, BooleanSupplier condition) {
    await(what, 60, condition);
  }

  /** Waits for something that comes about by itself. */
  static void await(String what, int seconds, BooleanSupplier condition) {
    await(() -> what, seconds, condition);
  }

  /**
   * Waits for something that comes about by itself.
   *
   * @param what is asked for when it has not come about
   */
  static void await(Supplier<String> what, int seconds, BooleanSupplier condition) {
    try {
      WaitForAsyncUtils.waitFor(
          seconds,
          TimeUnit.SECONDS,
          () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
    } catch (TimeoutException late) {
      fail("Waited in vain until " + what.get() + ".", late);
    }
  }

  /** Writes what the window shows as a PNG. */
  void screenshot(Path file) throws IOException {
    WritableImage[] shot = new WritableImage[1];
    onFx(() -> shot[0] = stage.getScene().snapshot(null));
    int width = (int) shot[0].getWidth();
    int height = (int) shot[0].getHeight();
    Raster raster = new Raster(width, height);
    shot[0]
        .getPixelReader()
        .getPixels(
            0, 0, width, height, PixelFormat.getIntArgbInstance(), raster.pixels(), 0, width);
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file)) {
      Png.write(raster, out);
    }
  }

  Scene scene() {
    return stage.getScene();
  }

  @Override
  public void close() {
    onFx(
        () -> {
          window.close();
          workbench.close();
          tasks.close();
          stage.hide();
        });
  }
}
