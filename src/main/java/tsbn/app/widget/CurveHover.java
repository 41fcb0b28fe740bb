package tsbn.app.widget;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import tsbn.app.support.Messages;
import tsbn.app.support.Readable;
import tsbn.picture.Curve;
import tsbn.picture.CurveSeries;
import tsbn.picture.Ticks;

/** The cross hair of a {@link CurvePlot} and the card that reads the curves out at the mouse. */
final class CurveHover {
  private static final Messages MESSAGES = Messages.of(CurveHover.class);
  private static final double AWAY = 14;
  private static final int DIGITS = 4;

  private final CurvePlot owner;
  private final PixelView plot;
  private final Line cross = new Line();
  private final VBox card = new VBox(1);
  private double mouseX = Double.NaN;
  private double mouseY;

  CurveHover(CurvePlot owner, PixelView plot) {
    this.owner = owner;
    this.plot = plot;
    cross.getStyleClass().add("cross");
    card.getStyleClass().add("hover-card");
    hide();
    for (var node : List.of(cross, card)) {
      node.setManaged(false);
      node.setMouseTransparent(true);
    }
    plot.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
    plot.addEventHandler(MouseEvent.MOUSE_DRAGGED, dragged -> hide());
    plot.addEventHandler(MouseEvent.MOUSE_EXITED, gone -> hide());
    owner.addChildren(cross, card);
  }

  private void moved(MouseEvent event) {
    mouseX = event.getX();
    mouseY = event.getY();
    refresh();
  }

  private void hide() {
    mouseX = Double.NaN;
    cross.setVisible(false);
    card.setVisible(false);
  }

  /** Reads the curves again: they, the view or the colours have changed under the mouse. */
  void refresh() {
    if (Double.isNaN(mouseX)) {
      return;
    }
    if (!owner.hasPoints()) {
      hide();
      return;
    }
    double at = owner.view().x(mouseX / plot.getWidth());
    card.getChildren().clear();
    double nearest = Double.NaN;
    for (CurveSeries one : owner.getSeries()) {
      int index = one.curve().nearest(at);
      if (index < 0) {
        continue;
      }
      double candidate = one.curve().x(index);
      if (!(Math.abs(candidate - at) >= Math.abs(nearest - at))) {
        nearest = candidate;
      }
    }
    for (CurveSeries one : owner.getSeries()) {
      int index = one.curve().nearest(nearest);
      if (index >= 0) {
        card.getChildren().add(row(one, index, nearest));
      }
    }
    Label heading = new Label(MESSAGES.format("hover.x", owner.getLabelX(), number(nearest)));
    heading.getStyleClass().add("hover-x");
    card.getChildren().add(0, heading);
    place(owner.view().across(nearest) * plot.getWidth());
  }

  /** A value, and where it was measured if that is elsewhere. */
  private Label row(CurveSeries one, int index, double at) {
    Curve curve = one.curve();
    double value =
        one.line() ? one.lineValues(owner.smoothingProperty().get())[index] : curve.y(index);
    String text = curve.name() + "  " + Ticks.number(value, DIGITS);
    double x = curve.x(index);
    Label label = new Label(x == at ? text : MESSAGES.format("hover.elsewhere", text, number(x)));
    int argb = owner.palette().series(one.colour());
    label.setTextFill(Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF));
    return label;
  }

  private static String number(double x) {
    return x == Math.rint(x) ? Readable.count((long) x) : Ticks.number(x, DIGITS);
  }

  private void place(double across) {
    double x = plot.getLayoutX() + Math.max(0, Math.min(plot.getWidth(), across));
    cross.setStartX(Math.round(x) + 0.5);
    cross.setEndX(cross.getStartX());
    cross.setStartY(plot.getLayoutY());
    cross.setEndY(plot.getLayoutY() + plot.getHeight());
    cross.setVisible(true);
    card.setVisible(true);
    card.applyCss();
    card.autosize();
    boolean fitsRight = x + AWAY + card.getWidth() < owner.getWidth();
    double y = plot.getLayoutY() + mouseY + AWAY;
    double lowest = plot.getLayoutY() + plot.getHeight() - card.getHeight() - 4;
    card.relocate(
        Math.round(fitsRight ? x + AWAY : x - AWAY - card.getWidth()),
        Math.round(Math.max(plot.getLayoutY(), Math.min(y, lowest))));
  }
}
