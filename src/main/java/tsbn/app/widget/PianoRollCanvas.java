package tsbn.app.widget;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.ejml.data.FMatrixRMaj;
import tsbn.app.support.Messages;
import tsbn.data.FrameMeaning;
import tsbn.picture.KeyRange;
import tsbn.picture.Keyboard;
import tsbn.picture.PianoRollPicture;
import tsbn.picture.Raster;

/**
 * A piece of music that scrolls past a keyboard: notes are bars, the sounding ones light their
 * keys, frames of a primer have a colour of their own. {@link #positionProperty} is the moment in
 * frames and may lie between two, so that the roll glides. Dragging moves through the piece where
 * nobody has bound the position one way; the wheel zooms in time.
 */
public final class PianoRollCanvas extends Region {
  private static final Messages MESSAGES = Messages.of(PianoRollCanvas.class);
  private static final double KEYBOARD = 44;
  private static final double PLAYHEAD_SHARE = 0.3;
  private static final double SMALLEST_NAME = 7;
  private static final double ZOOM = 1.2;
  private static final double NARROWEST = 2;
  private static final double WIDEST = 80;

  private final ObjectProperty<FrameMeaning.PianoRoll> meaning =
      new SimpleObjectProperty<>(this, "meaning");
  private final ObjectProperty<FMatrixRMaj> frames = new SimpleObjectProperty<>(this, "frames");
  private final ObjectProperty<FMatrixRMaj> behind = new SimpleObjectProperty<>(this, "behind");
  private final ObjectProperty<FMatrixRMaj> outlined = new SimpleObjectProperty<>(this, "outlined");
  private final ObjectProperty<KeyRange> range = new SimpleObjectProperty<>(this, "range");
  private final IntegerProperty primerFrames = new SimpleIntegerProperty(this, "primerFrames");
  private final DoubleProperty position = new SimpleDoubleProperty(this, "position");
  private final DoubleProperty frameWidth = new SimpleDoubleProperty(this, "frameWidth", 14);
  private final List<Label> names = new ArrayList<>();
  private PianoRollPicture roll;
  private double pressX;
  private double pressPosition;

  private final PixelView pixels =
      new PixelView() {
        {
          setPainter(this::draw);
          darkProperty().addListener((observable, before, after) -> rebuild());
        }

        private void draw(Raster out) {
          if (roll == null) {
            out.fill(palette().background());
            return;
          }
          double scale = pixelScale();
          roll.paint(
              position.get(),
              frameWidth.get() * scale,
              (int) Math.round(playhead() * scale),
              (int) Math.round(KEYBOARD * scale),
              out);
        }
      };

  public PianoRollCanvas() {
    getStyleClass().add("piano-roll");
    setPrefSize(480, 260);
    setMinSize(160, 80);
    getChildren().add(pixels);
    for (ObservableValue<?> changed :
        List.of(meaning, frames, behind, outlined, primerFrames, range)) {
      changed.addListener((observable, before, after) -> rebuild());
    }
    position.addListener((observable, before, after) -> pixels.repaint());
    frameWidth.addListener((observable, before, after) -> pixels.repaint());
    Tooltip.install(this, new Tooltip(MESSAGES.get("roll.tip")));
    setAccessibleText(MESSAGES.get("roll.tip"));
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    addEventHandler(ScrollEvent.SCROLL, this::zoom);
  }

  /** Which keys the units are; null shows nothing. */
  public ObjectProperty<FrameMeaning.PianoRoll> meaningProperty() {
    return meaning;
  }

  /** The piece, T x M values in [0, 1]; null shows nothing. */
  public ObjectProperty<FMatrixRMaj> framesProperty() {
    return frames;
  }

  /** T x M probabilities that are shaded behind the notes; null for none. */
  public ObjectProperty<FMatrixRMaj> behindProperty() {
    return behind;
  }

  /** T x M notes that are outlined over the piece; null for none. */
  public ObjectProperty<FMatrixRMaj> outlinedProperty() {
    return outlined;
  }

  /** How many frames, from the first, were given to the model rather than made by it. */
  public IntegerProperty primerFramesProperty() {
    return primerFrames;
  }

  /** The keys to show, so that two rolls can be compared; null for those of the piece. */
  public ObjectProperty<KeyRange> rangeProperty() {
    return range;
  }

  /** The moment in frames. */
  public DoubleProperty positionProperty() {
    return position;
  }

  /** Width of a frame. */
  public DoubleProperty frameWidthProperty() {
    return frameWidth;
  }

  private double playhead() {
    return KEYBOARD + PLAYHEAD_SHARE * (getWidth() - KEYBOARD);
  }

  private void rebuild() {
    FMatrixRMaj piece = frames.get();
    boolean match =
        piece != null && meaning.get() != null && piece.numCols == meaning.get().units();
    roll = match ? picture(piece) : null;
    requestLayout();
    pixels.repaint();
  }

  private PianoRollPicture picture(FMatrixRMaj piece) {
    KeyRange keys =
        range.get() != null ? range.get() : PianoRollPicture.rangeFor(meaning.get(), piece);
    return new PianoRollPicture(
        meaning.get(),
        piece,
        primerFrames.get(),
        keys,
        fitting(behind.get(), piece),
        fitting(outlined.get(), piece),
        pixels.palette());
  }

  /** What is drawn over a piece must have its keys; while pieces change it may be of another. */
  private static FMatrixRMaj fitting(FMatrixRMaj over, FMatrixRMaj piece) {
    return over != null && over.numCols == piece.numCols ? over : null;
  }

  @Override
  protected void layoutChildren() {
    pixels.resizeRelocate(0, 0, getWidth(), getHeight());
    int shown = 0;
    int high = (int) getHeight();
    for (int row = 0; roll != null && row < roll.rows(); row++) {
      double room = roll.top(row + 1, high) - roll.top(row, high);
      if (roll.note(row) % 12 == 0 && 2 * room >= SMALLEST_NAME) {
        Label name = name(shown++);
        name.setText(Keyboard.name(roll.note(row)));
        name.autosize();
        double middle = (roll.top(row, high) + roll.top(row + 1, high)) / 2.0;
        name.relocate(KEYBOARD - name.getWidth() - 3, Math.round(middle - name.getHeight() / 2));
      }
    }
    for (int i = shown; i < names.size(); i++) {
      names.get(i).setVisible(false);
    }
  }

  private Label name(int index) {
    if (index == names.size()) {
      Label name = new Label();
      name.getStyleClass().add("note-name");
      name.setManaged(false);
      name.setMouseTransparent(true);
      names.add(name);
      getChildren().add(name);
      name.applyCss();
    }
    names.get(index).setVisible(true);
    return names.get(index);
  }

  private void pressed(MouseEvent event) {
    pressX = event.getX();
    pressPosition = position.get();
  }

  private void dragged(MouseEvent event) {
    if (roll != null && !position.isBound()) {
      double wanted = pressPosition + (pressX - event.getX()) / frameWidth.get();
      position.set(Math.max(0, Math.min(frames.get().numRows - 1.0, wanted)));
    }
  }

  /** The wheel makes frames wider or narrower; the moment stays where it is. */
  private void zoom(ScrollEvent event) {
    double turned = event.getDeltaY();
    if (turned != 0) {
      double wider = frameWidth.get() * Math.pow(ZOOM, Math.signum(turned));
      frameWidth.set(Math.max(NARROWEST, Math.min(WIDEST, wider)));
      event.consume();
    }
  }

  @Override
  public String getUserAgentStylesheet() {
    return WidgetStyle.sheet();
  }
}
