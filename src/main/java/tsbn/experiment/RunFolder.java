package tsbn.experiment;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.DataFormatException;
import tsbn.learn.CurvePoint;
import tsbn.learn.TrainingSettings;
import tsbn.model.Parameters;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.TemporalSbn;

/** Keeps a run as a folder of three files; the package says what is in them. */
public final class RunFolder {
  private static final String EXPERIMENT = "experiment.json";
  private static final String CURVE = "curve.csv";
  private static final String MODEL = "model.npz";
  private static final long LONGEST_EXPERIMENT = 1 << 20;

  private RunFolder() {}

  /** Whether a folder says that it holds a run. */
  public static boolean isRun(Path folder) {
    return Files.isRegularFile(folder.resolve(EXPERIMENT));
  }

  /** Whether a run is there already. */
  public static boolean holdsRun(Path folder) {
    return Files.exists(folder.resolve(EXPERIMENT));
  }

  /**
   * Creates the folder, where there is none.
   *
   * @throws IOException if there can be none, or nothing can be written into it
   */
  public static void create(Path folder) throws IOException {
    Files.createDirectories(folder);
    if (!Files.isWritable(folder)) {
      throw new AccessDeniedException(folder.toString());
    }
  }

  /** Whether a run can be saved there: a run is there, or nothing, or an empty folder. */
  public static boolean mayHold(Path folder) throws IOException {
    if (!Files.exists(folder) || holdsRun(folder)) {
      return true;
    }
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (var entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  /** Saves a run, over another one if there is one; creates the folder. */
  public static void save(Path folder, SavedRun run) throws IOException {
    create(folder);
    AtomicFile.writeText(folder.resolve(CURVE), out -> CurveCsv.write(run.curve(), out));
    Map<String, FMatrixRMaj> blocks = new LinkedHashMap<>();
    Parameters parameters = run.model().parameters();
    parameters.names().forEach(name -> blocks.put(name, parameters.get(name)));
    AtomicFile.write(folder.resolve(MODEL), out -> Npz.write(blocks, out));
    JsonObject json = new JsonObject();
    json.addProperty("program", "TSBN Workbench " + Version.text());
    json.add("data", ExperimentJson.json(run.experiment().data(), run.data()));
    json.add("architecture", ExperimentJson.json(run.experiment().architecture()));
    json.add("settings", ExperimentJson.json(run.experiment().settings()));
    AtomicFile.writeText(folder.resolve(EXPERIMENT), out -> out.append(ExperimentJson.text(json)));
  }

  /**
   * Loads a run.
   *
   * @throws DataFormatException with one sentence if the folder does not hold a whole run
   */
  public static SavedRun load(Path folder) throws DataFormatException {
    Path file = folder.resolve(EXPERIMENT);
    if (!Files.isRegularFile(file)) {
      throw new DataFormatException(
          "%s is not a run: there is no file %s in it.".formatted(folder, EXPERIMENT));
    }
    try {
      if (Files.size(file) > LONGEST_EXPERIMENT) {
        throw new DataFormatException("%s is too long to be an experiment.".formatted(file));
      }
      JsonObject json = ExperimentJson.parse(Files.readString(file));
      JsonObject data = ExperimentJson.object(json, "data");
      String source = ExperimentJson.string(data, "source");
      Architecture architecture = ExperimentJson.architecture(json);
      TrainingSettings settings = ExperimentJson.settings(json, TrainingSettings.paper());
      List<CurvePoint> curve = CurveCsv.read(folder.resolve(CURVE));
      return new SavedRun(
          new Experiment(source == null ? "" : source, architecture, settings),
          ExperimentJson.summary(data),
          curve,
          model(architecture, folder.resolve(MODEL)));
    } catch (IOException e) {
      throw new DataFormatException("%s cannot be read.".formatted(file), e);
    } catch (IllegalArgumentException e) {
      String what = e.getMessage();
      throw new DataFormatException(
          "%s does not describe an experiment: %s%s"
              .formatted(file, what, what.endsWith(".") ? "" : "."),
          e);
    }
  }

  private static TemporalSbn model(Architecture architecture, Path file)
      throws DataFormatException {
    Experiment.requireMemory(architecture);
    long count = architecture.parameterCount();
    Map<String, FMatrixRMaj> blocks = Npz.read(file, count);
    Parameters found = new Parameters();
    blocks.forEach((name, block) -> found.add(name, block.numRows, block.numCols).setTo(block));
    // Only now: the file has shown that there are that many values.
    if (found.count() != count) {
      throw new DataFormatException(
          "%s holds %,d parameters and the architecture has %,d."
              .formatted(file, found.count(), count));
    }
    TemporalSbn model = new TemporalSbn(architecture);
    try {
      model.parameters().copyFrom(found);
    } catch (IllegalArgumentException e) {
      throw new DataFormatException(
          "%s does not fit the architecture: %s".formatted(file, e.getMessage()), e);
    }
    return model;
  }
}
