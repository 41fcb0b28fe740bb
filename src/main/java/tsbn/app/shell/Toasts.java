package tsbn.app.shell;

import java.util.HashMap;
import java.util.Map;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.stage.Popup;
import javafx.stage.Window;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;
import org.kordamp.ikonli.javafx.FontIcon;
import tsbn.app.support.Notices;

/** Notices that slide in at the window's corner and leave by themselves. */
public final class Toasts implements Notices {
  private static final Duration ERROR_STAYS = Duration.seconds(10);
  private static final Duration INFO_STAYS = Duration.seconds(4);

  private static final double WIDTH = 420;

  private final Window owner;
  private final Map<String, Long> shown = new HashMap<>();

  public Toasts(Window owner) {
    this.owner = owner;
  }

  @Override
  public void error(String sentence) {
    if (isNew(sentence, ERROR_STAYS)) {
      toast(sentence, "mdi2a-alert-circle-outline", "danger", ERROR_STAYS);
    }
  }

  @Override
  public void hint(String sentence) {
    if (isNew(sentence, ERROR_STAYS)) {
      toast(sentence, "mdi2i-information-outline", "accent", ERROR_STAYS);
    }
  }

  @Override
  public void info(String sentence) {
    if (isNew(sentence, INFO_STAYS)) {
      toast(sentence, "mdi2c-check-circle-outline", "success", INFO_STAYS);
    }
  }

  private void toast(String sentence, String icon, String kind, Duration stays) {
    FontIcon mark = new FontIcon(icon);
    mark.getStyleClass().add(kind);
    Label text = new Label(sentence);
    text.setWrapText(true);
    text.setMaxWidth(WIDTH);
    HBox content = new HBox(mark, text);
    content.getStyleClass().add("toast");
    Notifications.create()
        .owner(owner)
        .graphic(content)
        .position(Pos.BOTTOM_RIGHT)
        .hideAfter(stays)
        .show();
    if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) {
      fillPopups();
    }
  }

  /** Where windows cannot be transparent a popup's corners, and all of it at first, are white. */
  private void fillPopups() {
    for (Window window : Window.getWindows()) {
      if (window instanceof Popup popup && popup.getOwnerWindow() == owner) {
        popup.getScene().setFill(owner.getScene().getFill());
      }
    }
  }

  /** The same sentence is not shown again while it still stands there. */
  private boolean isNew(String sentence, Duration stays) {
    long now = System.nanoTime();
    shown.values().removeIf(until -> until - now <= 0);
    return shown.putIfAbsent(sentence, now + (long) (stays.toMillis() * 1e6)) == null;
  }
}
