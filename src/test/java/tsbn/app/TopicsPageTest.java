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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.event.ActionEvent;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import tsbn.app.predict.WordScoreRow;
import tsbn.app.shell.PageId;
import tsbn.app.support.Theme;
import tsbn.app.topics.TopicRow;
import tsbn.app.widget.TopicMapCanvas;
import tsbn.app.widget.TrajectoriesCanvas;
import tsbn.experiment.Presets;

/** The page of topics, driven as a user would. */
class TopicsPageTest {
  private static final int TOPICS = 30;
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
    onFx(() -> app.workbench.applyPreset(Presets.find("quick-speeches").orElseThrow()));
    await("the data is open", () -> !app.workbench.busyProperty().get());
    onFx(app.workbench::train);
    await("it is trained", () -> app.workbench.gaugesProperty().get().iteration() >= 300);
    onFx(app.workbench::pause);
    TableView<TopicRow> table = table();
    await("there are topics", () -> table.getItems().size() == TOPICS);
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
            >= table.getItems().get(TOPICS - 1).shareProperty().get());
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
    assertEquals(TOPICS + 1, Files.readAllLines(folder.resolve("t.csv")).size());
    assertEquals(TOPICS + 2, Files.readAllLines(folder.resolve("t.md")).size());
    assertNotNull(javax.imageio.ImageIO.read(folder.resolve("t.png").toFile()));
    Files.copy(
        folder.resolve("t.png"),
        SHOTS.resolve("topics-export.png"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    app.show(PageId.PREDICT);
    TableView<WordScoreRow> scores = scores();
    await("words are foretold", () -> scores.getItems().size() == 4);
    assertTrue(scores.getItems().get(0).meanPrecision() > 0.2);
    assertTrue(app.find("#words-title", Label.class).getText().endsWith("of 50 foretold"));
    shot("predict-words");
    app.show(PageId.GENERATE);
    app.click("#generate");
    await("it has generated", () -> app.context.tasks().jobs().isEmpty());
    shot("generate-words");
    app.show(PageId.DICTIONARY);
    shot("dictionary-words");
    app.show(PageId.TRAIN);
    shot("train-words");
    app.show(PageId.DATA);
    GridPane steps = app.find("#words-steps", GridPane.class);
    await("words are counted", () -> steps.getChildren().size() > 3);
    shot("data-words");
    TextField least = app.find("#words-length", TextField.class);
    int before = app.workbench.dataProperty().get().units();
    onFx(
        () -> {
          least.setText("6");
          least.fireEvent(new ActionEvent());
        });
    await("it can be applied", () -> app.visible("#words-apply"));
    await("words are selected", () -> app.context.tasks().jobs().isEmpty());
    shot("data-words-changed");
    app.click("#words-apply");
    await("the data is open", () -> !app.workbench.busyProperty().get());
    assertTrue(app.workbench.dataProperty().get().units() < before);
    assertFalse(app.notices.errors().size() > 0);
  }

  private void save(String button, String name) {
    app.dialogs.answer(folder.resolve(name));
    app.click(button);
    await(name + " is saved", () -> Files.exists(folder.resolve(name)));
  }

  @SuppressWarnings("unchecked")
  private TableView<WordScoreRow> scores() {
    return app.find("#words-table", TableView.class);
  }

  @SuppressWarnings("unchecked")
  private TableView<TopicRow> table() {
    return app.find("#topics-table", TableView.class);
  }
}
