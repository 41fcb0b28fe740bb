package tsbn.app.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import tsbn.app.support.Theme;
import tsbn.data.DataFormatException;
import tsbn.data.FrameMeaning;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.data.source.DataSources;
import tsbn.math.RandomStream;
import tsbn.picture.Camera;
import tsbn.picture.Curve;
import tsbn.picture.CurveSeries;
import tsbn.picture.DictionaryPicture;
import tsbn.picture.Figure;
import tsbn.picture.JointCurves;
import tsbn.picture.Palette;
import tsbn.picture.Raster;

/** Every widget in a window, in both themes; the pictures go to target/gallery. */
@ExtendWith(ApplicationExtension.class)
class GalleryTest extends Gallery {
  private static final FrameMeaning.PianoRoll PIANO = new FrameMeaning.PianoRoll(21, 88);
  private static final FrameMeaning.Image BALLS = new FrameMeaning.Image(30, 30);

  @Start
  private void start(Stage primary) {
    stage = primary;
  }

  @Test
  void thePictureBeingPaintedIsNeverTheOneShown() {
    List<int[]> painted = new ArrayList<>();
    PixelView view =
        show(
            Theme.LIGHT,
            200,
            160,
            () ->
                new PixelView() {
                  {
                    setPainter(
                        raster -> {
                          raster.fill(0xFF0072B2);
                          painted.add(raster.pixels());
                        });
                  }
                });
    for (int i = 0; i < 5; i++) {
      WaitForAsyncUtils.waitForAsyncFx(10_000, view::repaint);
      settle();
    }
    int last = painted.size() - 1;
    assertTrue(last >= 4);
    assertNotSame(painted.get(last), painted.get(last - 1));
    assertNotSame(painted.get(last), painted.get(last - 2));
    assertSame(painted.get(last), painted.get(last - 3), "three take turns, none is made anew");
    assertEquals(0xFF0072B2, shot("pixel-view").get(100, 80));
  }

