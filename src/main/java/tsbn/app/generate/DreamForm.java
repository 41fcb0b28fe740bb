package tsbn.app.generate;

import atlantafx.base.controls.ToggleSwitch;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import tsbn.app.support.Fields;
import tsbn.app.support.Fxml;
import tsbn.app.support.Shown;
import tsbn.app.support.SplitTitles;
import tsbn.data.Split;

/** The form that says what the model is to make up. */
final class DreamForm {
  private final GenerateViewModel model;
  private final Parent root;
  @FXML private TextField frames;
  @FXML private Label framesProblem;
  @FXML private ToggleGroup samples;
  @FXML private ToggleButton one;
  @FXML private ToggleButton two;
  @FXML private VBox besideRows;
  @FXML private ComboBox<Split> split;
  @FXML private TextField number;
  @FXML private Label numberProblem;
  @FXML private VBox primerRows;
  @FXML private TextField primer;
  @FXML private Label primerProblem;
  @FXML private VBox barRows;
  @FXML private TextField bars;
  @FXML private Label barsProblem;
  @FXML private TextField bar;
  @FXML private Label barProblem;
  @FXML private ToggleSwitch second;
  @FXML private VBox secondRows;
  @FXML private TextField secondNumber;
  @FXML private Label secondNumberProblem;
  @FXML private Label secondName;
  @FXML private TextField secondAt;
  @FXML private Label secondAtProblem;
  @FXML private TextField secondBack;
  @FXML private Label secondBackProblem;
  @FXML private VBox tempoRows;
  @FXML private Label tempoTitle;
  @FXML private TextField tempo;
  @FXML private HBox outlineRow;
  @FXML private ToggleSwitch outline;
  @FXML private Label tempoProblem;
  @FXML private TextField temperature;
  @FXML private Label temperatureProblem;
  @FXML private HBox rangeRow;
  @FXML private ToggleSwitch range;
  @FXML private HBox feedRow;
  @FXML private ToggleSwitch feed;
  @FXML private TextField seed;
  @FXML private Label seedProblem;

  DreamForm(GenerateViewModel model) {
    this.model = model;
    this.root = Fxml.load(this);
    root.disableProperty().bind(model.possibleProperty().not());
  }

  Parent root() {
    return root;
  }

  @FXML
  private void initialize() {
    Fields.bind(frames, framesProblem, model.frames());
    Fields.choose(samples, List.of(one, two), model.samplesProperty(), 1);
    Fields.bind(tempo, tempoProblem, model.tempo().perMinute());
    tempoTitle.textProperty().bind(model.tempo().titleProperty());
    outline.selectedProperty().bindBidirectional(model.outlineProperty());
    Shown.when(model.tempo().musicProperty().and(model.besideProperty()), outlineRow);
    Shown.when(model.tempo().musicProperty(), tempoRows);
    Fields.bind(temperature, temperatureProblem, model.temperature());
    Fields.bind(seed, seedProblem, model.seed());
    range.selectedProperty().bindBidirectional(model.withinRangeProperty());
    Shown.when(model.realProperty(), rangeRow);
    feed.selectedProperty().bindBidirectional(model.feedMeansProperty());
    Shown.when(model.greyProperty(), feedRow);
    bindBeside();
  }

  private void bindBeside() {
    Shown.when(model.besideProperty(), besideRows);
    split.setConverter(new SplitTitles());
    split.setItems(model.splits());
    split.valueProperty().bindBidirectional(model.splitProperty());
    Fields.bind(number, numberProblem, model.number());
    PrimerLength length = model.primer();
    Fields.bind(primer, primerProblem, length.frames());
    Fields.bind(bars, barsProblem, length.bars());
    Fields.bind(bar, barProblem, length.framesPerBar());
    Shown.when(length.inBarsProperty(), barRows);
    Shown.when(length.inBarsProperty().not(), primerRows);
    SecondPrimer other = model.second();
    second.selectedProperty().bindBidirectional(other.onProperty());
    Shown.when(other.onProperty(), secondRows);
    Fields.bind(secondNumber, secondNumberProblem, other.number());
    Fields.bind(secondAt, secondAtProblem, other.at());
    Fields.bind(secondBack, secondBackProblem, other.back());
    secondName.textProperty().bind(other.nameProperty());
  }
}
