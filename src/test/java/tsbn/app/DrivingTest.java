package tsbn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tsbn.app.AppFixture.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import tsbn.app.shell.PageId;
import tsbn.app.support.RecordedSynth;
import tsbn.app.widget.GraphicalModel;
import tsbn.app.widget.Player;
import tsbn.app.widget.TileGrid;
import tsbn.data.SequenceSet;
import tsbn.learn.CurvePoint;
import tsbn.learn.Trainer.State;

/** Drives the real window as a user would, with mouse and keyboard. */
class DrivingTest {
  @TempDir Path folder;
  private final FxRobot robot = new FxRobot();
  private AppFixture app;

  @BeforeEach
  void open() throws TimeoutException {
    app = AppFixture.open(folder, 1280, 800);
  }

  @AfterEach
  void close() {
    app.close();
  }

  private State state() {
    return app.workbench.gaugesProperty().get().state();
  }

  private int iteration() {
    return app.workbench.gaugesProperty().get().iteration();
  }

  private <N extends Node> N find(String id, Class<N> type) {
    return app.find(id, type);
  }

  private String text(String id) {
    return AppFixture.fromFx(() -> find(id, Labeled.class).getText());
  }

  /** Clicks with the mouse; the robot's own search would walk over the scene while it changes. */
  private FxRobot click(String... ids) {
    for (String id : ids) {
      robot.clickOn(find(id, Node.class));
    }
    return robot;
  }

  private void type(String field, String value) {
    click(field);
    robot.push(KeyCode.SHORTCUT, KeyCode.A).write(value).push(KeyCode.ENTER);
  }

  private RecordedSynth synth() {
    return (RecordedSynth) app.context.sound().synthProperty().get();
  }

  private void openExample(String name) {
    click("#page-start");
    click("#example-" + name);
    await("the example is open", () -> app.workbench.dataProperty().get() != null);
    await("nothing is under way", () -> !app.workbench.busyProperty().get());
  }

  /** The iteration once the step that was under way when Pause was pressed is done. */
  private int settledIteration() {
    int before;
    do {
      before = iteration();
      WaitForAsyncUtils.sleep(500, TimeUnit.MILLISECONDS);
    } while (iteration() != before);
    return before;
  }

  /** The curve as it is now, copied on the thread that adds to it. */
  private List<CurvePoint> curve() {
    List<CurvePoint> copy = new ArrayList<>();
    AppFixture.onFx(() -> copy.addAll(app.workbench.runProperty().get().curve().points()));
    return copy;
  }

  /** The mean of some bounds of the curve. */
  private static double mean(List<CurvePoint> points) {
    return points.stream().mapToDouble(CurvePoint::trainBound).average().orElseThrow();
  }

  @Test
  void ballsFromTheExampleToTheirDream() throws IOException {
    openExample("quick-balls");
    assertTrue(find("#page-train", javafx.scene.control.ToggleButton.class).isSelected());

    click("#page-model");
    type("#layer-1-units", "12");
    click("#order-more");
    assertEquals("TSBN 12 \u00b7 order 3", text("#model-chip"));
    click("#order-less");

    click("#page-train");
    click("#train");
    await("the curve has points", () -> iteration() >= 60);
    click("#train");
    await("it is paused", () -> state() == State.PAUSED);
    int paused = settledIteration();
    await(
        "the curve is whole",
        () -> app.workbench.runProperty().get().curve().points().size() >= paused);
    List<CurvePoint> curve = curve();
    double start = mean(curve.subList(0, 5));
    double end = mean(curve.subList(curve.size() - 5, curve.size()));
    assertTrue(end > start, "the bound rises from " + start + " to " + end);

    click("#step");
    await("one step more", () -> iteration() == paused + 1);
    click("#train");
    await("it goes on", () -> iteration() > paused + 1);

    click("#page-dictionary");
    await(
        "the dictionary is drawn",
        () -> find("#dictionary-tiles", TileGrid.class).countProperty().get() == 12);

    click("#stop");
    await("it is stopped", () -> state() == State.STOPPED);

    click("#page-generate");
    type("#generate-frames", "20");
    click("#generate");
    await("it has generated", () -> !find("#generate-gif", Button.class).isDisabled());
    await("there is a player", () -> find(".player", Node.class) != null);
    Player player = find(".player", Player.class);
    await("it plays", () -> player.frameProperty().get() > 0 || player.playingProperty().get());

    Path gif = folder.resolve("dream.gif");
    app.dialogs.answer(gif);
    click("#generate-gif");
    await("the GIF is written", () -> Files.exists(gif));
    assertEquals(
        "GIF89a",
        new String(Files.readAllBytes(gif), 0, 6, java.nio.charset.StandardCharsets.US_ASCII));
    Path png = folder.resolve("dream.png");
    app.dialogs.answer(png);
    click("#generate-png");
    await("the picture is written", () -> Files.exists(png));
    Path csv = folder.resolve("dream.csv");
    app.dialogs.answer(csv);
    click("#generate-csv");
    await("the table is written", () -> Files.exists(csv));
    for (String page : List.of("data", "model", "train", "dictionary")) {
      Path picture = folder.resolve(page + ".png");
      app.dialogs.answer(picture);
      click("#page-" + page).push(KeyCode.SHORTCUT, KeyCode.E);
      await("the picture of " + page + " is written", () -> Files.exists(picture));
      assertNotNull(ImageIO.read(picture.toFile()));
    }
    assertEquals(List.of(), app.notices.errors());
  }

