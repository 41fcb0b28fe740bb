package tsbn.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsbn.app.support.Entry;
import tsbn.app.support.TestBench;
import tsbn.experiment.ModelDesign;
import tsbn.learn.EstimatorKind;
import tsbn.learn.Initialisation;
import tsbn.learn.OptimiserKind;
import tsbn.learn.SignalKind;
import tsbn.learn.Trainer.State;
import tsbn.learn.TrainingSettings;
import tsbn.picture.Raster;

class TrainViewModelTest {
  @TempDir Path folder;
  private TestBench bench;
  private TrainViewModel model;

  @BeforeEach
  void open() {
    bench = new TestBench(folder);
    bench.workbench.open(TestBench.SMALL_BALLS);
    bench.workbench.designProperty().set(ModelDesign.named("tsbn", List.of(3), 1));
    bench
        .workbench
        .settingsProperty()
        .set(TrainingSettings.paper().change().iterations(40).validateEvery(10).build());
    model = new TrainViewModel(bench.context);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private void train() {
    bench.workbench.train();
    bench.until(
        "the run is finished",
        () -> bench.workbench.gaugesProperty().get().state() == State.FINISHED);
    model.refresh();
  }

  @Test
  void trainDoesNotBeginWhileAFieldHoldsNonsense() {
    Entry<?> step = model.settings().get("step-size").entry();
    step.textProperty().set("1000");
    step.commit();
    bench.workbench.train();
    assertNull(bench.workbench.runProperty().get());
    assertEquals(List.of("The step size must be above 0 and at most 10."), bench.notices.errors());
    step.textProperty().set("0.001");
    step.commit();
    bench.workbench.train();
    assertNotNull(bench.workbench.runProperty().get());
  }

  @Test
  void curvesHoldEveryStepAndEveryValidation() {
    train();
    assertEquals(40, model.trainBound().curve().size());
    assertEquals(4, model.validBound().curve().size());
    assertEquals(4, model.predictionError().curve().size());
    assertEquals(10, model.validBound().curve().x(0));
    assertTrue(model.unitsOn().latestProperty().get().endsWith("%"));
  }

  @Test
  void nothingIsTakenInWithoutARefresh() {
    bench.workbench.step();
    bench.until("a step is taken", () -> bench.iteration() == 1);
    assertEquals(0, model.trainBound().curve().size());
    model.refresh();
    assertEquals(1, model.trainBound().curve().size());
  }

  @Test
  void aNewRunBeginsWithEmptyCurves() {
    train();
    assertTrue(model.restartableProperty().get());
    model.newRun();
    assertEquals(40, model.trainBound().curve().size(), "it is only asked for");
    bench.workbench.step();
    bench.until("a step is taken", () -> bench.iteration() == 1);
    model.refresh();
    assertEquals(1, model.trainBound().curve().size());
    assertEquals(0, model.validBound().curve().size());
  }

  @Test
  void aNewRunBeginsAtOnceWhereTheModelHasChanged() {
    assertFalse(model.restartableProperty().get(), "there is none");
    train();
    bench.workbench.designProperty().set(ModelDesign.named("tsbn", List.of(4), 1));
    assertTrue(model.restartableProperty().get());
    model.newRun();
    assertEquals(4, bench.workbench.runProperty().get().architecture().units(1));
    bench.until("it trains", () -> bench.iteration() > 0);
  }

  @Test
  void settingsAreRefusedAtTheirFields() {
    SettingsForm form = model.settings();
    form.get("step-size").entry().textProperty().set("0");
    form.get("batch").entry().textProperty().set("0");
    form.get("iterations").entry().textProperty().set("ten");
    form.get("step-size").entry().commit();
    form.get("batch").entry().commit();
    form.get("iterations").entry().commit();
    assertTrue(form.get("step-size").entry().problemProperty().get().contains("step size"));
    assertTrue(form.get("batch").entry().problemProperty().get().contains("sequences"));
    assertTrue(form.get("iterations").entry().problemProperty().get().contains("whole number"));
    assertEquals(1e-4, bench.workbench.settingsProperty().get().stepSize());
  }

  @Test
  void settingsReachTheWorkbenchAndBack() {
    SettingsForm form = model.settings();
    form.get("optimiser").choice().chosenProperty().set(OptimiserKind.ADAM.title());
    form.get("step-size").entry().textProperty().set("1e-3");
    form.get("step-size").entry().commit();
    form.get("seed").entry().textProperty().set("7");
    form.get("seed").entry().commit();
    TrainingSettings now = bench.workbench.settingsProperty().get();
    assertEquals(OptimiserKind.ADAM, now.optimiser());
    assertEquals(1e-3, now.stepSize());
    assertEquals(7, now.seed());
    form.usePaper();
    TrainingSettings paper = bench.workbench.settingsProperty().get();
    assertEquals(OptimiserKind.RMSPROP, paper.optimiser());
    assertEquals("0.0001", form.get("step-size").entry().textProperty().get());
    assertEquals(40, paper.iterations(), "how long to train is the user's own");
    assertEquals(7, paper.seed());
  }

  @Test
  void theCurveIsTakenAwayAsATableAndAPicture() throws IOException {
    train();
    Path csv = folder.resolve("curve.csv");
    bench.dialogs.answer(csv);
    model.saveCsv();
    List<String> lines = Files.readAllLines(csv);
    assertEquals(41, lines.size());
    assertTrue(lines.get(0).startsWith("iteration,seconds,frames,train_bound"));
    Path png = folder.resolve("curve.png");
    bench.dialogs.answer(png);
    model.savePicture(new Raster(4, 4));
    assertEquals('P', Files.readAllBytes(png)[1]);
    assertEquals(2, bench.notices.infos().size());
    model.saveCsv(); // the dialog is cancelled
    assertEquals(List.of(), bench.notices.errors());
  }

  @Test
  void aPlaceThatCannotBeWrittenIsOneSentence() {
    train();
    bench.dialogs.answer(folder.resolve("no/such/folder/curve.csv"));
    model.saveCsv();
    assertEquals(1, bench.notices.errors().size());
    assertTrue(bench.notices.errors().get(0).contains("curve.csv"));
  }

  private void choose(String setting, String title) {
    model.settings().get(setting).choice().chosenProperty().set(title);
  }

  private boolean applies(String setting) {
    return model.settings().get(setting).appliesProperty().get();
  }

  private TrainingSettings settings() {
    return bench.workbench.settingsProperty().get();
  }

  @Test
  void estimatorsThatCompareSamplesTakeFive() {
    choose("estimator", EstimatorKind.LEAVE_ONE_OUT.title());
    assertEquals(EstimatorKind.LEAVE_ONE_OUT, settings().estimator());
    assertEquals(5, settings().samples());
    model.settings().get("samples").entry().textProperty().set("1");
    model.settings().get("samples").entry().commit();
    assertTrue(model.settings().get("samples").problemProperty().get().contains("between 2"));
    assertEquals(5, settings().samples());
    model.settings().get("samples").entry().textProperty().set("3");
    model.settings().get("samples").entry().commit();
    choose("estimator", EstimatorKind.VIMCO.title());
    assertEquals(3, settings().samples(), "a number that will do stays");
  }

  @Test
  void onlyWhatHasAMeaningIsShown() {
    assertTrue(applies("signal"));
    assertFalse(applies("discount"));
    assertTrue(applies("momentum"));
    assertTrue(applies("baseline"));
    assertFalse(applies("truncation"));
    choose("signal", SignalKind.DISCOUNTED.title());
    assertTrue(applies("discount"));
    choose("estimator", EstimatorKind.VIMCO.title());
    assertFalse(applies("signal"));
    assertFalse(applies("discount"));
    assertFalse(applies("baseline"));
    choose("optimiser", OptimiserKind.ADAMW.title());
    assertFalse(applies("momentum"));
    assertFalse(applies("decay"));
    choose("initialisation", Initialisation.SCALED.title());
    assertFalse(applies("scale"));
    bench.workbench.designProperty().set(ModelDesign.named("dtsbn-d", List.of(4, 3), 1));
    assertTrue(applies("truncation"));
  }

  @Test
  void anEstimatorThatCannotTrainTheModelIsRefusedInOneSentence() {
    bench.workbench.designProperty().set(ModelDesign.named("dtsbn-d", List.of(4, 3), 1));
    choose("estimator", EstimatorKind.LOCAL_EXPECTATION.title());
    String problem = model.settings().get("estimator").problemProperty().get();
    assertTrue(problem.endsWith("."), problem);
    bench.workbench.train();
    assertEquals(List.of(problem), bench.notices.errors());
    assertEquals(null, bench.workbench.runProperty().get());
    bench.workbench.designProperty().set(ModelDesign.named("tsbn", List.of(4), 1));
    assertEquals("", model.settings().get("estimator").problemProperty().get());
    train();
  }

  @Test
  void aRunGoesOnWithItsEstimatorWhereAnotherCannotTrainIt() {
    bench.workbench.designProperty().set(ModelDesign.named("dtsbn-d", List.of(4, 3), 1));
    bench.workbench.step();
    bench.until("a step is taken", () -> bench.iteration() == 1);
    choose("estimator", EstimatorKind.LOCAL_EXPECTATION.title());
    bench.workbench.step();
    assertEquals(1, bench.notices.errors().size());
    choose("estimator", EstimatorKind.STRAIGHT_THROUGH.title());
    bench.workbench.step();
    bench.until("it goes on", () -> bench.iteration() == 2);
  }

  @Test
  void recommendedIsOneClickAndTrains() {
    model.settings().useRecommended();
    assertEquals(
        TrainingSettings.recommended().change().iterations(40).validateEvery(10).build(),
        settings());
    train();
    assertEquals(40, model.trainBound().curve().size());
  }

  @Test
  void recommendedIsForTheOpenData() {
    assertTrue(model.settings().recommendedProperty().get().contains("5 samples"));
    bench.workbench.open(TestBench.SMALL_GAIT);
    assertTrue(model.settings().recommendedProperty().get().contains("motions"));
    model.settings().useRecommended();
    assertEquals(0.2, settings().frameNoise());
    assertEquals(40, settings().iterations());
  }

  @Test
  void howARunStartsCountsForTheNext() {
    train();
    choose("initialisation", Initialisation.SCALED.title());
    assertTrue(bench.workbench.staleProperty().get().contains("start of training"));
  }
}
