package tsbn.app.train;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import tsbn.app.support.Fields;
import tsbn.app.support.Fxml;
import tsbn.app.support.Messages;
import tsbn.app.support.Page;
import tsbn.app.train.TrainViewModel.Measured;
import tsbn.app.widget.CurveLegend;
import tsbn.app.widget.CurvePlot;
import tsbn.app.widget.Sparkline;
import tsbn.picture.CurveSeries;

/** The page to train on. */
public final class TrainView implements Page {
  private static final Messages MESSAGES = Messages.of(TrainView.class);
  private static final int PICTURE_WIDTH = 1600;
  private static final int PICTURE_HEIGHT = 900;

  private final TrainViewModel model;
  private final Parent root;
  @FXML private Slider smooth;
  @FXML private ToggleButton logX;
  @FXML private Button fit;
  @FXML private CurvePlot plot;
  @FXML private CurveLegend legend;
  @FXML private ComboBox<String> optimiser;
  @FXML private TextField stepSize;
  @FXML private Label stepProblem;
  @FXML private TextField weightDecay;
  @FXML private Label decayProblem;
  @FXML private TextField batch;
  @FXML private Label batchProblem;
  @FXML private TextField iterations;
  @FXML private Label iterationsProblem;
  @FXML private TextField validateEvery;
  @FXML private Label validateProblem;
  @FXML private TextField seed;
  @FXML private Label seedProblem;
  @FXML private Button again;
  @FXML private Sparkline error;
  @FXML private Sparkline gradient;
  @FXML private Sparkline signal;
  @FXML private Sparkline units;

  public TrainView(TrainViewModel model) {
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
  public void refresh() {
    model.refresh();
  }

  @FXML
  private void initialize() {
    plot.getSeries()
        .setAll(
            new CurveSeries(model.trainBound().curve(), 0, true, true),
            new CurveSeries(model.validBound().curve(), 1, false, true));
    legend.getSeries().setAll(plot.getSeries());
    plot.revisionProperty().bind(model.revisionProperty());
    plot.smoothingProperty().bind(smooth.valueProperty());
    plot.logXProperty().bind(logX.selectedProperty());
    fit.disableProperty().bind(plot.zoomedProperty().not());
    again.disableProperty().bind(model.restartableProperty().not());
    card(error, model.predictionError(), 0);
    card(gradient, model.gradientNorm(), 1);
    card(signal, model.signalVariance(), 2);
    card(units, model.unitsOn(), 3);
    bindSettings(model.settings());
  }

  private void card(Sparkline card, Measured measured, int colour) {
    card.getSeries().setAll(new CurveSeries(measured.curve(), colour, false, true));
    card.valueProperty().bind(measured.latestProperty());
    card.revisionProperty().bind(model.revisionProperty());
  }

  private void bindSettings(SettingsForm settings) {
    optimiser.getItems().setAll(settings.optimisers());
    optimiser.valueProperty().bindBidirectional(settings.optimiserProperty());
    Fields.bind(stepSize, stepProblem, settings.stepSize());
    Fields.bind(weightDecay, decayProblem, settings.weightDecay());
    Fields.bind(batch, batchProblem, settings.batch());
    Fields.bind(iterations, iterationsProblem, settings.iterations());
    Fields.bind(validateEvery, validateProblem, settings.validateEvery());
    Fields.bind(seed, seedProblem, settings.seed());
  }

  @FXML
  private void fit() {
    plot.fit();
  }

  @FXML
  @Override
  public void exportPicture() {
    model.savePicture(
        plot.picture(
            MESSAGES.get("bound"), model.pictureSubtitle(), PICTURE_WIDTH, PICTURE_HEIGHT));
  }

  @FXML
  private void saveCsv() {
    model.saveCsv();
  }

  @FXML
  private void usePaper() {
    model.settings().usePaper();
  }

  @FXML
  private void newRun() {
    model.newRun();
  }
}
