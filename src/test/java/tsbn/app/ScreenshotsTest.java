package tsbn.app;

import static tsbn.app.AppFixture.await;
import static tsbn.app.AppFixture.onFx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import tsbn.app.shell.PageId;
import tsbn.app.support.Theme;
import tsbn.data.DataKind;
import tsbn.experiment.ModelDesign;
import tsbn.experiment.Preset;
import tsbn.experiment.Presets;

/**
 * Takes a picture of every page in both themes. With {@code -Dtsbn.screenshots=true} the examples
 * are trained for a while first and the pictures go to {@code screenshots/}, to be looked at and
 * committed; otherwise a few steps will do and they go below {@code target/}.
 */
class ScreenshotsTest {
  private static final boolean REAL = Boolean.getBoolean("tsbn.screenshots");
  private static final Path FOLDER = Path.of(REAL ? "screenshots" : "target/screenshots");
  private static final int WIDTH = Integer.getInteger("tsbn.screenshots.width", 1280);
  private static final int HEIGHT = Integer.getInteger("tsbn.screenshots.height", 800);
  private static final int FEW_STEPS = 30;
  private static final int REAL_STEPS = 1500;

  /** Live pages ask for what they show a few times a second. */
  private static final int SETTLE_MILLIS = REAL ? 1500 : 300;

  @TempDir Path folder;
  private AppFixture app;

  @BeforeEach
  void open() throws TimeoutException {
    app = AppFixture.open(folder, WIDTH, HEIGHT);
  }

  @AfterEach
  void close() {
    app.close();
  }

  @Test
  void everyPageInBothThemes() throws IOException {
    train("quick-balls");
    generate();
    for (PageId page : PageId.values()) {
      if (!page.suits(DataKind.GREY)) {
        continue;
      }
      take(page, page.name().toLowerCase(Locale.ROOT));
    }
    deepModel();
    train("quick-chorales");
    generate();
    take(PageId.DATA, "data-music");
    take(PageId.TRAIN, "train-music");
    take(PageId.DICTIONARY, "dictionary-music");
    take(PageId.PREDICT, "predict-music");
    take(PageId.GENERATE, "generate-music");
    train("quick-gait");
    generate();
    take(PageId.DATA, "data-motion");
    take(PageId.DICTIONARY, "dictionary-motion");
    take(PageId.GENERATE, "generate-motion");
    train("quick-speeches");
    generate();
    take(PageId.DATA, "data-words");
    take(PageId.TOPICS, "topics");
    take(PageId.DICTIONARY, "dictionary-words");
    take(PageId.PREDICT, "predict-words");
    take(PageId.GENERATE, "generate-words");
  }

  private void deepModel() throws IOException {
    onFx(
        () ->
            app.workbench.designProperty().set(ModelDesign.named("dtsbn-d", List.of(200, 100), 1)));
    take(PageId.MODEL, "model-deep");
    app.show(PageId.TRAIN);
    app.click("#more-settings");
    take(PageId.TRAIN, "train-more");
    app.click("#more-settings");
  }

  private void train(String name) {
    Preset preset = Presets.find(name).orElseThrow();
    onFx(() -> app.workbench.applyPreset(preset));
    await("the data is open", () -> !app.workbench.busyProperty().get());
    app.show(PageId.TRAIN);
    onFx(app.workbench::train);
    await(
        "it is trained",
        REAL ? 600 : 60,
        () -> app.workbench.gaugesProperty().get().iteration() >= (REAL ? REAL_STEPS : FEW_STEPS));
  }

  private void generate() {
    app.show(PageId.GENERATE);
    app.click("#generate");
    await("it has generated", () -> app.context.tasks().jobs().isEmpty());
  }

  private void take(PageId page, String name) throws IOException {
    for (Theme theme : Theme.values()) {
      onFx(() -> app.remembered.themeProperty().set(theme));
      app.show(page);
      WaitForAsyncUtils.sleep(SETTLE_MILLIS, TimeUnit.MILLISECONDS);
      app.screenshot(FOLDER.resolve(name + (theme == Theme.DARK ? "-dark" : "") + ".png"));
    }
  }
}
