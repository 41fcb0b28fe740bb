package tsbn.app.support;

import javafx.scene.Parent;

/**
 * A page of the window. It is built when first wanted and then kept; it updates only while shown.
 */
public interface Page {

  /** What the window shows, the same at every call. */
  Parent root();

  /** The page is on the screen from now on. */
  default void shown() {}

  /** Called on the FX thread some fifteen times a second while shown, after the workbench's own. */
  default void refresh() {}

  /** The page is off the screen from now on. */
  default void hidden() {}

  /** Saves the page's main picture (Ctrl+E); only called if {@link #hasPicture}. */
  default void exportPicture() {}

  /** Whether what the page shows belongs to a run, so that it says where that is an old one. */
  default boolean showsRun() {
    return false;
  }

  /** Whether the page is of the kind that has a picture to save. */
  default boolean hasPicture() {
    return true;
  }

  /** Whether the page shows the model, which can be looked at as it was. */
  default boolean looksBack() {
    return false;
  }
}