  @Test
  void choralesLearnToo() {
    openExample("quick-chorales");
    click("#train");
    await("the curve has points", () -> iteration() >= 200);
    click("#train");
    List<CurvePoint> curve = curve();
    assertTrue(mean(curve.subList(curve.size() - 20, curve.size())) > mean(curve.subList(0, 20)));
    click("#page-data");
    await("the roll is shown", () -> app.visible("#data-roll"));
    assertNull(app.context.sound().synthProperty().get(), "nothing has sounded yet");
    click("#player-play");
    await("it sounds", () -> synth() != null && !synth().begun.isEmpty());
    click("#player-play");
    assertEquals(Set.of(), AppFixture.fromFx(() -> Set.copyOf(synth().sounding)));
    int before = synth().begun.size();
    click("#sound-on");
    click("#player-play");
    await("it goes on", () -> find(".player", Player.class).frameProperty().get() > 3);
    assertEquals(before, synth().begun.size(), "it was switched off");
    assertEquals(List.of(), app.notices.errors());
  }

  @Test
  void aWrongFileIsReportedAndTheDataUnharmed() throws IOException {
    openExample("quick-chorales");
    SequenceSet before = app.workbench.dataProperty().get();
    app.dialogs.answer(Files.writeString(folder.resolve("wrong.mat"), "not a MAT file"));
    robot.push(KeyCode.SHORTCUT, KeyCode.O);
    await("it is reported", () -> !app.notices.errors().isEmpty());
    assertEquals(1, app.notices.errors().size());
    assertTrue(app.notices.errors().get(0).contains("wrong.mat"));
    assertSame(before, app.workbench.dataProperty().get());
    click("#train");
    await("it can still be trained", () -> iteration() > 0);
  }

  @Test
  void spaceTrainsUnlessSomethingIsTyped() {
    openExample("quick-chorales");
    robot.push(KeyCode.SPACE);
    await("it trains", () -> state() == State.RUNNING);
    robot.push(KeyCode.SPACE);
    await("it is paused", () -> state() == State.PAUSED);
    String stepSize = find("#step-size", TextField.class).getText();
    click("#step-size").push(KeyCode.SPACE);
    assertSame(State.PAUSED, state());
    robot.push(KeyCode.ESCAPE);
    assertEquals(stepSize, find("#step-size", TextField.class).getText());
  }

  @Test
  void nonsenseIsRefusedAtTheField() {
    openExample("quick-chorales");
    click("#page-model");
    type("#layer-1-units", "0");
    assertTrue(text("#layer-1-units-problem").endsWith("."));
    assertTrue(find("#layer-1-units-problem", Labeled.class).isVisible());
    assertEquals("TSBN 100 \u00b7 order 1", text("#model-chip"));
    type("#layer-1-units", "50");
    assertFalse(find("#layer-1-units-problem", Labeled.class).isVisible());
    assertEquals("TSBN 50 \u00b7 order 1", text("#model-chip"));
  }

