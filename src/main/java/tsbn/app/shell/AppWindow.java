package tsbn.app.shell;

import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import tsbn.app.support.AppContext;
import tsbn.app.support.Messages;
import tsbn.app.support.Remembered.WindowPlace;

/** The program's one window: its place on the screen, its theme and its heartbeat. */
public final class AppWindow {
  private static final Duration BEAT = Duration.millis(66);
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;
  private static final double LEAST_WIDTH = 1000;
  private static final double LEAST_HEIGHT = 640;

  private final Stage stage;
  private final AppContext context;
  private final ShellView shell;
  private final Timeline heartbeat;

  /** Fills the stage, which is not shown yet. */
  public AppWindow(Stage stage, AppContext context) {
    this.stage = stage;
    this.context = context;
    this.shell = new ShellView(context);
    this.heartbeat = new Timeline(new KeyFrame(BEAT, beat -> shell.refresh()));
    heartbeat.setCycleCount(Animation.INDEFINITE);
    Scene scene = new Scene(shell.root(), WIDTH, HEIGHT);
    context
        .remembered()
        .themeProperty()
        .subscribe(
            theme -> {
              theme.apply();
              scene.setFill(theme.page()); // what shows before the first picture is drawn
            });
    scene.getStylesheets().add(AppWindow.class.getResource("/tsbn/app/app.css").toExternalForm());
    stage.setScene(scene);
    stage.setTitle(Messages.of(AppWindow.class).get("app.title"));
    stage.getIcons().setAll(StageIcon.images());
    place();
  }

  public ShellView shell() {
    return shell;
  }

  /** Shows the window and starts its heartbeat. */
  public void open() {
    heartbeat.play();
    stage.show();
    // Not before: some window managers take the least size of a window for its first.
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    shell.root().requestFocus();
  }

  /** Stops the heartbeat and notes what is kept until the next start. */
  public void close() {
    heartbeat.stop();
    WindowPlace before = context.remembered().windowProperty().get();
    boolean large = stage.isMaximized() && before != null;
    context
        .remembered()
        .windowProperty()
        .set(
            large
                ? new WindowPlace(before.x(), before.y(), before.width(), before.height(), true)
                : new WindowPlace(
                    stage.getX(),
                    stage.getY(),
                    stage.getWidth(),
                    stage.getHeight(),
                    stage.isMaximized()));
    context.remembered().save();
  }

  /** Puts the window where it was, if that place still is on a screen, and wholly onto it. */
  private void place() {
    WindowPlace last = context.remembered().windowProperty().get();
    if (last == null) {
      return;
    }
    Rectangle2D title = new Rectangle2D(last.x(), last.y(), last.width(), 40);
    List<Screen> screens = Screen.getScreensForRectangle(title);
    if (!screens.isEmpty()) {
      Rectangle2D room = screens.get(0).getVisualBounds();
      double width = Math.min(last.width(), room.getWidth());
      double height = Math.min(last.height(), room.getHeight());
      stage.setX(Math.max(room.getMinX(), Math.min(last.x(), room.getMaxX() - width)));
      stage.setY(Math.max(room.getMinY(), Math.min(last.y(), room.getMaxY() - height)));
      stage.setWidth(width);
      stage.setHeight(height);
    }
    stage.setMaximized(last.maximised());
  }
}
