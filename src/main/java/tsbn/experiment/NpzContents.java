package tsbn.experiment;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.DataFormatException;

/**
 * The arrays of an archive by kind and name. Every entry that is here passed the check sum that the
 * archive has of it; whether one is missing, the reader must say.
 */
record NpzContents(
    Map<String, FMatrixRMaj> matrices,
    Map<String, double[]> vectors,
    Map<String, Long> numbers,
    Map<String, String> texts) {
  private static final int MOST_ENTRIES = 10_000;
  private static final int BUFFER = 1 << 16;

  private NpzContents() {
    this(
        new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
  }

  /** Number of entries. */
  int count() {
    return matrices.size() + vectors.size() + numbers.size() + texts.size();
  }

  /**
   * Reads an archive.
   *
   * @param mostBytes that all values together may take
   * @throws DataFormatException with one sentence if it is something else
   */
  static NpzContents read(Path file, long mostBytes) throws DataFormatException {
    NpzContents contents = new NpzContents();
    Set<String> names = new HashSet<>();
    long left = mostBytes;
    try (ZipInputStream zip =
        new ZipInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
      DataInputStream in = new DataInputStream(zip);
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Npy.Header header = Npy.readHeader(in);
        if (header == null
            || header.size() > Math.min(left, Integer.MAX_VALUE)
            || !names.add(entry.getName())
            || names.size() > MOST_ENTRIES) {
          throw new DataFormatException(
              "%s: the entry %s is not a new array of a kind that is read here, of at most %,d bytes."
                  .formatted(file, entry.getName(), left));
        }
        contents.add(entry.getName().replaceFirst("\\.npy$", ""), header, in);
        left -= header.size();
        zip.closeEntry(); // checks the sum
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new DataFormatException("%s cannot be read; it is damaged.".formatted(file), e);
    }
    if (names.isEmpty()) {
      throw new DataFormatException("%s is not an archive of arrays (.npz).".formatted(file));
    }
    return contents;
  }

  private void add(String name, Npy.Header header, DataInputStream in) throws IOException {
    switch (header.type()) {
      case FLOAT -> matrices.put(name, Npy.readMatrix(header, in));
      case DOUBLE -> {
        double[] vector = new double[header.rows()];
        ByteBuffer bytes = Npy.readBytes(header, in);
        bytes.asDoubleBuffer().get(vector);
        vectors.put(name, vector);
      }
      case LONG -> numbers.put(name, Npy.readBytes(header, in).getLong());
      case BYTE -> {
        byte[] bytes = Npy.readBytes(header, in).array();
        texts.put(name, new String(bytes, StandardCharsets.UTF_8));
      }
      default -> throw new IllegalArgumentException("unknown type");
    }
  }
}
