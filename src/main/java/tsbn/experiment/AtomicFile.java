package tsbn.experiment;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file so that, whatever happens, its place holds the old contents or all of the new. */
public final class AtomicFile {
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
    write(
        place,
        out -> {
          Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
          text.writeTo(writer);
          writer.flush();
        });
  }

  /** Writes beside the place, then renames. */
  public static void write(Path place, Contents contents) throws IOException {
    // Not a file of the system's temporary kind: those only their owner may read.
    String name = ".%s.%d.part".formatted(place.getFileName(), ProcessHandle.current().pid());
    Path beside = place.resolveSibling(name);
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside))) {
        contents.writeTo(out);
      }
      try {
        Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(beside, place, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (FileSystemException e) {
      throw beside.toString().equals(e.getFile()) ? ofPlace(place, e) : e;
    } finally {
      Files.deleteIfExists(beside);
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
