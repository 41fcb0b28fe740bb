package tsbn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tsbn.app.AppFixture.await;
import static tsbn.app.AppFixture.fromFx;
import static tsbn.app.AppFixture.onFx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.event.ActionEvent;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import org.controlsfx.control.ToggleSwitch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import tsbn.app.compare.CompareSheet.Line;
import tsbn.app.compare.CompareSheet.SettingLine;
import tsbn.app.shell.PageId;
import tsbn.app.support.Theme;
import tsbn.data.Progress;
import tsbn.data.SequenceSet;
import tsbn.data.source.DataSources;
import tsbn.experiment.DataSummary;
import tsbn.experiment.Experiment;
import tsbn.experiment.RunFolder;
import tsbn.experiment.SavedRun;
import tsbn.learn.TrainingSettings;
import tsbn.model.sbn.Architecture;

/** The page that compares runs, driven as a user would. */
class ComparePageTest {
  private static final String BALLS = "builtin:balls?train=20&valid=2&test=5&frames=40";
  private static final Path SHOTS = Path.of("target/screenshots");

  @TempDir Path folder;
  private AppFixture app;

  @BeforeEach
  void open() throws TimeoutException {
    app =
        AppFixture.open(
            folder,
            Integer.getInteger("tsbn.screenshots.width", 1280),
            Integer.getInteger("tsbn.screenshots.height", 800));
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

  /** Two runs that nobody trained, in one folder. */
  private Path savedRuns() throws Exception {
    SequenceSet set = DataSources.open(BALLS, Progress.NONE);
    TrainingSettings paper = TrainingSettings.paper();
    Path runs = folder.resolve("runs");
    save(runs.resolve("order-1"), set, Architecture.tsbn(set.units(), 100, 1), paper);
    save(
        runs.resolve("deep"),
        set,
        Architecture.dtsbnS(set.units(), List.of(50, 20), 2),
        TrainingSettings.recommended().change().seed(2).build());
    return runs;
  }

  private static void save(
      Path place, SequenceSet set, Architecture architecture, TrainingSettings settings)
      throws IOException {
    Experiment experiment = new Experiment(set.source(), architecture, settings);
    RunFolder.save(
        place, new SavedRun(experiment, DataSummary.of(set), List.of(), experiment.newModel()));
  }

  @Test
  void runsStandBesideBaselinesAndThePaper() throws Exception {
    app.show(PageId.COMPARE);
    assertTrue(app.find("#compare-empty", Label.class).getText().contains("open data"));
    shot("compare-empty");
    Path runs = savedRuns();
    onFx(() -> app.workbench.open(BALLS));
    await("the data is open", () -> !app.workbench.busyProperty().get());
    onFx(app.workbench::train);
    await("it is trained", () -> app.workbench.gaugesProperty().get().iteration() >= 20);
    onFx(app.workbench::pause);
    app.dialogs.answer(runs);
    app.click("#compare-add");
    TableView<Line> table = table();
    // This run, two added ones, and four lines of the paper.
    await("the runs are read", () -> table.getItems().size() == 7);
    assertEquals(
        List.of("This run", "deep", "order-1", "paper, balls"),
        fromFx(() -> table.getItems().stream().map(Line::name).distinct().toList()));
    shot("compare-before");
    type("#compare-samples", "3");
    app.click("#compare-evaluate");
    await("all is measured", () -> table.getItems().size() == 9 && !app.visible("#compare-cancel"));
    List<Line> lines = fromFx(() -> List.copyOf(table.getItems()));
    for (Line line : lines.subList(0, 3)) {
      assertTrue(line.cells().stream().noneMatch(cell -> cell.text().isEmpty()), line.name());
    }
    assertEquals(1, lines.stream().filter(line -> line.cells().get(0).best()).count());
    assertTrue(lines.get(8).cells().get(1).text().equals("2.79"));
    assertTrue(app.find("#compare-notes", Label.class).getText().contains("3 samples"));
    TableView<SettingLine> settings = settings();
    assertTrue(fromFx(() -> settings.getItems().stream().allMatch(SettingLine::differs)));
    shot("compare");
    onFx(() -> app.find("#compare-all", ToggleSwitch.class).setSelected(true));
    assertTrue(fromFx(() -> settings.getItems().size() > 25));
    shot("compare-all");

    app.click("#compare-markdown");
    String copied = fromFx(() -> Clipboard.getSystemClipboard().getString());
    assertTrue(copied.contains("| deep | DTSBN-S 50-20, order 2 |"), copied);
    app.dialogs.answer(folder.resolve("table.csv"));
    app.click("#compare-save");
    await("it is saved", () -> Files.exists(folder.resolve("table.csv")));
    assertEquals(10, Files.readAllLines(folder.resolve("table.csv")).size());
    app.click("#compare-remove");
    await("one is taken out", () -> table.getItems().size() == 8);
    assertEquals(List.of(), app.notices.errors());
  }

  @Test
  void wordsHaveMeasuresOfTheirOwn() throws IOException {
    onFx(() -> app.workbench.open("builtin:speeches?years=30&words=400&min-total=5&min-year=2"));
    await("the data is open", () -> !app.workbench.busyProperty().get());
    onFx(app.workbench::step);
    await("it is trained", () -> app.workbench.gaugesProperty().get().iteration() == 1);
    app.show(PageId.COMPARE);
    type("#compare-samples", "2");
    app.click("#compare-evaluate");
    TableView<Line> table = table();
    await("all is measured", () -> table.getItems().size() == 4 && !app.visible("#compare-cancel"));
    assertEquals(5, fromFx(() -> table.getItems().get(0).cells().size()));
    shot("compare-words");
  }

  private void type(String field, String text) {
    onFx(
        () -> {
          app.find(field, TextField.class).setText(text);
          app.find(field, TextField.class).fireEvent(new ActionEvent());
        });
  }

  @SuppressWarnings("unchecked")
  private TableView<Line> table() {
    return app.find("#compare-table", TableView.class);
  }

  @SuppressWarnings("unchecked")
  private TableView<SettingLine> settings() {
    return app.find("#compare-settings", TableView.class);
  }
}
