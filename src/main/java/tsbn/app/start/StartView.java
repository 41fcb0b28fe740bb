package tsbn.app.start;

import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tsbn.app.start.StartViewModel.Example;
import tsbn.app.support.Fxml;
import tsbn.app.support.Page;
import tsbn.app.support.Shown;

/** The page the window opens with. */
public final class StartView implements Page {
  private static final double PRESET_WIDTH = 640;

  /** The inside of an example's card, and what lies around it. */
  private static final double WIDEST_CARD = 380;

  private static final double NARROWEST_CARD = 220;
  private static final double AROUND_CARD = 30;
  private static final double AROUND_CARDS = 48;

  private final StartViewModel model;
  private final Parent root;
  private final List<ExampleCard> cards = new ArrayList<>();
  @FXML private ScrollPane page;
  @FXML private HBox cutOff;
  @FXML private Label cutOffText;
  @FXML private HBox examples;
  @FXML private MenuButton presets;
  @FXML private VBox recentPart;
  @FXML private VBox recent;

  public StartView(StartViewModel model) {
    this.model = model;
    this.root = Fxml.load(this);
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public boolean hasPicture() {
    return false;
  }

  @Override
  public void refresh() {
    cards.forEach(ExampleCard::advance);
  }

  @FXML
  private void initialize() {
    for (Example example : model.examples()) {
      ExampleCard card = new ExampleCard(example, () -> model.apply(example));
      cards.add(card);
      examples.getChildren().add(card.root());
    }
    cutOffText.textProperty().bind(model.cutOffProperty());
    Shown.when(model.cutOffProperty().isNotEmpty(), cutOff);
    page.widthProperty().subscribe(width -> fitCards(width.doubleValue()));
    presets.getItems().setAll(model.presets().stream().map(this::item).toList());
    model.recentFiles().subscribe(this::showRecent);
    showRecent();
  }

  @FXML
  private void goOn() {
    model.goOn();
  }

  @FXML
  private void notNow() {
    model.notNow();
  }

  /** All cards stand in one row as wide as the page lets them. */
  private void fitCards(double width) {
    double gaps = AROUND_CARDS + (cards.size() - 1) * examples.getSpacing();
    double each = Math.floor((width - gaps) / cards.size() - AROUND_CARD);
    double fitting = Math.max(NARROWEST_CARD, Math.min(WIDEST_CARD, each));
    cards.forEach(card -> card.setWidth(fitting));
  }

  private MenuItem item(StartViewModel.Offer preset) {
    Label title = new Label(preset.title());
    title.getStyleClass().add("strong");
    Label description = new Label(preset.description());
    description.getStyleClass().add("muted");
    description.setWrapText(true);
    description.setPrefWidth(PRESET_WIDTH);
    description.setMinHeight(Region.USE_PREF_SIZE);
    CustomMenuItem item = new CustomMenuItem(new VBox(2, title, description));
    item.setId("preset-" + preset.name());
    item.setOnAction(chosen -> model.apply(preset));
    return item;
  }

  private void showRecent() {
    recent.getChildren().setAll(model.recentFiles().stream().map(this::link).toList());
    recentPart.setVisible(!model.recentFiles().isEmpty());
    recentPart.setManaged(recentPart.isVisible());
  }

  private Node link(String file) {
    Hyperlink link = new Hyperlink(StartViewModel.fileName(file));
    link.setId("recent-" + model.recentFiles().indexOf(file));
    link.setTooltip(new Tooltip(file));
    link.setOnAction(chosen -> model.openRecent(file));
    return link;
  }

  @FXML
  private void openFile() {
    model.openFile();
  }
}
