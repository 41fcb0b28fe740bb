package tsbn.app.compare;

import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

/** A text, with all of it in the tip, since the column may be too narrow. */
final class TippedCell<R> extends TableCell<R, String> {
  private final Tooltip tip = new Tooltip();

  TippedCell(Pos alignment) {
    setAlignment(alignment); // also where the column was hidden at first
    tip.setWrapText(true);
    tip.setMaxWidth(420);
  }

  @Override
  protected void updateItem(String text, boolean nothing) {
    super.updateItem(text, nothing);
    setText(nothing || text == null ? "" : text);
    tip.setText(getText());
    setTooltip(getText().isEmpty() ? null : tip);
  }
}
