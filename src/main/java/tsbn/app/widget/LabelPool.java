package tsbn.app.widget;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** Labels over a picture, of which some are needed at a time; those that are not are hidden. */
final class LabelPool {
  private final ObservableList<Node> children;
  private final String style;
  private final List<Label> labels = new ArrayList<>();
  private int used;

  /**
   * No label yet.
   *
   * @param children where they are added
   * @param style their style class
   */
  LabelPool(ObservableList<Node> children, String style) {
    this.children = children;
    this.style = style;
  }

  /** From here on all are free again. */
  void begin() {
    used = 0;
  }

  /** A free label with that text, as large as it needs to be. */
  Label next(String text) {
    int at = used++;
    if (at == labels.size()) {
      Label label = new Label();
      label.getStyleClass().add(style);
      label.setManaged(false);
      label.setMouseTransparent(true);
      labels.add(label);
      children.add(label);
      label.applyCss(); // of all above it, too, which may place labels anew
    }
    Label label = labels.get(at);
    label.setText(text);
    label.setVisible(true);
    label.autosize();
    return label;
  }

  /** Hides those that are still free. */
  void end() {
    labels.subList(used, labels.size()).forEach(label -> label.setVisible(false));
  }
}
