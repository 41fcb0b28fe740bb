package tsbn;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import tsbn.app.App;
import tsbn.app.UiBench;
import tsbn.cli.CommandLineProgram;

/**
 * The program's entry: no arguments open the workbench, and so does a data source or a run alone;
 * anything else is the command line.
 */
public final class Launcher {
  /** JavaFX's own log, kept by reference so that its level lasts. */
  private static final Logger JAVAFX_LOG = Logger.getLogger("javafx");

  private Launcher() {}

  public static void main(String[] arguments) {
    // The program speaks English; numbers should too.
    Locale.setDefault(Locale.ENGLISH);
    // It warns of JavaFX on the class path, where it works as well.
    JAVAFX_LOG.setLevel(Level.SEVERE);
    LogFile.install();
    CommandLineProgram program =
        CommandLineProgram.onTerminal(
            Map.of(
                "ui", seconds -> ui(UiBench.Subject.BALLS, seconds),
                "ui-words", seconds -> ui(UiBench.Subject.WORDS, seconds)));
    boolean opens = arguments.length == 1 && CommandLineProgram.namesSomethingToOpen(arguments[0]);
    if (arguments.length > 0 && !opens) {
      System.exit(program.run(arguments));
    }
    Optional<String> obstacle = noDisplay().or(() -> App.open(arguments));
    System.exit(obstacle.map(reason -> withoutWindow(program, reason, arguments)).orElse(0));
  }

  /** The first example in the terminal; but data that somebody named is not passed over. */
  private static int withoutWindow(CommandLineProgram program, String reason, String[] arguments) {
    return arguments.length == 0
        ? program.demoWithoutWindow(reason)
        : program.dataWithoutWindow(reason, arguments[0]);
  }

  /** The benchmark of the window. */
  private static Map<String, Double> ui(UiBench.Subject subject, double seconds) {
    noDisplay()
        .ifPresent(
            obstacle -> {
              throw new UnsupportedOperationException(obstacle);
            });
    return UiBench.run(subject, seconds);
  }

  /** Why no window can open; found without loading the toolkit, which would complain at length. */
  private static Optional<String> noDisplay() {
    boolean linux = System.getProperty("os.name").startsWith("Linux");
    boolean display =
        System.getenv("DISPLAY") != null
            || System.getenv("WAYLAND_DISPLAY") != null
            || System.getProperty("glass.platform") != null;
    return linux && !display
        ? Optional.of("There is no display to open the window on.")
        : Optional.empty();
  }
}
