package tsbn.app.topics;

import java.util.function.Function;
import javafx.beans.property.StringProperty;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

/** A line of text that is told in full, and in numbers, by its tip. */
final class TippedCell extends TableCell<TopicRow, String> {
  private final Function<TopicRow, StringProperty> numbers;
  private final Tooltip tip = new Tooltip();

  TippedCell(Function<TopicRow, StringProperty> numbers) {
    this.numbers = numbers;
    tip.setWrapText(true);
    tip.setMaxWidth(420);
  }

  @Override
  protected void updateItem(String text, boolean nothing) {
    super.updateItem(text, nothing);
    setText(nothing ? "" : text);
    TopicRow row = nothing || getTableRow() == null ? null : getTableRow().getItem();
    tip.setText(row == null ? "" : numbers.apply(row).get());
    setTooltip(row == null ? null : tip);
  }
}
