package tsbn.app.support;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Where the program keeps what is the user's, as each platform has it. The system property {@value
 * #FOLDER} names another folder for all of it. Nothing need be there.
 *
 * @param settings the folder for what is kept between two starts
 * @param logs the folder for the log
 * @param runs the folder for the runs of the window
 */
public record Places(Path settings, Path logs, Path runs) {
  /** The system property that names another folder. */
  public static final String FOLDER = "tsbn.config";

  private static final String TITLE = "TSBN Workbench";
  private static final String NAME = "tsbn-workbench";
  private static final String RUNS = "runs";
  private static final String LOGS = "logs";

  /** Those of the user of this machine. */
  public static Places ofUser() {
    String chosen = System.getProperty(FOLDER);
    return chosen == null
        ? of(System.getProperty("os.name"), System.getProperty("user.home"), System::getenv)
        : in(Path.of(chosen));
  }

  /** All of them in one folder. */
  static Places in(Path folder) {
    return new Places(folder, folder.resolve(LOGS), folder.resolve(RUNS));
  }

  /**
   * Those of a platform.
   *
   * @param system its name, as Java has it
   * @param home the user's own folder
   * @param environment the value of a variable of the environment; null where it has none
   */
  static Places of(String system, String home, UnaryOperator<String> environment) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      Path roaming = folder(environment, "APPDATA", Path.of(home)).resolve(TITLE);
      Path local = folder(environment, "LOCALAPPDATA", Path.of(home)).resolve(TITLE);
      return new Places(roaming, local.resolve(LOGS), local.resolve(RUNS));
    }
    if (name.startsWith("mac")) {
      Path library = Path.of(home, "Library");
      Path support = library.resolve("Application Support").resolve(TITLE);
      return new Places(support, library.resolve("Logs").resolve(TITLE), support.resolve(RUNS));
    }
    return new Places(
        folder(environment, "XDG_CONFIG_HOME", Path.of(home, ".config")).resolve(NAME),
        folder(environment, "XDG_STATE_HOME", Path.of(home, ".local", "state")).resolve(NAME),
        folder(environment, "XDG_DATA_HOME", Path.of(home, ".local", "share"))
            .resolve(NAME)
            .resolve(RUNS));
  }

  private static Path folder(UnaryOperator<String> environment, String variable, Path otherwise) {
    String value = environment.apply(variable);
    return value == null || value.isEmpty() ? otherwise : Path.of(value);
  }

  /** The file of the log, which is there after the first thing worth noting. */
  public Path log() {
    return logs.resolve("tsbn.log");
  }

  /** What a sentence can call the log: its path where there is one. */
  String nameOfLog() {
    return Files.exists(log()) ? log().toString() : Messages.of(Places.class).get("failure.log");
  }
}
