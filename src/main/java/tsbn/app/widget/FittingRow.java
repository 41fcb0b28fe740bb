package tsbn.app.widget;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;

/**
 * A row that leaves out what is least needed where there is no room for all of it, rather than
 * cutting everything a little. What may be left out says so in FXML, anywhere within the row, by
 * {@code FittingRow.leaveOut="1"}: 1 goes first, then 2 and so on. Only then does the row shrink
 * its children, those that have a smaller least width.
 *
 * <p>The row alone decides whether such a node is visible and managed.
 */
public final class FittingRow extends HBox {
  private static final String KEY = FittingRow.class.getName();

  private final Set<Parent> watched = new HashSet<>();

  /** When this node is left out; 1 is first. */
  public static void setLeaveOut(Node node, int rank) {
    node.getProperties().put(KEY, rank);
  }

  /** When this node is left out; 0 for never. */
  public static int getLeaveOut(Node node) {
    return node.hasProperties() && node.getProperties().get(KEY) instanceof Integer rank ? rank : 0;
  }

  /** As narrow as its parent wants it. */
  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected void layoutChildren() {
    List<Node> optional = new ArrayList<>();
    collect(this, optional);
    optional.forEach(this::watch);
    optional.sort(Comparator.comparingInt(FittingRow::getLeaveOut));
    double wanted = super.computePrefWidth(-1);
    for (Node node : optional) {
      wanted += node.isManaged() ? 0 : width(node);
    }
    for (Node node : optional) {
      boolean fits = wanted <= getWidth();
      wanted -= fits ? 0 : width(node);
      if (node.isManaged() != fits) {
        node.setManaged(fits);
        node.setVisible(fits);
      }
    }
    super.layoutChildren();
  }

  /** What is left out asks its row for no layout when it changes, and might have room now. */
  private void watch(Node node) {
    if (node instanceof Parent parent && watched.add(parent)) {
      parent
          .needsLayoutProperty()
          .addListener(
              (observable, was, needs) -> {
                if (needs && !parent.isManaged()) {
                  requestLayout();
                }
              });
    }
  }

  /** What a node adds to the row: its own width and the gap beside it. */
  private static double width(Node node) {
    double gap = node.getParent() instanceof HBox box ? box.getSpacing() : 0;
    return gap + node.prefWidth(-1);
  }

  private static void collect(Parent parent, List<Node> into) {
    for (Node child : parent.getChildrenUnmodifiable()) {
      if (getLeaveOut(child) > 0) {
        into.add(child);
      } else if (child instanceof Pane pane) {
        collect(pane, into);
      }
    }
  }
}
