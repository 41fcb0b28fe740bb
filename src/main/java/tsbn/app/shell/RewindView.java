package tsbn.app.shell;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import tsbn.app.support.Fxml;
import tsbn.app.support.LookingBack;

/** A slider through the checkpoints of the run, from its beginning to now. */
final class RewindView {
  private final LookingBack model;
  private final Parent root;
  @FXML private Slider slider;
  @FXML private Label text;
  @FXML private Button now;

  RewindView(LookingBack model) {
    this.model = model;
    this.root = Fxml.load(this);
  }

  Parent root() {
    return root;
  }

  @FXML
  private void initialize() {
    model.countProperty().subscribe(count -> slider.setMax(Math.max(1, count.intValue())));
    model.placeProperty().subscribe(place -> slider.setValue(place.intValue()));
    slider
        .valueProperty()
        .addListener(
            (observable, was, is) -> model.placeProperty().set(Math.round(is.floatValue())));
    text.textProperty().bind(model.textProperty());
    now.disableProperty().bind(model.placeProperty().greaterThanOrEqualTo(model.countProperty()));
  }

  @FXML
  private void now() {
    model.now();
  }
}
