package tsbn.experiment;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a user says of a run, as {@code label.json} keeps it. Nothing follows from it.
 *
 * @param name what the run is called; empty for its usual name
 * @param note anything
 * @param starred whether it is one of the better ones
 * @param shown whether its curve is drawn beside others
 * @param colour which of the series' colours its curve has, at least 0
 */
public record RunLabel(String name, String note, boolean starred, boolean shown, int colour) {
  static final String FILE = "label.json";
  private static final Logger LOG = LoggerFactory.getLogger(RunLabel.class);
  private static final long LONGEST = 1 << 20;

  /** Of a run that nobody has said anything of. */
  public static final RunLabel NONE = new RunLabel("", "", false, false, 0);

  public RunLabel {
    name = name == null ? "" : name.strip();
    note = note == null ? "" : note.strip();
    colour = Math.max(0, colour);
  }

  public RunLabel withName(String other) {
    return new RunLabel(other, note, starred, shown, colour);
  }

  public RunLabel withNote(String other) {
    return new RunLabel(name, other, starred, shown, colour);
  }

  public RunLabel withStar(boolean other) {
    return new RunLabel(name, note, other, shown, colour);
  }

  /** The same, with its curve drawn in a colour. */
  public RunLabel shownIn(int other) {
    return new RunLabel(name, note, starred, true, other);
  }

  /** The same, with its curve not drawn. */
  public RunLabel notShown() {
    return new RunLabel(name, note, starred, false, colour);
  }

  /** Writes it into the folder of a run. */
  public void write(Path folder) throws IOException {
    String text = ExperimentJson.text(ExperimentJson.json(this));
    AtomicFile.writeText(folder.resolve(FILE), out -> out.append(text));
  }

  /** What a folder has; {@link #NONE} where there is nothing that can be read. */
  static RunLabel read(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
        return NONE;
      }
      JsonObject json = ExperimentJson.parse(Files.readString(file));
      return new RunLabel(
          ExperimentJson.string(json, "name"),
          ExperimentJson.string(json, "note"),
          isTrue(json, "starred"),
          isTrue(json, "shown"),
          json.has("colour") ? json.get("colour").getAsInt() : 0);
    } catch (IOException | RuntimeException broken) {
      LOG.warn("{} cannot be read and is ignored", file, broken);
      return NONE;
    }
  }

  private static boolean isTrue(JsonObject json, String key) {
    return json.has(key) && json.get(key).getAsBoolean();
  }
}
