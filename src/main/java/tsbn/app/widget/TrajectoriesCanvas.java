package tsbn.app.widget;

import java.util.List;
import java.util.function.IntFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import tsbn.app.support.Messages;
import tsbn.app.support.Readable;
import tsbn.picture.Raster;
import tsbn.picture.Trajectories;
import tsbn.picture.TrajectoriesPicture;

/**
 * How strong topics were over the years, as curves. A click goes to a year; dragging brushes a span
 * of years, which Escape or a click takes away again, or goes through the years where there is no
 * brush.
 */
public final class TrajectoriesCanvas extends YearsCanvas {
  private static final Messages MESSAGES = Messages.of(TrajectoriesCanvas.class);

  /** A hand that moves no further than this meant to click. */
  private static final double STILL = 4;

  /** Some years, from the first to the last. */
  public record Span(int from, int to) {}

  private final ObjectProperty<Span> brush = new SimpleObjectProperty<>(this, "brush");
  private final BooleanProperty brushable = new SimpleBooleanProperty(this, "brushable", true);
  private final List<Label> scale = List.of(tick("0"), tick("0.5"), tick("1"));
  private IntFunction<String> names = String::valueOf;
  private TrajectoriesPicture picture;
  private double pressX = Double.NaN;
  private boolean dragged;

  public TrajectoriesCanvas() {
    super(true);
    getStyleClass().add("trajectories");
    setPrefSize(400, 200);
    setAccessibleText(MESSAGES.get("trajectories.tip"));
    getChildren().addAll(scale);
    brush.addListener((observable, before, after) -> repaint());
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  /** The brushed years; null for none. */
  public ObjectProperty<Span> brushProperty() {
    return brush;
  }

  /** Whether years can be brushed. */
  public BooleanProperty brushableProperty() {
    return brushable;
  }

  public boolean isBrushable() {
    return brushable.get();
  }

  public void setBrushable(boolean value) {
    brushable.set(value);
  }

  /** Sets what topics are called. */
  public void setNames(IntFunction<String> value) {
    names = value;
  }

  @Override
  void paintStill(Raster out) {
    picture = new TrajectoriesPicture(trajectoriesProperty().get(), palette());
    picture.paint(chosen(), pixelScale(), out);
  }

  @Override
  void paintMarks(Raster out) {
    if (brush.get() != null) {
      picture.brush(brush.get().from(), brush.get().to(), out);
    }
    picture.mark(yearProperty().get(), chosen(), pixelScale(), out);
  }

  @Override
  String describe(int pointedYear, double y, double height) {
    Trajectories shown = trajectoriesProperty().get();
    int row = shown.row(pointedYear);
    StringBuilder text = new StringBuilder();
    text.append(row < 0 ? MESSAGES.format("years.missing", pointedYear + "") : pointedYear);
    for (int i = 0; row >= 0 && i < chosen().size(); i++) {
      int topic = chosen().get(i);
      text.append(
          "\n" + names.apply(topic) + "  " + Readable.fixed(shown.strengths().get(row, topic), 2));
    }
    return text.toString();
  }

  private void pressed(MouseEvent event) {
    boolean usable = trajectoriesProperty().get() != null;
    pressX = usable && event.getButton() == MouseButton.PRIMARY ? event.getX() : Double.NaN;
    dragged = false;
  }

  private void dragged(MouseEvent event) {
    dragged |= Math.abs(event.getX() - pressX) > STILL; // never where nothing was pressed
    if (!dragged) {
      return;
    }
    if (brushable.get()) {
      int one = yearAt(pressX);
      int other = yearAt(event.getX());
      brush.set(new Span(Math.min(one, other), Math.max(one, other)));
    } else {
      goTo(event.getX());
    }
  }

  private void goTo(double x) {
    yearProperty().set(trajectoriesProperty().get().nearest(yearAt(x)));
  }

  private void released(MouseEvent event) {
    if (!dragged && !Double.isNaN(pressX)) {
      brush.set(null);
      goTo(event.getX());
    }
    pressX = Double.NaN;
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT -> step(-1);
      case RIGHT -> step(1);
      case ESCAPE -> brush.set(null);
      default -> {
        return;
      }
    }
    event.consume();
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    for (int i = 0; i < scale.size(); i++) {
      Label label = scale.get(i);
      label.autosize();
      double y = TrajectoriesPicture.y(i / 2.0, plotHeight()) - label.getHeight() / 2;
      double within = Math.max(0, Math.min(plotHeight() - label.getHeight(), y));
      label.relocate(28 - label.getWidth(), Math.round(within));
      label.setVisible(trajectoriesProperty().get() != null);
    }
  }
}
