package tsbn.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsbn.app.support.TestBench;
import tsbn.experiment.ModelDesign;
import tsbn.learn.OptimiserKind;
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
    form.stepSize().textProperty().set("0");
    form.batch().textProperty().set("0");
    form.iterations().textProperty().set("ten");
    form.stepSize().commit();
    form.batch().commit();
    form.iterations().commit();
    assertTrue(form.stepSize().problemProperty().get().contains("step size"));
    assertTrue(form.batch().problemProperty().get().contains("sequences"));
    assertTrue(form.iterations().problemProperty().get().contains("whole number"));
    assertEquals(1e-4, bench.workbench.settingsProperty().get().stepSize());
  }

  @Test
  void settingsReachTheWorkbenchAndBack() {
    SettingsForm form = model.settings();
    form.optimiserProperty().set(OptimiserKind.ADAM.title());
    form.stepSize().textProperty().set("1e-3");
    form.stepSize().commit();
    form.seed().textProperty().set("7");
    form.seed().commit();
    TrainingSettings now = bench.workbench.settingsProperty().get();
    assertEquals(OptimiserKind.ADAM, now.optimiser());
    assertEquals(1e-3, now.stepSize());
    assertEquals(7, now.seed());
    form.usePaper();
    TrainingSettings paper = bench.workbench.settingsProperty().get();
    assertEquals(OptimiserKind.RMSPROP, paper.optimiser());
    assertEquals("0.0001", form.stepSize().textProperty().get());
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
}