  @Test
  void whatTakesLongIsPaintedOnAnotherThreadAndTheLatestIsShown() throws Exception {
    CountDownLatch hold = new CountDownLatch(1);
    AtomicInteger colour = new AtomicInteger(0xFF0072B2);
    List<Boolean> onFx = Collections.synchronizedList(new ArrayList<>());
    PixelView view =
        show(
            Theme.LIGHT,
            200,
            160,
            () ->
                new PixelView() {
                  {
                    setAsidePainter(
                        () -> {
                          int now = colour.get();
                          return raster -> {
                            onFx.add(Platform.isFxApplicationThread());
                            if (!Platform.isFxApplicationThread()) {
                              await(hold);
                            }
                            raster.fill(now);
                          };
                        });
                  }
                });
    for (int other : new int[] {0xFFD55E00, 0xFF009E73}) {
      colour.set(other);
      WaitForAsyncUtils.waitForAsyncFx(10_000, view::repaint);
      settle();
    }
    assertEquals(0xFF0072B2, shot("pixel-view-aside").get(100, 80), "the window goes on meanwhile");
    hold.countDown();
    WaitForAsyncUtils.waitFor(
        10, TimeUnit.SECONDS, () -> shot("pixel-view-aside").get(100, 80) == 0xFF009E73);
    assertTrue(onFx.get(0), "a new size is filled at once");
    assertFalse(onFx.get(onFx.size() - 1));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<CurveSeries> curves(int points) {
    RandomStream random = new RandomStream(1);
    Curve train = new Curve("train");
    Curve valid = new Curve("valid");
    for (int i = 1; i <= points; i++) {
      double bound = -66 - 75 * Math.exp(-i / (points / 6.0));
      train.add(i, bound + 3 * random.nextGaussian());
      if (i % (points / 40) == 0) {
        valid.add(i, bound - 2 + 0.4 * random.nextGaussian());
      }
    }
    return List.of(new CurveSeries(train, 0, true, true), new CurveSeries(valid, 1, false, true));
  }

  @ParameterizedTest
  @EnumSource
  void curvePlot(Theme theme, FxRobot robot) {
    CurvePlot plot =
        show(
            theme,
            880,
            560,
            () -> {
              CurvePlot made = new CurvePlot();
              made.setLabelX("iteration");
              made.setLabelY("bound, nats per frame");
              return made;
            });
    shot("curve-empty-" + theme);
    robot.interact(() -> plot.getSeries().setAll(curves(100_000)));
    settle();
    robot.moveTo(plot);
    settle();
    Raster all = shot("curve-" + theme);
    assertEquals(0, plot.view().x0());
    assertEquals(100_000, plot.view().x1());

    robot.interact(() -> turnWheel(plot, 200));
    settle();
    assertTrue(plot.zoomedProperty().get());
    double shown = plot.view().x1() - plot.view().x0();
    assertEquals(100_000 / 1.25, shown, 1);
    shot("curve-zoomed-" + theme);
    robot.interact(() -> turnWheel(plot, -200));
    settle();
    assertFalse(plot.zoomedProperty().get());
    robot.doubleClickOn(plot);
    settle();
    assertEquals(100_000, plot.view().x1());
    robot.interact(() -> plot.logXProperty().set(true));
    settle();
    Raster log = shot("curve-log-" + theme);
    assertFalse(Arrays.equals(all.pixels(), log.pixels()));
    robot.interact(
        () ->
            Shot.save(
                plot.picture("Lower bound", "nats per frame", 900, 500), "curve-export-" + theme));
  }

  /** Robots of different platforms disagree about which way is up. */
  private static void turnWheel(CurvePlot plot, double delta) {
    Node inside = plot.lookup(".pixel-view");
    inside.fireEvent(
        new ScrollEvent(
            ScrollEvent.SCROLL,
            300,
            200,
            300,
            200,
            false,
            false,
            false,
            false,
            false,
            false,
            0,
            delta,
            0,
            delta,
            ScrollEvent.HorizontalTextScrollUnits.NONE,
            0,
            ScrollEvent.VerticalTextScrollUnits.NONE,
            0,
            0,
            null));
  }

  /** A drag with the first button; the robots of the toolkits differ in what they make of one. */
  private static void drag(CurvePlot plot, Point2D from, Point2D to) {
    Node target =
        plot.lookupAll("*").stream().filter(PixelView.class::isInstance).findFirst().orElseThrow();
    fire(target, plot.localToScene(from), MouseEvent.MOUSE_PRESSED);
    fire(target, plot.localToScene(to), MouseEvent.MOUSE_DRAGGED);
    fire(target, plot.localToScene(to), MouseEvent.MOUSE_RELEASED);
  }

  private static void drag(SkeletonCanvas body, Point2D from, Point2D to) {
    fire(body, body.localToScene(from), MouseEvent.MOUSE_PRESSED);
    fire(body, body.localToScene(to), MouseEvent.MOUSE_DRAGGED);
    fire(body, body.localToScene(to), MouseEvent.MOUSE_RELEASED);
  }

  private static void fire(Node target, Point2D at, EventType<MouseEvent> type) {
    boolean down = type != MouseEvent.MOUSE_RELEASED;
    target.fireEvent(
        new MouseEvent(
            type,
            at.getX(),
            at.getY(),
            at.getX(),
            at.getY(),
            MouseButton.PRIMARY,
            1,
            false,
            false,
            false,
            false,
            down,
            false,
            false,
            false,
            false,
            false,
            null));
  }

  @Test
  void aDraggedBoxBecomesTheView(FxRobot robot) {
    CurvePlot plot =
        show(
            Theme.LIGHT,
            880,
            560,
            () -> {
              CurvePlot made = new CurvePlot();
              made.getSeries().setAll(curves(1000));
              return made;
            });
    robot.interact(() -> drag(plot, new Point2D(200, 100), new Point2D(400, 300)));
    settle();
    // The plot lies 70 from the left and is 880 - 32 - 70 - 16 wide; 1000 iterations fill it.
    assertEquals(1000 * (200 - 70) / 762.0, plot.view().x0(), 4);
    assertEquals(1000 * (400 - 70) / 762.0, plot.view().x1(), 4);
    robot.type(KeyCode.DIGIT0);
    settle();
    assertEquals(1000, plot.view().x1());
  }

  @ParameterizedTest
  @EnumSource
  void sparklines(Theme theme, FxRobot robot) {
    show(
        theme,
        900,
        150,
        () -> {
          GridPane grid = new GridPane();
          grid.setHgap(14);
          for (int i = 0; i < 3; i++) {
            Sparkline card = new Sparkline();
            card.setTitle(List.of("Prediction error", "Gradient norm", "Units on").get(i));
            card.valueProperty().set(List.of("3.02", "0.84", "48 %").get(i));
            Curve curve = curves(3000).get(0).curve();
            card.getSeries().setAll(new CurveSeries(curve, i, false, true));
            grid.add(card, i, 0);
          }
          return grid;
        });
    shot("sparklines-" + theme);
  }

  @ParameterizedTest
  @EnumSource
  void framesAndPlayer(Theme theme, FxRobot robot) {
    Player player = new Player();
    show(
        theme,
        880,
        640,
        () -> {
          FrameCanvas video = new FrameCanvas();
          video.meaningProperty().set(BALLS);
          FrameCanvas keys = new FrameCanvas();
          keys.meaningProperty().set(PIANO);
          keys.setPrefHeight(70);
          PianoRollCanvas roll = new PianoRollCanvas();
          roll.meaningProperty().set(PIANO.inTime(16, 16));
          roll.setId("roll");
          roll.framesProperty().set(chorale(120));
          roll.primerFramesProperty().set(20);
          roll.setPrefHeight(240);
          player.lengthProperty().set(120);
          player.framesPerSecondProperty().set(8);
          player
              .positionProperty()
              .subscribe(
                  at -> {
                    video.frameProperty().set(ball(at.doubleValue()));
                    keys.frameProperty()
                        .set(DictionaryPicture.row(chorale(120), player.frameProperty().get()));
                  });
          roll.positionProperty().bindBidirectional(player.positionProperty());
          return new VBox(10, video, keys, roll, player);
        });
    robot.interact(() -> player.positionProperty().set(26.5));
    settle();
    shot("player-" + theme);
    robot.clickOn("#player-forward");
    assertEquals(27, player.frameProperty().get());
    assertEquals("3.38 / 15.00 s", robot.lookup("#player-time").queryLabeled().getText());
    PianoRollCanvas roll = robot.lookup("#roll").queryAs(PianoRollCanvas.class);
    double usual = roll.frameWidthProperty().get();
    robot.interact(roll::requestFocus);
    robot.type(KeyCode.PLUS);
    assertEquals(1.2 * usual, roll.frameWidthProperty().get(), 1e-9);
    robot.type(KeyCode.MINUS, KeyCode.MINUS);
    assertEquals(usual / 1.2, roll.frameWidthProperty().get(), 1e-9);
    robot.type(KeyCode.DIGIT0);
    assertEquals(usual, roll.frameWidthProperty().get());
    robot.clickOn("#player-play");
    assertTrue(player.playingProperty().get());
    robot.clickOn("#player-back");
    robot.type(KeyCode.END);
    assertEquals(119, player.frameProperty().get());
  }

  @Test
  void thePlayerPlaysAndStopsAtTheEnd(FxRobot robot) throws TimeoutException {
    Player player = new Player();
    show(Theme.LIGHT, 700, 80, () -> new VBox(player));
    robot.interact(
        () -> {
          player.lengthProperty().set(6);
          player.framesPerSecondProperty().set(60);
          player.loopProperty().set(false);
          player.togglePlay();
        });
    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> player.frameProperty().get() == 5);
    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> !player.playingProperty().get());
    robot.interact(
        () -> {
          player.framesPerSecondProperty().set(0.01); // so that it is still playing when looked at
          player.togglePlay();
        });
    assertTrue(player.playingProperty().get(), "plays again from the start");
    robot.interact(() -> player.lengthProperty().set(0));
    assertFalse(player.playingProperty().get());
    assertEquals(0, player.frameProperty().get());
  }

  @Test
  void manyRequestsPaintOnceAndNoneWhileOffTheScreen(FxRobot robot) {
    int[] painted = new int[1];
    PixelView view = show(Theme.LIGHT, 200, 100, PixelView::new);
    robot.interact(() -> view.setPainter(out -> painted[0]++));
    settle();
    int before = painted[0];
    robot.interact(
        () -> {
          for (int i = 0; i < 100; i++) {
            view.repaint();
          }
        });
    settle();
    assertEquals(before + 1, painted[0]);
    StackPane page = (StackPane) view.getParent();
    robot.interact(
        () -> {
          page.getChildren().clear();
          view.repaint();
        });
    settle();
    assertEquals(before + 1, painted[0]);
    robot.interact(() -> page.getChildren().add(view));
    settle();
    assertEquals(before + 2, painted[0]);
  }

  private static float[] ball(double at) {
    float[] frame = new float[900];
    double x = 4 + at % 22;
    for (int i = 0; i < 900; i++) {
      double dx = i % 30 - x;
      double dy = i / 30 - 12.0;
      frame[i] = (float) Math.exp(-Math.pow((dx * dx + dy * dy) / 12, 4));
    }
    return frame;
  }

  private static FMatrixRMaj chorale(int frames) {
    RandomStream random = new RandomStream(3);
    FMatrixRMaj roll = new FMatrixRMaj(frames, 88);
    int[] voices = {48, 57, 64, 72};
    for (int t = 0; t < frames; t++) {
      for (int v = 0; v < voices.length; v++) {
        if (random.nextInt(3) == 0) {
          voices[v] += random.nextInt(5) - 2;
        }
        roll.set(t, voices[v] - 21, 1);
      }
    }
    return roll;
  }

  @ParameterizedTest
  @EnumSource
  void tiles(Theme theme, FxRobot robot) {
    RandomStream random = new RandomStream(5);
    float[][] weights = new float[200][900];
    for (float[] tile : weights) {
      double x = 30 * random.nextDouble();
      double y = 30 * random.nextDouble();
      for (int i = 0; i < 900; i++) {
        double dx = i % 30 - x;
        double dy = i / 30 - y;
        tile[i] =
            (float)
                (Math.exp(-(dx * dx + dy * dy) / 12)
                    - 0.7 * Math.exp(-(dx * dx + (dy - 5) * (dy - 5)) / 12)
                    + 0.04 * random.nextGaussian());
      }
    }
    TileGrid grid =
        show(
            theme,
            760,
            420,
            () -> {
              TileGrid made = new TileGrid();
              made.countProperty().set(200);
              made.setTileShape(30, 30, 2, true);
              made.setText(tile -> "Unit " + tile);
              made.setPainter(
                  (tile, dark, out) ->
                      new DictionaryPicture(BALLS, Palette.of(dark)).paint(weights[tile], 1, out));
              return made;
            });
    robot.interact(grid::requestFocus);
    robot.type(KeyCode.DOWN, KeyCode.RIGHT, KeyCode.RIGHT);
    settle();
    assertEquals(2, grid.selectedProperty().get());
    shot("tiles-" + theme);
    robot.type(KeyCode.END);
    settle();
    assertEquals(199, grid.selectedProperty().get());
    shot("tiles-end-" + theme);
  }

  @ParameterizedTest
  @EnumSource
  void graphicalModel(Theme theme, FxRobot robot) {
    GraphicalModel model = show(theme, 720, 520, GraphicalModel::new);
    for (int order : new int[] {0, 1, 2, 4, 6}) {
      robot.interact(() -> model.diagramProperty().set(tsbn(order)));
      settle();
      shot("model-" + order + "-" + theme);
    }
    robot.interact(() -> model.diagramProperty().set(tsbn(1)));
    settle();
    robot.interact(model::requestFocus);
    robot.type(KeyCode.RIGHT, KeyCode.RIGHT);
    settle();
    assertEquals("W4", model.selectedProperty().get().symbol());
    shot("model-chosen-" + theme);
    robot.interact(() -> model.diagramProperty().set(tsbn(0)));
    assertEquals(null, model.selectedProperty().get());
  }

  private static ModelDiagram tsbn(int order) {
    List<ModelDiagram.Link> links = new ArrayList<>();
    links.add(new ModelDiagram.Link(0, 1, 0, "W2"));
    for (int lag = 1; lag <= order; lag++) {
      String suffix = order == 1 ? "" : "[" + lag + "]";
      links.add(new ModelDiagram.Link(0, 0, lag, "W4" + suffix));
      links.add(new ModelDiagram.Link(1, 1, lag, "W1" + suffix));
      links.add(new ModelDiagram.Link(1, 0, lag, "W3" + suffix));
    }
    return new ModelDiagram(
        List.of(
            new ModelDiagram.Layer("v", ModelDiagram.Kind.OBSERVED),
            new ModelDiagram.Layer("h", ModelDiagram.Kind.STOCHASTIC)),
        links);
  }

  @ParameterizedTest
  @EnumSource
  void figuresTurnTogether(Theme theme, FxRobot robot) throws DataFormatException {
    SequenceSet gait = DataSources.open("builtin:gait", share -> {});
    FrameMeaning.Motion motion = (FrameMeaning.Motion) gait.meaning();
    Player player = new Player();
    List<SkeletonCanvas> bodies = new ArrayList<>();
    JointCurvesCanvas curves = new JointCurvesCanvas();
    show(
        theme,
        1180,
        620,
        () -> {
          HBox row = new HBox(10);
          for (int i = 0; i < 4; i++) {
            SkeletonCanvas body = new SkeletonCanvas();
            body.figureProperty().set(Figure.of(motion, gait.get(Split.TRAIN).get(i).toMatrix()));
            body.primerFramesProperty().set(i == 3 ? 1000 : 0);
            body.positionProperty().bind(player.positionProperty());
            if (i > 0) {
              body.cameraProperty().bindBidirectional(bodies.get(0).cameraProperty());
            }
            bodies.add(body);
            row.getChildren().add(body);
          }
          FMatrixRMaj first = gait.get(Split.TRAIN).get(0).toMatrix();
          int knee = motion.skeleton().indexOf("lknee");
          curves.curvesProperty().set(JointCurves.of(motion, first, knee));
          curves.positionProperty().bindBidirectional(player.positionProperty());
          player.lengthProperty().set(first.numRows);
          return new VBox(10, row, curves, player);
        });
    robot.interact(() -> player.positionProperty().set(72.4));
    settle();
    Raster before = shot("bodies-" + theme);
    SkeletonCanvas dragged = bodies.get(1);
    robot.interact(() -> drag(dragged, new Point2D(100, 100), new Point2D(160, 80)));
    settle();
    Camera turned = bodies.get(3).cameraProperty().get();
    assertEquals(Camera.START.azimuth() - 0.6, turned.azimuth(), 1e-9);
    assertEquals(Camera.START.elevation() - 0.2, turned.elevation(), 1e-9);
    robot.interact(dragged::requestFocus);
    robot.type(KeyCode.PLUS, KeyCode.UP);
    settle();
    assertEquals(1.1, bodies.get(0).cameraProperty().get().zoom(), 1e-9);
    assertFalse(Arrays.equals(before.pixels(), shot("bodies-turned-" + theme).pixels()));
    robot.doubleClickOn(dragged);
    assertEquals(Camera.START, bodies.get(2).cameraProperty().get());
    robot.interact(
        () -> {
          dragged.figureProperty().set(null);
          dragged.jointProperty().set(-1);
        });
    settle();
    robot.clickOn(dragged);
    assertEquals(-1, dragged.jointProperty().get(), "where nothing is shown nothing is chosen");
  }
}
