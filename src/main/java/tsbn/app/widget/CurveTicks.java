package tsbn.app.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import tsbn.picture.CurveView;
import tsbn.picture.Ticks;

/** The numbers along both axes of a {@link CurvePlot}; labels are kept and used again. */
final class CurveTicks {
  private static final double AWAY_LEFT = 8;
  private static final double AWAY_DOWN = 13;

  private final PixelView plot;
  private final Consumer<Label> adder;
  private final List<Label> labels = new ArrayList<>();

  /**
   * @param adder puts a new label into the scene
   */
  CurveTicks(PixelView plot, Consumer<Label> adder) {
    this.plot = plot;
    this.adder = adder;
  }

  /** Puts the numbers where that view has them. */
  void show(Ticks down, Ticks along, CurveView view) {
    int next = 0;
    for (int i = 0; i < down.values().size(); i++) {
      double y = plot.getLayoutY() + view.down(down.values().get(i)) * plot.getHeight();
      place(tick(next++, down.labels().get(i)), plot.getLayoutX() - AWAY_LEFT, y, 1);
    }
    double below = plot.getLayoutY() + plot.getHeight() + AWAY_DOWN;
    for (int i = 0; i < along.values().size(); i++) {
      double x = plot.getLayoutX() + view.across(along.values().get(i)) * plot.getWidth();
      place(tick(next++, along.labels().get(i)), x, below, 0.5);
    }
    for (; next < labels.size(); next++) {
      labels.get(next).setVisible(false);
    }
  }

  private Label tick(int index, String text) {
    if (index == labels.size()) {
      Label made = label("tick");
      made.setManaged(false);
      labels.add(made);
      adder.accept(made);
      made.applyCss();
    }
    Label tick = labels.get(index);
    tick.setText(text);
    tick.setVisible(true);
    return tick;
  }

  /** Puts a label's middle line at y and its left edge, middle or right edge at x. */
  static void place(Label label, double x, double y, double anchor) {
    label.autosize();
    label.relocate(
        Math.round(x - anchor * label.getWidth()), Math.round(y - label.getHeight() / 2));
  }

  static Label label(String styleClass) {
    Label label = new Label();
    label.getStyleClass().setAll("label", styleClass);
    label.setMouseTransparent(true);
    return label;
  }
}
