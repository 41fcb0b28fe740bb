package tsbn.app.shell;

import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.stage.Window;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;
import tsbn.app.support.Notices;

/** Notices that slide in at the window's corner and leave by themselves. */
public final class Toasts implements Notices {
  private static final Duration ERROR_STAYS = Duration.seconds(10);
  private static final Duration INFO_STAYS = Duration.seconds(4);

  private final Window owner;
  private final Map<String, Long> shown = new HashMap<>();

  public Toasts(Window owner) {
    this.owner = owner;
  }

  @Override
  public void error(String sentence) {
    if (isNew(sentence, ERROR_STAYS)) {
      toast(sentence, ERROR_STAYS).showError();
    }
  }

  @Override
  public void info(String sentence) {
    if (isNew(sentence, INFO_STAYS)) {
      toast(sentence, INFO_STAYS).showInformation();
    }
  }

  private Notifications toast(String sentence, Duration stays) {
    return Notifications.create()
        .owner(owner)
        .text(sentence)
        .position(Pos.BOTTOM_RIGHT)
        .hideAfter(stays);
  }

  /** The same sentence is not shown again while it still stands there. */
  private boolean isNew(String sentence, Duration stays) {
    long now = System.nanoTime();
    shown.values().removeIf(until -> until - now <= 0);
    return shown.putIfAbsent(sentence, now + (long) (stays.toMillis() * 1e6)) == null;
  }
}
