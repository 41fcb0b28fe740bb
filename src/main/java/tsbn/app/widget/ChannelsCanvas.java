package tsbn.app.widget;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.ejml.data.FMatrixRMaj;
import tsbn.app.support.Messages;
import tsbn.app.support.Readable;
import tsbn.picture.ChannelsPicture;
import tsbn.picture.Raster;
import tsbn.picture.ValueRange;

/**
 * A sequence of numbers as a heat map, one row per channel and one column per frame, each channel
 * on a scale of its own. Its tooltip says the value under the pointer.
 */
public final class ChannelsCanvas extends TimelineCanvas {
  private static final Messages MESSAGES = Messages.of(ChannelsCanvas.class);

  private final ObjectProperty<FMatrixRMaj> frames = new SimpleObjectProperty<>(this, "frames");
  private final ObjectProperty<ValueRange> range = new SimpleObjectProperty<>(this, "range");
  private final IntegerProperty primerFrames = new SimpleIntegerProperty(this, "primerFrames");
  private final IntegerProperty leastLength = new SimpleIntegerProperty(this, "leastLength");
  private final Tooltip tooltip = new Tooltip(MESSAGES.get("channels.tip"));
  private ChannelsPicture picture;

  public ChannelsCanvas() {
    getStyleClass().add("channels-canvas");
    setPrefSize(400, 240);
    frames.addListener((observable, before, after) -> rebuild());
    range.addListener((observable, before, after) -> rebuild());
    primerFrames.addListener((observable, before, after) -> rebuild());
    leastLength.addListener((observable, before, after) -> rebuild());
    darkProperty().addListener((observable, before, after) -> rebuild());
    addEventHandler(MouseEvent.MOUSE_MOVED, this::describe);
    Tooltip.install(this, tooltip);
    setAccessibleText(MESSAGES.get("channels.tip"));
  }

  /** T x M values; null shows nothing. */
  public ObjectProperty<FMatrixRMaj> framesProperty() {
    return frames;
  }

  /** What fills the scale of each channel; null for the sequence's own. */
  public ObjectProperty<ValueRange> rangeProperty() {
    return range;
  }

  /** How many frames, from the first, were given rather than made up. */
  public IntegerProperty primerFramesProperty() {
    return primerFrames;
  }

  /** Frames from edge to edge at least, so that sequences side by side have one time. */
  public IntegerProperty leastLengthProperty() {
    return leastLength;
  }

  @Override
  int length() {
    return picture == null ? 0 : picture.length();
  }

  @Override
  void paintStill(Raster out) {
    picture.paint(out);
  }

  @Override
  void paintMark(double now, Raster out) {
    picture.mark(now, out);
  }

  private void rebuild() {
    FMatrixRMaj all = frames.get();
    boolean any = all != null && all.numRows > 0;
    // While a page changes to other data frames and range do not match for a moment.
    boolean fits = any && range.get() != null && range.get().low().length == all.numCols;
    picture =
        any
            ? new ChannelsPicture(
                all, leastLength.get(), primerFrames.get(), fits ? range.get() : null, palette())
            : null;
    changed();
  }

  private void describe(MouseEvent event) {
    if (length() > 0) {
      int frame = Math.min(frames.get().numRows - 1, frameAt(event.getX()));
      int channel = picture.channelAt(event.getY() / getHeight());
      tooltip.setText(
          MESSAGES.format(
              "channels.value",
              Readable.count(channel + 1),
              Readable.count(frame + 1),
              Readable.significant(frames.get().get(frame, channel))));
    }
  }
}
