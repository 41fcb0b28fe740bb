package tsbn.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;
import tsbn.app.support.AppContext;
import tsbn.app.support.Messages;
import tsbn.app.support.ModelText;
import tsbn.app.support.Openable;
import tsbn.app.support.Places;
import tsbn.app.support.Remembered;
import tsbn.app.support.Run;
import tsbn.app.support.RunFiles;
import tsbn.app.support.SettingsHistory;
import tsbn.app.support.Workbench;
import tsbn.data.DataKind;
import tsbn.experiment.DataSummary;
import tsbn.experiment.Version;

/** The commands of the menu, of the shortcuts and of files dropped on the window. */
final class ShellViewModel {
  private static final Messages MESSAGES = Messages.of(ShellViewModel.class);

  private final AppContext context;
  private final RunFiles runs;
  private final SettingsHistory history;
  private final StringBinding banner;

  ShellViewModel(AppContext context) {
    this.context = context;
    this.runs = new RunFiles(context);
    Workbench workbench = context.workbench();
    this.history = new SettingsHistory(workbench);
    banner =
        Bindings.createStringBinding(
            () -> banner(workbench.staleProperty().get(), workbench.runProperty().get()),
            workbench.staleProperty(),
            workbench.runProperty());
  }

  /** What run the pages show where Train would begin another; empty if it would go on. */
  ObservableStringValue banner() {
    return banner;
  }

  /** What kind of data is open; null where there is none. */
  ObservableValue<DataKind> dataKind() {
    return context.workbench().aboutProperty().map(DataSummary::kind);
  }

  private static String banner(String stale, Run run) {
    return run == null || stale.isEmpty()
        ? ""
        : MESSAGES.format("banner", run.about().name(), ModelText.of(run.architecture()), stale);
  }

  /** What the user changed of model and settings. */
  SettingsHistory history() {
    return history;
  }

  /** The program's version. */
  String version() {
    return Version.text();
  }

  /** The path of the log. */
  String log() {
    return Places.ofUser().log().toString();
  }

  /** Asks for a file and opens it; nothing if the user chose none. */
  Optional<Openable> openFile() {
    return context.openFile();
  }

  /**
   * Asks for the folder of a run, or one of motions or music, and opens it; nothing if the user
   * chose none.
   */
  Optional<Openable> openFolder() {
    return runs.open();
  }

  /** Asks where to and writes the present run down. */
  void saveRun() {
    runs.save();
  }

  /** Asks where to and writes the chosen model and settings as a preset. */
  void savePreset() {
    runs.savePreset();
  }

  /**
   * Opens what was dropped on the window: a file or folder, or several motions or MIDI files of one
   * folder.
   *
   * @return what it is
   */
  Openable dropped(List<Path> files) {
    return context.open(files);
  }

  /** Starts the run that the banner announces. */
  void newRun() {
    context.workbench().newRun();
  }

  /** Takes back what the present run does not go on with. */
  void keepRun() {
    context.workbench().keepRun();
  }

  void switchTheme() {
    Remembered remembered = context.remembered();
    remembered.themeProperty().set(remembered.themeProperty().get().other());
  }
}
