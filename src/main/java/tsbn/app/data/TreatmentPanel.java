package tsbn.app.data;

import atlantafx.base.controls.ToggleSwitch;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import tsbn.app.support.Fields;
import tsbn.app.support.Fxml;
import tsbn.app.support.Shown;

/** The steps between what was recorded and what a model sees, each to be changed. */
final class TreatmentPanel {
  private final TreatmentViewModel model;
  private final Parent root;
  @FXML private Label steps;
  @FXML private Button recipe;
  @FXML private Button restore;
  @FXML private TextField rate;
  @FXML private Label recorded;
  @FXML private Label rateProblem;
  @FXML private Node turnsRow;
  @FXML private ToggleSwitch continuous;
  @FXML private Node rootRow;
  @FXML private ToggleGroup rootChoice;
  @FXML private ToggleButton relative;
  @FXML private ToggleButton absolute;
  @FXML private ToggleSwitch drop;
  @FXML private Label kept;
  @FXML private ToggleSwitch standardise;
  @FXML private TextField chunk;
  @FXML private Label chunkProblem;

  TreatmentPanel(TreatmentViewModel model) {
    this.model = model;
    this.root = Fxml.load(this);
  }

  Parent root() {
    return root;
  }

  @FXML
  private void initialize() {
    steps.textProperty().bind(model.stepsProperty());
    Shown.when(model.stepsProperty().isNotEmpty(), steps);
    Shown.when(model.recipeProperty(), recipe);
    restore.disableProperty().bind(model.changedProperty().not());
    Fields.bind(rate, rateProblem, model.rate());
    recorded.textProperty().bind(model.recordedProperty());
    Fields.bind(chunk, chunkProblem, model.chunk());
    Shown.when(model.turnsProperty(), turnsRow);
    Shown.when(model.freeProperty(), rootRow);
    continuous.selectedProperty().bindBidirectional(model.continuousProperty());
    drop.selectedProperty().bindBidirectional(model.dropProperty());
    kept.textProperty().bind(model.keptProperty());
    standardise.selectedProperty().bindBidirectional(model.standardiseProperty());
    model.relativeProperty().subscribe(is -> rootChoice.selectToggle(is ? relative : absolute));
    rootChoice.selectedToggleProperty().addListener((observable, was, is) -> chosen(was, is));
  }

  /** One of the two is always pressed. */
  private void chosen(Toggle before, Toggle now) {
    if (now == null) {
      rootChoice.selectToggle(before);
    } else {
      model.relativeProperty().set(now == relative);
    }
  }

  @FXML
  private void useRecipe() {
    model.useRecipe();
  }

  @FXML
  private void restore() {
    model.restore();
  }
}
