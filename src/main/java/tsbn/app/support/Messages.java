package tsbn.app.support;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The texts of one package, from the {@code messages.properties} beside it: the only place where a
 * sentence for the user is written down.
 */
public final class Messages {
  private final ResourceBundle bundle;

  private Messages(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  /** The texts of the package of that class. */
  public static Messages of(Class<?> inPackage) {
    return new Messages(
        ResourceBundle.getBundle(inPackage.getPackageName() + ".messages", Locale.ENGLISH));
  }

  /** The text of that key as it stands. */
  public String get(String key) {
    return bundle.getString(key);
  }

  /** The text of that key with {@code {0}}, {@code {1}} and so on filled in. */
  public String format(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), Locale.ENGLISH).format(arguments);
  }

  /** The texts for an FXML loader. */
  ResourceBundle bundle() {
    return bundle;
  }
}
