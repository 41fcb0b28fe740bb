package tsbn.app.widget;

import javafx.beans.property.DoubleProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import org.ejml.data.FMatrixRMaj;
import tsbn.app.support.Fxml;
import tsbn.data.FrameMeaning;
import tsbn.picture.DictionaryPicture;
import tsbn.picture.KeyRange;
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
   * @param sequence T x M
   * @param keys what a piano roll shows; null for other data
   * @param range what fills the scale of each channel; null for other data
   * @param length frames of the longest sequence shown beside it
   */
  public void show(
      FrameMeaning meaning,
      FMatrixRMaj sequence,
      int primerFrames,
      KeyRange keys,
      ValueRange range,
      int length) {
    frames = sequence;
    picture.meaningProperty().set(meaning);
    boolean music = meaning instanceof FrameMeaning.PianoRoll;
    showOnly(roll, music);
    boolean numbers = meaning.numbers();
    showOnly(channels, numbers);
    showOnly(picture, !music && !numbers);
    if (numbers) {
      channels.rangeProperty().set(range);
      channels.leastLengthProperty().set(length);
      channels.primerFramesProperty().set(primerFrames);
      channels.framesProperty().set(sequence);
    }
    if (meaning instanceof FrameMeaning.PianoRoll piano) {
      roll.meaningProperty().set(piano);
      roll.rangeProperty().set(keys);
      roll.primerFramesProperty().set(primerFrames);
      roll.framesProperty().set(sequence);
    }
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

  private static void showOnly(Node node, boolean condition) {
    node.setVisible(condition);
    node.setManaged(condition);
  }
}
