package tsbn.app.widget;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.ejml.data.FMatrixRMaj;
import tsbn.app.support.Messages;
import tsbn.picture.Raster;
import tsbn.picture.StatesPicture;

/**
 * The hidden states of a sequence, one row per unit and one column per frame, with a line at the
 * moment a player shows. Clicking or dragging moves {@link #positionProperty}, so that a player
 * bound to it both ways seeks.
 */
public final class StatesCanvas extends PixelView {
  private static final Messages MESSAGES = Messages.of(StatesCanvas.class);

  private final ObjectProperty<FMatrixRMaj> states = new SimpleObjectProperty<>(this, "states");
  private final IntegerProperty blankFrames = new SimpleIntegerProperty(this, "blankFrames");
  private final DoubleProperty position = new SimpleDoubleProperty(this, "position");
  private Raster still;

  public StatesCanvas() {
    getStyleClass().add("states-canvas");
    setPrefSize(400, 160);
    setPainter(this::draw);
    states.addListener((observable, before, after) -> statesChanged());
    blankFrames.addListener((observable, before, after) -> statesChanged());
    darkProperty().addListener((observable, before, after) -> statesChanged());
    position.addListener((observable, before, after) -> repaint());
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::seek);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::seek);
    Tooltip.install(this, new Tooltip(MESSAGES.get("states.tip")));
    setAccessibleText(MESSAGES.get("states.tip"));
  }

  /** T x J states, 0 or 1 or a probability; null shows nothing. */
  public ObjectProperty<FMatrixRMaj> statesProperty() {
    return states;
  }

  /** Frames before the first row of states, such as those of a primer. */
  public IntegerProperty blankFramesProperty() {
    return blankFrames;
  }

  /** The moment in frames. */
  public DoubleProperty positionProperty() {
    return position;
  }

  private void statesChanged() {
    still = null;
    repaint();
  }

  /** While a player runs only the line moves: the states are painted once and copied. */
  private void draw(Raster out) {
    if (states.get() == null) {
      out.fill(palette().background());
      return;
    }
    StatesPicture picture = new StatesPicture(states.get(), blankFrames.get(), palette());
    if (still == null || still.width() != out.width() || still.height() != out.height()) {
      still = new Raster(out.width(), out.height());
      picture.paint(still);
    }
    out.draw(still, 0, 0);
    picture.mark(position.get(), out);
  }

  private void seek(MouseEvent event) {
    if (states.get() != null && !position.isBound()) {
      int frames = blankFrames.get() + states.get().numRows;
      double wanted = Math.floor(event.getX() / getWidth() * frames);
      position.set(Math.max(0, Math.min(frames - 1, wanted)));
    }
  }
}
