package tsbn.app.generate;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import tsbn.app.support.Fxml;

/** One take: its title, a star to keep it, a cross to drop it. */
final class TakeRow {
  private final Takes takes;
  private final Parent root;
  private Takes.Take shown;
  @FXML private Label title;
  @FXML private ToggleButton keep;
  @FXML private FontIcon star;

  TakeRow(Takes takes) {
    this.takes = takes;
    this.root = Fxml.load(this);
    keep.selectedProperty()
        .subscribe(kept -> star.setIconLiteral(kept ? "mdi2s-star" : "mdi2s-star-outline"));
  }

  Parent root() {
    return root;
  }

  void show(Takes.Take take) {
    if (shown != null) {
      keep.selectedProperty().unbindBidirectional(shown.keptProperty());
    }
    shown = take;
    if (take != null) {
      title.setText(take.title());
      title.setTooltip(new Tooltip(take.title()));
      keep.selectedProperty().bindBidirectional(take.keptProperty());
    }
  }

  @FXML
  private void remove() {
    takes.remove(shown);
  }
}
