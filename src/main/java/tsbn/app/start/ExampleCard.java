package tsbn.app.start;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import tsbn.app.start.StartViewModel.Example;
import tsbn.app.support.Clip;
import tsbn.app.support.Fxml;
import tsbn.app.widget.FrameCanvas;
import tsbn.app.widget.PianoRollCanvas;
import tsbn.app.widget.SkeletonCanvas;
import tsbn.data.FrameMeaning;
import tsbn.picture.Camera;

/** An example as a large button with a moving picture of its data. */
final class ExampleCard {
  /** The window's heartbeat moves the picture: this many seconds a beat. */
  private static final double BEAT = 1.0 / 15;

  /** The viewer walks to and fro around a body by so many radians, so many a second. */
  private static final double SWAY = 0.5;

  private static final double SLOW = 0.4;

  private final Example example;
  private final Runnable open;
  private final Parent root;
  private double position;
  private int beats;
  @FXML private Button card;
  @FXML private FrameCanvas picture;
  @FXML private PianoRollCanvas roll;
  @FXML private SkeletonCanvas body;
  @FXML private Region stage;
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
    boolean moves = clip != null && clip.figure() != null;
    roll.setVisible(music);
    body.setVisible(moves);
    picture.setVisible(clip != null && !music && !moves);
    if (music) {
      roll.meaningProperty().set((FrameMeaning.PianoRoll) clip.meaning());
      roll.framesProperty().set(clip.frames());
    } else if (moves) {
      body.figureProperty().set(clip.figure());
    } else if (clip != null) {
      picture.meaningProperty().set(clip.meaning());
      picture.frameProperty().set(clip.frame(0));
    }
  }

  /** How wide its inside is. */
  void setWidth(double width) {
    stage.setPrefWidth(width);
    description.setMinWidth(width);
    description.setPrefWidth(width);
    description.setMaxWidth(width);
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
    } else if (body.isVisible()) {
      body.positionProperty().set(position);
      beats++;
      body.cameraProperty().set(Camera.START.orbited(SWAY * Math.sin(beats * BEAT * SLOW), 0));
    } else {
      picture.frameProperty().set(clip.frame((int) position));
    }
  }

  @FXML
  private void open() {
    open.run();
  }
}
