package tsbn.app.widget;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Shape;
import tsbn.app.support.Messages;

/**
 * The graphical model as papers draw it, unrolled in time: a row of units per layer, circles where
 * they are stochastic, diamonds where deterministic, shaded where observed, and an arrow per link
 * with the symbol of its weights where there is room for it. Lags 0 and 1 are drawn at every step,
 * longer ones as curves into the last step, up to lag 4; a line below says what is left out. It
 * redraws when {@link #diagramProperty} changes. Clicking an arrow, or Left and Right with the
 * focus here, chooses its link; Escape chooses none.
 */
public final class GraphicalModel extends Region {
  private static final Messages MESSAGES = Messages.of(GraphicalModel.class);
  private static final int LONGEST_LAG = 4;
  private static final int FEWEST_STEPS = 3;
  private static final double LARGEST_RADIUS = 24;
  private static final double SMALLEST_RADIUS = 9;

  /** A circle's radius is this share of the distance between two layers, where they are many. */
  private static final double RADIUS_SHARE = 0.27;

  /** Distance of layers from which on arcs are as high as they should be. */
  private static final double ROOMY = 120;

  private static final double FOOT = 74;

  /** How far the corner of a diamond is from its middle, in radii of a circle. */
  private static final double DIAMOND = 1.25;

  private static final double LEGEND_GAP = 14;
  private static final double LEGEND_RADIUS = 6;

  private final ObjectProperty<ModelDiagram> diagram =
      new SimpleObjectProperty<>(this, "diagram", new ModelDiagram(List.of(), List.of()));
  private final ObjectProperty<ModelDiagram.Link> selected =
      new SimpleObjectProperty<>(this, "selected");
  private final List<LinkArrow> arrows = new ArrayList<>();
  private double drawnWidth;
  private double drawnHeight;

