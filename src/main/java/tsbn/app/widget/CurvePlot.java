package tsbn.app.widget;

import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import tsbn.app.support.Messages;
import tsbn.picture.CurvePainter;
import tsbn.picture.CurvePicture;
import tsbn.picture.CurveSeries;
import tsbn.picture.CurveView;
import tsbn.picture.Palette;
import tsbn.picture.Raster;
import tsbn.picture.Ticks;

/**
 * Curves of a training run, live. The curves grow while they are shown: whoever adds points sets
 * {@link #revisionProperty} to a new value, and the plot follows at most 20 times a second, however
 * many points there are.
 *
 * <p>Until the user zooms it shows everything. The wheel zooms at the mouse (with Shift along x
 * only), a dragged box zooms into the box, Shift or the middle button drag moves, a double click or
 * {@link #fit} shows all again; so do the keys +, -, the arrows and 0. The mouse brings up a cross
 * hair and a card with the value of every curve.
 */
public final class CurvePlot extends Region {
  private static final Messages MESSAGES = Messages.of(CurvePlot.class);
  private static final double LEFT = 70;
  private static final double RIGHT = 16;
  private static final double TOP = 10;
  private static final double BOTTOM = 44;
  private static final double LIVE_RATE = 20;

  private final ObservableList<CurveSeries> series = FXCollections.observableArrayList();
  private final LongProperty revision = new SimpleLongProperty(this, "revision");
  private final DoubleProperty smoothing = new SimpleDoubleProperty(this, "smoothing", 0.6);
  private final BooleanProperty logX = new SimpleBooleanProperty(this, "logX");
  private final StringProperty labelX = new SimpleStringProperty(this, "labelX", "");
  private final StringProperty labelY = new SimpleStringProperty(this, "labelY", "");
  private final StringProperty emptyText =
      new SimpleStringProperty(this, "emptyText", MESSAGES.get("plot.empty"));
  private final DoubleProperty mark = new SimpleDoubleProperty(this, "mark", Double.NaN);
  private final ReadOnlyBooleanWrapper zoomed = new ReadOnlyBooleanWrapper(this, "zoomed");

  private final PixelView plot =
      new PixelView(LIVE_RATE) {
        {
          setPainter(this::paintCurves);
        }

        private void paintCurves(Raster out) {
          draw(palette(), pixelScale(), out);
        }
      };
  private final Line axis = new Line();
  private final Line now = new Line();
  private final Label titleX = CurveTicks.label("axis-title");
  private final Label titleY = CurveTicks.label("axis-title");
  private final Label empty = CurveTicks.label("empty-text");
  private final CurveTicks ticks = new CurveTicks(plot, label -> getChildren().add(2, label));
  private final CurveHover hover;
  private CurvePainter painter;
  private CurveView chosen;
  private CurveView view = new CurveView(0, 1, 0, 1, false);

  public CurvePlot() {
    getStyleClass().add("curve-plot");
    setFocusTraversable(true);
    setMinSize(220, 140);
    setPrefSize(640, 400);
    axis.getStyleClass().add("axis");
    now.getStyleClass().add("now");
    now.setMouseTransparent(true);
    titleX.textProperty().bind(labelX);
    titleY.textProperty().bind(labelY);
    titleY.setRotate(-90);
    empty.textProperty().bind(emptyText);
    empty.setWrapText(true);
    for (var node : List.of(plot, axis, now, titleX, titleY, empty)) {
      node.setManaged(false);
    }
    getChildren().addAll(plot, axis, now, titleX, titleY, empty);
    hover = new CurveHover(this, plot);
    new CurveZoom(this, plot);
    series.addListener((Observable change) -> plot.repaint());
    revision.addListener((observable, before, after) -> plot.repaintSoon());
    smoothing.addListener((observable, before, after) -> plot.repaint());
    logX.addListener((observable, before, after) -> fit());
    mark.addListener((observable, before, after) -> placeMark());
  }

  // Properties

  /** What is drawn, in this order. */
  public ObservableList<CurveSeries> getSeries() {
    return series;
  }

  /** Any new value says that the curves have new points. */
  public LongProperty revisionProperty() {
    return revision;
  }

  /** How smooth the bold lines are, 0 to below 1; see {@link tsbn.picture.Curve#smoothed}. */
  public DoubleProperty smoothingProperty() {
    return smoothing;
  }

  /** Whether the x axis is logarithmic. */
  public BooleanProperty logXProperty() {
    return logX;
  }

