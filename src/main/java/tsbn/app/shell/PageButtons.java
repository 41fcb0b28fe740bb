package tsbn.app.shell;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Pane;
import org.kordamp.ikonli.javafx.FontIcon;
import tsbn.app.support.Messages;
import tsbn.app.support.Shown;
import tsbn.data.DataKind;

/** What leads to the pages: a rail of buttons, and a menu with a shortcut for each. */
final class PageButtons {
  private static final Messages MESSAGES = Messages.of(PageButtons.class);

  private final ToggleGroup group = new ToggleGroup();
  private final Map<PageId, ToggleButton> buttons = new EnumMap<>(PageId.class);
  private final Map<PageId, MenuItem> items = new EnumMap<>(PageId.class);

  /**
   * Fills a rail and a menu.
   *
   * @param show shows a page
   */
  PageButtons(Pane rail, Menu menu, Consumer<PageId> show) {
    for (PageId id : PageId.values()) {
      buttons.put(id, button(id, show));
      items.put(id, item(id, show));
      rail.getChildren().add(buttons.get(id));
      menu.getItems().add(items.get(id));
    }
  }

  /** Marks the page that is shown. */
  void select(PageId id) {
    buttons.get(id).setSelected(true);
  }

  /**
   * Offers the pages that suit some data.
   *
   * @param kind null where nothing is open
   */
  void offer(DataKind kind) {
    for (PageId id : PageId.values()) {
      Shown.when(id.suits(kind), buttons.get(id));
      items.get(id).setVisible(id.suits(kind));
    }
  }

  private ToggleButton button(PageId id, Consumer<PageId> show) {
    ToggleButton button = new ToggleButton(title(id), new FontIcon(id.icon()));
    button.setId("page-" + id.name().toLowerCase(Locale.ROOT));
    button.getStyleClass().setAll("toggle-button", "rail-button");
    button.setToggleGroup(group);
    button.setTooltip(new Tooltip(MESSAGES.get("page." + id + ".tip")));
    button.setOnAction(pressed -> show.accept(id)); // pressing the selected one leaves it selected
    return button;
  }

  private static MenuItem item(PageId id, Consumer<PageId> show) {
    MenuItem item = new MenuItem(title(id), new FontIcon(id.icon()));
    KeyCode digit = KeyCode.valueOf("DIGIT" + id.ordinal());
    item.setAccelerator(new KeyCodeCombination(digit, KeyCombination.SHORTCUT_DOWN));
    item.setOnAction(chosen -> show.accept(id));
    return item;
  }

  private static String title(PageId id) {
    return MESSAGES.get("page." + id);
  }
}
