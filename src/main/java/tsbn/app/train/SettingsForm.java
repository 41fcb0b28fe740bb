package tsbn.app.train;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableStringValue;
import tsbn.app.support.Choice;
import tsbn.app.support.Entry;
import tsbn.app.support.Messages;
import tsbn.app.support.Workbench;
import tsbn.experiment.DataSummary;
import tsbn.experiment.Preset;
import tsbn.experiment.Presets;
import tsbn.learn.EstimatorKind;
import tsbn.learn.GradientMean;
import tsbn.learn.Initialisation;
import tsbn.learn.OptimiserKind;
import tsbn.learn.Schedule;
import tsbn.learn.SignalKind;
import tsbn.learn.TrainingSettings;
import tsbn.learn.TrainingSettingsBuilder;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.Likelihood;

/**
 * The training settings as fields, by the names that the layout gives them. What cannot be used is
 * refused with the sentence that the settings themselves give.
 */
public final class SettingsForm {
  private static final EnumSet<OptimiserKind> WITH_MOMENTUM =
      EnumSet.of(OptimiserKind.RMSPROP, OptimiserKind.SGD, OptimiserKind.ADAGRAD);

  private static final Messages MESSAGES = Messages.of(SettingsForm.class);

  private final Workbench workbench;
  private final StringBinding recommended;
  private final Map<String, Setting> fields = new HashMap<>();
  private final List<Consumer<TrainingSettings>> shown = new ArrayList<>();

  SettingsForm(Workbench workbench) {
    this.workbench = workbench;
    this.recommended =
        Bindings.createStringBinding(
            () ->
                forData()
                    .map(preset -> MESSAGES.format("recommended.preset.tip", preset.title()))
                    .orElse(MESSAGES.get("recommended.tip")),
            workbench.aboutProperty());
    addGradient();
    addSteps();
    addRun();
    for (Setting field : fields.values()) {
      workbench.refuseWhile(
          () -> field.appliesProperty().get() ? field.problemProperty().get() : "");
    }
    workbench.settingsProperty().subscribe(this::show);
    workbench
        .architectureProperty()
        .addListener((observable, was, is) -> show(workbench.settingsProperty().get()));
  }

  private void addGradient() {
    choice(
        "estimator",
        List.of(EstimatorKind.values()),
        EstimatorKind::title,
        TrainingSettings::estimator,
        this::estimator,
        always());
    whole("samples", TrainingSettings::samples, TrainingSettingsBuilder::samples, always());
    choice(
        "signal",
        List.of(SignalKind.values()),
        SignalKind::title,
        TrainingSettings::signal,
        TrainingSettingsBuilder::signal,
        now -> now.estimator().takesSignal());
    number(
        "discount",
        TrainingSettings::discount,
        TrainingSettingsBuilder::discount,
        now -> now.estimator().takesSignal() && now.signal() == SignalKind.DISCOUNTED);
    whole(
        "truncation",
        TrainingSettings::truncation,
        TrainingSettingsBuilder::truncation,
        now -> model() != null && model().hasDeterministic());
    whole(
        "baseline",
        TrainingSettings::baselineUnits,
        TrainingSettingsBuilder::baselineUnits,
        usesBaseline());
    choice(
        "mean",
        List.of(GradientMean.values()),
        GradientMean::title,
        TrainingSettings::gradientMean,
        TrainingSettingsBuilder::gradientMean,
        always());
    number("clip", TrainingSettings::clipNorm, TrainingSettingsBuilder::clipNorm, always());
  }

  private void addSteps() {
    choice(
        "optimiser",
        List.of(OptimiserKind.values()),
        OptimiserKind::title,
        TrainingSettings::optimiser,
        TrainingSettingsBuilder::optimiser,
        always());
    number("step-size", TrainingSettings::stepSize, TrainingSettingsBuilder::stepSize, always());
    number(
        "momentum",
        TrainingSettings::momentum,
        TrainingSettingsBuilder::momentum,
        now -> WITH_MOMENTUM.contains(now.optimiser()));
    number(
        "decay",
        TrainingSettings::decay,
        TrainingSettingsBuilder::decay,
        now -> now.optimiser() == OptimiserKind.RMSPROP);
    number(
        "weight-decay",
        TrainingSettings::weightDecay,
        TrainingSettingsBuilder::weightDecay,
        always());
    choice(
        "schedule",
        List.of(Schedule.values()),
        Schedule::title,
        TrainingSettings::schedule,
        TrainingSettingsBuilder::schedule,
        always());
    whole("warm-up", TrainingSettings::warmUp, TrainingSettingsBuilder::warmUp, always());
    whole("batch", TrainingSettings::batch, TrainingSettingsBuilder::batch, always());
    number(
        "frame-noise",
        TrainingSettings::frameNoise,
        TrainingSettingsBuilder::frameNoise,
        now -> model() != null && model().likelihood() == Likelihood.NORMAL);
  }

