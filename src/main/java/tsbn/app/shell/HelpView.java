package tsbn.app.shell;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import tsbn.app.support.Fxml;
import tsbn.app.support.Messages;

/** What the program is, and its shortcuts. */
final class HelpView {
  private static final Messages MESSAGES = Messages.of(HelpView.class);

  /** A shortcut and what it does. */
  record Shortcut(String keys, String meaning) {}

  private final Runnable close;
  private final Parent root;
  @FXML private Label version;
  @FXML private GridPane shortcuts;

  HelpView(String programVersion, List<Shortcut> listed, Runnable close) {
    this.close = close;
    this.root = Fxml.load(this);
    version.setText(MESSAGES.format("help.version", programVersion));
    for (Shortcut shortcut : listed) {
      Label keys = new Label(shortcut.keys());
      keys.getStyleClass().add("key");
      shortcuts.addRow(shortcuts.getRowCount(), keys, new Label(shortcut.meaning()));
    }
  }

  Parent root() {
    return root;
  }

  @FXML
  private void close() {
    close.run();
  }
}
