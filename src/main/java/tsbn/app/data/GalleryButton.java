package tsbn.app.data;

import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;
import tsbn.app.data.DataViewModel.GalleryItem;
import tsbn.app.support.Fxml;

/** One entry of the gallery. */
final class GalleryButton {
  private final GalleryItem item;
  private final Consumer<GalleryItem> opener;
  private final Parent root;
  @FXML private Button button;
  @FXML private FontIcon icon;
  @FXML private Label title;
  @FXML private Label description;

  GalleryButton(GalleryItem item, Consumer<GalleryItem> opener) {
    this.item = item;
    this.opener = opener;
    this.root = Fxml.load(this);
  }

  Parent root() {
    return root;
  }

  @FXML
  private void initialize() {
    button.setId(
        "gallery-" + item.title().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
    button.setAccessibleText(item.title() + ": " + item.description());
    icon.setIconLiteral(item.builtin() ? "mdi2d-database-outline" : "mdi2f-file-outline");
    title.setText(item.title());
    description.setText(item.description());
  }

  @FXML
  private void open() {
    opener.accept(item);
  }
}
