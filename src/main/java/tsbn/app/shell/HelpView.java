package tsbn.app.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import tsbn.app.support.Fxml;
import tsbn.app.support.Messages;

/** What the program is, its shortcuts, and where its log is. */
final class HelpView {
  private static final Messages MESSAGES = Messages.of(HelpView.class);

  /** A shortcut and what it does. */
  record Shortcut(String keys, String meaning) {
    /** Those of the items of a menu and of the menus in it. */
    static List<Shortcut> of(List<MenuItem> items) {
      List<Shortcut> found = new ArrayList<>();
      for (MenuItem item : items) {
        if (item instanceof Menu inner) {
          found.addAll(of(inner.getItems()));
        } else if (item.getAccelerator() != null) {
          // A text that changes has one beside it that does not.
          String meaning = item.getUserData() instanceof String said ? said : item.getText();
          found.add(new Shortcut(item.getAccelerator().getDisplayText(), meaning));
        }
      }
      return found;
    }
  }

  private static final int COLUMNS = 2;

  private final Runnable close;
  private final Parent root;
  @FXML private Label version;
  @FXML private GridPane shortcuts;
  @FXML private TextField log;

  /**
   * @param logFile path of the log, which need not be there yet
   * @param close takes the page away
   */
  HelpView(String programVersion, List<Shortcut> listed, String logFile, Runnable close) {
    this.close = close;
    this.root = Fxml.load(this);
    version.setText(MESSAGES.format("help.version", programVersion));
    log.setText(logFile);
    int rows = (listed.size() + COLUMNS - 1) / COLUMNS;
    for (int i = 0; i < listed.size(); i++) {
      Label keys = new Label(listed.get(i).keys());
      keys.getStyleClass().add("key");
      int column = 2 * (i / rows);
      shortcuts.add(keys, column, i % rows);
      shortcuts.add(new Label(listed.get(i).meaning()), column + 1, i % rows);
    }
  }

  @FXML
  private void copyLog() {
    ClipboardContent content = new ClipboardContent();
    content.putString(log.getText());
    Clipboard.getSystemClipboard().setContent(content);
  }

  Parent root() {
    return root;
  }

  @FXML
  private void close() {
    close.run();
  }
}
