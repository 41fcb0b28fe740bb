package tsbn.app.data;

import atlantafx.base.controls.ToggleSwitch;
import javafx.fxml.FXML;
import javafx.geometry.HPos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import tsbn.app.support.Fields;
import tsbn.app.support.Fxml;
import tsbn.app.support.Messages;
import tsbn.app.support.Shown;

/** Which words of texts a model sees, what each setting leaves of them, and what is held out. */
final class WordsPanel {
  private static final Messages MESSAGES = Messages.of(WordsPanel.class);

  private final WordsViewModel model;
  private final Parent root;
  @FXML private GridPane steps;
  @FXML private Label problem;
  @FXML private ToggleSwitch lowerCase;
  @FXML private ToggleSwitch numbers;
  @FXML private TextField minLength;
  @FXML private Label minLengthProblem;
  @FXML private TextField minTotal;
  @FXML private Label minTotalProblem;
  @FXML private TextField minYear;
  @FXML private Label minYearProblem;
  @FXML private ComboBox<String> stopList;
  @FXML private ToggleButton showList;
  @FXML private VBox wholeList;
  @FXML private TextArea words;
  @FXML private Label count;
  @FXML private TextField stop;
  @FXML private TextField keep;
  @FXML private TextField from;
  @FXML private Label fromProblem;
  @FXML private TextField to;
  @FXML private Label toProblem;
  @FXML private TextField heldOut;
  @FXML private Label heldOutProblem;
  @FXML private TextField future;
  @FXML private Label futureProblem;
  @FXML private TextField seed;
  @FXML private Label seedProblem;
  @FXML private Button restore;
  @FXML private HBox change;
  @FXML private Button apply;

  WordsPanel(WordsViewModel model) {
    this.model = model;
    this.root = Fxml.load(this);
  }

  Parent root() {
    return root;
  }

  @FXML
  private void initialize() {
    lowerCase.selectedProperty().bindBidirectional(model.lowerCaseProperty());
    numbers.selectedProperty().bindBidirectional(model.numbersProperty());
    Fields.bind(minLength, minLengthProblem, model.minLength());
    Fields.bind(minTotal, minTotalProblem, model.minTotal());
    Fields.bind(minYear, minYearProblem, model.minYear());
    bindStopWords(model.stopWords());
    Fields.bind(from, fromProblem, model.from());
    Fields.bind(to, toProblem, model.to());
    Fields.bind(heldOut, heldOutProblem, model.heldOut());
    Fields.bind(future, futureProblem, model.future());
    Fields.bind(seed, seedProblem, model.seed());
    problem.textProperty().bind(model.problemProperty());
    Shown.when(model.problemProperty().isNotEmpty(), problem);
    restore.disableProperty().bind(model.usualProperty());
    Shown.when(model.changedProperty(), change);
    apply.disableProperty().bind(model.problemProperty().isNotEmpty());
    model.steps().subscribe(this::showSteps);
    showSteps();
  }

  private void bindStopWords(StopWordsViewModel stopWords) {
    Fields.bind(stopList, stopWords.list());
    stop.textProperty().bindBidirectional(stopWords.stopProperty());
    keep.textProperty().bindBidirectional(stopWords.keepProperty());
    showList.selectedProperty().bindBidirectional(stopWords.openProperty());
    Shown.when(stopWords.openProperty(), wholeList);
    words.textProperty().bindBidirectional(stopWords.allProperty());
    words
        .focusedProperty()
        .addListener(
            (observable, was, is) -> {
              if (was) {
                stopWords.commit();
              }
            });
    count.textProperty().bind(stopWords.countProperty());
  }

  private void showSteps() {
    steps.getChildren().clear();
    if (!model.steps().isEmpty()) {
      steps.addRow(0, new Label(), head("words.words"), head("words.tokens"));
    }
    for (int row = 0; row < model.steps().size(); row++) {
      WordsViewModel.Step step = model.steps().get(row);
      boolean last = row == model.steps().size() - 1;
      Label title = new Label(step.title());
      Label words = new Label(step.words());
      words.getStyleClass().add(last ? "strong" : "value");
      Label tokens = new Label(step.tokens());
      tokens.getStyleClass().add("value");
      GridPane.setHalignment(words, HPos.RIGHT);
      GridPane.setHalignment(tokens, HPos.RIGHT);
      steps.addRow(row + 1, title, words, tokens);
    }
  }

  private static Label head(String key) {
    Label head = new Label(MESSAGES.get(key));
    head.getStyleClass().addAll("muted", "small");
    GridPane.setHalignment(head, HPos.RIGHT);
    return head;
  }

  @FXML
  private void openList() {
    model.stopWords().openFile();
  }

  @FXML
  private void restore() {
    model.restore();
  }

  @FXML
  private void apply() {
    model.apply();
  }

  @FXML
  private void revert() {
    model.revert();
  }
}
