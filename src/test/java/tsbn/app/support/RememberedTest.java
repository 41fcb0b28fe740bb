package tsbn.app.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsbn.app.support.Remembered.WindowPlace;

class RememberedTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("deeper/workbench.json");
  }

  @Test
  void theFirstStartRemembersNothing() {
    Remembered first = new Remembered(file());
    assertEquals(Theme.LIGHT, first.themeProperty().get());
    assertNull(first.windowProperty().get());
    assertTrue(first.recentFiles().isEmpty());
  }

  @Test
  void theNextStartFindsWhatWasLeft() {
    Remembered first = new Remembered(file());
    first.themeProperty().set(Theme.DARK);
    first.windowProperty().set(new WindowPlace(1, 2, 1300, 900, true));
    first.saveEveryProperty().set(Duration.ofMinutes(5));
    first.opened("/a.mat");
    first.opened("/b.mat");
    first.save();
    Remembered next = new Remembered(file());
    assertEquals(Theme.DARK, next.themeProperty().get());
    assertEquals(Duration.ofMinutes(5), next.saveEveryProperty().get());
    assertEquals(new WindowPlace(1, 2, 1300, 900, true), next.windowProperty().get());
    assertEquals(List.of("/b.mat", "/a.mat"), next.recentFiles());
  }

  @Test
  void recentFilesAreFewAndDifferentAndNotBuiltIn() {
    Remembered remembered = new Remembered(file());
    for (int i = 0; i < 20; i++) {
      remembered.opened("/" + i + ".mat");
    }
    remembered.opened("/15.mat");
    remembered.opened("builtin:balls");
    assertEquals(
        List.of(
            "/15.mat", "/19.mat", "/18.mat", "/17.mat", "/16.mat", "/14.mat", "/13.mat", "/12.mat"),
        remembered.recentFiles());
  }

  @Test
  void anotherTreatmentOfAFileIsNoOtherFile() {
    Remembered remembered = new Remembered(file());
    remembered.opened("/walk.bvh");
    remembered.opened("/songs.mat");
    remembered.opened("/walk.bvh?fps=30");
    remembered.opened("/walk.bvh?fps=30&chunk=50");
    assertEquals(List.of("/walk.bvh?fps=30&chunk=50", "/songs.mat"), remembered.recentFiles());
    remembered.forgetIfGone("/walk.bvh?fps=30&chunk=50");
    assertEquals(List.of("/songs.mat"), remembered.recentFiles());
    remembered.opened("/tunes?only=a,b");
    remembered.opened("/tunes?only=c");
    remembered.opened("/tunes?only=a,b&step=8th");
    assertEquals(
        List.of("/tunes?only=a,b&step=8th", "/tunes?only=c"),
        remembered.recentFiles().subList(0, 2),
        "other files of a folder are other data");
  }

  @Test
  void aRecentFileThatIsGoneIsForgotten() throws IOException {
    Remembered remembered = new Remembered(file());
    Path there = Files.createFile(folder.resolve("there.mat"));
    remembered.opened(there.toString());
    remembered.opened(folder.resolve("gone.mat").toString());
    remembered.forgetIfGone(there.toString());
    remembered.forgetIfGone(folder.resolve("gone.mat").toString());
    assertEquals(List.of(there.toString()), remembered.recentFiles());
  }

  @Test
  void whoeverListensToRecentFilesGoesOnHearing() {
    Remembered remembered = new Remembered(file());
    int[] heard = {0};
    remembered.recentFiles().subscribe(() -> heard[0]++);
    System.gc();
    remembered.opened("/a.mat");
    assertEquals(1, heard[0]);
  }

  @Test
  void aBrokenFileIsAFirstStart() throws IOException {
    for (String broken :
        List.of("", "{", "[]", "{\"theme\": \"PINK\", \"recent\": null}", "\u0000")) {
      Files.createDirectories(file().getParent());
      Files.writeString(file(), broken);
      Remembered remembered = new Remembered(file());
      assertEquals(Theme.LIGHT, remembered.themeProperty().get(), broken);
      assertTrue(remembered.recentFiles().isEmpty(), broken);
    }
  }
}
