package tsbn.app.model;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import tsbn.app.support.Fields;
import tsbn.app.support.Fxml;

/** The controls of one hidden layer; their ids begin with {@code layer-1} for the lowest. */
final class LayerRow {
  private final LayerViewModel model;
  private final ModelViewModel page;
  private final Parent root;
  @FXML private Label name;
  @FXML private ComboBox<String> kind;
  @FXML private TextField units;
  @FXML private Label problem;
  @FXML private Button remove;
  @FXML private CheckBox itself;
  @FXML private CheckBox below;

  LayerRow(LayerViewModel model, ModelViewModel page) {
    this.model = model;
    this.page = page;
    this.root = Fxml.load(this);
  }

  Parent root() {
    return root;
  }

  @FXML
  private void initialize() {
    String id = "layer-" + model.layer();
    kind.setId(id + "-kind");
    units.setId(id + "-units");
    problem.setId(id + "-units-problem");
    remove.setId(id + "-remove");
    itself.setId(id + "-itself");
    below.setId(id + "-below");
    name.textProperty().bind(model.nameProperty());
    Fields.bind(kind, model.kind());
    kind.disableProperty().bind(model.topProperty());
    Fields.bind(units, problem, model.units());
    remove.disableProperty().bind(model.aloneProperty());
    itself.textProperty().bind(model.itselfTextProperty());
    itself.selectedProperty().bindBidirectional(model.lagsItselfProperty());
    itself.disableProperty().bind(page.temporalProperty().not());
    below.textProperty().bind(model.belowTextProperty());
    below.selectedProperty().bindBidirectional(model.lagsBelowProperty());
    below.disableProperty().bind(page.temporalProperty().not());
  }

  @FXML
  private void remove() {
    page.layers().remove(model.layer());
  }
}
