package tsbn.app.generate;

import javafx.beans.property.DoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import org.ejml.data.FMatrixRMaj;
import tsbn.app.support.Fxml;
import tsbn.app.widget.StatesCanvas;
import tsbn.picture.RollWindow;

/** The hidden states of one layer, with its name. */
final class StatesRow {
  private final Parent root;
  @FXML private Label name;
  @FXML private StatesCanvas canvas;

  /**
   * @param position the moment that it marks, and that dragging changes
   * @param window the part of a piece that is seen above; holds null for other data
   */
  StatesRow(DoubleProperty position, ObservableValue<RollWindow> window) {
    root = Fxml.load(this);
    canvas.positionProperty().bindBidirectional(position);
    canvas.windowProperty().bind(window);
  }

  Parent root() {
    return root;
  }

  /**
   * Takes other states.
   *
   * @param states frames x units
   * @param height in pixels
   */
  void show(String layer, FMatrixRMaj states, int primerFrames, double height) {
    name.setText(layer);
    canvas.setPrefHeight(height);
    canvas.setMinHeight(height);
    canvas.blankFramesProperty().set(primerFrames);
    canvas.statesProperty().set(states);
  }
}
