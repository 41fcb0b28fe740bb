package tsbn.app.widget;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import org.ejml.data.FMatrixRMaj;
import tsbn.app.support.Fxml;
import tsbn.app.support.Shown;
import tsbn.data.FrameMeaning;
import tsbn.picture.Camera;
import tsbn.picture.DictionaryPicture;
import tsbn.picture.Figure;
import tsbn.picture.KeyRange;
import tsbn.picture.RollWindow;
import tsbn.picture.ValueRange;

/** One sequence, real or made up, with its name; it shows the frame it is told to. */
public final class SequenceCard {
  private final Parent root;
  private FMatrixRMaj frames;
  @FXML private Label title;
  @FXML private Label note;
  @FXML private FrameCanvas picture;
  @FXML private PianoRollCanvas roll;
  @FXML private ChannelsCanvas channels;
  @FXML private SkeletonCanvas body;

  /**
   * What sequences that stand side by side have in common.
   *
   * @param meaning what the units of a frame stand for
   * @param primerFrames how many frames, from the first, were given rather than made up
   * @param keys what a piano roll shows; null for other data
   * @param range what fills the scale of each channel; null for other data
   * @param length frames of the longest
   */
  public record Shared(
      FrameMeaning meaning, int primerFrames, KeyRange keys, ValueRange range, int length) {}

  /**
   * A card.
   *
   * @param id of the picture, for tests and style sheets
   * @param position the moment that piano roll and heat map follow, and that dragging changes
   */
  public SequenceCard(String id, String description, DoubleProperty position) {
    root = Fxml.load(this);
    root.setId(id);
    picture.setAccessibleText(description);
    roll.positionProperty().bindBidirectional(position);
    channels.positionProperty().bindBidirectional(position);
    body.positionProperty().bind(position);
    body.setAccessibleText(description);
  }

  /** What a page shows. */
  public Parent root() {
    return root;
  }

  /** Its name, at the left. */
  public void setTitle(String text) {
    title.setText(text);
  }

  /** A remark, at the right. */
  public void setNote(String text) {
    note.setText(text);
  }

  /**
   * Takes another sequence.
   *
   * @param shared what it has in common with the sequences beside it
   * @param sequence T x M
   * @param figure its body; null where frames are no motion
   */
  public void show(Shared shared, FMatrixRMaj sequence, Figure figure) {
    frames = sequence;
    int primerFrames = Math.min(shared.primerFrames(), sequence.numRows);
    picture.meaningProperty().set(shared.meaning());
    boolean music = shared.meaning() instanceof FrameMeaning.PianoRoll;
    if (music && !shared.meaning().equals(roll.meaningProperty().get())) {
      roll.resetZoom(); // that of other music may show none of this
    }
    boolean numbers = shared.meaning().heatMap();
    Shown.when(music, roll);
    Shown.when(figure != null, body);
    Shown.when(numbers && figure == null, channels);
    Shown.when(!music && !numbers, picture);
    body.primerFramesProperty().set(primerFrames);
    body.figureProperty().set(figure);
    if (channels.isVisible()) {
      channels.rangeProperty().set(shared.range());
      channels.leastLengthProperty().set(shared.length());
      channels.primerFramesProperty().set(primerFrames);
      channels.framesProperty().set(sequence);
    }
    if (!music) {
      roll.framesProperty().set(null);
    }
    if (shared.meaning() instanceof FrameMeaning.PianoRoll piano) {
      roll.meaningProperty().set(piano);
      roll.rangeProperty().set(shared.keys());
      roll.primerFramesProperty().set(primerFrames);
      roll.leastLengthProperty().set(shared.length());
      overlay(null, null);
      roll.framesProperty().set(sequence);
    }
  }

  /**
   * Draws something over a piano roll; {@link #show} takes it away.
   *
   * @param behind T x M probabilities that are shaded behind the notes; null for none
   * @param outlined T x M notes that are outlined; null for none
   */
  public void overlay(FMatrixRMaj behind, FMatrixRMaj outlined) {
    roll.behindProperty().set(behind);
    roll.outlinedProperty().set(outlined);
  }

  /** Width of a frame of a piano roll; bound both ways to other cards', all zoom together. */
  public DoubleProperty rollZoomProperty() {
    return roll.frameWidthProperty();
  }

  /** The part of a piano roll that is seen; null where there is none. */
  public ReadOnlyObjectProperty<RollWindow> rollWindowProperty() {
    return roll.windowProperty();
  }

  /** From where a body is looked at; bound both ways to other cards', all turn together. */
  public ObjectProperty<Camera> cameraProperty() {
    return body.cameraProperty();
  }

  /** Shows a frame; behind the end the last one stays. */
  public void showFrame(int index) {
    if (frames != null && picture.isVisible()) {
      int last = frames.numRows - 1;
      picture.frameProperty().set(DictionaryPicture.row(frames, Math.min(index, last)));
    }
  }

  /** Whether it is shown in the dark theme. */
  public boolean dark() {
    return picture.darkProperty().get();
  }
}
