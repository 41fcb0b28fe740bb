package tsbn.app.generate;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import org.ejml.data.FMatrixRMaj;
import tsbn.app.support.Fxml;
import tsbn.app.widget.ChannelsCanvas;
import tsbn.app.widget.FrameCanvas;
import tsbn.app.widget.PianoRollCanvas;
import tsbn.app.widget.SkeletonCanvas;
import tsbn.data.FrameMeaning;
import tsbn.picture.Camera;
import tsbn.picture.DictionaryPicture;
import tsbn.picture.Figure;

/** One sequence, real or made up, with its name; it shows the frame it is told to. */
final class SampleCard {
  private final Parent root;
  private FMatrixRMaj frames;
  @FXML private Label title;
  @FXML private Label note;
  @FXML private FrameCanvas picture;
  @FXML private PianoRollCanvas roll;
  @FXML private ChannelsCanvas channels;
  @FXML private SkeletonCanvas body;

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
    body.positionProperty().bind(position);
    body.setAccessibleText(description);
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
   * @param dream what it is of, which says what all its sequences share
   * @param sequence T x M
   * @param figure its body; null where frames are no motion
   */
  void show(Dream dream, FMatrixRMaj sequence, Figure figure) {
    frames = sequence;
    int primerFrames = Math.min(dream.primerFrames(), sequence.numRows);
    picture.meaningProperty().set(dream.meaning());
    boolean music = dream.meaning() instanceof FrameMeaning.PianoRoll;
    boolean numbers = dream.meaning().numbers();
    showOnly(roll, music);
    showOnly(body, figure != null);
    showOnly(channels, numbers && figure == null);
    showOnly(picture, !music && !numbers);
    body.primerFramesProperty().set(primerFrames);
    body.figureProperty().set(figure);
    if (channels.isVisible()) {
      channels.rangeProperty().set(dream.range());
      channels.leastLengthProperty().set(dream.length());
      channels.primerFramesProperty().set(primerFrames);
      channels.framesProperty().set(sequence);
    }
    if (dream.meaning() instanceof FrameMeaning.PianoRoll piano) {
      roll.meaningProperty().set(piano);
      roll.rangeProperty().set(dream.keys());
      roll.primerFramesProperty().set(primerFrames);
      roll.framesProperty().set(sequence);
    }
  }

  /** From where a body is looked at; bound both ways to other cards', all turn together. */
  ObjectProperty<Camera> cameraProperty() {
    return body.cameraProperty();
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
