package tsbn.app.widget;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.shape.Rectangle;
import tsbn.picture.CurveView;

/** How mouse and keys choose the part of the plane a {@link CurvePlot} shows. */
final class CurveZoom {
  private static final double STEP = 1.25;
  private static final double KEY_MOVE = 0.1;

  /** A drag shorter than this is a click. */
  private static final double SHORTEST_DRAG = 6;

  private final CurvePlot owner;
  private final PixelView plot;
  private final Rectangle box = new Rectangle();
  private double pressX;
  private double pressY;
  private CurveView pressView;

  CurveZoom(CurvePlot owner, PixelView plot) {
    this.owner = owner;
    this.plot = plot;
    box.getStyleClass().add("zoom-box");
    box.setManaged(false);
    box.setMouseTransparent(true);
    box.setVisible(false);
    owner.addChildren(box);
    plot.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    plot.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    plot.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    plot.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
    plot.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    owner.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private void scrolled(ScrollEvent event) {
    // With Shift some systems turn the wheel sideways.
    double turned = event.getDeltaY() != 0 ? event.getDeltaY() : event.getDeltaX();
    if (turned == 0 || !owner.hasPoints()) {
      return;
    }
    double factor = turned > 0 ? 1 / STEP : STEP;
    zoom(
        factor,
        event.isShiftDown() ? 1 : factor,
        event.getX() / plot.getWidth(),
        event.getY() / plot.getHeight());
    event.consume();
  }

  /**
   * Scales the shown part around a point given by its shares of width and height. Zooming out ends
   * where everything is shown, zooming in where numbers end.
   */
  private void zoom(double factorX, double factorY, double across, double down) {
    CurveView part =
        owner
            .view()
            .part(
                across - factorX * across,
                across + factorX * (1 - across),
                down - factorY * down,
                down + factorY * (1 - down));
    CurveView all = owner.everything();
    boolean outside = part.x0() <= all.x0() && part.x1() >= all.x1();
    if (outside && factorX > 1) {
      owner.fit();
    } else if (part.isDrawable()) {
      owner.show(part);
    }
  }

  private void pressed(MouseEvent event) {
    owner.requestFocus();
    pressX = event.getX();
    pressY = event.getY();
    pressView = owner.view();
  }

  private static boolean moves(MouseEvent event) {
    return event.isShiftDown() || event.getButton() == MouseButton.MIDDLE;
  }

  private void dragged(MouseEvent event) {
    if (!owner.hasPoints()) {
      return;
    }
    if (moves(event)) {
      double across = (pressX - event.getX()) / plot.getWidth();
      double down = (pressY - event.getY()) / plot.getHeight();
      owner.show(pressView.part(across, 1 + across, down, 1 + down));
    } else if (event.isPrimaryButtonDown()) {
      double x = clamp(event.getX(), plot.getWidth());
      double y = clamp(event.getY(), plot.getHeight());
      box.setX(plot.getLayoutX() + Math.min(pressX, x));
      box.setY(plot.getLayoutY() + Math.min(pressY, y));
      box.setWidth(Math.abs(x - pressX));
      box.setHeight(Math.abs(y - pressY));
      box.setVisible(true);
    }
  }

  private void released(MouseEvent event) {
    if (!box.isVisible()) {
      return;
    }
    box.setVisible(false);
    double left = (box.getX() - plot.getLayoutX()) / plot.getWidth();
    double top = (box.getY() - plot.getLayoutY()) / plot.getHeight();
    boolean wide = box.getWidth() >= SHORTEST_DRAG;
    boolean high = box.getHeight() >= SHORTEST_DRAG;
    if (wide || high) {
      // A box without height asks for a stretch of x, one without width for a stretch of y.
      owner.show(
          owner
              .view()
              .part(
                  wide ? left : 0,
                  wide ? left + box.getWidth() / plot.getWidth() : 1,
                  high ? top : 0,
                  high ? top + box.getHeight() / plot.getHeight() : 1));
    }
  }

  private void clicked(MouseEvent event) {
    if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY) {
      owner.fit();
    }
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() || !owner.hasPoints()) {
      return;
    }
    KeyCode code = event.getCode();
    switch (code) {
      case PLUS, ADD, EQUALS -> zoom(1 / STEP, 1 / STEP, 0.5, 0.5);
      case MINUS, SUBTRACT -> zoom(STEP, STEP, 0.5, 0.5);
      case LEFT -> owner.show(owner.view().part(-KEY_MOVE, 1 - KEY_MOVE, 0, 1));
      case RIGHT -> owner.show(owner.view().part(KEY_MOVE, 1 + KEY_MOVE, 0, 1));
      case UP -> owner.show(owner.view().part(0, 1, -KEY_MOVE, 1 - KEY_MOVE));
      case DOWN -> owner.show(owner.view().part(0, 1, KEY_MOVE, 1 + KEY_MOVE));
      case DIGIT0, NUMPAD0 -> owner.fit();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private static double clamp(double value, double most) {
    return Math.max(0, Math.min(most, value));
  }
}
