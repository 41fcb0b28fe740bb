package tsbn.app.predict;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import tsbn.app.support.Fields;
import tsbn.app.support.Fxml;
import tsbn.app.support.Messages;
import tsbn.app.support.Page;
import tsbn.app.support.Readable;
import tsbn.app.support.Shown;
import tsbn.app.support.SplitTitles;
import tsbn.app.widget.CurveLegend;
import tsbn.app.widget.CurvePlot;
import tsbn.app.widget.NumberCell;
import tsbn.app.widget.Player;
import tsbn.app.widget.SequenceCard;
import tsbn.app.widget.SoundBar;
import tsbn.data.Split;
import tsbn.picture.Curve;
import tsbn.picture.CurveSeries;

/** The page that shows a sequence beside what the model expected of it. */
public final class PredictView implements Page {
  private static final Messages MESSAGES = Messages.of(PredictView.class);

  /** Room for a motion's name and style in the table. */
  private static final double NAME_WIDTH = 84;

  /** A column is at least so much wider than its title. */
  private static final double AROUND_TITLE = 16;

  /** Errors of more frames are shown faintly, with a moving average of them. */
  private static final int LONG = 300;

  private static final double SMOOTHING = 0.7;

  private final PredictViewModel model;
  private final Parent root;
  private SoundBar sound;
  private SequenceCard truth;
  private SequenceCard expected;
  private SequenceCard difference;
  @FXML private VBox stage;
  @FXML private HBox cards;
  @FXML private VBox transport;
  @FXML private Player player;
  @FXML private CurvePlot plot;
  @FXML private Label errorsNote;
  @FXML private CurveLegend legend;
  @FXML private Label empty;
  @FXML private VBox form;
  @FXML private ComboBox<Split> split;
  @FXML private TextField number;
  @FXML private Label numberProblem;
  @FXML private TextField samples;
  @FXML private Label samplesProblem;
  @FXML private TextField seed;
  @FXML private Label seedProblem;
  @FXML private Button renew;
  @FXML private Label status;
  @FXML private Label foretold;
  @FXML private TableView<ErrorRow> table;
  @FXML private Label summary;
  @FXML private Label scores;
  @FXML private VBox away;

  public PredictView(PredictViewModel model) {
    this.model = model;
    this.root = Fxml.load(this);
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public boolean showsRun() {
    return true;
  }

  @Override
  public void shown() {
    model.shown();
  }

  @FXML
  private void initialize() {
    truth = card("truth");
    expected = card("expected");
    difference = card("difference");
    for (SequenceCard card : List.of(truth, expected, difference)) {
      cards.getChildren().add(card.root());
    }
    expected.cameraProperty().bindBidirectional(truth.cameraProperty());
    for (SequenceCard other : List.of(expected, difference)) {
      other.rollZoomProperty().bindBidirectional(truth.rollZoomProperty());
    }
    sound = new SoundBar(model.sound(), player);
    transport.getChildren().add(sound.root());
    player.frameProperty().subscribe(frame -> showFrame(frame.intValue()));
    player.positionProperty().subscribe(now -> plot.markProperty().set(now.doubleValue() + 1));
    empty.textProperty().bind(model.emptyProperty());
    bindForm();
    bindTable();
    model.predictionProperty().subscribe(this::show);
  }

  private SequenceCard card(String name) {
    SequenceCard card =
        new SequenceCard("predict-" + name, MESSAGES.get(name + ".tip"), player.positionProperty());
    card.setTitle(MESSAGES.get(name));
    return card;
  }

  private void bindForm() {
    Fields.bind(number, numberProblem, model.number());
    Fields.bind(samples, samplesProblem, model.samples());
    Fields.bind(seed, seedProblem, model.seed());
    split.setConverter(new SplitTitles());
    split.setItems(model.splits());
    split.valueProperty().bindBidirectional(model.splitProperty());
    for (Node node : List.of(form, renew)) {
      node.disableProperty().bind(model.possibleProperty().not());
    }
  }

  private void bindTable() {
    table.setItems(model.rows());
    table.setPlaceholder(new Label(MESSAGES.get("table.empty")));
    model.columns().addListener((Observable change) -> buildColumns());
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            row -> {
              if (row != null) {
                model.choose(row.index());
              }
            });
    summary.textProperty().bind(model.summaryProperty());
    scores.textProperty().bind(model.scoresProperty());
    Shown.when(model.scoresProperty().isNotEmpty(), scores);
  }

