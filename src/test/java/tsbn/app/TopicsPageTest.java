package tsbn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tsbn.app.AppFixture.await;
import static tsbn.app.AppFixture.onFx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import tsbn.app.shell.PageId;
import tsbn.app.support.Theme;
import tsbn.app.topics.TopicRow;
import tsbn.app.widget.TopicMapCanvas;
import tsbn.app.widget.TrajectoriesCanvas;
import tsbn.experiment.ModelDesign;

/** The page of topics, driven as a user would. */
class TopicsPageTest {
  private static final Path SHOTS = Path.of("target/screenshots");

  @TempDir Path folder;
  private AppFixture app;

  @BeforeEach
  void open() throws TimeoutException {
    app = AppFixture.open(folder, 1280, 800);
  }

  @AfterEach
  void close() {
    app.close();
  }

  private void shot(String name) throws IOException {
    WaitForAsyncUtils.sleep(300, TimeUnit.MILLISECONDS);
    for (Theme theme : Theme.values()) {
      onFx(() -> app.remembered.themeProperty().set(theme));
      app.screenshot(SHOTS.resolve(name + (theme == Theme.DARK ? "-dark" : "") + ".png"));
    }
  }

  @Test
  void topicsOfSpeeches() throws IOException {
    app.show(PageId.TOPICS);
    assertTrue(app.find("#topics-empty", Label.class).getText().contains("Speeches"));
    shot("topics-empty");
    onFx(() -> app.workbench.open("builtin:speeches"));
    await("the data is open", () -> !app.workbench.busyProperty().get());
    onFx(
        () -> {
          app.workbench.designProperty().set(ModelDesign.named("hmsbn", List.of(12), 1));
          app.workbench.train();
        });
    await("it is trained", () -> app.workbench.gaugesProperty().get().iteration() >= 400);
    onFx(app.workbench::pause);
    TableView<TopicRow> table = table();
    await("there are topics", () -> table.getItems().size() == 12);
    TrajectoriesCanvas curves = app.find("#topics-curves", TrajectoriesCanvas.class);
    assertEquals(3, curves.chosen().size());
    shot("topics");
    TextField search = app.find("#topics-search", TextField.class);
    String word = table.getItems().get(4).wordsProperty().get().split(", ")[0];
    onFx(() -> search.setText(word));
    assertTrue(app.find("#topics-found", Label.class).getText().startsWith(word + ": "));
    TopicMapCanvas map = app.find("#topics-map", TopicMapCanvas.class);
    assertEquals(
        table.getItems().stream().map(TopicRow::topic).toList(), map.orderProperty().get());
    assertTrue(
        table.getItems().get(0).shareProperty().get()
            >= table.getItems().get(11).shareProperty().get());
    shot("topics-found");
    onFx(() -> search.setText("xylophone"));
    assertTrue(app.find("#topics-found", Label.class).getText().contains("No “xylophone”"));
    onFx(() -> search.setText(""));
    int first = curves.trajectoriesProperty().get().years().get(0);
    onFx(() -> curves.brushProperty().set(new TrajectoriesCanvas.Span(first + 20, first + 80)));
    assertTrue(app.find("#topics-year", Label.class).getText().contains(" to "));
    shot("topics-span");
    save("#topics-csv", "t.csv");
    save("#topics-markdown", "t.md");
    save("#topics-png", "t.png");
    assertEquals(13, Files.readAllLines(folder.resolve("t.csv")).size());
    assertEquals(14, Files.readAllLines(folder.resolve("t.md")).size());
    assertNotNull(javax.imageio.ImageIO.read(folder.resolve("t.png").toFile()));
    Files.copy(
        folder.resolve("t.png"),
        SHOTS.resolve("topics-export.png"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertFalse(app.notices.errors().size() > 0);
  }

  private void save(String button, String name) {
    app.dialogs.answer(folder.resolve(name));
    app.click(button);
    await(name + " is saved", () -> Files.exists(folder.resolve(name)));
  }

  @SuppressWarnings("unchecked")
  private TableView<TopicRow> table() {
    return app.find("#topics-table", TableView.class);
  }
}