  public GraphicalModel() {
    getStyleClass().add("graphical-model");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setMinSize(300, 240);
    setPrefSize(640, 420);
    diagram.addListener((observable, before, after) -> diagramChanged());
    selected.addListener((observable, before, after) -> showSelected());
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  /** What is drawn; never null. */
  public ObjectProperty<ModelDiagram> diagramProperty() {
    return diagram;
  }

  /** The chosen link; null for none. */
  public ObjectProperty<ModelDiagram.Link> selectedProperty() {
    return selected;
  }

  private void diagramChanged() {
    if (selected.get() != null && !diagram.get().links().contains(selected.get())) {
      selected.set(null);
    }
    drawnWidth = -1; // drawn in the next layout: out of a window labels have no size
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    if (drawnWidth != getWidth() || drawnHeight != getHeight()) {
      draw();
    }
    super.layoutChildren();
  }

  // Drawing

  private int longestLag() {
    return diagram.get().links().stream().mapToInt(ModelDiagram.Link::lag).max().orElse(0);
  }

  private int steps() {
    return Math.max(FEWEST_STEPS, Math.min(LONGEST_LAG, longestLag()) + 1);
  }

  private void draw() {
    drawnWidth = getWidth();
    drawnHeight = getHeight();
    getChildren().clear();
    arrows.clear();
    if (diagram.get().layers().isEmpty() || getWidth() < 1) {
      return;
    }
    for (ModelDiagram.Link link : diagram.get().links()) {
      int firstStep = link.lag() <= 1 ? link.lag() : steps() - 1;
      for (int step = firstStep; link.lag() <= LONGEST_LAG && step < steps(); step++) {
        arrows.add(arrow(link, step));
      }
    }
    arrows.forEach(arrow -> getChildren().add(arrow.node()));
    arrows.forEach(arrow -> arrow.node().applyCss()); // in a layout, names have no size before
    for (int layer = 0; layer < diagram.get().layers().size(); layer++) {
      for (int step = 0; step < steps(); step++) {
        drawUnit(diagram.get().layers().get(layer), centre(layer, step));
      }
    }
    for (int step = 0; step < steps(); step++) {
      int past = steps() - 1 - step;
      String text = past == 0 ? MESSAGES.get("model.now") : MESSAGES.format("model.past", past);
      Point2D at = centre(0, step);
      centred(label("step-name", text), at.getX(), getHeight() - FOOT + 22);
    }
    drawLegend();
    showSelected();
  }

  private LinkArrow arrow(ModelDiagram.Link link, int step) {
    Point2D from = centre(link.source(), step - link.lag());
    Point2D to = centre(link.target(), step);
    boolean top = link.target() == diagram.get().layers().size() - 1;
    // Arcs over several steps go around the circles between: above the top layer, else below.
    double bend = 0;
    if (link.lag() >= 2) {
      boolean sameLayer = link.source() == link.target();
      double size = sameLayer ? 34 + 17 * (link.lag() - 2) : 10 + 8 * (link.lag() - 2);
      size *= top || link.target() == 0 ? 1 : Math.min(1, distance() / ROOMY);
      bend = !sameLayer || top ? -size : size;
    }
    // In a long drawing one name of weights that are the same at every step must do.
    boolean first = steps() <= FEWEST_STEPS || step == steps() - 1;
    LinkArrow arrow =
        new LinkArrow(
            link,
            from,
            to,
            direction -> reach(link.source(), direction),
            direction -> reach(link.target(), direction),
            bend,
            first && roomForName(link));
    arrow
        .node()
        .setOnMousePressed(
            pressed -> {
              requestFocus();
              selected.set(link);
            });
    Tooltip.install(arrow.node(), new Tooltip(describe(link)));
    return arrow;
  }

  private boolean roomForName(ModelDiagram.Link link) {
    double gap = distance() - 2 * radius();
    boolean level = link.source() == link.target();
    boolean edge = link.target() == 0 || link.target() == diagram.get().layers().size() - 1;
    if (link.lag() >= 2) {
      return gap >= (level && edge ? 16 : 70); // others pass close by units
    }
    return gap >= (level ? 16 : link.lag() == 0 ? 26 : 44);
  }

  /** How far a unit of a layer reaches from its centre in a direction of length 1. */
  private double reach(int layer, Point2D direction) {
    return diagram.get().layers().get(layer).kind() == ModelDiagram.Kind.DETERMINISTIC
        ? diamond() / (Math.abs(direction.getX()) + Math.abs(direction.getY()))
        : radius();
  }

  private String describe(ModelDiagram.Link link) {
    List<ModelDiagram.Layer> layers = diagram.get().layers();
    String when =
        link.lag() == 0 ? MESSAGES.get("model.now") : MESSAGES.format("model.past", link.lag());
    return MESSAGES.format(
        "model.link",
        link.text(),
        layers.get(link.target()).name(),
        layers.get(link.source()).name(),
        when);
  }

  private void drawUnit(ModelDiagram.Layer layer, Point2D at) {
    Shape unit = unit(layer.kind(), radius());
    unit.relocate(at.getX() - extent(unit), at.getY() - extent(unit));
    unit.setManaged(false);
    getChildren().add(unit);
    centred(label("unit-name", layer.name()), at.getX(), at.getY());
  }

  /** A unit around the origin. */
  private static Shape unit(ModelDiagram.Kind kind, double radius) {
    double corner = DIAMOND * radius;
    Shape shape =
        kind == ModelDiagram.Kind.DETERMINISTIC
            ? new Polygon(0, -corner, corner, 0, 0, corner, -corner, 0)
            : new Circle(radius);
    shape.getStyleClass().addAll("unit", kind.name().toLowerCase(java.util.Locale.ROOT));
    return shape;
  }

  private static double extent(Shape unit) {
    return unit.getLayoutBounds().getWidth() / 2;
  }

  private double diamond() {
    return DIAMOND * radius();
  }

  /** Room above the top layer and below the lowest, without the units themselves. */
  private double room() {
    double arcs = longestLag() >= 2 ? 34 + 17 * (Math.min(LONGEST_LAG, longestLag()) - 2) : 0;
    return 8 + 0.75 * arcs;
  }

  private double radius() {
    double free = getHeight() - FOOT - 2 * room();
    double share = RADIUS_SHARE * free / (diagram.get().layers().size() - 1 + 2 * RADIUS_SHARE);
    return Math.max(SMALLEST_RADIUS, Math.min(LARGEST_RADIUS, share));
  }

  /** Between the centres of two layers. */
  private double distance() {
    double free = getHeight() - FOOT - 2 * (room() + radius());
    return free / Math.max(1, diagram.get().layers().size() - 1);
  }

  /** The middle of a layer's unit at a step; there is room for arcs above and below. */
  private Point2D centre(int layer, int step) {
    double lowest = getHeight() - FOOT - room() - radius();
    double margin = radius() + 0.07 * getWidth();
    double across = step / (steps() - 1.0);
    return new Point2D(
        Math.round(margin + across * (getWidth() - 2 * margin)),
        Math.round(lowest - layer * distance()));
  }

  /** Each kind of unit as it is drawn, with its name, and below it what the drawing leaves out. */
  private void drawLegend() {
    HBox legend = new HBox(LEGEND_GAP);
    legend.setAlignment(Pos.CENTER);
    legend.setManaged(false);
    legend.setMouseTransparent(true);
    for (ModelDiagram.Kind kind : ModelDiagram.Kind.values()) {
      if (diagram.get().layers().stream().anyMatch(layer -> layer.kind() == kind)) {
        Label name = label("legend", MESSAGES.get("model." + kind));
        name.setManaged(true);
        name.setGraphic(unit(kind, LEGEND_RADIUS));
        legend.getChildren().add(name);
      }
    }
    getChildren().add(legend);
    legend.applyCss();
    legend.autosize();
    legend.relocate(
        Math.round((getWidth() - legend.getWidth()) / 2),
        Math.round(getHeight() - 28 - legend.getHeight() / 2));
    centred(label("legend", notes()), getWidth() / 2, getHeight() - 10);
  }

  private String notes() {
    int longest = longestLag();
    if (longest > LONGEST_LAG) {
      int left = LONGEST_LAG + 1;
      return MESSAGES.format(
          "model.lags.more", LONGEST_LAG, left, longest == left ? 1 : 0, longest);
    }
    return longest >= 2 ? MESSAGES.get("model.lags") : "";
  }

  private static Label label(String styleClass, String text) {
    Label label = new Label(text);
    label.getStyleClass().add(styleClass);
    label.setManaged(false);
    label.setMouseTransparent(true);
    return label;
  }

  private void centred(Label label, double x, double y) {
    getChildren().add(label);
    label.applyCss();
    label.autosize();
    label.relocate(Math.round(x - label.getWidth() / 2), Math.round(y - label.getHeight() / 2));
  }

  // Choosing

  private void showSelected() {
    arrows.forEach(arrow -> arrow.setChosen(arrow.link().equals(selected.get())));
    setAccessibleText(selected.get() == null ? notes() : describe(selected.get()));
  }

  private void key(KeyEvent event) {
    List<ModelDiagram.Link> drawn =
        new ArrayList<>(new LinkedHashSet<>(arrows.stream().map(LinkArrow::link).toList()));
    if (drawn.isEmpty()) {
      return;
    }
    int now = drawn.indexOf(selected.get());
    switch (event.getCode()) {
      case RIGHT, DOWN -> selected.set(drawn.get((now + 1) % drawn.size()));
      case LEFT, UP ->
          selected.set(drawn.get((Math.max(0, now) + drawn.size() - 1) % drawn.size()));
      case ESCAPE -> selected.set(null);
      default -> {
        return;
      }
    }
    event.consume();
  }

  @Override
  public String getUserAgentStylesheet() {
    return WidgetStyle.sheet();
  }
}
