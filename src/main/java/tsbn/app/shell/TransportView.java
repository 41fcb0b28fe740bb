package tsbn.app.shell;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import tsbn.app.support.Fxml;
import tsbn.app.support.Messages;

/** The transport in the header. */
final class TransportView {
  private static final Messages MESSAGES = Messages.of(TransportView.class);

  private final TransportViewModel model;
  private final Parent root;
  @FXML private Label bound;
  @FXML private ProgressBar progress;
  @FXML private Label progressText;
  @FXML private Label pace;
  @FXML private Button train;
  @FXML private FontIcon trainIcon;
  @FXML private Tooltip trainTip;
  @FXML private Button step;
  @FXML private Button stop;

  TransportView(TransportViewModel model) {
    this.model = model;
    this.root = Fxml.load(this);
  }

  Parent root() {
    return root;
  }

  @FXML
  private void initialize() {
    bound.textProperty().bind(model.boundProperty());
    progress.progressProperty().bind(model.progressProperty());
    progressText.textProperty().bind(model.textProperty());
    pace.textProperty().bind(model.paceProperty());
    train.disableProperty().bind(model.trainableProperty().not());
    step.disableProperty().bind(train.disableProperty().or(model.runningProperty()));
    stop.disableProperty().bind(model.stoppableProperty().not());
    model.runningProperty().subscribe(this::showRunning);
  }

  private void showRunning(boolean running) {
    train.setText(MESSAGES.get(running ? "transport.pause" : "transport.train"));
    trainIcon.setIconLiteral(running ? "mdi2p-pause" : "mdi2p-play");
    trainTip.setText(MESSAGES.get(running ? "transport.pause.tip" : "transport.train.tip"));
  }

  @FXML
  private void trainOrPause() {
    model.trainOrPause();
  }

  @FXML
  private void step() {
    model.step();
  }

  @FXML
  private void stop() {
    model.stop();
  }
}
