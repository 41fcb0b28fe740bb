package tsbn.app.widget;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.geometry.Insets;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;
import tsbn.app.support.Theme;
import tsbn.picture.Raster;

/** Shows widgets in a window; pictures of them go to target/gallery. */
abstract class Gallery {
  /** The window. */
  protected Stage stage;

  /** Builds on the FX thread and shows it. */
  protected final <T extends Parent> T show(
      Theme theme, double width, double height, Supplier<T> build) {
    T built =
        WaitForAsyncUtils.waitForAsyncFx(
            10_000,
            () -> {
              theme.apply();
              T node = build.get();
              StackPane page = new StackPane(node);
              page.setPadding(new Insets(16));
              page.setStyle("-fx-background-color: -color-bg-default; -fx-font-size: 13px;");
              Scene scene = new Scene(page, width, height);
              scene.getStylesheets().add(Theme.class.getResource("../app.css").toExternalForm());
              stage.setScene(scene);
              stage.show();
              // Tests of the whole program, which share the window, leave it a least size.
              stage.setMinWidth(0);
              stage.setMinHeight(0);
              // Without decorations a window is as large as its scene.
              stage.setWidth(width);
              stage.setHeight(height);
              return node;
            });
    awaitWidth(built, width);
    settle();
    return built;
  }

  /** A window takes its new size when its system gets round to it. */
  private static void awaitWidth(Parent node, double width) {
    try {
      WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> node.getScene().getWidth() == width);
    } catch (TimeoutException e) {
      throw new AssertionError("the window did not become " + width + " wide", e);
    }
  }

  /** Lets some pulses pass: one that paints, one that lays out, one that shows it. */
  protected static void settle() {
    CountDownLatch pulses = new CountDownLatch(4);
    AnimationTimer timer =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            pulses.countDown();
          }
        };
    // From another thread, starting and stopping race with the pulses, and a timer may get lost.
    WaitForAsyncUtils.waitForAsyncFx(10_000, timer::start);
    try {
      assertTrue(pulses.await(10, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      WaitForAsyncUtils.waitForAsyncFx(10_000, timer::stop);
    }
  }

  protected final Raster shot(String name) {
    Raster raster = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> Shot.of(stage.getScene()));
    Shot.save(raster, name);
    return raster;
  }
}
