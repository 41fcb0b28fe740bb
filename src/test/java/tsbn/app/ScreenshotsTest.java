package tsbn.app;

import static tsbn.app.AppFixture.await;
import static tsbn.app.AppFixture.onFx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import tsbn.app.shell.PageId;
import tsbn.app.support.Theme;

/**
 * Takes a picture of every page in both themes. With {@code -Dtsbn.screenshots=true} they go to
 * {@code screenshots/}, to be looked at and committed; otherwise below {@code target/}.
 */
class ScreenshotsTest {
  private static final Path FOLDER =
      Path.of(Boolean.getBoolean("tsbn.screenshots") ? "screenshots" : "target/screenshots");
  private static final int WIDTH = Integer.getInteger("tsbn.screenshots.width", 1280);
  private static final int HEIGHT = Integer.getInteger("tsbn.screenshots.height", 800);

  @TempDir Path folder;
  private AppFixture app;

  @BeforeEach
  void open() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
    FxToolkit.setupStage(
        stage -> {
          app = new AppFixture(stage, folder);
          stage.setWidth(WIDTH);
          stage.setHeight(HEIGHT);
        });
  }

  @AfterEach
  void close() throws TimeoutException {
    app.close();
  }

  @Test
  void everyPageInBothThemes() throws IOException {
    take("empty");
    onFx(() -> app.workbench.open("builtin:balls?train=200&valid=20&test=20"));
    await("the balls are open", () -> app.workbench.dataProperty().get() != null);
    onFx(app.workbench::train);
    await(
        "the curve has points",
        () ->
            app.workbench.gaugesProperty().get().iteration()
                > Integer.getInteger("tsbn.screenshots.iterations", 60));
    take("");
    onFx(() -> app.workbench.open("builtin:chorales"));
    await("chorales", () -> !app.workbench.busyProperty().get());
    take("music");
  }

  private void take(String prefix) throws IOException {
    for (Theme theme : Theme.values()) {
      onFx(() -> app.remembered.themeProperty().set(theme));
      for (PageId page : PageId.values()) {
        app.show(page);
        WaitForAsyncUtils.sleep(400, java.util.concurrent.TimeUnit.MILLISECONDS);
        String name = page.name().toLowerCase(Locale.ROOT) + (theme == Theme.DARK ? "-dark" : "");
        app.screenshot(FOLDER.resolve(prefix + name + ".png"));
      }
    }
  }
}
