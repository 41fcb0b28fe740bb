package tsbn.app.widget;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class FittingRowTest {
  private Label note;
  private HBox chip;

  @Start
  private void start(Stage stage) {
    Label name = new Label("Name");
    note = new Label("x".repeat(200));
    chip = new HBox(note);
    name.setMinWidth(Region.USE_PREF_SIZE);
    FittingRow.setLeaveOut(chip, 1);
    FittingRow row = new FittingRow();
    row.getChildren().setAll(name, chip);
    stage.setScene(new Scene(new StackPane(row), 400, 100));
    stage.show();
  }

  private boolean shown(String text) {
    WaitForAsyncUtils.waitForAsyncFx(10_000, () -> note.setText(text));
    for (int pulse = 0; pulse < 3; pulse++) {
      WaitForAsyncUtils.waitForFxEvents();
    }
    return WaitForAsyncUtils.waitForAsyncFx(10_000, chip::isVisible);
  }

  @Test
  void whatIsLeftOutComesBackWhenItIsShortEnough() {
    assertFalse(shown("y".repeat(200)));
    assertTrue(shown("short"));
    assertFalse(shown("z".repeat(300)));
    assertTrue(shown("short"));
  }
}
