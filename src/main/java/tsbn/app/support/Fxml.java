package tsbn.app.support;

import java.io.IOException;
import java.net.URL;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place that loads FXML: the file, the texts and the css lie beside the view's class. */
public final class Fxml {
  private static final Logger LOG = LoggerFactory.getLogger(Fxml.class);

  private Fxml() {}

  /**
   * Loads the layout of a view: {@code DataView.fxml} beside {@code DataView}, with the package's
   * messages, and injects it into the view.
   *
   * @throws IllegalStateException naming the file that is missing or broken
   */
  public static Parent load(Object view) {
    Class<?> type = view.getClass();
    String file = type.getSimpleName() + ".fxml";
    URL location = type.getResource(file);
    String name = type.getPackageName().replace('.', '/') + "/" + file;
    if (location == null) {
      throw new IllegalStateException("The layout " + name + " is missing.");
    }
    FXMLLoader loader = new FXMLLoader(location, Messages.of(type).bundle());
    loader.setControllerFactory(
        wanted -> {
          if (!wanted.isInstance(view)) {
            throw new IllegalStateException(
                "The layout " + name + " names the controller " + wanted.getName() + ".");
          }
          return view;
        });
    try {
      LOG.debug("Loading {}", name);
      return loader.load();
    } catch (IOException broken) {
      throw new IllegalStateException("The layout " + name + " cannot be read.", broken);
    }
  }
}
