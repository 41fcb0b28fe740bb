package tsbn.app.shell;

import java.nio.file.Path;
import java.util.List;
import tsbn.app.support.AppContext;
import tsbn.app.support.Messages;
import tsbn.app.support.Remembered;
import tsbn.experiment.Version;

/** The commands of the menu, of the shortcuts and of files dropped on the window. */
final class ShellViewModel {
  private static final Messages MESSAGES = Messages.of(ShellViewModel.class);

  private final AppContext context;

  ShellViewModel(AppContext context) {
    this.context = context;
  }

  /** The program's version. */
  String version() {
    return Version.text();
  }

  /** Asks for a file and opens it. */
  void openFile() {
    context.openFile();
  }

  /** Opens the first of the files dropped on the window. */
  void dropped(List<Path> files) {
    if (files.size() > 1) {
      context.notices().info(MESSAGES.format("drop.many", files.get(0).getFileName().toString()));
    }
    open(files.get(0));
  }

  private void open(Path file) {
    context.workbench().open(file.toAbsolutePath().toString());
  }

  void trainOrPause() {
    context.workbench().trainOrPause();
  }

  void step() {
    context.workbench().step();
  }

  void stop() {
    context.workbench().stop();
  }

  void newRun() {
    context.workbench().newRun();
  }

  void switchTheme() {
    Remembered remembered = context.remembered();
    remembered.themeProperty().set(remembered.themeProperty().get().other());
  }
}
