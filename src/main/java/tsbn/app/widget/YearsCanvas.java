package tsbn.app.widget;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import tsbn.picture.Raster;
import tsbn.picture.Ticks;
import tsbn.picture.Trajectories;
import tsbn.picture.YearAxis;

/**
 * Topics over the years, from the left edge to the right. The left and right arrow keys go through
 * the years; what stays the same is painted once.
 */
abstract class YearsCanvas extends PixelView {
  /** Room for a scale at the left, the same for all, so that years lie above each other. */
  private static final double LEFT = 34;

  private static final double AXIS = 18;
  private static final double TICK_WIDTH = 60;
  private static final int MOST_TICKS = 30;

  private final ObjectProperty<Trajectories> trajectories =
      new SimpleObjectProperty<>(this, "trajectories");
  private final ObservableList<Integer> chosen = FXCollections.observableArrayList();
  private final IntegerProperty year = new SimpleIntegerProperty(this, "year");
  private final List<Label> labels = Stream.generate(() -> tick("")).limit(MOST_TICKS + 1).toList();
  private final Label card = new Label();
  private final double below;
  private Raster still;
  private Raster marked = new Raster(1, 1);

  /**
   * An empty picture.
   *
   * @param labelled whether the years stand below
   */
  YearsCanvas(boolean labelled) {
    below = labelled ? AXIS : 0;
    setFocusTraversable(true);
    setPainter(this::draw);
    card.getStyleClass().addAll("hover-card", "year-card");
    card.setManaged(false);
    card.setMouseTransparent(true);
    card.setVisible(false);
    getChildren().addAll(labels);
    getChildren().add(card);
    trajectories.addListener((observable, before, after) -> replaced());
    darkProperty().addListener((observable, before, after) -> changed());
    chosen.addListener((ListChangeListener<Integer>) change -> changed());
    year.addListener((observable, before, after) -> repaint());
    addEventHandler(MouseEvent.MOUSE_PRESSED, event -> requestFocus());
    addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::hover);
    addEventHandler(MouseEvent.MOUSE_EXITED, event -> card.setVisible(false));
  }

  /** What is drawn; null for nothing. */
  public final ObjectProperty<Trajectories> trajectoriesProperty() {
    return trajectories;
  }

  /** Topics in colour; the i-th has the palette's i-th. */
  public final ObservableList<Integer> chosen() {
    return chosen;
  }

  /** The marked year. */
  public final IntegerProperty yearProperty() {
    return year;
  }

  /** Paints all but the marks, where there is anything to paint. */
  abstract void paintStill(Raster out);

  /** Paints the marks over it. */
  abstract void paintMarks(Raster out);

  /** What a card says of a place; empty for nothing. */
  abstract String describe(int pointedYear, double y, double height);

  /** What is painted once is no longer right. */
  final void changed() {
    still = null;
    repaint();
  }

  /** The year at a place. */
  final int yearAt(double x) {
    return trajectories.get().axis().yearAt(x - LEFT, Math.max(1, getWidth() - LEFT));
  }

  /** The height of what is painted. */
  final double plotHeight() {
    return Math.max(1, getHeight() - below);
  }

  /** Goes to the next year that there is. */
  final void step(int by) {
    if (trajectories.get() == null) {
      return;
    }
    List<Integer> years = trajectories.get().years();
    int row = years.indexOf(trajectories.get().nearest(year.get()));
    year.set(years.get(Math.max(0, Math.min(years.size() - 1, row + by))));
  }

  private void draw(Raster out) {
    out.fill(palette().background());
    int left = pixels(LEFT);
    int wide = out.width() - left;
    int high = out.height() - pixels(below);
    if (trajectories.get() == null || wide < 1 || high < 1) {
      return;
    }
    if (still == null || still.width() != wide || still.height() != high) {
      still = new Raster(wide, high);
      paintStill(still);
    }
    if (marked.width() != wide || marked.height() != high) {
      marked = new Raster(wide, high);
    }
    marked.draw(still, 0, 0);
    paintMarks(marked);
    out.draw(marked, left, 0);
  }

  private int pixels(double length) {
    return (int) Math.round(length * pixelScale());
  }

  private void hover(MouseEvent event) {
    boolean inside =
        trajectories.get() != null && event.getX() >= LEFT && event.getX() < getWidth();
    String text = inside ? describe(yearAt(event.getX()), event.getY(), plotHeight()) : "";
    card.setVisible(!text.isEmpty());
    if (!text.isEmpty()) {
      card.setText(text);
      card.autosize();
      double right = event.getX() + 14;
      boolean fits = right + card.getWidth() <= getWidth();
      double x = fits ? right : event.getX() - 10 - card.getWidth();
      double y = Math.min(event.getY() + 12, getHeight() - card.getHeight());
      card.relocate(Math.round(Math.max(0, x)), Math.round(Math.max(0, y)));
      card.toFront();
    }
  }

  private void replaced() {
    requestLayout();
    changed();
  }

  /** A label of an axis. */
  static Label tick(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("tick");
    label.setManaged(false);
    label.setMouseTransparent(true);
    return label;
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    YearAxis axis = trajectories.get() == null ? null : trajectories.get().axis();
    double width = Math.max(1, getWidth() - LEFT);
    Ticks ticks =
        axis == null || below == 0
            ? new Ticks(List.of(), List.of())
            : axis.ticks((int) Math.min(MOST_TICKS, width / TICK_WIDTH));
    for (int i = 0; i < labels.size(); i++) {
      Label label = labels.get(i);
      label.setVisible(i < ticks.values().size());
      if (label.isVisible()) {
        label.setText(ticks.labels().get(i));
        label.autosize();
        double middle = LEFT + axis.x(ticks.values().get(i), width);
        double x = Math.min(getWidth() - label.getWidth(), middle - label.getWidth() / 2);
        label.relocate(Math.round(Math.max(0, x)), getHeight() - label.getHeight());
      }
    }
  }
}
