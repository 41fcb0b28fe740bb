package tsbn.app.data;

import java.util.List;
import javafx.fxml.FXML;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import tsbn.app.support.Clip;
import tsbn.app.support.Fields;
import tsbn.app.support.Fxml;
import tsbn.app.support.Messages;
import tsbn.app.support.Page;
import tsbn.app.support.Shown;
import tsbn.app.support.SplitTitles;
import tsbn.app.widget.ChannelsCanvas;
import tsbn.app.widget.FrameCanvas;
import tsbn.app.widget.PianoRollCanvas;
import tsbn.app.widget.Player;
import tsbn.app.widget.SkeletonCanvas;
import tsbn.app.widget.SoundBar;
import tsbn.data.FrameMeaning;
import tsbn.data.Split;

/** The page of the open data. */
public final class DataView implements Page {
  private static final Messages MESSAGES = Messages.of(DataView.class);

  private final DataViewModel model;
  private final Parent root;
  private SoundBar sound;
  private CurvesPanel curves;
  private int opened;
  @FXML private Label title;
  @FXML private HBox chooser;
  @FXML private ComboBox<Split> splits;
  @FXML private TextField number;
  @FXML private Label numberProblem;
  @FXML private Label count;
  @FXML private FrameCanvas picture;
  @FXML private PianoRollCanvas roll;
  @FXML private ChannelsCanvas channels;
  @FXML private SkeletonCanvas body;
  @FXML private VBox below;
  @FXML private VBox sidePanels;
  @FXML private VBox bodiless;
  @FXML private Label empty;
  @FXML private VBox transport;
  @FXML private Player player;
  @FXML private VBox gallery;
  @FXML private VBox found;
  @FXML private GridPane facts;
  @FXML private Label warnings;

  public DataView(DataViewModel model) {
    this.model = model;
    this.root = Fxml.load(this);
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void exportPicture() {
    model.savePicture(body.cameraProperty().get());
  }

  @FXML
  private void initialize() {
    title.textProperty().bind(model.titleProperty());
    count.textProperty().bind(model.countProperty());
    Fields.bind(number, numberProblem, model.number());
    splits.setConverter(new SplitTitles());
    splits.setItems(model.splits());
    splits.valueProperty().bindBidirectional(model.splitProperty());
    warnings.textProperty().bind(model.warningsProperty());
    model.warningsProperty().subscribe(sentences -> Shown.when(!sentences.isEmpty(), warnings));
    model.gallery().subscribe(this::showGallery);
    showGallery();
    model.facts().subscribe(this::showFacts);
    showFacts();
    roll.positionProperty().bindBidirectional(player.positionProperty());
    channels.positionProperty().bindBidirectional(player.positionProperty());
    body.positionProperty().bind(player.positionProperty());
    body.jointProperty().bindBidirectional(model.curves().jointProperty());
    curves = new CurvesPanel(model.curves(), player);
    below.getChildren().setAll(curves.root());
    Parent treatment = new TreatmentPanel(model.treatment()).root();
    sidePanels.getChildren().add(sidePanels.getChildren().indexOf(found) + 1, treatment);
    model.treatment().anyProperty().subscribe(any -> Shown.when(any, treatment));
    Parent words = new WordsPanel(model.words()).root();
    sidePanels.getChildren().add(1, words);
    model.words().anyProperty().subscribe(any -> Shown.when(any, words));
    Parent score = new ScorePanel(model.score()).root();
    sidePanels.getChildren().add(sidePanels.getChildren().indexOf(found) + 1, score);
    Shown.when(model.score().anyProperty(), score);
    model.bodilessProperty().subscribe(lacks -> Shown.when(lacks, bodiless));
    sound = new SoundBar(model.sound(), player);
    transport.getChildren().add(sound.root());
    player.frameProperty().subscribe(frame -> showFrame(frame.intValue()));
    model.shownProperty().subscribe(this::show);
  }

  private void showGallery() {
    gallery
        .getChildren()
        .setAll(
            model.gallery().stream()
                .<Node>map(item -> new GalleryButton(item, model::open).root())
                .toList());
  }

  private void showFacts() {
    facts.getChildren().clear();
    List<Facts.Fact> lines = model.facts();
    for (int row = 0; row < lines.size(); row++) {
      Label label = new Label(lines.get(row).label());
      Label value = new Label(lines.get(row).value());
      value.getStyleClass().add("value");
      value.setWrapText(true);
      GridPane.setValignment(label, VPos.TOP);
      facts.addRow(row, label, value);
    }
    Shown.when(!lines.isEmpty(), found);
  }

  private void show(Clip shown) {
    boolean any = shown != null;
    boolean music = any && shown.meaning() instanceof FrameMeaning.PianoRoll;
    Shown.when(!any, empty);
    Shown.when(any, chooser);
    Shown.when(any, player);
    Shown.when(music, roll);
    boolean numbers = any && shown.meaning().heatMap();
    boolean moves = any && shown.figure() != null;
    Shown.when(moves, body);
    Shown.when(moves, below);
    Shown.when(numbers && !moves, channels);
    Shown.when(any && !music && !numbers, picture);
    if (!any) {
      sound.show(null, List.of());
      return;
    }
    sound.show(
        shown.meaning(), List.of(new SoundBar.Voice(model.titleProperty().get(), shown.frames())));
    player.lengthProperty().set(shown.frames().numRows);
    player.framesPerSecondProperty().set(shown.framesPerSecond());
    player.frameNamesProperty().set(model.frameNames());
    player.positionProperty().set(0);
    if (model.opened() != opened) {
      opened = model.opened();
      roll.resetZoom(); // that of other music may show none of this
      player.playingProperty().set(!music); // which would sound without being asked for
    }
    body.figureProperty().set(shown.figure());
    if (shown.meaning() instanceof FrameMeaning.PianoRoll keys) {
      roll.meaningProperty().set(keys);
      roll.framesProperty().set(shown.frames());
    } else if (moves) {
      curves.show(shown);
    } else if (numbers) {
      channels.rangeProperty().set(shown.range());
      channels.framesProperty().set(shown.frames());
    } else {
      picture.meaningProperty().set(shown.meaning());
      showFrame(0);
    }
  }

  private void showFrame(int index) {
    Clip shown = model.shownProperty().get();
    if (shown != null && picture.isVisible() && index < shown.frames().numRows) {
      picture.frameProperty().set(shown.frame(index));
    }
  }

  @FXML
  private void previous() {
    model.skip(-1);
  }

  @FXML
  private void next() {
    model.skip(1);
  }

  @FXML
  private void chooseSkeleton() {
    model.chooseSkeleton();
  }

  @FXML
  private void openFile() {
    model.openFile();
  }
}
