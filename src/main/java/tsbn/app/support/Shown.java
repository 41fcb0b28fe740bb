package tsbn.app.support;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** Shows nodes while something holds; otherwise they take no room either. */
public final class Shown {
  private Shown() {}

  /** From now on. */
  public static void when(boolean condition, Node node) {
    node.setVisible(condition);
    node.setManaged(condition);
  }

  /** As long as a value says so. */
  public static void when(ObservableValue<Boolean> condition, Node node) {
    node.visibleProperty().bind(condition);
    node.managedProperty().bind(condition);
  }
}
