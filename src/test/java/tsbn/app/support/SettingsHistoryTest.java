package tsbn.app.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsbn.experiment.ModelDesign;
import tsbn.experiment.Presets;
import tsbn.learn.OptimiserKind;
import tsbn.learn.TrainingSettings;
import tsbn.learn.TrainingSettingsBuilder;
import tsbn.model.sbn.Likelihood;

class SettingsHistoryTest {
  @TempDir Path folder;
  private TestBench bench;
  private SettingsHistory history;

  @BeforeEach
  void create() {
    bench = new TestBench(folder);
    history = new SettingsHistory(bench.workbench);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private TrainingSettings settings() {
    return bench.workbench.settingsProperty().get();
  }

  private ModelDesign design() {
    return bench.workbench.designProperty().get();
  }

  private void change(UnaryOperator<TrainingSettingsBuilder> change) {
    bench.workbench.settingsProperty().set(change.apply(settings().change()).build());
  }

  private void step(UnaryOperator<TrainingSettingsBuilder> change) {
    change(change);
    history.settle();
  }

  @Test
  void aStepIsTakenBackAndDoneAgain() {
    assertFalse(history.canUndoProperty().get());
    assertEquals("", history.undoTitleProperty().get());
    step(now -> now.stepSize(0.001));
    step(now -> now.stepSize(0.01));
    assertTrue(history.canUndoProperty().get());
    assertEquals("Step size 0.001 to 0.01", history.undoTitleProperty().get());
    history.undo();
    assertEquals(0.001, settings().stepSize());
    assertEquals("Step size 0.001 to 0.01", history.redoTitleProperty().get());
    assertEquals("Step size 0.0001 to 0.001", history.undoTitleProperty().get());
    history.undo();
    assertEquals(TrainingSettings.paper(), settings());
    assertFalse(history.canUndoProperty().get());
    history.undo();
    assertEquals(TrainingSettings.paper(), settings());
    history.redo();
    history.redo();
    assertEquals(0.01, settings().stepSize());
    assertFalse(history.canRedoProperty().get());
    history.redo();
    assertEquals(0.01, settings().stepSize());
  }

  @Test
  void anotherStepForgetsWhatWasTakenBack() {
    step(now -> now.iterations(2000));
    history.undo();
    assertTrue(history.canRedoProperty().get());
    change(now -> now.batch(3));
    assertFalse(history.canRedoProperty().get());
    history.redo();
    assertEquals(3, settings().batch());
    history.undo();
    assertEquals(TrainingSettings.paper(), settings());
  }

  @Test
  void whatChangesBetweenTwoBeatsIsOneStep() {
    ModelDesign before = design();
    bench.workbench.applyPreset(Presets.find("paper-music").orElseThrow());
    change(now -> now.stepSize(0.5));
    bench.workbench.designProperty().set(ModelDesign.named("hmsbn", List.of(7), 2));
    assertEquals("Model and settings", history.undoTitleProperty().get());
    history.settle();
    history.undo();
    assertEquals(before, design());
    assertEquals(TrainingSettings.paper(), settings());
    assertFalse(history.canUndoProperty().get());
    history.redo();
    assertEquals(ModelDesign.named("hmsbn", List.of(7), 2), design());
    assertEquals(0.5, settings().stepSize());
  }

  @Test
  void stepsHaveTitles() {
    step(now -> now.optimiser(OptimiserKind.ADAM));
    assertEquals("Optimiser RMSprop (the paper's) to Adam", history.undoTitleProperty().get());
    step(now -> now.iterations(2000));
    assertEquals("Iterations 100,000 to 2,000", history.undoTitleProperty().get());
    step(now -> now.iterations(3000).batch(2).samples(5));
    assertEquals("3 settings", history.undoTitleProperty().get());
    bench.workbench.designProperty().set(ModelDesign.named("sbn", List.of(7), 0));
    assertEquals("Model", history.undoTitleProperty().get());
  }

  @Test
  void everySettingHasAName() {
    assertEquals(
        Arrays.stream(TrainingSettings.class.getRecordComponents())
            .map(RecordComponent::getName)
            .toList(),
        SettingsChange.names());
    Messages messages = Messages.of(SettingsHistory.class);
    SettingsChange.names().forEach(name -> assertFalse(messages.get("setting." + name).isBlank()));
  }

  @Test
  void aHundredStepsAreKept() {
    for (int i = 1; i <= SettingsHistory.MOST_STEPS + 20; i++) {
      int seed = i;
      step(now -> now.seed(1000 + seed));
    }
    int taken = 0;
    while (history.canUndoProperty().get()) {
      history.undo();
      taken++;
    }
    assertEquals(SettingsHistory.MOST_STEPS, taken);
    assertEquals(1020, settings().seed());
  }

  @Test
  void aModelThatTheDataDoNotTakeIsLeftToThem() {
    bench.workbench.designProperty().set(design().with(Likelihood.MULTINOMIAL));
    history.settle();
    bench.workbench.designProperty().set(ModelDesign.named("tsbn", List.of(3), 1));
    history.settle();
    bench.workbench.open(TestBench.SMALL_BALLS);
    history.settle();
    history.undo();
    assertNull(design().likelihood());
    assertEquals(List.of(100), design().units());
    history.undo();
    history.redo();
    assertNull(design().likelihood());
  }

  @Test
  void aRunIsNotTouched() {
    bench.workbench.open(TestBench.SMALL_BALLS);
    bench.workbench.designProperty().set(ModelDesign.named("tsbn", List.of(3), 1));
    change(now -> now.iterations(5));
    history.settle();
    bench.workbench.train();
    bench.until("it has ended", () -> bench.iteration() == 5);
    Run run = bench.workbench.runProperty().get();
    step(now -> now.seed(77));
    assertFalse(bench.workbench.staleProperty().get().isEmpty());
    history.undo();
    assertEquals("", bench.workbench.staleProperty().get());
    assertEquals(run, bench.workbench.runProperty().get());
    assertEquals(5, bench.iteration());
  }
}
