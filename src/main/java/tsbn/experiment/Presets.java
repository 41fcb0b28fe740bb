package tsbn.experiment;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tsbn.data.FrameMeaning;
import tsbn.learn.TrainingSettings;

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

  private static final List<Preset> ALL = NAMES.stream().map(Presets::read).toList();

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
   * TrainingSettings#recommended} serves any model.
   */
  public static Optional<Preset> recommended(FrameMeaning meaning) {
    if (meaning instanceof FrameMeaning.Words) {
      return find("best-sotu");
    }
    return meaning instanceof FrameMeaning.Motion ? find("best-motion") : Optional.empty();
  }

  private static ModelDesign design(JsonObject model) {
    ModelDesign design =
        ModelDesign.named(
            ExperimentJson.string(model, "variant"),
            ExperimentJson.numbers(model, "layers"),
            model.get("order").getAsInt());
    if (model.has("ownPast")) {
      design = design.withOwnPast(Set.copyOf(ExperimentJson.numbers(model, "ownPast")));
    }
    if (model.has("pastBelow")) {
      design = design.withPastBelow(Set.copyOf(ExperimentJson.numbers(model, "pastBelow")));
    }
    return design;
  }

  private static Preset read(String name) {
    try (InputStream in = Presets.class.getResourceAsStream("presets/" + name + ".json")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      JsonObject json = ExperimentJson.parse(text);
      JsonObject model = ExperimentJson.object(json, "model");
      return new Preset(
          name,
          ExperimentJson.string(json, "title"),
          ExperimentJson.string(json, "description"),
          ExperimentJson.string(json, "data"),
          design(model),
          ExperimentJson.settings(json, TrainingSettings.paper()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
