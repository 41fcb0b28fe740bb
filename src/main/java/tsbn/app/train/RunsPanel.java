package tsbn.app.train;

import javafx.beans.binding.Bindings;
import javafx.collections.transformation.FilteredList;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import tsbn.app.support.Fxml;
import tsbn.app.support.RunItem;
import tsbn.app.support.Shown;

/** The runs that are kept: which curves are drawn, and what is to be done with the chosen one. */
final class RunsPanel {
  private final RunsViewModel model;
  private final Parent root;
  @FXML private ToggleButton all;
  @FXML private ToggleButton mean;
  @FXML private Button restore;
  @FXML private Label repeating;
  @FXML private Label empty;
  @FXML private ListView<RunItem> list;
  @FXML private VBox chosen;
  @FXML private Label data;
  @FXML private TextField name;
  @FXML private TextArea note;
  @FXML private Button open;
  @FXML private MenuItem shareData;
  @FXML private MenuItem shareAll;
  @FXML private ChoiceBox<String> saveEvery;
  @FXML private Label size;
  @FXML private Button emptyTrash;

  RunsPanel(RunsViewModel model) {
    this.model = model;
    this.root = Fxml.load(this);
  }

  Parent root() {
    return root;
  }

  @FXML
  private void initialize() {
    FilteredList<RunItem> shown = model.items();
    list.setItems(shown);
    list.setCellFactory(view -> new RunCell(model));
    Shown.when(Bindings.isEmpty(shown), empty);
    Shown.when(Bindings.isNotEmpty(shown), list);
    all.selectedProperty().bindBidirectional(model.allDataProperty());
    mean.selectedProperty().bindBidirectional(model.meanProperty());
    Shown.when(model.repeatedProperty(), mean);
    Shown.when(model.restorableProperty(), restore);
    repeating.textProperty().bind(model.repeatingProperty());
    Shown.when(repeating.textProperty().isNotEmpty(), repeating);
    model.chosenProperty().bind(list.getSelectionModel().selectedItemProperty());
    Shown.when(model.chosenProperty().isNotNull(), chosen);
    model.chosenProperty().subscribe(this::show);
    name.focusedProperty().subscribe(focused -> commit(focused));
    note.focusedProperty().subscribe(focused -> commit(focused));
    name.setOnAction(event -> model.say(name.getText(), note.getText()));
    open.disableProperty().bind(model.presentProperty());
    saveEvery.setItems(model.saveEvery().titles());
    saveEvery.valueProperty().bindBidirectional(model.saveEvery().chosenProperty());
    size.textProperty().bind(model.sizeProperty());
    Shown.when(model.trashProperty(), emptyTrash);
  }

  private void commit(boolean focused) {
    if (!focused) {
      model.say(name.getText(), note.getText());
    }
  }

  private void show(RunItem item) {
    model.edit(item);
    if (item != null) {
      name.setText(item.labelProperty().get().name());
      name.setPromptText(item.titleProperty().get());
      note.setText(item.labelProperty().get().note());
      data.setText(item.dataName());
      shareData.setVisible(item.hasFiles());
      shareAll.setVisible(item.hasFiles());
    }
  }

  @FXML
  private void open() {
    model.open();
  }

  @FXML
  private void beginLike() {
    model.beginLike();
  }

  @FXML
  private void repeat() {
    model.repeat();
  }

  @FXML
  private void share() {
    model.share(false, false);
  }

  @FXML
  private void shareData() {
    model.share(true, false);
  }

  @FXML
  private void shareCheckpoints() {
    model.share(false, true);
  }

  @FXML
  private void shareAll() {
    model.share(true, true);
  }

  @FXML
  private void emptyTrash() {
    model.emptyTrash();
  }

  @FXML
  private void discard() {
    model.discard();
  }

  @FXML
  private void restore() {
    model.restore();
  }
}
