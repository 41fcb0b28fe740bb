package tsbn.experiment;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes a file so that, whatever happens, its place holds the old contents or all of the new: the
 * new ones go to a file beside it, are on the disk before that takes the place, and then it does at
 * once.
 */
public final class AtomicFile {
  private static final Pattern BESIDE = Pattern.compile("\\..+\\.\\d+\\.part");
  private static final int BUFFER = 1 << 16;

  private AtomicFile() {}

  /** What is written. */
  @FunctionalInterface
  public interface Contents {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Text to write. */
  @FunctionalInterface
  public interface Text {
    void writeTo(Appendable out) throws IOException;
  }

  /** Writes UTF-8 text beside the place, then renames. */
  public static void writeText(Path place, Text text) throws IOException {
    write(place, contents(text));
  }

  /** Text as what a file is to hold, in UTF-8. */
  static Contents contents(Text text) {
    return out -> {
      Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
      text.writeTo(writer);
      writer.flush();
    };
  }

  /** Writes beside the place, then renames. */
  public static void write(Path place, Contents contents) throws IOException {
    write(place, contents, Disk.REAL);
  }

  /** Writes beside the place, then renames. */
  static void write(Path place, Contents contents, Disk disk) throws IOException {
    // Not a file of the system's temporary kind: those only their owner may read.
    String name = ".%s.%d.part".formatted(place.getFileName(), ProcessHandle.current().pid());
    Path beside = place.resolveSibling(name);
    try {
      try (FileChannel file =
              FileChannel.open(
                  beside,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.TRUNCATE_EXISTING,
                  StandardOpenOption.WRITE);
          OutputStream out = new BufferedOutputStream(disk.stream(file), BUFFER)) {
        contents.writeTo(out);
        out.flush();
        file.force(true);
      }
      try {
        Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(beside, place, StandardCopyOption.REPLACE_EXISTING);
      }
      forceFolder(place.toAbsolutePath().getParent());
    } catch (FileSystemException e) {
      throw beside.toString().equals(e.getFile()) ? ofPlace(place, e) : e;
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /** Has the rename on the disk, where the system can do that for a folder. */
  private static void forceFolder(Path folder) {
    try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
      entries.force(true);
    } catch (IOException notHere) {
      // Some systems open no folders; they keep the order of renames by themselves.
      return;
    }
  }

  /** Whether a file is what was left beside a place by a program that was ended while writing. */
  static boolean isLeftover(Path file) {
    return BESIDE.matcher(file.getFileName().toString()).matches();
  }

  /** Deletes what was left in a folder in which nobody else writes. */
  static void deleteLeftovers(Path folder) throws IOException {
    List<Path> left;
    try (Stream<Path> entries = Files.list(folder)) {
      left = entries.filter(AtomicFile::isLeftover).toList();
    }
    for (Path file : left) {
      Files.deleteIfExists(file);
    }
  }

  /** The same failure of what the user named, who does not know of the file beside it. */
  private static FileSystemException ofPlace(Path place, FileSystemException failure) {
    String folder = String.valueOf(place.toAbsolutePath().getParent());
    // Some systems say of a folder in which nothing may be made that the file is not there.
    boolean there = Files.isDirectory(Path.of(folder));
    FileSystemException said =
        failure instanceof AccessDeniedException
                || (failure instanceof NoSuchFileException && there)
            ? new AccessDeniedException(folder, null, failure.getReason())
            : failure instanceof NoSuchFileException
                ? new NoSuchFileException(folder, null, failure.getReason())
                : new FileSystemException(place.toString(), null, failure.getReason());
    said.initCause(failure);
    return said;
  }
}
