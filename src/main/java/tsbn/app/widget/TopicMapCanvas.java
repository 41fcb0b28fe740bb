package tsbn.app.widget;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import tsbn.app.support.Messages;
import tsbn.app.support.Readable;
import tsbn.picture.Raster;
import tsbn.picture.TopicMapPicture;
import tsbn.picture.Trajectories;

/**
 * An overview of all topics over the years, fuller where they were stronger. A click chooses the
 * topic and goes to the year.
 */
public final class TopicMapCanvas extends YearsCanvas {
  private static final Messages MESSAGES = Messages.of(TopicMapCanvas.class);

  private final ObjectProperty<List<Integer>> order =
      new SimpleObjectProperty<>(this, "order", List.of());
  private IntFunction<String> names = String::valueOf;
  private IntConsumer choose = topic -> {};
  private TopicMapPicture picture;

  /** An empty overview; it has no years of its own, but those of the curves above it. */
  public TopicMapCanvas() {
    super(false);
    getStyleClass().add("topic-map");
    setPrefSize(400, 140);
    setAccessibleText(MESSAGES.get("topics.map.tip"));
    order.addListener((observable, before, after) -> changed());
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  /** The topics from the top down. */
  public ObjectProperty<List<Integer>> orderProperty() {
    return order;
  }

  /** Sets what topics are called. */
  public void setNames(IntFunction<String> value) {
    names = value;
  }

  /** Sets what a click on a topic does. */
  public void setOnChosen(IntConsumer value) {
    choose = value;
  }

  @Override
  void paintStill(Raster out) {
    picture = new TopicMapPicture(trajectoriesProperty().get(), palette());
    if (!order.get().isEmpty()) {
      picture.paint(order.get(), chosen(), out);
    }
  }

  @Override
  void paintMarks(Raster out) {
    picture.mark(yearProperty().get(), out);
  }

  @Override
  String describe(int pointedYear, double y, double height) {
    int place = TopicMapPicture.rowAt(y, height, order.get().size());
    if (place < 0) {
      return "";
    }
    Trajectories shown = trajectoriesProperty().get();
    int topic = order.get().get(place);
    int row = shown.row(pointedYear);
    return names.apply(topic)
        + "\n"
        + (row < 0
            ? MESSAGES.format("years.missing", pointedYear + "")
            : pointedYear + "  " + Readable.fixed(shown.strengths().get(row, topic), 2));
  }

  private void clicked(MouseEvent event) {
    if (trajectoriesProperty().get() == null) {
      return;
    }
    int place = TopicMapPicture.rowAt(event.getY(), plotHeight(), order.get().size());
    yearProperty().set(trajectoriesProperty().get().nearest(yearAt(event.getX())));
    if (place >= 0) {
      choose.accept(order.get().get(place));
    }
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
      step(event.getCode() == KeyCode.LEFT ? -1 : 1);
      event.consume();
    }
  }
}
