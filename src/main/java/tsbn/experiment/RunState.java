package tsbn.experiment;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import tsbn.learn.Trainer;

/**
 * How far a run is, as {@code state.json} says it: a run that is said to be running and that nobody
 * trains was ended from outside.
 *
 * @param state what the trainer was doing
 * @param sentence why it failed; otherwise empty
 * @param iteration steps that the newest checkpoint has taken
 * @param seconds training time up to there
 * @param bound smoothed training bound, nats per time step; NaN before the first step, and where
 *     the folder does not say
 */
public record RunState(
    Trainer.State state, String sentence, int iteration, double seconds, double bound) {
  static final String FILE = "state.json";
  private static final long LONGEST = 1 << 16;

  void write(Path folder, Disk disk) throws IOException {
    JsonObject json = new JsonObject();
    json.addProperty("state", state.name().toLowerCase(Locale.ROOT));
    json.addProperty("sentence", sentence);
    json.addProperty("iteration", iteration);
    json.addProperty("seconds", seconds);
    if (Double.isFinite(bound)) {
      json.addProperty("bound", bound);
    }
    AtomicFile.write(
        folder.resolve(FILE),
        AtomicFile.contents(out -> out.append(ExperimentJson.text(json))),
        disk);
  }

  /** What a folder says; nothing where it does not say it, or nothing that can be read. */
  static Optional<RunState> read(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
        return Optional.empty();
      }
      JsonObject json = ExperimentJson.parse(Files.readString(file));
      String sentence = ExperimentJson.string(json, "sentence");
      return Optional.of(
          new RunState(
              Trainer.State.valueOf(json.get("state").getAsString().toUpperCase(Locale.ROOT)),
              sentence == null ? "" : sentence,
              json.get("iteration").getAsInt(),
              json.get("seconds").getAsDouble(),
              json.has("bound") ? json.get("bound").getAsDouble() : Double.NaN));
    } catch (IOException | RuntimeException unreadable) {
      return Optional.empty();
    }
  }
}
