package tsbn.app.support;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsbn.data.DataFormatException;

/** Turns what went wrong into one plain sentence for the user. */
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
  private static final Messages MESSAGES = Messages.of(Failures.class);

  private Failures() {}

  /**
   * One sentence about a failure. What the user cannot mend is logged here, once, with its trace.
   *
   * @param title what was being done
   */
  static String sentence(String title, Throwable failure) {
    if (failure instanceof DataFormatException) {
      return failure.getMessage(); // a sentence by contract
    }
    if (failure instanceof NoSuchFileException missing) {
      return MESSAGES.format("failure.missing", title, missing.getFile());
    }
    if (failure instanceof AccessDeniedException denied) {
      return MESSAGES.format("failure.denied", title, denied.getFile());
    }
    if (failure instanceof FileSystemException file) {
      String reason = file.getReason() == null ? file.getMessage() : file.getReason();
      return MESSAGES.format("failure.file", title, file.getFile(), reason);
    }
    if (failure instanceof OutOfMemoryError) {
      LOG.warn("{}: out of memory", title, failure);
      return MESSAGES.format("failure.memory", title);
    }
    LOG.error("{} failed", title, failure);
    return MESSAGES.format("failure.unexpected", title, Places.ofUser().nameOfLog());
  }
}
