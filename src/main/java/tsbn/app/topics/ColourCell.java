package tsbn.app.topics;

import java.util.function.IntConsumer;
import javafx.scene.control.TableCell;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import tsbn.app.support.Messages;
import tsbn.app.widget.Swatch;

/** A dot in a topic's colour; pressing it chooses the topic or gives it up. */
final class ColourCell extends TableCell<TopicRow, Number> {
  private static final Messages MESSAGES = Messages.of(ColourCell.class);

  private final ToggleButton button = new ToggleButton();
  private final Swatch swatch = new Swatch();

  ColourCell(IntConsumer toggle) {
    button.getStyleClass().addAll("button-icon", "flat", "topic-colour");
    button.setGraphic(swatch);
    button.setTooltip(new Tooltip(MESSAGES.get("colour.tip")));
    button.setAccessibleText(MESSAGES.get("colour.tip"));
    button.setOnAction(pressed -> toggle.accept(getTableRow().getItem().topic()));
  }

  @Override
  protected void updateItem(Number colour, boolean nothing) {
    super.updateItem(colour, nothing);
    setGraphic(nothing || colour == null ? null : button);
    if (!nothing && colour != null) {
      button.setSelected(colour.intValue() >= 0);
      swatch.setColour(Math.max(0, colour.intValue()));
      swatch.setOpacity(colour.intValue() >= 0 ? 1 : 0.12);
    }
  }
}
