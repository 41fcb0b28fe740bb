package tsbn.app.widget;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import tsbn.data.FrameMeaning;
import tsbn.picture.FramePicture;
import tsbn.picture.Raster;

/**
 * One frame as what it means: an image as crisp squares, never smoothed; piano keys as a keyboard
 * with the sounding ones lit; anything else as bars. The picture is as large as fits in whole
 * pixels per unit and stands in the middle. A player sets {@link #frameProperty} for every frame;
 * painting one takes well under a millisecond.
 */
public final class FrameCanvas extends PixelView {
  private final ObjectProperty<FrameMeaning> meaning = new SimpleObjectProperty<>(this, "meaning");
  private final ObjectProperty<float[]> frame = new SimpleObjectProperty<>(this, "frame");

  public FrameCanvas() {
    getStyleClass().add("frame-canvas");
    setPrefSize(240, 240);
    setPainter(this::draw);
    meaning.addListener((observable, before, after) -> repaint());
    frame.addListener((observable, before, after) -> repaint());
  }

  /** What the units of the frame stand for; null shows nothing. */
  public ObjectProperty<FrameMeaning> meaningProperty() {
    return meaning;
  }

  /** The M values in [0, 1] that are shown; null shows nothing. Set a new array for a new frame. */
  public ObjectProperty<float[]> frameProperty() {
    return frame;
  }

  private void draw(Raster out) {
    float[] values = frame.get();
    FrameMeaning what = meaning.get();
    // While a page changes to other data the two properties do not match for a moment.
    if (values == null || what == null || values.length != what.units()) {
      out.fill(palette().background());
    } else {
      new FramePicture(what, palette()).paint(values, out);
    }
  }
}
