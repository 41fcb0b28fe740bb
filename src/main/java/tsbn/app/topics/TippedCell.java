package tsbn.app.topics;

import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

/** A text that its tip says whole. */
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
    tip.setText(text);
    setTooltip(nothing || text == null || text.isEmpty() ? null : tip);
  }
}
