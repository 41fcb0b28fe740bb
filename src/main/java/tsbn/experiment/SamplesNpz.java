package tsbn.experiment;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.FrameMeaning;
import tsbn.model.Simulation;

/**
 * Made-up sequences with their hidden states as an archive for numpy: {@code frames}, {@code means}
 * and {@code states} of one, {@code frames_1}, {@code frames_2} and so on of several, and the
 * {@code primer}, if there is one. Frames, means and primer are as the model sees them; of motions
 * there are also {@code channels}, or {@code channels_1} and so on: the means as the skeleton's
 * channels in true units, frames x C in the order of {@link FramesCsv}.
 */
public final class SamplesNpz {
  private SamplesNpz() {}

  /**
   * Writes an archive.
   *
   * @param meaning of the frames
   * @param primer K x M; without rows where there is none
   * @param out stays open
   */
  public static void write(
      FrameMeaning meaning, FMatrixRMaj primer, List<Simulation> made, OutputStream out)
      throws IOException {
    Map<String, FMatrixRMaj> arrays = new LinkedHashMap<>();
    for (int i = 0; i < made.size(); i++) {
      String number = made.size() == 1 ? "" : "_" + (i + 1);
      arrays.put("frames" + number, made.get(i).frames());
      arrays.put("means" + number, made.get(i).means());
      arrays.put("states" + number, made.get(i).states());
      if (meaning instanceof FrameMeaning.Motion motion) {
        arrays.put("channels" + number, motion.decode(made.get(i).means()));
      }
    }
    if (primer.numRows > 0) {
      arrays.put("primer", primer);
    }
    Npz.write(arrays, out);
  }
}
