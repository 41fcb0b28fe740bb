package tsbn.app.compare;

import java.util.function.IntConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import tsbn.app.support.Messages;

/** A button that takes an added run out of the table. */
final class RemoveCell extends TableCell<CompareSheet.Line, CompareSheet.Line> {
  private static final Messages MESSAGES = Messages.of(RemoveCell.class);

  private final Button button = new Button("", new FontIcon("mdi2c-close"));

  RemoveCell(IntConsumer remove) {
    button.setId("compare-remove");
    button.getStyleClass().addAll("flat", "button-icon", "small");
    button.setTooltip(new Tooltip(MESSAGES.get("remove.tip")));
    button.setOnAction(pressed -> remove.accept(getItem().entry()));
  }

  @Override
  protected void updateItem(CompareSheet.Line line, boolean nothing) {
    super.updateItem(line, nothing);
    boolean removable = !nothing && line != null && line.entry() >= 0;
    setGraphic(removable ? button : null);
    if (removable) {
      button.setAccessibleText(MESSAGES.format("remove", line.name()));
    }
  }
}
