package tsbn.app.compare;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;

/** A number; the best of its column stands out. */
final class FigureCell extends TableCell<CompareSheet.Line, CompareSheet.Cell> {
  private static final PseudoClass BEST = PseudoClass.getPseudoClass("best");

  FigureCell() {
    setAlignment(Pos.CENTER_RIGHT);
  }

  @Override
  protected void updateItem(CompareSheet.Cell cell, boolean nothing) {
    super.updateItem(cell, nothing);
    boolean none = nothing || cell == null;
    setText(none ? "" : cell.text());
    pseudoClassStateChanged(BEST, !none && cell.best());
  }
}
