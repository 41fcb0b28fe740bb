package tsbn.app.widget;

import javafx.beans.Observable;
import javafx.beans.property.LongProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tsbn.picture.CurvePainter;
import tsbn.picture.CurveSeries;
import tsbn.picture.CurveView;
import tsbn.picture.Raster;

/**
 * A card with a title, the present value and a small curve without axes: one of the quantities that
 * are watched beside the main plot. Like {@link CurvePlot} it follows its curves when {@link
 * #revisionProperty} changes, a few times a second.
 */
public final class Sparkline extends VBox {
  private static final double LIVE_RATE = 10;
  private static final double SMOOTHING = 0.3;
  private static final double THICKNESS = 1.4;

  private final ObservableList<CurveSeries> series = FXCollections.observableArrayList();
  private final LongProperty revision = new SimpleLongProperty(this, "revision");
  private final StringProperty title = new SimpleStringProperty(this, "title", "");
  private final StringProperty value = new SimpleStringProperty(this, "value", "");
  private final StringProperty help = new SimpleStringProperty(this, "help", "");
  private final PixelView plot =
      new PixelView(LIVE_RATE) {
        private CurvePainter painter;

        {
          setPainter(this::draw);
        }

        private void draw(Raster out) {
          out.fill(palette().background());
          if (painter == null || !painter.fits(out)) {
            painter = new CurvePainter(out.width(), out.height());
          }
          double thickness = THICKNESS * pixelScale();
          painter.paint(series, CurveView.fit(series, false), SMOOTHING, thickness, palette(), out);
        }
      };

  public Sparkline() {
    getStyleClass().add("sparkline");
    Label name = new Label();
    name.getStyleClass().add("sparkline-title");
    name.textProperty().bind(title);
    Label now = new Label();
    now.getStyleClass().add("sparkline-value");
    now.textProperty().bind(value);
    now.setMinWidth(USE_PREF_SIZE);
    Region between = new Region();
    HBox.setHgrow(between, Priority.ALWAYS);
    VBox.setVgrow(plot, Priority.ALWAYS);
    plot.setPrefHeight(60);
    getChildren().addAll(new HBox(8, name, between, now), plot);
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(help);
    Tooltip.install(this, tip);
    accessibleTextProperty().bind(title.concat(" ").concat(value));
    series.addListener((Observable change) -> plot.repaint());
    revision.addListener((observable, before, after) -> plot.repaintSoon());
  }

  /** What is drawn. */
  public ObservableList<CurveSeries> getSeries() {
    return series;
  }

  /** Any new value says that the curves have new points. */
  public LongProperty revisionProperty() {
    return revision;
  }

  /** What is measured. */
  public StringProperty titleProperty() {
    return title;
  }

  public String getTitle() {
    return title.get();
  }

  public void setTitle(String text) {
    title.set(text);
  }

  /** The present value as text. */
  public StringProperty valueProperty() {
    return value;
  }

  /** One sentence that says what this is: the tooltip. */
  public StringProperty helpProperty() {
    return help;
  }

  public String getHelp() {
    return help.get();
  }

  public void setHelp(String text) {
    help.set(text);
  }

  @Override
  public String getUserAgentStylesheet() {
    return WidgetStyle.sheet();
  }
}
