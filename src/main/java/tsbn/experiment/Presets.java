package tsbn.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tsbn.data.DataFormatException;
import tsbn.data.FrameMeaning;

/** The named starting points that come with the program, one JSON file each. */
public final class Presets {
  /** In the order to show them. */
  private static final List<String> NAMES =
      List.of(
          "quick-balls",
          "quick-chorales",
          "quick-gait",
          "quick-speeches",
          "paper-balls",
          "paper-balls-order4",
          "paper-balls-dtsbn-s",
          "paper-balls-dtsbn-d",
          "paper-music",
          "paper-mocap",
          "paper-sotu-hmsbn",
          "paper-sotu-dhmsbn-s",
          "best-jsb",
          "best-nottingham",
          "best-balls",
          "best-motion",
          "best-sotu");

  private static final List<Preset> ALL = NAMES.stream().map(Presets::ofProgram).toList();

  private Presets() {}

  /** All presets, the quick ones first. */
  public static List<Preset> all() {
    return ALL;
  }

  /** The preset of that name. */
  public static Optional<Preset> find(String name) {
    return ALL.stream().filter(preset -> preset.name().equals(name)).findFirst();
  }

  /**
   * What to begin with for frames that want a model and settings of their own; nothing where {@link
   * tsbn.learn.TrainingSettings#recommended} serves any model.
   */
  public static Optional<Preset> recommended(FrameMeaning meaning) {
    if (meaning instanceof FrameMeaning.Words) {
      return find("best-sotu");
    }
    return meaning instanceof FrameMeaning.Motion ? find("best-motion") : Optional.empty();
  }

  /**
   * A preset of the user's own: a JSON file in the form of a run's {@code experiment.json} or in
   * that of the presets that come with the program; or a run, as a folder or as one file, whose
   * settings it is.
   *
   * @return its data are null where it names none, or none that is on this machine
   * @throws DataFormatException with one sentence if it is something else
   */
  public static Preset read(Path file) throws DataFormatException {
    return PresetFile.read(file);
  }

  /**
   * Whether a file is a preset as JSON, as far as its name and its keys say.
   *
   * @throws IOException if it cannot be read
   */
  public static boolean isFile(Path file) throws IOException {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".json")
        && Files.isRegularFile(file)
        && Files.size(file) <= PresetFile.LONGEST
        && PresetFile.isOne(Files.readString(file));
  }

  /** Writes a preset as JSON, which {@link #read} reads. */
  public static void write(Preset preset, Path file) throws IOException {
    byte[] text = PresetFile.text(preset).getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(file, out -> out.write(text));
  }

  private static Preset ofProgram(String name) {
    try (InputStream in = Presets.class.getResourceAsStream("presets/" + name + ".json")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return PresetFile.parse(name, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
