package tsbn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import tsbn.app.shell.PageId;
import tsbn.app.support.Places;
import tsbn.learn.TrainingSettings;

/** Taking back a change of settings by keys, and the Help page that lists them. */
@Timeout(120)
class UndoKeysTest {
  private static final Path PICTURES = Path.of("target/screenshots");

  @TempDir Path folder;
  private AppFixture app;

  private TrainingSettings settings() {
    return AppFixture.fromFx(() -> app.workbench.settingsProperty().get());
  }

  private void press(KeyCode... keys) {
    FxRobot robot = new FxRobot();
    robot.press(keys).release(keys);
    AppFixture.onFx(() -> {});
  }

  @Test
  void keysTakeBackAndDoAgain() throws Exception {
    try (AppFixture opened = AppFixture.open(folder, 1280, 800)) {
      app = opened;
      app.show(PageId.TRAIN);
      TrainingSettings first = settings();
      TrainingSettings other = first.change().stepSize(0.02).build();
      AppFixture.onFx(() -> app.workbench.settingsProperty().set(other));
      press(KeyCode.CONTROL, KeyCode.Z);
      assertEquals(first, settings());
      press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
      assertEquals(other, settings());
      press(KeyCode.CONTROL, KeyCode.Z);
      press(KeyCode.CONTROL, KeyCode.Y);
      assertEquals(other, settings());

      // A field takes its own text back while it has the focus.
      TextField field = app.find("#step-size", TextField.class);
      AppFixture.onFx(field::requestFocus);
      press(KeyCode.CONTROL, KeyCode.Z);
      press(KeyCode.CONTROL, KeyCode.Y);
      press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
      assertEquals(other, settings());
      AppFixture.onFx(() -> app.window.shell().root().requestFocus());

      press(KeyCode.F1);
      AppFixture.await("help is shown", () -> app.scene().getRoot().lookup("#help") != null);
      String log = app.find("#help-log", TextField.class).getText();
      assertEquals(Places.ofUser().log().toString(), log);
      AppFixture.onFx(() -> Clipboard.getSystemClipboard().clear());
      assertNotEquals(log, AppFixture.fromFx(() -> Clipboard.getSystemClipboard().getString()));
      app.click("#help-log-copy");
      assertEquals(log, AppFixture.fromFx(() -> Clipboard.getSystemClipboard().getString()));
      app.screenshot(PICTURES.resolve("help.png"));
      assertTrue(app.visible("#help"));
    }
  }
}
