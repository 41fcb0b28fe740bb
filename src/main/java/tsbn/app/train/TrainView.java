package tsbn.app.train;

import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import tsbn.app.support.Fxml;
import tsbn.app.support.Messages;
import tsbn.app.support.Page;
import tsbn.app.support.Shown;
import tsbn.app.train.TrainViewModel.Measured;
import tsbn.app.widget.CurveLegend;
import tsbn.app.widget.CurvePlot;
import tsbn.app.widget.FieldRow;
import tsbn.app.widget.Sparkline;
import tsbn.picture.CurveSeries;

/** The page to train on. */
public final class TrainView implements Page {
  private static final Messages MESSAGES = Messages.of(TrainView.class);
  private static final int PICTURE_WIDTH = 1600;
  private static final int PICTURE_HEIGHT = 900;

  /** More names than these would cover the curves; the list of runs has all of them. */
  private static final int MOST_NAMED = 3;

  private final TrainViewModel model;
  private final Parent root;
  @FXML private ToggleButton sideSettings;
  @FXML private ToggleButton sideRuns;
  @FXML private StackPane side;
  @FXML private ScrollPane settingsPane;
  @FXML private Slider smooth;
  @FXML private ToggleButton logX;
  @FXML private Button fit;
  @FXML private CurvePlot plot;
  @FXML private CurveLegend legend;
  @FXML private VBox settings;
  @FXML private Label needs;
  @FXML private ToggleButton more;
  @FXML private FontIcon moreIcon;
  @FXML private VBox moreSettings;
  @FXML private Button again;
  @FXML private Tooltip recommendedTip;
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
    model.runs().curves().subscribe(this::showCurves);
    showCurves();
    plot.revisionProperty().bind(model.revisionProperty());
    plot.smoothingProperty().bind(smooth.valueProperty());
    plot.logXProperty().bind(logX.selectedProperty());
    fit.disableProperty().bind(plot.zoomedProperty().not());
    again.disableProperty().bind(model.restartableProperty().not());
    card(error, model.predictionError(), 0);
    Shown.when(model.validatedProperty(), error);
    card(gradient, model.gradientNorm(), 1);
    card(signal, model.signalVariance(), 2);
    card(units, model.unitsOn(), 3);
    needs.textProperty().bind(model.needsProperty());
    needs.visibleProperty().bind(needs.textProperty().isNotEmpty());
    needs.managedProperty().bind(needs.visibleProperty());
    bindSettings(model.settings());
    bindSide();
  }

  private void showCurves() {
    List<CurveSeries> series = new ArrayList<>();
    series.add(new CurveSeries(model.trainBound().curve(), 0, true, true));
    series.add(new CurveSeries(model.validBound().curve(), 1, false, true));
    series.addAll(model.runs().curves());
    plot.getSeries().setAll(series);
    legend.getSeries().setAll(series.subList(0, Math.min(MOST_NAMED, series.size())));
  }

  /** Settings or runs: one of the two. */
  private void bindSide() {
    ToggleGroup group = new ToggleGroup();
    group.getToggles().setAll(sideSettings, sideRuns);
    group
        .selectedToggleProperty()
        .addListener(
            (observable, was, is) -> {
              if (is == null) {
                group.selectToggle(was);
              }
            });
    Parent runs = new RunsPanel(model.runs()).root();
    side.getChildren().add(runs);
    Shown.when(sideSettings.selectedProperty(), settingsPane);
    Shown.when(sideRuns.selectedProperty(), runs);
  }

  private void card(Sparkline card, Measured measured, int colour) {
    card.getSeries().setAll(new CurveSeries(measured.curve(), colour, false, true));
    card.valueProperty().bind(measured.latestProperty());
    card.revisionProperty().bind(model.revisionProperty());
  }

  private void bindSettings(SettingsForm form) {
    recommendedTip.textProperty().bind(form.recommendedProperty());
    for (Node node : settings.lookupAll(".field-row")) {
      FieldRow row = (FieldRow) node;
      form.get((String) row.getUserData()).bind(row::bind, row::bind, row.problemProperty());
      row.visibleProperty().bind(form.get((String) row.getUserData()).appliesProperty());
    }
    moreSettings.visibleProperty().bind(more.selectedProperty());
    moreSettings.managedProperty().bind(more.selectedProperty());
    more.selectedProperty()
        .subscribe(
            open -> moreIcon.setIconLiteral(open ? "mdi2c-chevron-down" : "mdi2c-chevron-right"));
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
  private void useRecommended() {
    model.settings().useRecommended();
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
