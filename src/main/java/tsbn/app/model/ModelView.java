package tsbn.app.model;

import atlantafx.base.controls.ToggleSwitch;
import java.util.List;
import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import tsbn.app.model.ModelViewModel.Shape;
import tsbn.app.support.Fields;
import tsbn.app.support.Fxml;
import tsbn.app.support.Messages;
import tsbn.app.support.Page;
import tsbn.app.support.Pictures;
import tsbn.app.widget.GraphicalModel;

/** The page on which the model is designed. */
public final class ModelView implements Page {
  private static final Messages MESSAGES = Messages.of(ModelView.class);

  private final ModelViewModel model;
  private final Parent root;
  @FXML private Label title;
  @FXML private Label subtitle;
  @FXML private ToggleGroup nets;
  @FXML private ToggleButton netP;
  @FXML private ToggleButton netQ;
  @FXML private GraphicalModel graph;
  @FXML private Label equation;
  @FXML private Label block;
  @FXML private ToggleButton sbn;
  @FXML private ToggleButton hmsbn;
  @FXML private ToggleButton tsbn;
  @FXML private ToggleButton dtsbnS;
  @FXML private ToggleButton dtsbnD;
  @FXML private ToggleButton dhmsbnS;
  @FXML private Button addLayer;
  @FXML private Label layersProblem;
  @FXML private VBox layers;
  @FXML private ComboBox<String> likelihood;
  @FXML private Label visible;
  @FXML private Label visibleUnits;
  @FXML private TextField order;
  @FXML private Label orderProblem;
  @FXML private CheckBox visibleFromVisible;
  @FXML private ToggleSwitch ownFirstStep;
  @FXML private Label parameters;
  @FXML private Label memory;
  @FXML private Label stepTime;
  @FXML private Label warning;

  public ModelView(ModelViewModel model) {
    this.model = model;
    this.root = Fxml.load(this);
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void refresh() {
    model.refresh();
  }

  @Override
  public void hidden() {
    model.hidden();
  }

  @Override
  public void exportPicture() {
    model.savePicture(Pictures.of(graph));
  }

  @FXML
  private void initialize() {
    Fields.bind(order, orderProblem, model.order());
    Fields.bind(likelihood, model.likelihood());
    for (Node lag : List.of(visibleFromVisible, ownFirstStep)) {
      lag.disableProperty().bind(model.temporalProperty().not());
    }
    bindLayers();
    stepTime.textProperty().bind(model.cost().stepTimeProperty());
    visibleFromVisible.selectedProperty().bindBidirectional(model.visibleFromVisibleProperty());
    ownFirstStep.selectedProperty().bindBidirectional(model.ownFirstStepProperty());
    graph.diagramProperty().bind(model.net().diagramProperty());
    graph.selectedProperty().bindBidirectional(model.net().selectedProperty());
    equation.textProperty().bind(model.net().equationProperty());
    block.textProperty().bind(model.net().blockProperty());
    nets.selectedToggleProperty()
        .addListener((observable, was, is) -> model.net().recognitionProperty().set(is == netQ));
    netP.setOnAction(pressed -> netP.setSelected(true));
    netQ.setOnAction(pressed -> netQ.setSelected(true));
    model
        .net()
        .recognitionProperty()
        .subscribe(q -> subtitle.setText(MESSAGES.get(q ? "subtitle.q" : "subtitle.p")));
    model.shapeProperty().subscribe(this::show);
  }

  private void bindLayers() {
    LayersViewModel all = model.layers();
    addLayer.disableProperty().bind(all.fullProperty());
    layersProblem.textProperty().bind(all.problemProperty());
    layersProblem.visibleProperty().bind(all.problemProperty().isNotEmpty());
    layersProblem.managedProperty().bind(layersProblem.visibleProperty());
    all.rows().subscribe(this::showLayers);
    showLayers();
  }

  private void showLayers() {
    layers
        .getChildren()
        .setAll(
            model.layers().rows().stream()
                .<Node>map(row -> new LayerRow(row, model).root())
                .toList());
  }

  private void show(Shape shape) {
    title.setText(shape.title());
    visible.setText(shape.visible());
    visibleUnits.setText(shape.visibleUnits());
    visibleFromVisible.setText(shape.visibleLinks());
    parameters.setText(shape.parameters());
    memory.setText(shape.memory());
    warning.setText(shape.warning());
    warning.setVisible(!shape.warning().isEmpty());
    warning.setManaged(warning.isVisible());
    for (ToggleButton variant : List.of(sbn, hmsbn, tsbn, dtsbnS, dtsbnD, dhmsbnS)) {
      variant.setSelected(shape.variant().equalsIgnoreCase((String) variant.getUserData()));
    }
  }

  @FXML
  private void become(ActionEvent pressed) {
    model.become((String) ((Node) pressed.getSource()).getUserData());
    show(model.shapeProperty().get()); // pressing the chosen one leaves it chosen
  }

  @FXML
  private void addLayer() {
    model.layers().add();
  }

  @FXML
  private void lessOrder() {
    model.changeOrder(-1);
  }

  @FXML
  private void moreOrder() {
    model.changeOrder(1);
  }
}