  private void addRun() {
    whole(
        "iterations", TrainingSettings::iterations, TrainingSettingsBuilder::iterations, always());
    whole(
        "validate-every",
        TrainingSettings::validateEvery,
        TrainingSettingsBuilder::validateEvery,
        always());
    whole(
        "validation-sequences",
        TrainingSettings::validationSequences,
        TrainingSettingsBuilder::validationSequences,
        always());
    whole("early-stop", TrainingSettings::earlyStop, TrainingSettingsBuilder::earlyStop, always());
    choice(
        "initialisation",
        List.of(Initialisation.values()),
        Initialisation::title,
        TrainingSettings::initialisation,
        TrainingSettingsBuilder::initialisation,
        always());
    number(
        "scale",
        TrainingSettings::initialScale,
        TrainingSettingsBuilder::initialScale,
        usesBaseline().or(now -> now.initialisation() != Initialisation.SCALED));
    whole("threads", TrainingSettings::threads, TrainingSettingsBuilder::threads, always());
    Entry<Long> seed =
        Entry.ofLong(check(TrainingSettingsBuilder::seed), set(TrainingSettingsBuilder::seed));
    add("seed", new Setting(seed), now -> seed.show(now.seed()), always());
  }

  // Properties

  /**
   * A setting.
   *
   * @param name as in the layout, such as {@code step-size}
   */
  public Setting get(String name) {
    return Objects.requireNonNull(fields.get(name), name);
  }

  /** What {@link #useRecommended} would choose, in words. */
  public ObservableStringValue recommendedProperty() {
    return recommended;
  }

  // Commands

  /** The paper's settings; iterations, validation interval and seed stay as they are. */
  public void usePaper() {
    use(TrainingSettings.paper());
  }

  /** What learns best by our comparison, or such data; the same stay as they are. */
  public void useRecommended() {
    use(forData().map(Preset::settings).orElseGet(TrainingSettings::recommended));
  }

  /** The preset for data that wants settings of its own; nothing for other data. */
  private Optional<Preset> forData() {
    DataSummary about = workbench.aboutProperty().get();
    return about == null ? Optional.empty() : Presets.recommended(about.meaning());
  }

  private void use(TrainingSettings other) {
    TrainingSettings now = workbench.settingsProperty().get();
    workbench
        .settingsProperty()
        .set(
            other
                .change()
                .iterations(now.iterations())
                .validateEvery(now.validateEvery())
                .seed(now.seed())
                .build());
  }

  // How

  /** Another estimator, with as many samples as it needs. */
  private void estimator(TrainingSettingsBuilder change, EstimatorKind kind) {
    change.estimator(kind);
    if (workbench.settingsProperty().get().samples() < kind.fewestSamples()) {
      change.samples(kind.usualSamples());
    }
  }

  private Architecture model() {
    return workbench.architectureProperty().get();
  }

  private static Predicate<TrainingSettings> always() {
    return now -> true;
  }

  private static Predicate<TrainingSettings> usesBaseline() {
    return now -> now.estimator() == EstimatorKind.NVIL;
  }

  private void show(TrainingSettings settings) {
    shown.forEach(field -> field.accept(settings));
    boolean any = model() != null;
    get("estimator").refuse(any ? settings.estimator().refusal(model()).orElse("") : "");
  }

  private void whole(
      String name,
      Function<TrainingSettings, Integer> get,
      BiConsumer<TrainingSettingsBuilder, Integer> setter,
      Predicate<TrainingSettings> applies) {
    Entry<Integer> entry = Entry.ofInt(check(setter), set(setter));
    add(name, new Setting(entry), now -> entry.show(get.apply(now)), applies);
  }

  private void number(
      String name,
      Function<TrainingSettings, Double> get,
      BiConsumer<TrainingSettingsBuilder, Double> setter,
      Predicate<TrainingSettings> applies) {
    Entry<Double> entry = Entry.ofDouble(check(setter), set(setter));
    add(name, new Setting(entry), now -> entry.show(get.apply(now)), applies);
  }

  private <E> void choice(
      String name,
      List<E> values,
      Function<E, String> title,
      Function<TrainingSettings, E> get,
      BiConsumer<TrainingSettingsBuilder, E> setter,
      Predicate<TrainingSettings> applies) {
    Choice<E> choice = new Choice<>(values, title, set(setter));
    add(name, new Setting(choice), now -> choice.show(get.apply(now)), applies);
  }

  private void add(
      String name,
      Setting field,
      Consumer<TrainingSettings> show,
      Predicate<TrainingSettings> applies) {
    fields.put(name, field);
    shown.add(show);
    shown.add(now -> field.setApplies(applies.test(now)));
  }

  private <V> Consumer<V> check(BiConsumer<TrainingSettingsBuilder, V> setter) {
    return value -> Objects.requireNonNull(changed(setter, value));
  }

  private <V> Consumer<V> set(BiConsumer<TrainingSettingsBuilder, V> setter) {
    return value -> workbench.settingsProperty().set(changed(setter, value));
  }

  private <V> TrainingSettings changed(BiConsumer<TrainingSettingsBuilder, V> setter, V value) {
    TrainingSettingsBuilder change = workbench.settingsProperty().get().change();
    setter.accept(change, value);
    return change.build();
  }
}
