package tsbn.app.widget;

import java.util.function.DoubleFunction;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;

/** A number in a table; empty where there is none. */
public final class NumberCell<S, T extends Number> extends TableCell<S, T> {
  private final DoubleFunction<String> text;

  public NumberCell(DoubleFunction<String> text) {
    this.text = text;
    setAlignment(Pos.CENTER_LEFT); // also where the column was hidden at first
  }

  @Override
  protected void updateItem(T number, boolean nothing) {
    super.updateItem(number, nothing);
    setText(nothing || number == null ? "" : text.apply(number.doubleValue()));
  }
}
