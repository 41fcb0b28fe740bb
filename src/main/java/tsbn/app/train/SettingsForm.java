package tsbn.app.train;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import tsbn.app.support.Entry;
import tsbn.app.support.Workbench;
import tsbn.learn.OptimiserKind;
import tsbn.learn.TrainingSettings;

/**
 * The training settings as fields. What cannot be used is refused with the sentence that the
 * settings themselves give.
 */
public final class SettingsForm {
  private final Workbench workbench;
  private final StringProperty optimiser = new SimpleStringProperty();
  private final Entry<Double> stepSize;
  private final Entry<Double> weightDecay;
  private final Entry<Integer> batch;
  private final Entry<Integer> iterations;
  private final Entry<Integer> validateEvery;
  private final Entry<Long> seed;

  SettingsForm(Workbench workbench) {
    this.workbench = workbench;
    stepSize =
        Entry.ofDouble(
            check(TrainingSettings.Builder::stepSize), set(TrainingSettings.Builder::stepSize));
    weightDecay =
        Entry.ofDouble(
            check(TrainingSettings.Builder::weightDecay),
            set(TrainingSettings.Builder::weightDecay));
    batch =
        Entry.ofInt(check(TrainingSettings.Builder::batch), set(TrainingSettings.Builder::batch));
    iterations =
        Entry.ofInt(
            check(TrainingSettings.Builder::iterations), set(TrainingSettings.Builder::iterations));
    validateEvery =
        Entry.ofInt(
            check(TrainingSettings.Builder::validateEvery),
            set(TrainingSettings.Builder::validateEvery));
    seed = Entry.ofLong(check(TrainingSettings.Builder::seed), set(TrainingSettings.Builder::seed));
    optimiser.addListener(
        (observable, was, chosen) -> set(TrainingSettings.Builder::optimiser).accept(kind(chosen)));
    workbench.settingsProperty().subscribe(this::show);
  }

  // Properties

  /** The titles of the optimisers to choose from. */
  public List<String> optimisers() {
    return Arrays.stream(OptimiserKind.values()).map(OptimiserKind::title).toList();
  }

  /** The title of the chosen optimiser. */
  public StringProperty optimiserProperty() {
    return optimiser;
  }

  public Entry<Double> stepSize() {
    return stepSize;
  }

  public Entry<Double> weightDecay() {
    return weightDecay;
  }

  /** Sequences a step. */
  public Entry<Integer> batch() {
    return batch;
  }

  public Entry<Integer> iterations() {
    return iterations;
  }

  /** Iterations between two validations. */
  public Entry<Integer> validateEvery() {
    return validateEvery;
  }

  public Entry<Long> seed() {
    return seed;
  }

  // Commands

  /** The paper's settings; iterations, validation interval and seed stay as they are. */
  public void usePaper() {
    TrainingSettings now = workbench.settingsProperty().get();
    workbench
        .settingsProperty()
        .set(
            TrainingSettings.paper()
                .change()
                .iterations(now.iterations())
                .validateEvery(now.validateEvery())
                .seed(now.seed())
                .build());
  }

  private void show(TrainingSettings settings) {
    optimiser.set(settings.optimiser().title());
    stepSize.show(settings.stepSize());
    weightDecay.show(settings.weightDecay());
    batch.show(settings.batch());
    iterations.show(settings.iterations());
    validateEvery.show(settings.validateEvery());
    seed.show(settings.seed());
  }

  private static OptimiserKind kind(String title) {
    return Arrays.stream(OptimiserKind.values())
        .filter(kind -> kind.title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  private <V> Consumer<V> check(BiConsumer<TrainingSettings.Builder, V> setter) {
    return value -> Objects.requireNonNull(changed(setter, value));
  }

  private <V> Consumer<V> set(BiConsumer<TrainingSettings.Builder, V> setter) {
    return value -> workbench.settingsProperty().set(changed(setter, value));
  }

  private <V> TrainingSettings changed(BiConsumer<TrainingSettings.Builder, V> setter, V value) {
    TrainingSettings.Builder change = workbench.settingsProperty().get().change();
    setter.accept(change, value);
    return change.build();
  }
}
