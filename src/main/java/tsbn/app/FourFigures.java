package tsbn.app;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Duration;
import tsbn.app.support.PulseProbe;
import tsbn.app.support.PulseProbe.Figures;
import tsbn.app.widget.Player;
import tsbn.app.widget.SkeletonCanvas;
import tsbn.data.DataFormatException;
import tsbn.data.FrameMeaning;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.data.source.DataSources;
import tsbn.picture.Figure;

/** Measures what four bodies that walk beside each other take of the FX thread. */
final class FourFigures {
  private static final int COUNT = 4;
  private static final double SIDE = 350;
  private static final Duration WARM_UP = Duration.seconds(5);

  private FourFigures() {}

  /**
   * Plays four walks of {@code builtin:gait} in a window of their own. On the FX thread.
   *
   * @param time how long to measure, after a warm-up
   * @param then gets what was measured, when the window is closed again
   */
  static void measure(Duration time, Consumer<Figures> then) {
    Player player = new Player();
    player.framesPerSecondProperty().set(30);
    HBox row = new HBox();
    for (Figure figure : walks()) {
      SkeletonCanvas canvas = new SkeletonCanvas();
      canvas.setMinSize(SIDE, SIDE);
      canvas.setPrefSize(SIDE, SIDE);
      canvas.figureProperty().set(figure);
      canvas.positionProperty().bind(player.positionProperty());
      player.lengthProperty().set(figure.frames());
      row.getChildren().add(canvas);
    }
    Scene scene = new Scene(new VBox(row, player));
    PulseProbe probe = new PulseProbe(scene);
    probe.start(); // before the player's own timer
    Stage stage = new Stage();
    stage.setScene(scene);
    stage.show();
    player.playingProperty().set(true);
    UiBench.after(
        WARM_UP,
        () -> {
          probe.reset();
          UiBench.after(
              time,
              () -> {
                Figures measured = probe.figures();
                probe.stop();
                player.playingProperty().set(false);
                stage.close();
                then.accept(measured);
              });
        });
  }

  private static List<Figure> walks() {
    try {
      SequenceSet set = DataSources.open("builtin:gait", Progress.NONE);
      FrameMeaning.Motion motion = (FrameMeaning.Motion) set.meaning();
      return set.get(Split.TRAIN).stream()
          .limit(COUNT)
          .map(Sequence::toMatrix)
          .map(frames -> Figure.of(motion, frames))
          .toList();
    } catch (DataFormatException e) {
      throw new IllegalStateException(e);
    }
  }
}
