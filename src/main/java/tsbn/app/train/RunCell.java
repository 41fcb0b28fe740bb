package tsbn.app.train;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;
import tsbn.app.support.Messages;
import tsbn.app.support.RunItem;
import tsbn.app.widget.Swatch;

/** A run in the list: its curve's colour, its star, what it is and how far it came. */
final class RunCell extends ListCell<RunItem> {
  private static final Messages MESSAGES = Messages.of(RunCell.class);

  private final Swatch swatch = new Swatch();
  private final FontIcon hidden = new FontIcon("mdi2e-eye-off-outline");
  private final Button curve = new Button();
  private final FontIcon starIcon = new FontIcon("mdi2s-star-outline");
  private final Button star = new Button("", starIcon);
  private final Label title = new Label();
  private final Label detail = new Label();
  private final HBox content;
  private final Tooltip tip = new Tooltip();
  private Subscription showing = () -> {};

  RunCell(RunsViewModel model) {
    curve.getStyleClass().addAll("flat", "small", "run-curve");
    curve.setTooltip(new Tooltip(MESSAGES.get("runs.curve.tip")));
    curve.setAccessibleText(MESSAGES.get("runs.curve.tip"));
    curve.setOnAction(event -> model.toggle(getItem()));
    star.getStyleClass().addAll("flat", "small", "run-star");
    star.setTooltip(new Tooltip(MESSAGES.get("runs.star.tip")));
    star.setAccessibleText(MESSAGES.get("runs.star.tip"));
    star.setOnAction(event -> model.star(getItem()));
    detail.getStyleClass().addAll("muted", "small");
    detail.setTextOverrun(OverrunStyle.ELLIPSIS);
    VBox text = new VBox(title, detail);
    text.setMinWidth(0);
    text.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(text, Priority.ALWAYS);
    content = new HBox(2, curve, star, text);
    content.setAlignment(Pos.CENTER_LEFT);
    tip.setWrapText(true);
    tip.setMaxWidth(360);
    setPrefWidth(0); // as wide as the list, however long a title is
  }

  @Override
  protected void updateItem(RunItem item, boolean nothing) {
    super.updateItem(item, nothing);
    showing.unsubscribe();
    showing = () -> {};
    setGraphic(nothing || item == null ? null : content);
    setTooltip(nothing || item == null ? null : tip);
    if (!nothing && item != null) {
      showing =
          Subscription.combine(
              item.titleProperty().subscribe(now -> show(item)),
              item.detailProperty().subscribe(now -> show(item)),
              item.labelProperty().subscribe(now -> show(item)),
              item.presentProperty().subscribe(now -> show(item)));
    }
  }

  private void show(RunItem item) {
    boolean present = item.presentProperty().get();
    boolean drawn = item.labelProperty().get().shown();
    boolean starred = item.labelProperty().get().starred();
    title.setText(item.titleProperty().get());
    title.getStyleClass().remove("strong");
    if (present) {
      title.getStyleClass().add("strong");
    }
    detail.setText(item.detailProperty().get());
    swatch.setColour(item.labelProperty().get().colour());
    curve.setGraphic(drawn ? swatch : hidden);
    curve.setDisable(present);
    starIcon.setIconLiteral(starred ? "mdi2s-star" : "mdi2s-star-outline");
    String note = item.labelProperty().get().note();
    tip.setText(
        item.titleProperty().get()
            + "\n"
            + item.dataName()
            + "\n"
            + item.detailProperty().get()
            + (note.isEmpty() ? "" : "\n" + note));
  }
}
