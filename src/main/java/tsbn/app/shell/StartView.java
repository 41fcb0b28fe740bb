package tsbn.app.shell;

import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import tsbn.app.support.AppContext;
import tsbn.app.support.Page;

final class StartView implements Page {
  StartView(AppContext context, Runnable go) {}

  @Override
  public Parent root() {
    return new StackPane();
  }
}
