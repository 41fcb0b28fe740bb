package tsbn.app.dictionary;

import java.util.List;
import javafx.beans.property.Property;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import tsbn.app.support.Fields;
import tsbn.app.support.Fxml;
import tsbn.app.support.Messages;
import tsbn.app.support.Page;
import tsbn.app.support.Readable;
import tsbn.app.support.Shown;
import tsbn.app.widget.KeyNames;
import tsbn.app.widget.TileGrid;
import tsbn.app.widget.WeightsCanvas;
import tsbn.app.widget.WeightsCanvas.Weights;
import tsbn.data.FrameMeaning;
import tsbn.picture.DictionaryPicture;
import tsbn.picture.FramePicture;
import tsbn.picture.Palette;
import tsbn.picture.Raster;

/** The page of what the hidden units draw. */
public final class DictionaryView implements Page {
  private static final Messages MESSAGES = Messages.of(DictionaryView.class);
  private static final double SIDE = 270;
  private static final double HIGHEST = 320;

  private final DictionaryViewModel model;
  private final Parent root;
  private final Tooltip unitTip = new Tooltip(MESSAGES.get("unit.tip"));
  private FrameMeaning drawn;
  private DictionaryPicture picture;
  private FrameMeaning pictureOf;
  private boolean pictureDark;
  @FXML private Label subtitle;
  @FXML private HBox tools;
  @FXML private ComboBox<String> layer;
  @FXML private ComboBox<Sort> sort;
  @FXML private ComboBox<Scale> scale;
  @FXML private TileGrid grid;
  @FXML private Label empty;
  @FXML private Node legend;
  @FXML private Label status;
  @FXML private Label low;
  @FXML private Label high;
  @FXML private ScrollPane side;
  @FXML private Label unitTitle;
  @FXML private WeightsCanvas large;
  @FXML private KeyNames keyNames;
  @FXML private GridPane facts;
  @FXML private VBox past;
  @FXML private Label pastTitle;
  @FXML private WeightsCanvas bars;

  public DictionaryView(DictionaryViewModel model) {
    this.model = model;
    this.root = Fxml.load(this);
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public boolean looksBack() {
    return true;
  }

  @Override
  public boolean showsRun() {
    return true;
  }

  @Override
  public void shown() {
    model.shown();
  }

  @Override
  public void refresh() {
    model.refresh();
  }

  @Override
  public void hidden() {
    model.hidden();
  }

  @FXML
  private void initialize() {
    subtitle.textProperty().bind(model.subtitleProperty());
    status.textProperty().bind(model.statusProperty());
    empty.textProperty().bind(model.emptyProperty());
    Fields.bind(layer, model.layer());
    Shown.when(model.deepProperty(), layer);
    choose(sort, "sort.", Sort.values(), model.sortProperty());
    choose(scale, "scale.", Scale.values(), model.scaleProperty());
    Shown.when(model.anyProperty().not(), empty);
    for (Node node : new Node[] {grid, side, legend, tools, subtitle}) {
      Shown.when(model.anyProperty(), node);
    }
    grid.setPainter(this::paintTile);
    grid.setText(model::describe);
    grid.selectedProperty().subscribe(tile -> model.select(tile.intValue()));
    model.selectedTileProperty().subscribe(tile -> grid.selectedProperty().set(tile.intValue()));
    Tooltip.install(large, unitTip);
    install(bars, "past.tip");
    model.tilesProperty().subscribe(this::show);
    model.unitProperty().subscribe(this::show);
  }

  private static <C> void choose(ComboBox<C> box, String keys, C[] choices, Property<C> chosen) {
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(C choice) {
            return choice == null ? "" : MESSAGES.get(keys + choice);
          }

          @Override
          public C fromString(String title) {
            throw new UnsupportedOperationException();
          }
        });
    box.getItems().setAll(choices);
    box.valueProperty().bindBidirectional(chosen);
  }

  private static void install(Node node, String tip) {
    Tooltip.install(node, new Tooltip(MESSAGES.get(tip)));
  }

  private void paintTile(int tile, boolean dark, Raster out) {
    Tiles tiles = model.tilesProperty().get();
    if (tiles != null && tile < tiles.order().length) {
      int unit = tiles.order()[tile];
      if (picture == null || pictureDark != dark || pictureOf != tiles.meaning()) {
        picture = new DictionaryPicture(tiles.meaning(), Palette.of(dark));
        pictureDark = dark;
        pictureOf = tiles.meaning();
      }
      picture.paint(DictionaryPicture.row(tiles.weights(), unit), tiles.limits()[unit], out);
    }
  }

  private void show(Tiles tiles) {
    if (tiles == null) {
      return;
    }
    if (!tiles.meaning().equals(drawn)) {
      drawn = tiles.meaning();
      FramePicture shape = new FramePicture(drawn, Palette.LIGHT);
      grid.setTileShape(
          shape.width(), shape.height(), shape.smallestScale(), shape.keepsProportions());
      double high = Math.min(HIGHEST, SIDE * shape.height() / shape.width());
      large.setPrefHeight(Math.max(48, high));
      large.setMinHeight(Math.max(48, high));
      keyNames.meaningProperty().set(drawn);
      boolean moves = drawn instanceof FrameMeaning.Motion;
      unitTip.setText(MESSAGES.get(moves ? "unit.tip.motion" : "unit.tip"));
      unitTip.setWrapText(true);
      unitTip.setPrefWidth(SIDE);
    }
    boolean shared = tiles.scale() == Scale.ALL;
    float limit = tiles.limits()[0];
    String off = MESSAGES.get(tiles.meaning().numbers() ? "lowers" : "off");
    String on = MESSAGES.get(tiles.meaning().numbers() ? "raises" : "on");
    low.setText(off + (shared ? " " + Readable.significant(-limit) : ""));
    high.setText((shared ? Readable.significant(limit) + " " : "") + on);
    grid.countProperty().set(tiles.order().length);
    grid.revisionProperty().set(grid.revisionProperty().get() + 1);
  }

  private void show(Unit unit) {
    if (unit == null) {
      return;
    }
    unitTitle.setText(unit.title());
    large.weightsProperty().set(new Weights(unit.meaning(), unit.weights(), unit.limit()));
    showFacts(unit.facts());
    boolean remembers = unit.past().length > 0;
    past.setVisible(remembers);
    past.setManaged(remembers);
    pastTitle.setText(unit.pastTitle());
    if (remembers) {
      float most = 1e-6f;
      for (float weight : unit.past()) {
        most = Math.max(most, Math.abs(weight));
      }
      FrameMeaning meaning = new FrameMeaning.Channels(unit.past().length);
      bars.weightsProperty().set(new Weights(meaning, unit.past(), most));
    }
  }

  /** The labels stay while only their values change: this happens three times a second. */
  private void showFacts(List<Unit.Fact> known) {
    if (facts.getChildren().size() != 2 * known.size()) {
      facts.getChildren().clear();
      for (int row = 0; row < known.size(); row++) {
        Label value = new Label();
        value.getStyleClass().add("value");
        facts.addRow(row, new Label(), value);
      }
    }
    for (int row = 0; row < known.size(); row++) {
      ((Label) facts.getChildren().get(2 * row)).setText(known.get(row).label());
      ((Label) facts.getChildren().get(2 * row + 1)).setText(known.get(row).value());
    }
  }

  @FXML
  private void sortAgain() {
    model.resort();
  }

  @FXML
  @Override
  public void exportPicture() {
    model.savePicture(large.darkProperty().get());
  }
}
