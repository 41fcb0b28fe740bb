package tsbn.app.widget;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Tooltip;
import org.ejml.data.FMatrixRMaj;
import tsbn.app.support.Messages;
import tsbn.picture.Raster;
import tsbn.picture.RollWindow;
import tsbn.picture.StatesPicture;

/** The hidden states of a sequence, one row per unit and one column per frame. */
public final class StatesCanvas extends TimelineCanvas {
  private static final Messages MESSAGES = Messages.of(StatesCanvas.class);

  private final ObjectProperty<FMatrixRMaj> states = new SimpleObjectProperty<>(this, "states");
  private final IntegerProperty blankFrames = new SimpleIntegerProperty(this, "blankFrames");

  private final ObjectProperty<RollWindow> window = new SimpleObjectProperty<>(this, "window");

  public StatesCanvas() {
    getStyleClass().add("states-canvas");
    setPrefSize(400, 160);
    states.addListener((observable, before, after) -> changed());
    window.addListener((observable, before, after) -> repaint());
    blankFrames.addListener((observable, before, after) -> changed());
    Tooltip.install(this, new Tooltip(MESSAGES.get("states.tip")));
    setAccessibleText(MESSAGES.get("states.tip"));
  }

  /** T x J states, 0 or 1 or a share of the largest; null shows nothing. */
  public ObjectProperty<FMatrixRMaj> statesProperty() {
    return states;
  }

  /** Frames before the first row of states, such as those of a primer. */
  public IntegerProperty blankFramesProperty() {
    return blankFrames;
  }

  @Override
  int length() {
    return states.get() == null ? 0 : blankFrames.get() + states.get().numRows;
  }

  @Override
  void paintStill(Raster out) {
    picture().paint(out);
  }

  /** The part that a roll above shows, which is marked; null where all is shown. */
  public ObjectProperty<RollWindow> windowProperty() {
    return window;
  }

  @Override
  void paintMark(double now, Raster out) {
    RollWindow seen = window.get();
    if (seen != null && seen.to() - seen.from() < length()) {
      picture().markWindow(seen.from(), seen.to(), out);
    }
    picture().mark(now, out);
  }

  private StatesPicture picture() {
    return new StatesPicture(states.get(), blankFrames.get(), palette());
  }
}
