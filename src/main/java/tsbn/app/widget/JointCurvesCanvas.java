package tsbn.app.widget;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import tsbn.app.support.Messages;
import tsbn.picture.JointCurves;
import tsbn.picture.JointCurvesPicture;
import tsbn.picture.Raster;
import tsbn.picture.Ticks;

/** What moves a joint over seconds, as curves with a scale in degrees where all are angles. */
public final class JointCurvesCanvas extends TimelineCanvas {
  private static final Messages MESSAGES = Messages.of(JointCurvesCanvas.class);

  /** Room for the scale. */
  private static final double LEFT = 40;

  /** Room for the seconds. */
  private static final double BELOW = 16;

  private final ObjectProperty<JointCurves> curves = new SimpleObjectProperty<>(this, "curves");
  private final List<Label> ticks = new ArrayList<>();
  private final List<Label> times = new ArrayList<>();
  private final DoubleProperty framesPerSecond =
      new SimpleDoubleProperty(this, "framesPerSecond", 30);
  private JointCurvesPicture picture;
  private Ticks scale;
  private Ticks seconds;

  public JointCurvesCanvas() {
    getStyleClass().add("joint-curves");
    setPrefSize(400, 140);
    curves.addListener((observable, before, after) -> rebuild());
    framesPerSecond.addListener((observable, before, after) -> rebuild());
    darkProperty().addListener((observable, before, after) -> rebuild());
    Tooltip.install(this, new Tooltip(MESSAGES.get("joint.tip")));
    setAccessibleText(MESSAGES.get("joint.tip"));
  }

  /** What is drawn; null, or no curves, shows nothing. */
  public ObjectProperty<JointCurves> curvesProperty() {
    return curves;
  }

  /** What the time axis follows from. */
  public DoubleProperty framesPerSecondProperty() {
    return framesPerSecond;
  }

  @Override
  int length() {
    return picture == null ? 0 : picture.length();
  }

  /** The scale stands beside the curves. */
  @Override
  double left() {
    return ticks.isEmpty() ? 0 : LEFT;
  }

  @Override
  void paintStill(Raster out) {
    int left = pixels(left(), out);
    Raster part = new Raster(out.width() - left, out.height() - pixels(BELOW, out));
    picture.paint(part);
    out.fill(palette().background());
    out.draw(part, left, 0);
  }

  @Override
  void paintMark(double now, Raster out) {
    picture.mark(now, pixels(left(), out), out.height() - pixels(BELOW, out), out);
  }

  private int pixels(double length, Raster out) {
    return (int) Math.round(length * out.width() / Math.max(1, getWidth()));
  }

  private void rebuild() {
    boolean any = curves.get() != null && curves.get().count() > 0;
    picture = any ? new JointCurvesPicture(curves.get(), palette()) : null;
    Ticks none = new Ticks(List.of(), List.of());
    scale = any ? picture.ticks() : none;
    seconds = any ? Ticks.linear(0, (picture.length() - 1) / framesPerSecond.get(), 6) : none;
    getChildren().removeAll(ticks);
    getChildren().removeAll(times);
    label(scale, "joint.degrees", ticks);
    label(seconds, "joint.seconds", times);
    requestLayout();
    changed();
  }

  private void label(Ticks numbers, String key, List<Label> labels) {
    labels.clear();
    for (String number : numbers.labels()) {
      Label label = new Label(MESSAGES.format(key, number));
      label.getStyleClass().add("tick");
      label.setManaged(false);
      label.setMouseTransparent(true);
      labels.add(label);
    }
    getChildren().addAll(labels);
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    double height = getHeight() - BELOW;
    for (int i = 0; i < ticks.size(); i++) {
      Label label = ticks.get(i);
      label.autosize();
      double y = picture.y(scale.values().get(i), height) - label.getHeight() / 2;
      double within = Math.max(0, Math.min(height - label.getHeight(), y));
      label.relocate(LEFT - 5 - label.getWidth(), Math.round(within));
    }
    double width = getWidth() - left();
    for (int i = 0; i < times.size(); i++) {
      Label label = times.get(i);
      label.autosize();
      double x = picture.x(seconds.values().get(i) * framesPerSecond.get(), width);
      double from = left() + x - label.getWidth() / 2;
      double within = Math.max(0, Math.min(getWidth() - label.getWidth(), from));
      label.relocate(Math.round(within), getHeight() - label.getHeight());
    }
  }
}
