package tsbn.app.data;

import atlantafx.base.controls.ToggleSwitch;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import tsbn.app.support.Fields;
import tsbn.app.support.Fxml;
import tsbn.app.support.Shown;

/** How MIDI files become frames, each step to be changed. */
final class ScorePanel {
  private final ScoreViewModel model;
  private final Parent root;
  @FXML private Button restore;
  @FXML private ComboBox<String> step;
  @FXML private Node secondsRow;
  @FXML private TextField seconds;
  @FXML private Label secondsProblem;
  @FXML private ToggleSwitch drums;
  @FXML private ToggleSwitch pedal;
  @FXML private Node shares;
  @FXML private TextField valid;
  @FXML private Label validProblem;
  @FXML private TextField test;
  @FXML private Label testProblem;

  ScorePanel(ScoreViewModel model) {
    this.model = model;
    this.root = Fxml.load(this);
  }

  Parent root() {
    return root;
  }

  @FXML
  private void initialize() {
    restore.disableProperty().bind(model.changedProperty().not());
    Fields.bind(step, model.step());
    Shown.when(model.inSecondsProperty(), secondsRow);
    Fields.bind(seconds, secondsProblem, model.seconds());
    drums.selectedProperty().bindBidirectional(model.drumsProperty());
    pedal.selectedProperty().bindBidirectional(model.pedalProperty());
    Shown.when(model.divisibleProperty(), shares);
    Fields.bind(valid, validProblem, model.valid());
    Fields.bind(test, testProblem, model.test());
  }

  @FXML
  private void restore() {
    model.restore();
  }
}
