package tsbn.app.generate;

import javafx.beans.property.DoubleProperty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import org.ejml.data.FMatrixRMaj;
import tsbn.app.support.Fxml;
import tsbn.app.widget.StatesCanvas;

/** The hidden states of one layer, with its name. */
final class StatesRow {
  private final Parent root;
  @FXML private Label name;
  @FXML private StatesCanvas canvas;

  /**
   * @param position the moment that it marks, and that dragging changes
   */
  StatesRow(DoubleProperty position) {
    root = Fxml.load(this);
    canvas.positionProperty().bindBidirectional(position);
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
