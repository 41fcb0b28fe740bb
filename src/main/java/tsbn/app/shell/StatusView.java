package tsbn.app.shell;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import tsbn.app.support.Fxml;
import tsbn.app.support.Messages;
import tsbn.app.support.Remembered;
import tsbn.app.support.Shown;

/** The bar at the foot of the window. */
final class StatusView {
  private static final Messages MESSAGES = Messages.of(StatusView.class);

  private final StatusViewModel model;
  private final Remembered remembered;
  private final Parent root;
  @FXML private Region stateDot;
  @FXML private Label state;
  @FXML private Label hint;
  @FXML private HBox job;
  @FXML private Label jobTitle;
  @FXML private ProgressBar jobProgress;
  @FXML private Label kernels;
  @FXML private Label heap;
  @FXML private Button theme;

  StatusView(StatusViewModel model, Remembered remembered) {
    this.model = model;
    this.remembered = remembered;
    this.root = Fxml.load(this);
  }

  Parent root() {
    return root;
  }

  @FXML
  private void initialize() {
    state.textProperty().bind(model.stateProperty());
    pseudoClass("running", model.runningProperty());
    pseudoClass("failed", model.failedProperty());
    hint.textProperty().bind(model.hintProperty());
    Shown.when(hint.textProperty().isNotEmpty(), hint);
    jobTitle.textProperty().bind(model.jobTitleProperty());
    jobProgress.progressProperty().bind(model.jobProgressProperty());
    Shown.when(model.jobTitleProperty().isNotEmpty(), job);
    kernels.textProperty().bind(model.kernelsProperty());
    heap.textProperty().bind(model.heapProperty());
    remembered.themeProperty().subscribe(now -> theme.setText(MESSAGES.get("status.theme." + now)));
  }

  private void pseudoClass(String name, ObservableValue<Boolean> on) {
    PseudoClass pseudoClass = PseudoClass.getPseudoClass(name);
    on.subscribe(now -> stateDot.pseudoClassStateChanged(pseudoClass, now));
  }

  @FXML
  private void cancelJob() {
    model.cancelJob();
  }

  @FXML
  private void switchTheme() {
    remembered.themeProperty().set(remembered.themeProperty().get().other());
  }
}
