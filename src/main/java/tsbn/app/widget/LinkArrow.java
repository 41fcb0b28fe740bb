package tsbn.app.widget;

import java.util.function.ToDoubleFunction;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.QuadCurve;

/** One arrow of a {@link GraphicalModel}: its line, head and symbol, and a wide place to click. */
final class LinkArrow {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final double HEAD = 11;
  private static final double HEAD_HALF = 5;
  private static final double NAME_AWAY = 11;

  /** Where on a slanted line its name stands: near its start, since many end in one place. */
  private static final double SLANTED = 0.3;

  private final ModelDiagram.Link link;
  private final Group node = new Group();

  /**
   * @param fromReach how far the unit at the start reaches in a direction of length 1
   * @param toReach the same of the unit at the end
   * @param bend how far the curve's middle lies below the straight line, in pixels; negative above
   * @param named whether the symbol stands at the arrow
   */
  LinkArrow(
      ModelDiagram.Link link,
      Point2D from,
      Point2D to,
      ToDoubleFunction<Point2D> fromReach,
      ToDoubleFunction<Point2D> toReach,
      double bend,
      boolean named) {
    this.link = link;
    node.setManaged(false);
    node.getStyleClass().add("link-arrow");
    Point2D control = from.midpoint(to).add(0, 2 * bend);
    Point2D away = control.subtract(from).normalize();
    Point2D start = from.add(away.multiply(fromReach.applyAsDouble(away) + 1));
    Point2D direction = to.subtract(control).normalize();
    Point2D tip = to.subtract(direction.multiply(toReach.applyAsDouble(direction) + 2));
    Point2D neck = tip.subtract(direction.multiply(HEAD));
    QuadCurve line = curve("arrow", start, control, neck);
    QuadCurve pick = curve("arrow-pick", start, control, tip);
    Point2D side = new Point2D(-direction.getY(), direction.getX()).multiply(HEAD_HALF);
    Polygon head =
        new Polygon(
            tip.getX(),
            tip.getY(),
            neck.getX() + side.getX(),
            neck.getY() + side.getY(),
            neck.getX() - side.getX(),
            neck.getY() - side.getY());
    head.getStyleClass().add("arrow-head");
    node.getChildren().addAll(line, head, pick);
    if (named) {
      node.getChildren().add(name(start, control, neck));
    }
  }

  private static QuadCurve curve(String styleClass, Point2D from, Point2D control, Point2D to) {
    QuadCurve curve =
        new QuadCurve(
            from.getX(), from.getY(), control.getX(), control.getY(), to.getX(), to.getY());
    curve.getStyleClass().add(styleClass);
    return curve;
  }

  /** The symbol: beside a vertical arrow, above a level one, on the line of a slanted one. */
  private Label name(Point2D start, Point2D control, Point2D end) {
    Label name = new Label(link.text());
    name.getStyleClass().add("arrow-name");
    boolean vertical = Math.abs(end.getX() - start.getX()) < 1;
    boolean level = link.source() == link.target();
    double u = level || vertical ? 0.5 : SLANTED;
    Point2D at =
        start
            .multiply((1 - u) * (1 - u))
            .add(control.multiply(2 * u * (1 - u)))
            .add(end.multiply(u * u));
    name.layoutXProperty()
        .bind(
            name.widthProperty()
                .multiply(vertical ? 0 : -0.5)
                .add(at.getX() + (vertical ? NAME_AWAY - 6 : 0)));
    name.layoutYProperty()
        .bind(
            name.heightProperty()
                .multiply(-0.5)
                .add(at.getY() - (level && link.lag() == 1 ? NAME_AWAY : 0)));
    return name;
  }

  Node node() {
    return node;
  }

  ModelDiagram.Link link() {
    return link;
  }

  void setChosen(boolean chosen) {
    node.pseudoClassStateChanged(CHOSEN, chosen);
    if (chosen) {
      node.toFront();
    }
  }
}
