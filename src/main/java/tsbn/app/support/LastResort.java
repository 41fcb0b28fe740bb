package tsbn.app.support;

import java.util.HashSet;
import java.util.Set;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens to an exception that nobody expected: the log gets its trace and the user one
 * sentence, both once per place it came from, so that a fault in something repeated does not flood
 * either.
 */
public final class LastResort {
  private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);
  private static final Messages MESSAGES = Messages.of(LastResort.class);

  private final Notices notices;
  private final Set<String> seen = new HashSet<>();

  private LastResort(Notices notices) {
    this.notices = notices;
  }

  /** Takes care of every thread's uncaught exceptions from now on. */
  public static void install(Notices notices) {
    LastResort last = new LastResort(notices);
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> last.take(thread, failure));
  }

  private synchronized void take(Thread thread, Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    if (seen.add(failure.getClass() + " " + (trace.length == 0 ? "" : trace[0]))) {
      LOG.error("Uncaught on {}", thread.getName(), failure);
      String sentence = MESSAGES.format("failure.uncaught", Places.ofUser().nameOfLog());
      Platform.runLater(() -> notices.error(sentence));
    }
  }
}
