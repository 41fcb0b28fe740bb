package tsbn;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsbn.app.support.Places;
import tsbn.app.support.Surroundings;

/**
 * The log. Users read sentences; what went wrong in detail goes to a file where {@link Places} has
 * it, which is made when there is a first thing to write, begins with what runs where, and keeps
 * its last 5 to 10 MB. Where it cannot be written the program goes on without.
 *
 * <p>It is set up in Java, since Logback takes as long to read its settings from XML as all the
 * rest of the start takes.
 */
final class LogFile extends AppenderBase<ILoggingEvent> {
  private static final long MOST_BYTES = 5 << 20;

  private final Path place;
  private Appender<ILoggingEvent> file;

  private LogFile(Path place) {
    this.place = place;
  }

  /** Sends warnings and errors there, and nowhere else. */
  static void install() {
    install((LoggerContext) LoggerFactory.getILoggerFactory(), Places.ofUser().log());
  }

  static void install(LoggerContext context, Path place) {
    context.reset();
    LogFile log = new LogFile(place);
    log.setContext(context);
    log.start();
    context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(log);
  }

  @Override
  protected void append(ILoggingEvent event) {
    if (file == null) {
      file = open();
      file.doAppend(start(event));
    }
    file.doAppend(event);
  }

  /** What runs where, for whoever reads the log elsewhere. */
  private ILoggingEvent start(ILoggingEvent first) {
    LoggingEvent event = new LoggingEvent();
    event.setLoggerContext((LoggerContext) context);
    event.setLoggerName(LogFile.class.getName());
    event.setThreadName(first.getThreadName());
    event.setLevel(Level.INFO);
    event.setMessage(Surroundings.text());
    event.setTimeStamp(first.getTimeStamp());
    return event;
  }

  private Appender<ILoggingEvent> open() {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%date %level [%thread] %logger{0}: %message%n");
    encoder.start();

    RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
    appender.setContext(context);
    appender.setFile(place.toString());
    appender.setEncoder(encoder);

    FixedWindowRollingPolicy oneOld = new FixedWindowRollingPolicy();
    oneOld.setContext(context);
    oneOld.setParent(appender);
    oneOld.setFileNamePattern(place.resolveSibling("tsbn.%i.log").toString());
    oneOld.setMinIndex(1);
    oneOld.setMaxIndex(1);
    oneOld.start();

    SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
    size.setContext(context);
    size.setMaxFileSize(new FileSize(MOST_BYTES));
    size.setCheckIncrement(Duration.buildByMilliseconds(1)); // else a flood runs for a minute
    size.start();

    appender.setRollingPolicy(oneOld);
    appender.setTriggeringPolicy(size);
    appender.start();
    return appender;
  }
}
