package tsbn.app.compare;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

/** The value that a setting has in one run, marked where the first run has another. */
final class SettingCell extends TableCell<CompareSheet.SettingLine, CompareSheet.SettingLine> {
  private static final PseudoClass OTHER = PseudoClass.getPseudoClass("other");

  private final int run;

  SettingCell(int run) {
    this.run = run;
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("setting-cell");
  }

  @Override
  protected void updateItem(CompareSheet.SettingLine line, boolean nothing) {
    super.updateItem(line, nothing);
    boolean none = nothing || line == null || run >= line.values().size();
    setText(none ? "" : line.values().get(run));
    setTooltip(none ? null : new Tooltip(line.values().get(run)));
    pseudoClassStateChanged(OTHER, !none && line.other(run));
  }
}
