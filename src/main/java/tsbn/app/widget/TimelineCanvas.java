package tsbn.app.widget;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.input.MouseEvent;
import tsbn.picture.Raster;

/**
 * A whole sequence from the left edge to the right, with a line at the moment a player shows.
 * Clicking or dragging moves {@link #positionProperty}, so that a player bound to it both ways
 * seeks. While a player runs only the line moves: the rest is painted once and copied.
 */
abstract class TimelineCanvas extends PixelView {
  private final DoubleProperty position = new SimpleDoubleProperty(this, "position");
  private Raster still;

  TimelineCanvas() {
    setPainter(this::draw);
    darkProperty().addListener((observable, before, after) -> changed());
    position.addListener((observable, before, after) -> repaint());
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::seek);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::seek);
  }

  /** The moment in frames. */
  public final DoubleProperty positionProperty() {
    return position;
  }

  /** Frames from edge to edge; 0 where there is nothing to show. */
  abstract int length();

  /** Where the sequence begins. */
  double left() {
    return 0;
  }

  /** Paints the sequence. */
  abstract void paintStill(Raster out);

  /** Marks a moment over what is painted. */
  abstract void paintMark(double now, Raster out);

  /** The sequence is another one. */
  final void changed() {
    still = null;
    repaint();
  }

  private void draw(Raster out) {
    if (length() == 0) {
      out.fill(palette().background());
      return;
    }
    if (still == null || still.width() != out.width() || still.height() != out.height()) {
      still = new Raster(out.width(), out.height());
      paintStill(still);
    }
    out.draw(still, 0, 0);
    paintMark(position.get(), out);
  }

  private void seek(MouseEvent event) {
    if (length() > 0 && !position.isBound()) {
      position.set(frameAt(event.getX()));
    }
  }

  /** The frame at a place. */
  final int frameAt(double x) {
    double share = (x - left()) / (getWidth() - left());
    return Math.max(0, Math.min(length() - 1, (int) Math.floor(share * length())));
  }
}