  @Test
  void theModelIsRedrawnAsItIsEdited() {
    openExample("quick-chorales");
    click("#page-model");
    GraphicalModel graph = find("#graphical-model", GraphicalModel.class);
    assertEquals(4, graph.diagramProperty().get().links().size());
    click("#variant-hmsbn");
    assertEquals(2, graph.diagramProperty().get().links().size());
    click("#link-vv");
    assertEquals(3, graph.diagramProperty().get().links().size());
    click("#net-q");
    assertEquals(2, graph.diagramProperty().get().links().size());
  }

  @Test
  void theKeyboardReachesEveryPage() {
    for (PageId page : PageId.values()) {
      robot.push(KeyCode.SHORTCUT, KeyCode.valueOf("DIGIT" + page.ordinal()));
      String id = "#page-" + page.name().toLowerCase(java.util.Locale.ROOT);
      assertTrue(find(id, javafx.scene.control.ToggleButton.class).isSelected(), id);
    }
  }

  @Test
  void anotherModelSaysThatTrainStartsANewRun() {
    openExample("quick-chorales");
    click("#train");
    await("it runs", () -> iteration() > 5);
    click("#train");
    await("it is paused", () -> state() == State.PAUSED);
    click("#page-model");
    click("#variant-sbn");
    await("it says so", () -> text("#status-hint").contains("new run"));
    assertFalse(app.visible("#run-banner"), "here is no run");
    click("#page-dictionary");
    assertTrue(app.visible("#run-banner"));
    click("#run-banner-keep");
    assertEquals("TSBN 100 \u00b7 order 1", text("#model-chip"));
    assertFalse(app.visible("#run-banner"));
    click("#page-model", "#variant-sbn", "#page-start");
    click("#train");
    assertTrue(find("#page-train", javafx.scene.control.ToggleButton.class).isSelected());
    await(
        "the new model trains",
        () -> app.workbench.runProperty().get().architecture().variant().equals("SBN"));
    await("the hint is gone", () -> text("#status-hint").isEmpty());
  }

  @Test
  void aDeepModelIsBuiltTrainedKeptAndOpenedAgain() {
    openExample("quick-chorales");
    click("#page-model", "#add-layer");
    assertEquals("DTSBN-S 100-100 \u00b7 order 1", text("#model-chip"));
    type("#layer-2-units", "20");
    click("#variant-dtsbn-d");
    assertEquals("DTSBN-D 100-20 \u00b7 order 1", text("#model-chip"));
    assertEquals(
        3, find("#graphical-model", GraphicalModel.class).diagramProperty().get().layers().size());
    await("a step is timed", () -> text("#model-step-time").startsWith("about"));

    click("#page-train", "#recommended");
    assertFalse(
        AppFixture.fromFx(() -> find("#discount", Node.class).getParent().getParent().isVisible()));
    assertFalse(app.visible("#more-settings-form"));
    click("#more-settings");
    assertTrue(app.visible("#more-settings-form"));
    click("#train");
    await("it trains", () -> iteration() >= 5);
    click("#train");
    await("it is paused", () -> state() == State.PAUSED);

    click("#page-dictionary");
    await(
        "layer 1 is drawn",
        () -> find("#dictionary-tiles", TileGrid.class).countProperty().get() == 100);
    click("#dictionary-layer").push(KeyCode.DOWN).push(KeyCode.ENTER);
    await(
        "layer 2 is drawn",
        () -> find("#dictionary-tiles", TileGrid.class).countProperty().get() == 20);

    Path run = folder.resolve("run");
    app.dialogs.answer(run);
    robot.push(KeyCode.SHORTCUT, KeyCode.S);
    await("the run is written", () -> Files.exists(run.resolve("experiment.json")));
    int paused = iteration();
    openExample("quick-chorales");
    assertEquals("TSBN 100 \u00b7 order 1", text("#model-chip"));
    app.dialogs.answer(run);
    robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.O);
    await("the run is open", () -> text("#model-chip").equals("DTSBN-D 100-20 \u00b7 order 1"));
    await("it stands where it was", () -> iteration() == paused);
    click("#train");
    await("it goes on", () -> iteration() > paused);
    assertEquals(List.of(), app.notices.errors());
  }
}
