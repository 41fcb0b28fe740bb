package tsbn.data.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceOptionsTest {
  @TempDir Path folder;

  @Test
  void optionsComeAndGo() {
    SourceOptions walk = SourceOptions.of("builtin:gait?seed=2&fps=60");
    assertEquals("builtin:gait", walk.place());
    assertEquals("60", walk.get("fps"));
    assertNull(walk.get("root"));
    assertEquals("builtin:gait?seed=2&fps=30", walk.with("fps", "30").source());
    assertEquals("builtin:gait?seed=2", walk.without(List.of("fps", "root")).source());
    assertEquals("builtin:gait", walk.without(List.of("fps", "seed")).source());
    assertEquals(
        "walk.bvh?root=absolute", SourceOptions.of("walk.bvh").with("root", "absolute").source());
  }

  @Test
  void aQuestionMarkMayBePartOfAName() throws Exception {
    Path file = Files.createFile(folder.resolve("what?fps=1"));
    assertEquals(file.toString(), SourceOptions.of(file.toString()).place());
  }
}
