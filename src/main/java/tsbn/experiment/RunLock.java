package tsbn.experiment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/**
 * The right to write to a run's folder. The system takes it back when a program ends in whatever
 * way; the file stays.
 */
final class RunLock implements AutoCloseable {
  static final String FILE = "run.lock";

  /** Those of this program, to which the system would give a lock twice, and then take both. */
  private static final Set<Path> HELD = new HashSet<>();

  private final Path key;
  private final FileChannel file;

  private RunLock(Path key, FileChannel file) {
    this.key = key;
    this.file = file;
  }

  /**
   * Takes the lock of a folder that is there.
   *
   * @throws RunInUseException if somebody has it
   */
  static RunLock take(Path folder) throws IOException {
    Path key = folder.toRealPath();
    synchronized (HELD) {
      if (HELD.contains(key)) {
        throw new RunInUseException(folder);
      }
      FileChannel file =
          FileChannel.open(key.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = null;
      try {
        lock = file.tryLock();
      } finally {
        if (lock == null) {
          file.close();
        }
      }
      if (lock == null) {
        throw new RunInUseException(folder);
      }
      HELD.add(key);
      return new RunLock(key, file);
    }
  }

  /** Makes sure that nobody has the lock of a folder. */
  static void requireFree(Path folder) throws IOException {
    if (Files.exists(folder.resolve(FILE))) {
      take(folder).close();
    }
  }

  /** Whether nobody has the lock of a folder, as far as one can find out. */
  static boolean isFree(Path folder) {
    try {
      requireFree(folder);
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    synchronized (HELD) {
      if (file.isOpen()) {
        HELD.remove(key);
        file.close();
      }
    }
  }
}
