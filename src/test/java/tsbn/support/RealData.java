package tsbn.support;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the real data sets that some tests read. They are not part of the project; where they are
 * absent the test is skipped and says so. They are looked for in the folder that the system
 * property or environment variable {@code TSBN_DATA} names, and in {@code shared/data} beside the
 * project's folder or one level further up.
 */
public final class RealData {
  private RealData() {}

  /** A file of the folder {@code music}, such as {@code JSB_Chorales.mat}. */
  public static Path music(String name) {
    return find(Path.of("music", name));
  }

  /** A file or folder of the folder {@code midi}, such as {@code nottingham_tunes}. */
  public static Path midi(String name) {
    return find(Path.of("midi", name));
  }

  /** A file of the folder {@code mocap}. */
  public static Path mocap(String name) {
    return find(Path.of("mocap", name));
  }

  /** A folder within the folder {@code mocap}, such as {@code cmu35}. */
  public static Path mocapFolder(String name) {
    return find(Path.of("mocap", name));
  }

  /** A folder within the folder {@code text}. */
  public static Path text(String name) {
    return find(Path.of("text", name));
  }

  /** A file of the folder {@code bvh}. */
  public static Path bvh(String name) {
    return find(Path.of("bvh", name));
  }

  /** A file of the folder {@code authors}. */
  public static Path authors(String name) {
    return find(Path.of("authors", name));
  }

  private static Path find(Path file) {
    for (Path folder : folders()) {
      if (Files.exists(folder.resolve(file))) {
        return folder.resolve(file);
      }
    }
    return abort("Skipped: the real data " + file + " was not found in any of " + folders());
  }

  private static List<Path> folders() {
    List<Path> folders = new ArrayList<>();
    String named = System.getProperty("TSBN_DATA", System.getenv("TSBN_DATA"));
    if (named != null) {
      folders.add(Path.of(named));
    }
    folders.add(Path.of("..", "shared", "data"));
    folders.add(Path.of("..", "..", "shared", "data"));
    return folders;
  }
}
