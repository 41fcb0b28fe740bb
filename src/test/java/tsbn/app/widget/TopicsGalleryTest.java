package tsbn.app.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import tsbn.app.support.Theme;
import tsbn.picture.Trajectories;

/** The widgets of topics over the years. */
@ExtendWith(ApplicationExtension.class)
class TopicsGalleryTest extends Gallery {
  private static final int TOPICS = 25;

  @Start
  private void start(Stage primary) {
    stage = primary;
  }

  /** Waves of every length; two years are missing. */
  private static Trajectories waves() {
    List<Integer> years =
        IntStream.rangeClosed(1790, 2014).filter(y -> y != 1933 && y != 1973).boxed().toList();
    FMatrixRMaj strengths = new FMatrixRMaj(years.size(), TOPICS);
    for (int t = 0; t < years.size(); t++) {
      for (int k = 0; k < TOPICS; k++) {
        double wave = Math.sin((years.get(t) - 1790) / (6.0 + 4 * k) + k);
        strengths.set(t, k, (float) (0.5 + 0.5 * wave));
      }
    }
    return new Trajectories(years, strengths);
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void topicsOverTheYears(Theme theme) {
    FxRobot robot = new FxRobot();
    TrajectoriesCanvas curves = new TrajectoriesCanvas();
    TopicMapCanvas map = new TopicMapCanvas();
    List<Integer> clicked = new ArrayList<>();
    show(
        theme,
        900,
        480,
        () -> {
          curves.trajectoriesProperty().set(waves());
          map.trajectoriesProperty().bind(curves.trajectoriesProperty());
          map.orderProperty().set(IntStream.range(0, TOPICS).boxed().toList());
          map.yearProperty().bindBidirectional(curves.yearProperty());
          curves.yearProperty().set(1862);
          curves.chosen().setAll(3, 7, 12);
          map.chosen().setAll(3, 7, 12);
          curves.setNames(k -> "Topic " + (k + 1));
          map.setNames(k -> "Topic " + (k + 1));
          map.setOnChosen(clicked::add);
          VBox.setVgrow(curves, Priority.ALWAYS);
          return new VBox(8, curves, map);
        });
    shot("topics-" + theme);
    robot.moveTo(at(curves, 0.3, 0.5)).press(MouseButton.PRIMARY);
    robot.moveTo(at(curves, 0.4, 0.5)).moveTo(at(curves, 0.5, 0.5));
    settle();
    shot("topics-brushed-" + theme);
    robot.release(MouseButton.PRIMARY);
    TrajectoriesCanvas.Span span = curves.brushProperty().get();
    assertEquals(1790 + 0.27 * 225, span.from(), 6);
    assertEquals(1790 + 0.48 * 225, span.to(), 6);
    assertEquals(1862, curves.yearProperty().get(), "brushing leaves the year alone");
    robot.type(KeyCode.ESCAPE);
    assertNull(curves.brushProperty().get());
    robot.type(KeyCode.RIGHT);
    assertEquals(1863, curves.yearProperty().get());
    robot.clickOn(at(map, 0.8, 0.02));
    assertEquals(List.of(0), clicked);
    assertNotEquals(1863, curves.yearProperty().get());
    settle();
    shot("topics-hover-" + theme);
  }

  private static Point2D at(Node node, double right, double down) {
    return node.localToScreen(
        right * node.getLayoutBounds().getWidth(), down * node.getLayoutBounds().getHeight());
  }
}
