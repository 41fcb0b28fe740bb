package tsbn.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file whole, where memory can take it. */
public final class WholeFile {
  private WholeFile() {}

  /**
   * The bytes of a file.
   *
   * @param share the file may take 1/share of the memory; what is read from it takes some more
   * @throws DataFormatException with one sentence if it is too large or cannot be read
   */
  public static byte[] read(Path path, int share) throws DataFormatException {
    long most = Math.min(Integer.MAX_VALUE - 64, Runtime.getRuntime().maxMemory() / share);
    try {
      if (Files.size(path) > most) {
        throw new DataFormatException(
            "%s is larger than %,d MB, a part of 1/%d of the memory the program was given; start it with a larger -Xmx."
                .formatted(path.getFileName(), most >> 20, share));
      }
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new DataFormatException("%s cannot be read.".formatted(path), e);
    }
  }
}
