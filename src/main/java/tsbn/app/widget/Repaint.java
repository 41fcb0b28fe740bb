package tsbn.app.widget;

import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;

/**
 * A dirty bit for something that is drawn: however often it is set, drawing happens once in the
 * next pulse that its rate allows, and only while the node is in a window. Without a request no
 * pulse is asked for, so an idle window stays idle.
 */
final class Repaint {
  private static final double NANOS = 1e9;

  private final Node node;
  private final BooleanSupplier draw;
  private final double shortestNanos;
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          pulse(now);
        }
      };
  private boolean outdated = true;
  private boolean urgent;
  private long last;

  /**
   * @param mostPerSecond the rate of {@link #request}
   * @param draw says whether it wants the next pulse, too
   */
  Repaint(Node node, double mostPerSecond, BooleanSupplier draw) {
    this.node = node;
    this.draw = draw;
    this.shortestNanos = NANOS / mostPerSecond;
    node.sceneProperty()
        .addListener(
            (observable, before, scene) -> {
              if (scene == null) {
                timer.stop();
              } else if (outdated) {
                timer.start();
              }
            });
  }

  /** Draws soon: what is shown has new data. */
  void request() {
    outdated = true;
    if (node.getScene() != null) {
      timer.start();
    }
  }

  /** Draws in the next pulse: the user's hand waits for it. */
  void now() {
    urgent = true;
    request();
  }

  private void pulse(long now) {
    // A pulse may come a little early; half a pulse of patience keeps the rate.
    if (urgent || now - last >= shortestNanos - 0.5 * NANOS / 60) {
      timer.stop();
      outdated = false;
      urgent = false;
      last = now;
      if (draw.getAsBoolean()) {
        now();
      }
    }
  }
}
