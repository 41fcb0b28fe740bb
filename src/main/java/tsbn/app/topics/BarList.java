package tsbn.app.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tsbn.app.support.Shown;

/** A titled list of lines: what it is, how much of it there is as a bar, and as a number. */
final class BarList extends VBox {
  private static final double TEXT_SHARE = 62;
  private static final double BAR_HEIGHT = 7;

  private final Label title = new Label();
  private final GridPane lines = new GridPane();
  private final List<Line> shown = new ArrayList<>();
  private final IntConsumer choose;

  /**
   * An empty list.
   *
   * @param choose gets the topic of a line that is clicked
   */
  BarList(IntConsumer choose) {
    this.choose = choose;
    title.getStyleClass().addAll("muted", "small");
    lines.getStyleClass().add("bar-lines");
    ColumnConstraints text = new ColumnConstraints();
    text.setPercentWidth(TEXT_SHARE);
    ColumnConstraints bar = new ColumnConstraints();
    bar.setHgrow(Priority.ALWAYS);
    ColumnConstraints value = new ColumnConstraints();
    value.setHalignment(HPos.RIGHT);
    value.setMinWidth(USE_PREF_SIZE);
    lines.getColumnConstraints().setAll(text, bar, value);
    getStyleClass().add("bar-list");
    getChildren().setAll(title, lines);
    setMinWidth(0);
    setMaxWidth(Double.MAX_VALUE);
  }

  /** Shows other lines; those that are there are used again, since a hand may drag over years. */
  void show(String heading, List<Bar> bars) {
    title.setText(heading);
    while (shown.size() < bars.size()) {
      shown.add(new Line(shown.size()));
    }
    for (int row = 0; row < shown.size(); row++) {
      shown.get(row).show(row < bars.size() ? bars.get(row) : null);
    }
  }

  /** The nodes of one line. */
  private final class Line {
    private final Label text = new Label();
    private final Tooltip tip = new Tooltip();
    private final Region full = new Region();
    private final StackPane room = new StackPane(full);
    private final Label value = new Label();
    private Bar bar;

    Line(int row) {
      text.setMinWidth(0);
      text.setOnMouseClicked(clicked -> chosen());
      full.getStyleClass().add("bar");
      full.setMinHeight(BAR_HEIGHT);
      full.setMaxHeight(BAR_HEIGHT);
      room.setMinWidth(0);
      room.setAlignment(Pos.CENTER_LEFT);
      value.getStyleClass().addAll("muted", "small");
      value.setMinWidth(USE_PREF_SIZE);
      lines.addRow(row, text, room, value);
    }

    void show(Bar now) {
      bar = now;
      for (Node node : List.of(text, room, value)) {
        Shown.when(now != null, node);
      }
      if (now == null) {
        return;
      }
      boolean topic = now.topic() >= 0;
      text.setText(now.text());
      tip.setText(now.text());
      text.setTooltip(topic ? tip : null);
      text.setCursor(topic ? Cursor.HAND : null);
      value.setText(now.value());
      full.maxWidthProperty()
          .bind(room.widthProperty().multiply(Math.max(0.01, Math.min(1, now.share()))));
    }

    private void chosen() {
      if (bar != null && bar.topic() >= 0) {
        choose.accept(bar.topic());
      }
    }
  }
}
