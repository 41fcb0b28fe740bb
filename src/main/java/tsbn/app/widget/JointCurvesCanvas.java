package tsbn.app.widget;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import tsbn.app.support.Messages;
import tsbn.picture.JointCurves;
import tsbn.picture.JointCurvesPicture;
import tsbn.picture.Raster;
import tsbn.picture.Ticks;

/** What moves a joint over time, as curves with a scale in degrees where all are angles. */
public final class JointCurvesCanvas extends TimelineCanvas {
  private static final Messages MESSAGES = Messages.of(JointCurvesCanvas.class);

  private final ObjectProperty<JointCurves> curves = new SimpleObjectProperty<>(this, "curves");
  private final List<Label> ticks = new ArrayList<>();
  private JointCurvesPicture picture;

  public JointCurvesCanvas() {
    getStyleClass().add("joint-curves");
    setPrefSize(400, 140);
    curves.addListener((observable, before, after) -> rebuild());
    darkProperty().addListener((observable, before, after) -> rebuild());
    Tooltip.install(this, new Tooltip(MESSAGES.get("joint.tip")));
    setAccessibleText(MESSAGES.get("joint.tip"));
  }

  /** What is drawn; null, or no curves, shows nothing. */
  public ObjectProperty<JointCurves> curvesProperty() {
    return curves;
  }

  @Override
  int length() {
    return picture == null ? 0 : picture.length();
  }

  @Override
  void paintStill(Raster out) {
    picture.paint(out);
  }

  @Override
  void paintMark(double now, Raster out) {
    picture.mark(now, out);
  }

  private void rebuild() {
    boolean any = curves.get() != null && curves.get().count() > 0;
    picture = any ? new JointCurvesPicture(curves.get(), palette()) : null;
    getChildren().removeAll(ticks);
    ticks.clear();
    Ticks scale = any ? picture.ticks() : new Ticks(List.of(), List.of());
    for (String number : scale.labels()) {
      Label label = new Label(MESSAGES.format("joint.degrees", number));
      label.getStyleClass().add("tick");
      label.setManaged(false);
      label.setMouseTransparent(true);
      ticks.add(label);
    }
    getChildren().addAll(ticks);
    requestLayout();
    changed();
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    for (int i = 0; i < ticks.size(); i++) {
      Label label = ticks.get(i);
      label.autosize();
      double y = picture.y(picture.ticks().values().get(i), getHeight());
      label.relocate(2, Math.round(y - label.getHeight() - 1));
      label.setVisible(y - label.getHeight() >= -1);
    }
  }
}
