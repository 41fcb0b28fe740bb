package tsbn.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.PrintStream;
import java.util.Locale;
import tsbn.data.Progress;

/** Where a command writes, from any thread: results, errors and, on a terminal, how far it is. */
final class Console {
  private static final Gson JSON =
      new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create();
  private static final int BAR = 30;
  private static final long REDRAW_NANOS = 100_000_000;

  private final PrintStream out;
  private final PrintStream err;
  private final boolean terminal;
  private long drawn;
  private int width;

  /**
   * A console.
   *
   * @param terminal whether {@code err} is a terminal, where a progress bar can be drawn
   */
  Console(PrintStream out, PrintStream err, boolean terminal) {
    this.out = out;
    this.err = err;
    this.terminal = terminal;
  }

  /** Prints a line of the result. */
  synchronized void print(String format, Object... arguments) {
    clear();
    out.println(String.format(Locale.ROOT, format, arguments));
  }

  /** Prints a whole result as JSON. */
  synchronized void json(Object result) {
    clear();
    out.println(JSON.toJson(result));
  }

  /** Prints a remark that is not part of the result. */
  synchronized void remark(String sentence) {
    clear();
    err.println(sentence);
  }

  /** Prints the one line that a failure gets. */
  synchronized void error(String sentence) {
    clear();
    err.println("error: " + sentence.strip().replaceAll("\\s*\\R\\s*", " "));
  }

  /** A progress bar with a name. */
  Progress progress(String name) {
    return fraction -> bar(fraction, name);
  }

  /**
   * Draws the progress bar; at most ten times a second, and only on a terminal.
   *
   * @param text what stands behind the bar
   */
  synchronized void bar(double fraction, String text) {
    long now = System.nanoTime();
    if (!terminal || (width > 0 && now - drawn < REDRAW_NANOS)) {
      return;
    }
    double done = Math.max(0, Math.min(1, fraction));
    int full = (int) Math.round(BAR * done);
    String line =
        "[%s%s] %3.0f %%  %s".formatted("#".repeat(full), ".".repeat(BAR - full), 100 * done, text);
    err.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
    err.flush();
    width = line.length();
    drawn = now;
  }

  private void clear() {
    if (width > 0) {
      err.print("\r" + " ".repeat(width) + "\r");
      err.flush();
      width = 0;
    }
  }
}
