package tsbn.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;

  @Test
  void failuresNameThePlaceAndNotTheFileBesideIt() throws IOException {
    Path none = folder.resolve("none");
    NoSuchFileException missing =
        assertThrows(
            NoSuchFileException.class,
            () -> AtomicFile.write(none.resolve("a.csv"), out -> out.write(1)));
    assertEquals(none.toString(), missing.getFile());
    Path occupied = Files.createDirectories(folder.resolve("b.csv/inner")).getParent();
    FileSystemException directory =
        assertThrows(
            FileSystemException.class, () -> AtomicFile.write(occupied, out -> out.write(1)));
    assertEquals(occupied.toString(), directory.getFile());
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(occupied), left.toList());
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFolderThatIsThereAndTakesNoFileIsNotSaidToBeMissing() {
    Path process = Path.of("/proc/1");
    assumeTrue(Files.isDirectory(process));
    AccessDeniedException denied =
        assertThrows(
            AccessDeniedException.class,
            () -> AtomicFile.write(process.resolve("a.csv"), out -> out.write(1)));
    assertEquals(process.toString(), denied.getFile());
  }
}
