package tsbn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsbn.experiment.Version;
import tsbn.math.Kernels;

class LogFileTest {
  @TempDir Path home;

  @Test
  void theFileAppearsWithTheFirstWarning() throws IOException {
    Path folder = home.resolve("logs");
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    LogFile.install(context, folder.resolve("tsbn.log"));
    Logger log = context.getLogger("tsbn.some.Thing");
    log.info("nobody needs this");
    assertFalse(Files.exists(folder));

    log.warn("first", new IllegalStateException("why"));
    log.error("second");
    List<String> lines = Files.readAllLines(folder.resolve("tsbn.log"));
    String start = lines.get(0);
    for (String part :
        List.of(
            "TSBN Workbench " + Version.text(),
            "Java " + System.getProperty("java.version"),
            System.getProperty("os.name"),
            Kernels.fastest())) {
      assertTrue(start.contains(part), start);
    }
    assertTrue(
        lines.get(1).endsWith("WARN [" + Thread.currentThread().getName() + "] Thing: first"));
    assertEquals("java.lang.IllegalStateException: why", lines.get(2));
    assertTrue(lines.get(lines.size() - 1).endsWith("Thing: second"));
    context.stop();
  }

  @Test
  void theProgramGoesOnWhereNoLogCanBeWritten() throws IOException {
    Path file = Files.writeString(home.resolve("file"), "in the way");
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    LogFile.install(context, file.resolve("tsbn.log"));
    Logger log = context.getLogger("tsbn.some.Thing");
    log.warn("first");
    log.warn("second");
    assertEquals("in the way", Files.readString(file));
    context.stop();
  }

  @Test
  void theLogDoesNotGrowForEver() throws IOException {
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    LogFile.install(context, home.resolve("tsbn.log"));
    Logger log = context.getLogger("tsbn.some.Thing");
    String much = "x".repeat(1 << 20);
    for (int i = 0; i < 25; i++) {
      log.warn(much);
    }
    context.stop();
    long bytes = 0;
    try (Stream<Path> files = Files.list(home)) {
      for (Path file : files.toList()) {
        bytes += Files.size(file);
      }
    }
    assertTrue(bytes > 5L << 20 && bytes < 14L << 20, "bytes " + bytes);
  }
}
