package tsbn.app.generate;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import tsbn.app.support.Fxml;
import tsbn.app.support.Shown;
import tsbn.data.FrameMeaning;
import tsbn.picture.Camera;

/** The buttons that take away as files what was made. */
final class AwayPanel {
  private final DreamExports exports;
  private final Supplier<Camera> camera;
  private final BooleanSupplier dark;
  private final Parent root;
  @FXML private Button midi;
  @FXML private Button wav;
  @FXML private Button bvh;
  @FXML private Button amc;

  /**
   * Buttons without anything to save.
   *
   * @param camera from where bodies are looked at
   * @param dark whether pictures are to be dark
   */
  AwayPanel(DreamExports exports, Supplier<Camera> camera, BooleanSupplier dark) {
    this.exports = exports;
    this.camera = camera;
    this.dark = dark;
    this.root = Fxml.load(this);
  }

  Parent root() {
    return root;
  }

  /** Offers what suits a dream; null for none. */
  void show(Dream dream) {
    root.setDisable(dream == null);
    boolean moves = dream != null && dream.meaning() instanceof FrameMeaning.Motion;
    Shown.when(dream != null && dream.meaning() instanceof FrameMeaning.PianoRoll, midi);
    Shown.when(dream != null && dream.audible(), wav);
    Shown.when(moves, bvh);
    Shown.when(moves, amc);
  }

  @FXML
  private void saveGif() {
    exports.gif(camera.get(), dark.getAsBoolean());
  }

  @FXML
  void savePicture() {
    exports.picture(camera.get(), dark.getAsBoolean());
  }

  @FXML
  private void saveBvh() {
    exports.motion("bvh");
  }

  @FXML
  private void saveAmc() {
    exports.motion("amc");
  }

  @FXML
  private void saveMidi() {
    exports.music("mid");
  }

  @FXML
  private void saveWav() {
    exports.music("wav");
  }

  @FXML
  private void saveNpz() {
    exports.npz();
  }

  @FXML
  private void saveCsv() {
    exports.csv();
  }
}