  /** What x counts, such as {@code iteration}. */
  public StringProperty labelXProperty() {
    return labelX;
  }

  public String getLabelX() {
    return labelX.get();
  }

  public void setLabelX(String value) {
    labelX.set(value);
  }

  /** What y measures, with its unit. */
  public StringProperty labelYProperty() {
    return labelY;
  }

  public String getLabelY() {
    return labelY.get();
  }

  public void setLabelY(String value) {
    labelY.set(value);
  }

  /** What stands here while there are no points. */
  public StringProperty emptyTextProperty() {
    return emptyText;
  }

  public String getEmptyText() {
    return emptyText.get();
  }

  public void setEmptyText(String value) {
    emptyText.set(value);
  }

  /** The x of a line from top to bottom, such as the moment a player shows; NaN for none. */
  public DoubleProperty markProperty() {
    return mark;
  }

  /** Whether a part is shown rather than everything. */
  public ReadOnlyBooleanProperty zoomedProperty() {
    return zoomed.getReadOnlyProperty();
  }

  // Commands

  /** Shows everything from now on. */
  public void fit() {
    show(null);
  }

  /** What is shown now as a picture of its own, with title and legend. */
  public Raster picture(String title, String subtitle, int width, int height) {
    return new CurvePicture(title, subtitle, labelX.get(), Palette.of(plot.darkProperty().get()))
        .paint(series, currentView(), smoothing.get(), width, height);
  }

  /** Shows that part of the plane; null for everything. */
  void show(CurveView part) {
    chosen = part;
    zoomed.set(part != null);
    plot.repaint();
  }

  /** The part that is drawn. */
  CurveView view() {
    return view;
  }

  void addChildren(Node... nodes) {
    getChildren().addAll(nodes);
  }

  boolean hasPoints() {
    return series.stream().anyMatch(one -> one.curve().size() > 0);
  }

  Palette palette() {
    return Palette.of(plot.darkProperty().get());
  }

  /** The part that shows every point. */
  CurveView everything() {
    return CurveView.fit(series, logX.get());
  }

  private CurveView currentView() {
    return chosen != null ? chosen : everything();
  }

  // Drawing

  @Override
  protected void layoutChildren() {
    double wide = Math.max(1, Math.floor(getWidth() - LEFT - RIGHT));
    double high = Math.max(1, Math.floor(getHeight() - TOP - BOTTOM));
    plot.resizeRelocate(LEFT, TOP, wide, high);
    axis.setStartX(LEFT);
    axis.setEndX(LEFT + wide);
    axis.setStartY(TOP + high + 0.5);
    axis.setEndY(TOP + high + 0.5);
    CurveTicks.place(titleX, LEFT + wide / 2, getHeight() - 9, 0.5);
    CurveTicks.place(titleY, 10, TOP + high / 2, 0.5);
    empty.resize(wide, empty.prefHeight(wide));
    empty.relocate(LEFT, TOP + high / 2 - empty.getHeight() / 2);
  }

  private void draw(Palette palette, double pixels, Raster out) {
    view = currentView();
    boolean some = hasPoints();
    empty.setVisible(!some);
    out.fill(palette.background());
    Ticks down =
        some ? view.ticksY((int) (plot.getHeight() / 46)) : new Ticks(List.of(), List.of());
    Ticks along =
        some ? view.ticksX((int) (plot.getWidth() / 80)) : new Ticks(List.of(), List.of());
    for (double value : down.values()) {
      int row = (int) Math.round(view.down(value) * (out.height() - 1));
      out.fill(0, row, out.width(), (int) Math.max(1, pixels), palette.grid());
    }
    ticks.show(down, along, view);
    if (painter == null || !painter.fits(out)) {
      painter = new CurvePainter(out.width(), out.height());
    }
    painter.paint(series, view, smoothing.get(), 2 * pixels, palette, out);
    hover.refresh();
    placeMark();
  }

  private void placeMark() {
    double across = view.across(mark.get());
    boolean seen = hasPoints() && across >= 0 && across <= 1; // false for NaN
    now.setVisible(seen);
    if (seen) {
      double x = Math.round(plot.getLayoutX() + across * plot.getWidth()) + 0.5;
      now.setStartX(x);
      now.setEndX(x);
      now.setStartY(plot.getLayoutY());
      now.setEndY(plot.getLayoutY() + plot.getHeight());
    }
  }

  @Override
  public String getUserAgentStylesheet() {
    return WidgetStyle.sheet();
  }
}
