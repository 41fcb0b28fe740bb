package tsbn.app.data;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import tsbn.app.support.Clip;
import tsbn.app.support.Fields;
import tsbn.app.support.Fxml;
import tsbn.app.support.Messages;
import tsbn.app.support.Readable;
import tsbn.app.support.Shown;
import tsbn.app.widget.ChannelsCanvas;
import tsbn.app.widget.JointCurvesCanvas;
import tsbn.app.widget.Player;
import tsbn.app.widget.Swatch;
import tsbn.picture.JointCurves;

/** The curves of a joint, or all channels as a heat map, in step with the player. */
final class CurvesPanel {
  private static final Messages MESSAGES = Messages.of(CurvesPanel.class);

  private final CurvesViewModel model;
  private final Player player;
  private final Parent root;
  @FXML private ComboBox<String> joint;
  @FXML private HBox legend;
  @FXML private Label floor;
  @FXML private JointCurvesCanvas curves;
  @FXML private ChannelsCanvas channels;

  CurvesPanel(CurvesViewModel model, Player player) {
    this.model = model;
    this.player = player;
    this.root = Fxml.load(this);
  }

  Parent root() {
    return root;
  }

  @FXML
  private void initialize() {
    Fields.bind(joint, model.choice());
    curves.positionProperty().bindBidirectional(player.positionProperty());
    channels.positionProperty().bindBidirectional(player.positionProperty());
    player.frameProperty().subscribe(frame -> showValues(frame.intValue()));
    model.curvesProperty().subscribe(this::show);
  }

  /** Takes another motion. */
  void show(Clip clip) {
    channels.rangeProperty().set(clip.range());
    channels.framesProperty().set(clip.frames());
    curves.framesPerSecondProperty().set(clip.framesPerSecond());
    double metres = clip.figure().cellMetres();
    floor.setText(
        metres == 0
            ? ""
            : MESSAGES.format(
                "curves.floor",
                metres < 1
                    ? MESSAGES.format(
                        "curves.floor.centimetres", Readable.significant(Math.rint(100 * metres)))
                    : MESSAGES.format(
                        "curves.floor.metres", Readable.significant(Math.rint(metres)))));
  }

  private void show(JointCurves shown) {
    Shown.when(shown != null, curves);
    Shown.when(shown == null, channels);
    curves.curvesProperty().set(shown);
    legend.getChildren().clear();
    for (int i = 0; shown != null && i < shown.count(); i++) {
      Swatch swatch = new Swatch();
      swatch.setColour(i);
      Label label = new Label("", swatch);
      label.getStyleClass().addAll("muted", "small");
      label.setMinWidth(HBox.USE_PREF_SIZE);
      legend.getChildren().add(label);
    }
    showValues(player.frameProperty().get());
  }

  private void showValues(int frame) {
    JointCurves shown = model.curvesProperty().get();
    List<Node> labels = legend.getChildren();
    for (int i = 0; shown != null && i < labels.size() && frame < shown.values().numRows; i++) {
      double value = shown.values().get(frame, i);
      boolean degrees = shown.degrees().get(i);
      ((Label) labels.get(i))
          .setText(
              MESSAGES.format(
                  degrees ? "curves.value.degrees" : "curves.value",
                  shown.names().get(i),
                  degrees ? Readable.fixed(value, 0) : Readable.significant(value)));
    }
  }
}
