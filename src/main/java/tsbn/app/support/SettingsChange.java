package tsbn.app.support;

import java.util.List;
import java.util.function.Function;
import tsbn.experiment.ModelDesign;
import tsbn.learn.TrainingSettings;

/** What differs between two choices of model and settings, in words. */
final class SettingsChange {
  private static final Messages MESSAGES = Messages.of(SettingsChange.class);

  /** A setting that a user can change, and its value as a text. */
  private record Setting(String name, Function<TrainingSettings, String> value) {}

  private static final List<Setting> SETTINGS =
      List.of(
          new Setting("optimiser", now -> now.optimiser().title()),
          number("stepSize", TrainingSettings::stepSize),
          number("momentum", TrainingSettings::momentum),
          number("decay", TrainingSettings::decay),
          number("weightDecay", TrainingSettings::weightDecay),
          new Setting("schedule", now -> now.schedule().title()),
          whole("warmUp", TrainingSettings::warmUp),
          number("clipNorm", TrainingSettings::clipNorm),
          new Setting("gradientMean", now -> now.gradientMean().title()),
          new Setting("estimator", now -> now.estimator().title()),
          new Setting("signal", now -> now.signal().title()),
          number("discount", TrainingSettings::discount),
          whole("samples", TrainingSettings::samples),
          whole("truncation", TrainingSettings::truncation),
          whole("batch", TrainingSettings::batch),
          number("frameNoise", TrainingSettings::frameNoise),
          whole("iterations", TrainingSettings::iterations),
          whole("validateEvery", TrainingSettings::validateEvery),
          whole("validationSequences", TrainingSettings::validationSequences),
          whole("earlyStop", TrainingSettings::earlyStop),
          whole("baselineUnits", TrainingSettings::baselineUnits),
          new Setting("initialisation", now -> now.initialisation().title()),
          number("initialScale", TrainingSettings::initialScale),
          whole("threads", TrainingSettings::threads),
          new Setting("seed", now -> String.valueOf(now.seed())));

  private SettingsChange() {}

  private static Setting number(String name, Function<TrainingSettings, Double> value) {
    return new Setting(name, now -> Entry.plain(value.apply(now)));
  }

  private static Setting whole(String name, Function<TrainingSettings, Integer> value) {
    return new Setting(name, now -> Readable.count(value.apply(now)));
  }

  /** The names of the settings that have a text here. */
  static List<String> names() {
    return SETTINGS.stream().map(Setting::name).toList();
  }

  /**
   * Says it in a few words, such as {@code Step size 0.001 to 0.01}.
   *
   * @return empty where nothing differs
   */
  static String title(
      ModelDesign design, ModelDesign otherDesign, TrainingSettings from, TrainingSettings to) {
    boolean model = !design.equals(otherDesign);
    List<Setting> changed =
        SETTINGS.stream()
            .filter(setting -> !setting.value().apply(from).equals(setting.value().apply(to)))
            .toList();
    if (model) {
      return MESSAGES.get(changed.isEmpty() ? "history.model" : "history.both");
    }
    if (changed.size() == 1) {
      Setting one = changed.get(0);
      return MESSAGES.format(
          "history.one",
          MESSAGES.get("setting." + one.name()),
          one.value().apply(from),
          one.value().apply(to));
    }
    return changed.isEmpty() ? "" : MESSAGES.format("history.many", changed.size());
  }
}
