package tsbn.experiment;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.CRC32;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.DataFormatException;
import tsbn.learn.Checkpoint;
import tsbn.learn.StateArrays;
import tsbn.learn.TrainingSettings;

/**
 * A checkpoint as one archive that numpy reads: its matrices as float32, its vectors as float64,
 * its numbers as int64, and two texts, the settings of the last step and of the next, as bytes. It
 * has a check sum of the names of its entries, so that one which lost its end is not taken for
 * whole.
 */
final class CheckpointFile {
  private static final String NAMES = "namesChecksum";
  private static final String VERSION = "format";
  private static final String SETTINGS = "settings";
  private static final String NEXT = "nextSettings";
  private static final long FORMAT = 1;

  private CheckpointFile() {}

  /** Writes it; the stream stays open. */
  static void write(Checkpoint checkpoint, OutputStream out) throws IOException {
    StateArrays arrays = checkpoint.arrays();
    NpzWriter writer = new NpzWriter(out);
    writer.add(VERSION, FORMAT);
    writer.add(NAMES, checksum(arrays));
    writer.add(SETTINGS, text(checkpoint.settings()));
    writer.add(NEXT, text(checkpoint.next()));
    for (Map.Entry<String, Long> entry : arrays.numbers().entrySet()) {
      writer.add(entry.getKey(), entry.getValue());
    }
    for (Map.Entry<String, double[]> entry : arrays.vectors().entrySet()) {
      writer.add(entry.getKey(), entry.getValue());
    }
    for (Map.Entry<String, FMatrixRMaj> entry : arrays.matrices().entrySet()) {
      writer.add(entry.getKey(), entry.getValue());
    }
    writer.finish();
  }

  /** A check sum of all names, whatever their order. */
  private static long checksum(StateArrays arrays) {
    TreeSet<String> names = new TreeSet<>(arrays.matrices().keySet());
    names.addAll(arrays.vectors().keySet());
    names.addAll(arrays.numbers().keySet());
    CRC32 sum = new CRC32();
    sum.update(String.join("\n", names).getBytes(StandardCharsets.UTF_8));
    return sum.getValue();
  }

  private static String text(TrainingSettings settings) {
    JsonObject json = new JsonObject();
    json.add("settings", ExperimentJson.json(settings));
    return ExperimentJson.text(json);
  }

  /**
   * Reads it.
   *
   * @throws DataFormatException with one sentence if any part of it is damaged or missing
   */
  static Checkpoint read(Path file) throws DataFormatException {
    try {
      // Nothing is compressed, so it cannot hold more than its size.
      NpzContents contents = NpzContents.read(file, Files.size(file));
      Map<String, Long> numbers = contents.numbers();
      if (numbers.getOrDefault(VERSION, 0L) > FORMAT) {
        throw new DataFormatException(
            "%s was written by a later version of the program.".formatted(file));
      }
      StateArrays arrays = new StateArrays();
      contents.matrices().forEach(arrays::take);
      contents.vectors().forEach(arrays::put);
      numbers.forEach(
          (name, value) -> {
            if (!name.equals(VERSION) && !name.equals(NAMES)) {
              arrays.put(name, value);
            }
          });
      if (numbers.getOrDefault(NAMES, -1L) != checksum(arrays)) {
        throw new DataFormatException("%s is damaged; a part of it is missing.".formatted(file));
      }
      return new Checkpoint(
          arrays, settings(contents.texts().get(SETTINGS)), settings(contents.texts().get(NEXT)));
    } catch (IOException e) {
      throw new DataFormatException("%s cannot be read.".formatted(file), e);
    } catch (IllegalArgumentException e) {
      throw new DataFormatException("%s is no checkpoint of a run.".formatted(file), e);
    }
  }

  private static TrainingSettings settings(String text) {
    if (text == null) {
      throw new IllegalArgumentException("There are no settings.");
    }
    return ExperimentJson.settings(ExperimentJson.parse(text), TrainingSettings.paper());
  }
}
