package tsbn;

import javafx.application.Application;
import tsbn.app.App;

/** The program's entry: no arguments open the workbench, anything else is the command line. */
public final class Launcher {
  private Launcher() {}

  public static void main(String[] arguments) {
    Application.launch(App.class, arguments);
  }
}