  private void buildColumns() {
    List<TableColumn<ErrorRow, ?>> columns = new ArrayList<>();
    TableColumn<ErrorRow, String> name = new TableColumn<>(MESSAGES.get("column.sequence"));
    name.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().name()));
    name.setComparator(null);
    name.setSortable(false);
    name.setMinWidth(NAME_WIDTH);
    columns.add(name);
    for (int i = 0; i < model.columns().size(); i++) {
      int which = i;
      TableColumn<ErrorRow, Double> errors = new TableColumn<>(model.columns().get(i));
      errors.setCellValueFactory(
          row -> new ReadOnlyObjectWrapper<>(row.getValue().errors().get(which)));
      errors.setCellFactory(column -> new NumberCell<>(Readable::significant));
      errors.getStyleClass().add("number-column");
      errors.setMinWidth(new Text(errors.getText()).getLayoutBounds().getWidth() + AROUND_TITLE);
      columns.add(errors);
    }
    table.getColumns().setAll(columns);
  }

  private void show(Prediction shown) {
    boolean any = shown != null;
    stage.setVisible(any);
    empty.setVisible(!any);
    away.setDisable(!any);
    status.setText(any ? shown.status() : "");
    foretold.setText(any ? shown.foretold() : "");
    Shown.when(!foretold.getText().isEmpty(), foretold);
    if (!any) {
      player.lengthProperty().set(0);
      return;
    }
    truth.setNote(shown.title());
    expected.setNote(MESSAGES.format("error", Readable.significant(shown.guesses().get(0).mean())));
    int length = shown.length();
    SequenceCard.Shared shared =
        new SequenceCard.Shared(shown.meaning(), 0, shown.keys(), shown.range(), length);
    truth.show(shared, shown.truth(), shown.figure(0));
    expected.show(shared, shown.expected(), shown.figure(1));
    expected.overlay(null, shown.truth());
    difference.show(
        new SequenceCard.Shared(
            shown.differenceMeaning(), 0, shown.keys(), shown.differenceRange(), length),
        shown.difference(),
        null);
    sound.show(
        shown.meaning(),
        List.of(
            new SoundBar.Voice(MESSAGES.get("truth"), shown.truth()),
            new SoundBar.Voice(MESSAGES.get("expected"), shown.expected())));
    showCurves(shown);
    boolean another = player.lengthProperty().get() != length;
    player.lengthProperty().set(length);
    player.framesPerSecondProperty().set(shown.framesPerSecond());
    if (another) {
      player.positionProperty().set(0);
      player.playingProperty().set(true);
    }
    showFrame(player.frameProperty().get());
  }

  private void showCurves(Prediction shown) {
    plot.getSeries().clear();
    plot.smoothingProperty().set(shown.length() > LONG ? SMOOTHING : 0);
    errorsNote.setText(MESSAGES.get(shown.length() > LONG ? "errors.note.long" : "errors.note"));
    for (int i = 0; i < shown.guesses().size(); i++) {
      Prediction.Guess guess = shown.guesses().get(i);
      Curve curve = new Curve(guess.name());
      for (int t = 1; t < guess.errors().length; t++) {
        curve.add(t + 1, guess.errors()[t]);
      }
      plot.getSeries().add(new CurveSeries(curve, i, shown.length() > LONG, true));
    }
    legend.getSeries().setAll(plot.getSeries());
    plot.fit();
  }

  private void showFrame(int frame) {
    for (SequenceCard card : List.of(truth, expected, difference)) {
      card.showFrame(frame);
    }
  }

  @FXML
  private void renew() {
    model.renew();
  }

  @FXML
  private void saveGif() {
    model.saveGif(truth.cameraProperty().get(), truth.dark());
  }

  @FXML
  @Override
  public void exportPicture() {
    model.savePicture(truth.cameraProperty().get(), truth.dark());
  }

  @FXML
  private void saveFrames() {
    model.saveFrames();
  }

  @FXML
  private void saveTable() {
    model.saveTable();
  }
}
