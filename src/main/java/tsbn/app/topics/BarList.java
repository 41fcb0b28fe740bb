package tsbn.app.topics;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A titled list of lines: what it is, how much of it there is as a bar, and as a number. */
final class BarList extends VBox {
  private static final double TEXT_SHARE = 62;
  private static final double BAR_HEIGHT = 7;

  private final Label title = new Label();
  private final GridPane lines = new GridPane();
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

  /** Shows other lines. */
  void show(String heading, List<Bar> bars) {
    title.setText(heading);
    lines.getChildren().clear();
    for (int row = 0; row < bars.size(); row++) {
      Bar bar = bars.get(row);
      Label text = new Label(bar.text());
      text.setMinWidth(0);
      Label value = new Label(bar.value());
      value.getStyleClass().addAll("muted", "small");
      value.setMinWidth(USE_PREF_SIZE);
      lines.addRow(row, text, bar(bar.share()), value);
      if (bar.topic() >= 0) {
        text.setCursor(Cursor.HAND);
        text.setTooltip(new Tooltip(bar.text()));
        text.setOnMouseClicked(clicked -> choose.accept(bar.topic()));
      }
    }
  }

  private static StackPane bar(double share) {
    Region full = new Region();
    full.getStyleClass().add("bar");
    full.setMinHeight(BAR_HEIGHT);
    full.setMaxHeight(BAR_HEIGHT);
    StackPane room = new StackPane(full);
    room.setMinWidth(0);
    room.setAlignment(Pos.CENTER_LEFT);
    full.maxWidthProperty().bind(room.widthProperty().multiply(Math.max(0.01, Math.min(1, share))));
    return room;
  }
}
