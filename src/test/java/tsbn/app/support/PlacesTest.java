package tsbn.app.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesTest {
  private static Places of(String system, Map<String, String> environment) {
    return Places.of(system, "/home/ann", environment::get);
  }

  private static Path path(String first, String... more) {
    return Path.of(first, more);
  }

  @Test
  void onLinuxTheyFollowTheDesktopsConvention() {
    Places usual = of("Linux", Map.of("XDG_DATA_HOME", ""));
    assertEquals(path("/home/ann/.config/tsbn-workbench"), usual.settings());
    assertEquals(path("/home/ann/.local/state/tsbn-workbench/tsbn.log"), usual.log());
    assertEquals(path("/home/ann/.local/share/tsbn-workbench/runs"), usual.runs());
    Places own =
        of("Linux", Map.of("XDG_CONFIG_HOME", "/c", "XDG_STATE_HOME", "/s", "XDG_DATA_HOME", "/d"));
    assertEquals(path("/c/tsbn-workbench"), own.settings());
    assertEquals(path("/s/tsbn-workbench"), own.logs());
    assertEquals(path("/d/tsbn-workbench/runs"), own.runs());
  }

  @Test
  void onAMacTheyAreInTheLibrary() {
    Places places = of("Mac OS X", Map.of("XDG_DATA_HOME", "/d"));
    Path support = path("/home/ann/Library/Application Support/TSBN Workbench");
    assertEquals(support, places.settings());
    assertEquals(path("/home/ann/Library/Logs/TSBN Workbench"), places.logs());
    assertEquals(support.resolve("runs"), places.runs());
  }

  @Test
  void onWindowsOnlySettingsRoam() {
    Places places = of("Windows 11", Map.of("APPDATA", "/roaming", "LOCALAPPDATA", "/local"));
    assertEquals(path("/roaming", "TSBN Workbench"), places.settings());
    assertEquals(path("/local", "TSBN Workbench", "logs"), places.logs());
    assertEquals(path("/local", "TSBN Workbench", "runs"), places.runs());
    assertEquals(path("/home/ann", "TSBN Workbench"), of("Windows 10", Map.of()).settings());
  }

  @Test
  void aSentenceNamesTheLogThatIsThere(@TempDir Path folder) throws IOException {
    Places places = Places.in(folder);
    assertEquals(folder, places.settings());
    assertEquals("the log", places.nameOfLog());
    Files.createDirectories(places.logs());
    Files.writeString(places.log(), "");
    assertEquals(folder.resolve("logs").resolve("tsbn.log").toString(), places.nameOfLog());
  }
}
