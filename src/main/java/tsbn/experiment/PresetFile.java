package tsbn.experiment;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import tsbn.data.DataFormatException;
import tsbn.data.DataKind;
import tsbn.data.Progress;
import tsbn.data.source.PortableSource;
import tsbn.learn.TrainingSettings;
import tsbn.model.sbn.Likelihood;

/**
 * A preset as JSON. It has three forms: the one of the presets that come with the program, with a
 * model by its name; the same with a design, layer by layer; and that of a run's {@code
 * experiment.json}, with its architecture.
 */
final class PresetFile {
  static final long LONGEST = 1 << 20;
  private static final int MOST_LAYERS = 100;
  private static final String ARCHITECTURE = "architecture";
  private static final String MODEL = "model";
  private static final String DESIGN = "design";

  private PresetFile() {}

  /** A model by name. */
  private record Model(
      String variant,
      List<Integer> layers,
      Integer order,
      Set<Integer> ownPast,
      Set<Integer> pastBelow) {

    ModelDesign design() {
      if (variant == null || order == null || layers == null) {
        throw new IllegalArgumentException("the model has no variant, layers or order");
      }
      requireNumbers(layers);
      if (layers.isEmpty()) {
        throw new IllegalArgumentException("the model has no layers");
      }
      ModelDesign design = ModelDesign.named(variant, layers, order);
      if (ownPast != null) {
        requireNumbers(ownPast);
        design = design.withOwnPast(ownPast);
      }
      if (pastBelow != null) {
        requireNumbers(pastBelow);
        design = design.withPastBelow(pastBelow);
      }
      return design;
    }

    private static void requireNumbers(Collection<Integer> layers) {
      if (layers.size() > MOST_LAYERS || layers.stream().anyMatch(Objects::isNull)) {
        throw new IllegalArgumentException(
            "the layers are not numbers, %d at most".formatted(MOST_LAYERS));
      }
    }
  }

  /** See {@link Presets#read(Path)}. */
  static Preset read(Path file) throws DataFormatException {
    Path name = file.getFileName() == null ? file : file.getFileName();
    String ending = name.toString().toLowerCase(Locale.ROOT);
    try {
      if (Files.isDirectory(file)) {
        return of(name.toString(), RunDescription.read(file));
      }
      if (!Files.isRegularFile(file)) {
        throw new DataFormatException("There is no preset %s.".formatted(file));
      }
      String title = name.toString().replaceFirst("\\.[^.]*$", "");
      if (ending.endsWith(RunArchive.ENDING)) {
        return parse(title, new RunUnpacking(file, Progress.NONE).description(), file);
      }
      if (Files.size(file) > LONGEST) {
        throw new DataFormatException("%s is too long to be a preset.".formatted(file));
      }
      return parse(title, Files.readString(file), file);
    } catch (IOException e) {
      throw new DataFormatException("%s cannot be read.".formatted(file), e);
    } catch (IllegalArgumentException e) {
      String what = e.getMessage();
      throw new DataFormatException(
          "%s is not a preset: %s%s".formatted(file, what, what.endsWith(".") ? "" : "."), e);
    }
  }

  private static Preset parse(String title, String text, Path file) {
    JsonObject json = ExperimentJson.parse(text);
    if (json.has(ARCHITECTURE)) {
      return of(title, RunDescription.parse(text, file.toAbsolutePath().resolveSibling("")));
    }
    Preset preset = parse(title, text);
    boolean there = preset.data() != null && PortableSource.isThere(preset.data());
    return there
        ? preset
        : new Preset(
            title, preset.title(), preset.description(), null, preset.design(), preset.settings());
  }

  private static Preset of(String title, RunDescription run) {
    Experiment experiment = run.experiment();
    return new Preset(
        title,
        title,
        "What a run on %s was trained with.".formatted(run.data().name()),
        PortableSource.isThere(experiment.data()) ? experiment.data() : null,
        ModelDesign.of(experiment.architecture(), run.data().kind()),
        experiment.settings());
  }

  /**
   * A preset of the program's own form.
   *
   * @param name what it is called; its title where it has no other
   * @throws IllegalArgumentException with what is wrong in the text
   */
  static Preset parse(String name, String text) {
    JsonObject json = ExperimentJson.parse(text);
    String title = ExperimentJson.string(json, "title");
    String description = ExperimentJson.string(json, "description");
    return new Preset(
        name,
        title == null ? name : title,
        description == null ? "" : description,
        ExperimentJson.string(json, "data"),
        json.has(DESIGN) ? design(ExperimentJson.object(json, DESIGN)) : named(json),
        ExperimentJson.settings(json, TrainingSettings.paper()));
  }

  private static ModelDesign named(JsonObject json) {
    return ExperimentJson.record(ExperimentJson.object(json, MODEL), Model.class).design();
  }

  private static ModelDesign design(JsonObject json) {
    ModelDesign design = ExperimentJson.record(json, ModelDesign.class);
    if (design.hidden().size() > MOST_LAYERS) {
      throw new IllegalArgumentException("it has more than %d layers".formatted(MOST_LAYERS));
    }
    Likelihood any = design.likelihood() == null ? Likelihood.NORMAL : design.likelihood();
    design.with(any).on(1, any == Likelihood.MULTINOMIAL ? DataKind.COUNTS : DataKind.GREY);
    return design;
  }

  /** Whether a text has one of the forms, as far as its keys say. */
  static boolean isOne(String text) {
    try {
      JsonObject json = ExperimentJson.parse(text);
      return json.has(ARCHITECTURE) || json.has(DESIGN) || json.has(MODEL);
    } catch (IllegalArgumentException other) {
      return false;
    }
  }

  /** A preset as a text in the program's own form, with its model layer by layer. */
  static String text(Preset preset) {
    JsonObject json = new JsonObject();
    json.addProperty("title", preset.title());
    json.addProperty("description", preset.description());
    if (preset.data() != null) {
      json.addProperty("data", preset.data());
    }
    json.add(DESIGN, ExperimentJson.json(preset.design()));
    json.add("settings", ExperimentJson.json(preset.settings()));
    return ExperimentJson.text(json);
  }
}
