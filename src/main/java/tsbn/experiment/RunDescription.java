package tsbn.experiment;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tsbn.data.DataFormatException;
import tsbn.data.source.PortableSource;
import tsbn.learn.TrainingSettings;
import tsbn.math.Kernels;
import tsbn.model.sbn.Architecture;

/**
 * The file {@code experiment.json}. Data that lie in the run's own folder are named there without
 * it, so that the folder can be moved.
 *
 * @param experiment what the run follows from
 * @param data what to know of the data
 * @param hash of the data's contents; empty where nobody computed it
 * @param begun when, as ISO 8601; empty where nobody noted it
 */
record RunDescription(Experiment experiment, DataSummary data, String hash, String begun) {
  static final String FILE = "experiment.json";

  /** The first format, which does not say so, had no checkpoints. */
  private static final int FORMAT = 2;

  private static final long LONGEST = 1 << 20;

  /** Of a run that begins now. */
  static RunDescription now(Experiment experiment, DataSummary data, String hash) {
    String time = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    return new RunDescription(experiment, data, hash, time);
  }

  /** The same run with other settings. */
  RunDescription with(TrainingSettings settings) {
    return new RunDescription(
        new Experiment(experiment.data(), experiment.architecture(), settings), data, hash, begun);
  }

  void write(Path folder, Disk disk) throws IOException {
    JsonObject json = new JsonObject();
    json.addProperty("format", FORMAT);
    json.addProperty("program", "TSBN Workbench " + Version.text());
    json.addProperty("kernels", Kernels.fastest());
    if (!begun.isEmpty()) {
      json.addProperty("begun", begun);
    }
    String source = PortableSource.within(experiment.data(), folder);
    JsonObject about = ExperimentJson.json(source, data);
    if (!hash.isEmpty()) {
      about.addProperty("hash", hash);
    }
    json.add("data", about);
    json.add("architecture", ExperimentJson.json(experiment.architecture()));
    json.add("settings", ExperimentJson.json(experiment.settings()));
    AtomicFile.write(
        folder.resolve(FILE),
        AtomicFile.contents(out -> out.append(ExperimentJson.text(json))),
        disk);
  }

  /**
   * Reads it.
   *
   * @throws DataFormatException with one sentence if there is none, or something is wrong in it
   */
  static RunDescription read(Path folder) throws DataFormatException {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new DataFormatException(
          "%s is not a run: there is no file %s in it.".formatted(folder, FILE));
    }
    try {
      if (Files.size(file) > LONGEST) {
        throw new DataFormatException("%s is too long to be an experiment.".formatted(file));
      }
      return parse(Files.readString(file), folder);
    } catch (IOException e) {
      throw new DataFormatException("%s cannot be read.".formatted(file), e);
    } catch (IllegalArgumentException e) {
      throw refused(folder, e);
    }
  }

  /**
   * What a text says.
   *
   * @param folder where the data of the run lie if they lie in its folder
   * @throws IllegalArgumentException with what is wrong in it
   */
  static RunDescription parse(String text, Path folder) {
    JsonObject json = ExperimentJson.parse(text);
    requireFormat(json);
    JsonObject data = ExperimentJson.object(json, "data");
    String source = ExperimentJson.string(data, "source");
    Architecture architecture = ExperimentJson.architecture(json);
    TrainingSettings settings = ExperimentJson.settings(json, TrainingSettings.paper());
    return new RunDescription(
        new Experiment(PortableSource.at(orEmpty(source), folder), architecture, settings),
        ExperimentJson.summary(data),
        orEmpty(ExperimentJson.string(data, "hash")),
        orEmpty(ExperimentJson.string(json, "begun")));
  }

  private static void requireFormat(JsonObject json) {
    String format = ExperimentJson.string(json, "format");
    if (format != null && Integer.parseInt(format) > FORMAT) {
      throw new IllegalArgumentException("it was written by a later version of the program");
    }
  }

  /** A sentence about what is wrong with the values of a run. */
  static DataFormatException refused(Path folder, IllegalArgumentException e) {
    String what = e.getMessage();
    return new DataFormatException(
        "%s does not describe an experiment: %s%s"
            .formatted(folder.resolve(FILE), what, what.endsWith(".") ? "" : "."),
        e);
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
