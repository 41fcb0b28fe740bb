package tsbn.app.widget;

import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.util.Duration;
import tsbn.app.support.Messages;
import tsbn.picture.Camera;
import tsbn.picture.Figure;
import tsbn.picture.Raster;
import tsbn.picture.SkeletonPicture;

/**
 * A body that moves on a floor. Dragging walks around it, the wheel zooms, a double click goes back
 * to the beginning; with the focus on it, the arrows, plus, minus and 0 do the same. A click
 * chooses a joint. Figures whose {@link #cameraProperty} is bound both ways turn together.
 */
public final class SkeletonCanvas extends PixelView {
  private static final Messages MESSAGES = Messages.of(SkeletonCanvas.class);
  private static final double RADIANS_PER_PIXEL = 0.01;
  private static final double KEY_RADIANS = Math.PI / 24;
  private static final double KEY_ZOOM = 1.1;
  private static final double ZOOM_PER_PIXEL = 1.0025;

  /** A hand that moves no further than this meant to click. */
  private static final double STILL = 3;

  private final ObjectProperty<Figure> figure = new SimpleObjectProperty<>(this, "figure");
  private final IntegerProperty primerFrames = new SimpleIntegerProperty(this, "primerFrames");
  private final DoubleProperty position = new SimpleDoubleProperty(this, "position");
  private final ObjectProperty<Camera> camera =
      new SimpleObjectProperty<>(this, "camera", Camera.START);
  private final IntegerProperty joint = new SimpleIntegerProperty(this, "joint", -1);
  private SkeletonPicture picture;
  private double pressX;
  private double pressY;
  private Camera pressCamera = Camera.START;
  private boolean dragged;

  public SkeletonCanvas() {
    getStyleClass().add("skeleton-canvas");
    setPrefSize(360, 360);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(MESSAGES.get("skeleton.tip"));
    Tooltip tip = new Tooltip(MESSAGES.get("skeleton.tip"));
    tip.setShowDelay(Duration.seconds(1.5));
    Tooltip.install(this, tip);
    setAsidePainter(this::drawing);
    figure.addListener((observable, before, after) -> rebuild());
    primerFrames.addListener((observable, before, after) -> rebuild());
    darkProperty().addListener((observable, before, after) -> rebuild());
    for (ObservableValue<?> changed : java.util.List.of(position, camera, joint)) {
      changed.addListener((observable, before, after) -> repaint());
    }
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  /** The body and its motion; null shows nothing. */
  public ObjectProperty<Figure> figureProperty() {
    return figure;
  }

  /** How many frames, from the first, were given rather than made up. */
  public IntegerProperty primerFramesProperty() {
    return primerFrames;
  }

  /** The moment in frames; between two the body is between both; behind the end it stands. */
  public DoubleProperty positionProperty() {
    return position;
  }

  /** From where it is looked at. */
  public ObjectProperty<Camera> cameraProperty() {
    return camera;
  }

  /** The joint that is marked, and that a click chooses; -1 for none. */
  public IntegerProperty jointProperty() {
    return joint;
  }

  private void rebuild() {
    picture =
        figure.get() == null
            ? null
            : new SkeletonPicture(figure.get(), primerFrames.get(), palette());
    repaint();
  }

  private Consumer<Raster> drawing() {
    SkeletonPicture now = picture;
    if (now == null) {
      int page = palette().background();
      return out -> out.fill(page);
    }
    double moment = position.get();
    Camera from = camera.get();
    int marked = joint.get();
    return out -> now.paint(moment, from, marked, out);
  }

  private void pressed(MouseEvent event) {
    requestFocus();
    pressX = event.getX();
    pressY = event.getY();
    pressCamera = camera.get();
    dragged = false;
    event.consume();
  }

  private void dragged(MouseEvent event) {
    double right = event.getX() - pressX;
    double down = event.getY() - pressY;
    dragged |= Math.hypot(right, down) > STILL;
    if (dragged) {
      camera.set(pressCamera.orbited(-RADIANS_PER_PIXEL * right, RADIANS_PER_PIXEL * down));
    }
    event.consume();
  }

  private void clicked(MouseEvent event) {
    if (dragged || picture == null || event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    if (event.getClickCount() == 2) {
      camera.set(Camera.START);
    } else if (!joint.isBound()) {
      double scale = pixelScale();
      int chosen =
          picture.jointAt(
              event.getX() * scale,
              event.getY() * scale,
              position.get(),
              camera.get(),
              (int) Math.round(getWidth() * scale),
              (int) Math.round(getHeight() * scale));
      if (chosen >= 0) {
        joint.set(chosen);
      }
    }
    event.consume();
  }

  private void scrolled(ScrollEvent event) {
    camera.set(camera.get().zoomed(Math.pow(ZOOM_PER_PIXEL, event.getDeltaY())));
    event.consume();
  }

  private void key(KeyEvent event) {
    if (picture == null || event.isShortcutDown()) {
      return;
    }
    Camera now = camera.get();
    Camera next =
        switch (event.getCode()) {
          case LEFT -> now.orbited(KEY_RADIANS, 0);
          case RIGHT -> now.orbited(-KEY_RADIANS, 0);
          case UP -> now.orbited(0, KEY_RADIANS);
          case DOWN -> now.orbited(0, -KEY_RADIANS);
          case PLUS, ADD, EQUALS -> now.zoomed(KEY_ZOOM);
          case MINUS, SUBTRACT -> now.zoomed(1 / KEY_ZOOM);
          case DIGIT0, NUMPAD0, HOME -> Camera.START;
          default -> null;
        };
    if (next != null) {
      camera.set(next);
      event.consume();
    }
  }
}
