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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
  @TempDir Path home;

  @Test
  void theFileAppearsWithTheFirstWarning() throws IOException {
    Path folder = home.resolve("logs");
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    LogFile.install(context, folder);
    Logger log = context.getLogger("tsbn.some.Thing");
    log.info("nobody needs this");
    assertFalse(Files.exists(folder));

    log.warn("first", new IllegalStateException("why"));
    log.error("second");
    List<String> lines = Files.readAllLines(folder.resolve("tsbn.log"));
    assertTrue(
        lines.get(0).endsWith("WARN [" + Thread.currentThread().getName() + "] Thing: first"));
    assertEquals("java.lang.IllegalStateException: why", lines.get(1));
    assertTrue(lines.get(lines.size() - 1).endsWith("Thing: second"));
    context.stop();
  }
}
