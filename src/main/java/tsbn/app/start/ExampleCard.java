package tsbn.app.start;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import tsbn.app.start.StartViewModel.Example;
import tsbn.app.support.Clip;
import tsbn.app.support.Fxml;
import tsbn.app.widget.FrameCanvas;
import tsbn.app.widget.PianoRollCanvas;
import tsbn.data.FrameMeaning;

/** An example as a large button with a moving picture of its data. */
final class ExampleCard {
  /** The window's heartbeat moves the picture: this many seconds a beat. */
  private static final double BEAT = 1.0 / 15;

  private final Example example;
  private final Runnable open;
  private final Parent root;
  private double position;
  @FXML private Button card;
  @FXML private FrameCanvas picture;
  @FXML private PianoRollCanvas roll;
  @FXML private Label title;
  @FXML private Label description;

  ExampleCard(Example example, Runnable open) {
    this.example = example;
    this.open = open;
    this.root = Fxml.load(this);
  }

  Parent root() {
    return root;
  }

  @FXML
  private void initialize() {
    card.setId("example-" + example.name());
    card.setAccessibleText(example.title() + ": " + example.description());
    title.setText(example.title());
    description.setText(example.description());
    example.previewProperty().subscribe(this::show);
  }

  private void show(Clip clip) {
    boolean music = clip != null && clip.meaning() instanceof FrameMeaning.PianoRoll;
    roll.setVisible(music);
    picture.setVisible(clip != null && !music);
    if (music) {
      roll.meaningProperty().set((FrameMeaning.PianoRoll) clip.meaning());
      roll.framesProperty().set(clip.frames());
    } else if (clip != null) {
      picture.meaningProperty().set(clip.meaning());
      picture.frameProperty().set(clip.frame(0));
    }
  }

  /** Moves the picture on by one beat. */
  void advance() {
    Clip clip = example.previewProperty().get();
    if (clip == null) {
      return;
    }
    position = (position + BEAT * clip.framesPerSecond()) % clip.frames().numRows;
    if (roll.isVisible()) {
      roll.positionProperty().set(position);
    } else {
      picture.frameProperty().set(clip.frame((int) position));
    }
  }

  @FXML
  private void open() {
    open.run();
  }
}
