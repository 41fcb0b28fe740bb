package tsbn.experiment;

import java.nio.file.Path;

/** Names of several files that the user named once. */
final class NumberedFiles {
  private NumberedFiles() {}

  /**
   * The name of one of them: {@code walk.bvh}, or {@code walk-1.bvh}, {@code walk-2.bvh} if there
   * are several.
   *
   * @param out with an ending
   * @param index from 0
   */
  static Path of(Path out, int index, int count) {
    String name = out.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return count == 1
        ? out
        : out.resolveSibling(name.substring(0, dot) + "-" + (index + 1) + name.substring(dot));
  }
}
