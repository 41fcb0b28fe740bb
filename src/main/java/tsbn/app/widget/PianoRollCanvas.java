package tsbn.app.widget;

import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
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
import tsbn.picture.RollWindow;

/**
 * A piece of music that scrolls past a keyboard: notes are bars, the sounding ones light their
 * keys, frames of a primer have a colour of their own. {@link #positionProperty} is the moment in
 * frames and may lie between two, so that the roll glides. Dragging moves through the piece where
 * nobody has bound the position one way; the wheel and the keys + and - zoom in time, a double
 * click and the key 0 undo that. Bars are numbered where they are known.
 */
public final class PianoRollCanvas extends Region {
  private static final Messages MESSAGES = Messages.of(PianoRollCanvas.class);
  private static final double KEYBOARD = 44;
  private static final double SMALLEST_NAME = 7;

  /** How far the number of a bar stands from its line, and numbers from each other. */
  private static final double BESIDE_LINE = 3;

  private static final double LEAST_NUMBERED = 34;
  private static final double USUAL_WIDTH = 14;
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
  private final DoubleProperty frameWidth =
      new SimpleDoubleProperty(this, "frameWidth", USUAL_WIDTH);
  private final IntegerProperty leastLength = new SimpleIntegerProperty(this, "leastLength");
  private final ReadOnlyObjectWrapper<RollWindow> window =
      new ReadOnlyObjectWrapper<>(this, "window");
  private final LabelPool names = new LabelPool(getChildren(), "note-name");
  private final LabelPool numbers = new LabelPool(getChildren(), "bar-number");
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
          if (roll == null || window.get() == null) {
            out.fill(palette().background());
            return;
          }
          double scale = pixelScale();
          roll.paint(
              position.get(),
              frameWidth.get() * scale,
              (int) Math.round(x(position.get()) * scale),
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
    for (ObservableValue<?> changed : List.of(position, frameWidth, leastLength, widthProperty())) {
      changed.addListener((observable, before, after) -> moved());
    }
    setFocusTraversable(true);
    Tooltip.install(this, new Tooltip(MESSAGES.get("roll.tip")));
    setAccessibleText(MESSAGES.get("roll.tip"));
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    addEventHandler(ScrollEvent.SCROLL, this::wheel);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
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

  /**
   * So many frames have room, even if the piece is shorter: as long as one that stands beside it.
   */
  public IntegerProperty leastLengthProperty() {
    return leastLength;
  }

  /** The part of the piece that is seen; null before there is one. */
  public ReadOnlyObjectProperty<RollWindow> windowProperty() {
    return window.getReadOnlyProperty();
  }

  /** Frames are as wide as at first. */
  public void resetZoom() {
    frameWidth.set(USUAL_WIDTH);
  }

  /** Where a frame begins. */
  private double x(double frame) {
    return KEYBOARD + window.get().x(frame, getWidth() - KEYBOARD);
  }

  /** Another part of the piece is seen. */
  private void moved() {
    double shown = (getWidth() - KEYBOARD) / frameWidth.get();
    if (roll == null || shown <= 0) {
      window.set(null);
    } else {
      int length = Math.max(leastLength.get(), frames.get().numRows);
      window.set(RollWindow.around(position.get(), length, shown));
    }
    placeNumbers();
    pixels.repaint();
  }

  private void rebuild() {
    FMatrixRMaj piece = frames.get();
    boolean match =
        piece != null && meaning.get() != null && piece.numCols == meaning.get().units();
    roll = match ? picture(piece) : null;
    requestLayout();
    moved();
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
    int high = (int) getHeight();
    names.begin();
    for (int row = 0; roll != null && row < roll.rows(); row++) {
      double room = roll.top(row + 1, high) - roll.top(row, high);
      if (roll.note(row) % 12 == 0 && 2 * room >= SMALLEST_NAME) {
        place(names.next(Keyboard.name(roll.note(row))), roll.top(row, high), room);
      }
    }
    names.end();
    placeNumbers();
  }

  /**
   * Puts the name of a key in the middle of its row or, where rows are narrow, on its lower edge,
   * which would strike it through in the middle.
   */
  private static void place(Label name, double top, double room) {
    double middle = top + (room - name.getHeight()) / 2;
    double standing = top + room - name.getBaselineOffset() - 2;
    name.relocate(KEYBOARD - name.getWidth() - 3, Math.round(Math.min(middle, standing)));
  }

  private void placeNumbers() {
    RollWindow seen = window.get();
    int apart = seen == null ? 0 : roll.barsApart(frameWidth.get(), LEAST_NUMBERED);
    numbers.begin();
    if (apart > 0) {
      int every = apart * meaning.get().framesPerBar();
      double end = Math.min(seen.to(), frames.get().numRows);
      for (int i = (int) Math.ceil(seen.from() / every); i * every < end; i++) {
        Label number = numbers.next(Integer.toString(i * apart + 1));
        number.relocate(Math.round(x(i * every)) + BESIDE_LINE, 1);
      }
    }
    numbers.end();
  }

  private void pressed(MouseEvent event) {
    requestFocus();
    pressX = event.getX();
    pressPosition = position.get();
    if (event.getClickCount() == 2) {
      resetZoom();
    }
  }

  private void dragged(MouseEvent event) {
    if (roll != null && !position.isBound()) {
      double wanted = pressPosition + (pressX - event.getX()) / frameWidth.get();
      position.set(Math.max(0, Math.min(frames.get().numRows - 1.0, wanted)));
    }
  }

  /** The wheel makes frames wider or narrower; the moment stays where it is. */
  private void wheel(ScrollEvent event) {
    if (event.getDeltaY() != 0) {
      zoom(Math.signum(event.getDeltaY()));
      event.consume();
    }
  }

  private void zoom(double steps) {
    double wider = frameWidth.get() * Math.pow(ZOOM, steps);
    frameWidth.set(Math.max(NARROWEST, Math.min(WIDEST, wider)));
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown()) {
      return;
    }
    switch (event.getCode()) {
      case PLUS, EQUALS, ADD -> zoom(1);
      case MINUS, SUBTRACT -> zoom(-1);
      case DIGIT0, NUMPAD0 -> resetZoom();
      default -> {
        return;
      }
    }
    event.consume();
  }

  @Override
  public String getUserAgentStylesheet() {
    return WidgetStyle.sheet();
  }
}
