package tsbn;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log. Users read sentences; what went wrong in detail goes to a file in their home, which is
 * made when there is a first thing to write.
 *
 * <p>It is set up in Java, since Logback takes as long to read its settings from XML as all the
 * rest of the start takes.
 */
final class LogFile extends AppenderBase<ILoggingEvent> {
  private static final long MOST_BYTES = 5 << 20;

  private final Path folder;
  private Appender<ILoggingEvent> file;

  private LogFile(Path folder) {
    this.folder = folder;
  }

  /** Sends warnings and errors there, and nowhere else. */
  static void install() {
    Path folder = Path.of(System.getProperty("user.home"), ".tsbn-workbench");
    install((LoggerContext) LoggerFactory.getILoggerFactory(), folder);
  }

  static void install(LoggerContext context, Path folder) {
    context.reset();
    LogFile log = new LogFile(folder);
    log.setContext(context);
    log.start();
    context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(log);
  }

  @Override
  protected void append(ILoggingEvent event) {
    if (file == null) {
      file = open();
    }
    file.doAppend(event);
  }

  private Appender<ILoggingEvent> open() {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%date %level [%thread] %logger{0}: %message%n");
    encoder.start();

    RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
    appender.setContext(context);
    appender.setFile(folder.resolve("tsbn.log").toString());
    appender.setEncoder(encoder);

    FixedWindowRollingPolicy oneOld = new FixedWindowRollingPolicy();
    oneOld.setContext(context);
    oneOld.setParent(appender);
    oneOld.setFileNamePattern(folder.resolve("tsbn.%i.log").toString());
    oneOld.setMinIndex(1);
    oneOld.setMaxIndex(1);
    oneOld.start();

    SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
    size.setContext(context);
    size.setMaxFileSize(new FileSize(MOST_BYTES));
    size.start();

    appender.setRollingPolicy(oneOld);
    appender.setTriggeringPolicy(size);
    appender.start();
    return appender;
  }
}
