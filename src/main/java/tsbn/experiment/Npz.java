package tsbn.experiment;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.DataFormatException;

/**
 * Named float32 matrices in numpy's archive format: a zip of {@code NAME.npy}, each a header in
 * Python's notation and the values row by row, little-endian (NumPy's format 1.0).
 */
public final class Npz {
  private Npz() {}

  /**
   * Writes an archive. The same matrices give the same bytes.
   *
   * @param out stays open
   */
  public static void write(Map<String, FMatrixRMaj> matrices, OutputStream out) throws IOException {
    NpzWriter writer = new NpzWriter(out);
    for (Map.Entry<String, FMatrixRMaj> entry : matrices.entrySet()) {
      writer.add(entry.getKey(), entry.getValue());
    }
    writer.finish();
  }

  /**
   * Reads an archive of matrices as {@link #write} writes them.
   *
   * @param most values in all matrices together that are accepted
   * @throws DataFormatException with one sentence if it is something else
   */
  public static Map<String, FMatrixRMaj> read(Path file, long most) throws DataFormatException {
    NpzContents contents = NpzContents.read(file, most > Long.MAX_VALUE / 4 ? most : 4 * most);
    if (contents.matrices().size() != contents.count()) {
      throw new DataFormatException("%s holds other arrays than float32 matrices.".formatted(file));
    }
    return contents.matrices();
  }
}
