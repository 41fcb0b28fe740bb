package tsbn.app.generate;

import javafx.beans.property.DoubleProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import org.ejml.data.FMatrixRMaj;
import tsbn.app.support.Fxml;
import tsbn.app.widget.ChannelsCanvas;
import tsbn.app.widget.FrameCanvas;
import tsbn.app.widget.PianoRollCanvas;
import tsbn.data.FrameMeaning;
import tsbn.picture.DictionaryPicture;
import tsbn.picture.KeyRange;
import tsbn.picture.ValueRange;

/** One sequence, real or made up, with its name; it shows the frame it is told to. */
final class SampleCard {
  private final Parent root;
  private FMatrixRMaj frames;
  @FXML private Label title;
  @FXML private Label note;
  @FXML private FrameCanvas picture;
  @FXML private PianoRollCanvas roll;
  @FXML private ChannelsCanvas channels;

  /**
   * @param id of the picture, for tests and style sheets
   * @param position the moment that piano roll and heat map follow, and that dragging changes
   */
  SampleCard(String id, String description, DoubleProperty position) {
    root = Fxml.load(this);
    root.setId(id);
    picture.setAccessibleText(description);
    roll.positionProperty().bindBidirectional(position);
    channels.positionProperty().bindBidirectional(position);
  }

  Parent root() {
    return root;
  }

  void setTitle(String text) {
    title.setText(text);
  }

  void setNote(String text) {
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
  void show(
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
  void showFrame(int index) {
    if (frames != null && picture.isVisible()) {
      int last = frames.numRows - 1;
      picture.frameProperty().set(DictionaryPicture.row(frames, Math.min(index, last)));
    }
  }

  boolean dark() {
    return picture.darkProperty().get();
  }

  private static void showOnly(Node node, boolean condition) {
    node.setVisible(condition);
    node.setManaged(condition);
  }
}
