package tsbn.app.topics;

import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

/** The words of a topic; the tip says the share and the lift of each. */
final class TippedCell extends TableCell<TopicRow, String> {
  private final Tooltip tip = new Tooltip();

  TippedCell() {
    tip.setWrapText(true);
    tip.setMaxWidth(420);
  }

  @Override
  protected void updateItem(String text, boolean nothing) {
    super.updateItem(text, nothing);
    setText(nothing ? "" : text);
    TopicRow row = nothing || getTableRow() == null ? null : getTableRow().getItem();
    tip.setText(row == null ? "" : row.numbersProperty().get());
    setTooltip(row == null ? null : tip);
  }
}
