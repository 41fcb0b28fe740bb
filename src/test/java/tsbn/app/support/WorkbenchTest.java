package tsbn.app.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsbn.data.SequenceSet;
import tsbn.experiment.ModelDesign;
import tsbn.experiment.Preset;
import tsbn.experiment.Presets;
import tsbn.learn.CurvePoint;
import tsbn.learn.OptimiserKind;
import tsbn.learn.Trainer.State;
import tsbn.learn.TrainingSettings;

class WorkbenchTest {
  @TempDir Path folder;
  private TestBench bench;
  private Workbench workbench;

  @BeforeEach
  void openBalls() {
    bench = new TestBench(folder);
    workbench = bench.workbench;
    workbench.designProperty().set(ModelDesign.named("tsbn", List.of(3), 1));
    workbench.open(TestBench.SMALL_BALLS);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private State state() {
    return workbench.gaugesProperty().get().state();
  }

  private void trainSome() {
    workbench.train();
    bench.until("ten steps are taken", () -> bench.iteration() >= 10);
  }

  @Test
  void openingTellsWhatWasFound() {
    assertEquals(64, workbench.dataProperty().get().units());
    assertEquals(7, workbench.dataProperty().get().all().size());
    assertEquals(64, workbench.architectureProperty().get().visible());
    assertFalse(workbench.busyProperty().get());
  }

  @Test
  void aWrongFileIsOneSentenceAndLeavesWhatWasOpen() throws IOException {
    Path wrong = Files.writeString(folder.resolve("letter.mat"), "Dear reader");
    SequenceSet before = workbench.dataProperty().get();
    workbench.open(wrong.toString());
    assertEquals(1, bench.notices.errors().size());
    assertTrue(bench.notices.errors().get(0).contains("letter.mat"));
    assertSame(before, workbench.dataProperty().get());
    assertFalse(workbench.busyProperty().get());
    assertTrue(bench.remembered.recentFiles().isEmpty(), "a file that cannot be opened");
  }

  @Test
  void everyOrderOfCommandsIsSurvived() {
    workbench.pause();
    workbench.stop();
    workbench.requestSnapshot();
    workbench.newRun();
    assertNull(workbench.runProperty().get(), "none of these makes a run");
    workbench.step();
    bench.until("one step is taken", () -> bench.iteration() == 1 && state() == State.PAUSED);
    workbench.train();
    bench.until("it runs on", () -> bench.iteration() > 5);
    workbench.stop();
    bench.until("it has stopped", () -> state() == State.STOPPED);
    int stopped = bench.iteration();
    workbench.trainOrPause();
    bench.until("it goes on from there", () -> bench.iteration() > stopped);
    workbench.trainOrPause();
    bench.until("it is paused", () -> state() == State.PAUSED);
  }

  @Test
  void theCurveArrivesCompleteAndInOrder() {
    workbench.settingsProperty().set(TrainingSettings.paper().change().iterations(50).build());
    workbench.train();
    bench.until("it is finished", () -> state() == State.FINISHED);
    List<CurvePoint> curve = workbench.runProperty().get().curve().points();
    assertEquals(50, curve.size());
    for (int i = 0; i < curve.size(); i++) {
      assertEquals(i + 1, curve.get(i).iteration());
    }
  }

  @Test
  void anotherModelKeepsTheRunUntilTheNextTrain() {
    trainSome();
    workbench.pause();
    Run first = workbench.runProperty().get();
    workbench.designProperty().set(ModelDesign.named("hmsbn", List.of(5), 1));
    assertSame(first, workbench.runProperty().get());
    assertTrue(workbench.staleProperty().get().contains("model"));
    workbench.train();
    assertNotSame(first, workbench.runProperty().get());
    assertEquals("HMSBN", workbench.runProperty().get().architecture().variant());
    assertEquals("", workbench.staleProperty().get());
  }

  @Test
  void goingBackToTheOldModelGoesOnWithItsRun() {
    trainSome();
    Run first = workbench.runProperty().get();
    ModelDesign old = workbench.designProperty().get();
    workbench.designProperty().set(ModelDesign.named("tsbn", List.of(4), 1));
    workbench.designProperty().set(old);
    assertEquals("", workbench.staleProperty().get());
    workbench.train();
    assertSame(first, workbench.runProperty().get());
  }

  @Test
  void otherDataPausesTheRun() {
    trainSome();
    workbench.open(TestBench.SMALL_BALLS + "&seed=2");
    bench.until("it is paused", () -> state() == State.PAUSED);
    assertTrue(workbench.staleProperty().get().contains("data"));
  }

  @Test
  void theSameDataOnceMoreGoOnWithTheirRun() {
    workbench.open(TestBench.SMALL_GAIT);
    workbench.step();
    bench.until("a step is taken", () -> bench.iteration() == 1 && state() == State.PAUSED);
    Run first = workbench.runProperty().get();
    workbench.open(TestBench.SMALL_GAIT + "&fps=15");
    assertEquals(
        "The data is opened with train=4&valid=1&test=1&frames=20&fps=15 now, for the run it was"
            + " with train=4&valid=1&test=1&frames=20: Train starts a new run.",
        workbench.staleProperty().get());
    workbench.open(TestBench.SMALL_GAIT + "&standardise=true");
    assertEquals("", workbench.staleProperty().get(), "as where nothing is said");
    workbench.step();
    bench.until("it goes on", () -> bench.iteration() == 2);
    assertSame(first, workbench.runProperty().get());
    workbench.open(TestBench.SMALL_BALLS);
    assertEquals(
        "The data is Bouncing balls now, not Walk and run: Train starts a new run.",
        workbench.staleProperty().get());
  }

  @Test
  void aRunThatIsKeptGoesOnWithItsDataModelAndSeed() {
    trainSome();
    Run first = workbench.runProperty().get();
    workbench.open(TestBench.SMALL_BALLS + "&seed=2");
    workbench.designProperty().set(ModelDesign.named("hmsbn", List.of(5), 1));
    workbench
        .settingsProperty()
        .set(workbench.settingsProperty().get().change().seed(99).stepSize(0.01).build());
    workbench.keepRun();
    assertEquals("", workbench.staleProperty().get());
    assertSame(first.data(), workbench.dataProperty().get());
    assertEquals(first.architecture(), workbench.architectureProperty().get());
    assertEquals(
        7,
        workbench.factsProperty().get().splits().values().stream()
            .mapToInt(s -> s.sequences())
            .sum());
    assertEquals(0.01, workbench.settingsProperty().get().stepSize(), "not of the start");
    workbench.train();
    assertSame(first, workbench.runProperty().get());
    workbench.newRun();
    workbench.keepRun();
    assertEquals("", workbench.staleProperty().get(), "what was asked for can be taken back");
  }

  @Test
  void settingsApplyToTheRunButAnotherSeedNeedsAnother() {
    trainSome();
    Run first = workbench.runProperty().get();
    workbench
        .settingsProperty()
        .set(workbench.settingsProperty().get().change().iterations(1_000_000).build());
    bench.until(
        "the run has heard", () -> workbench.gaugesProperty().get().iterations() == 1_000_000);
    assertEquals("", workbench.staleProperty().get());
    workbench.settingsProperty().set(workbench.settingsProperty().get().change().seed(99).build());
    assertNotEquals("", workbench.staleProperty().get());
    assertSame(first, workbench.runProperty().get());
  }

  @Test
  void aNewRunStartsFromTheBeginning() {
    trainSome();
    Run first = workbench.runProperty().get();
    workbench.newRun();
    assertNotEquals("", workbench.staleProperty().get());
    workbench.step();
    assertNotSame(first, workbench.runProperty().get());
    bench.until("its first step is taken", () -> bench.iteration() == 1);
  }

  @Test
  void aSnapshotIsACopyWithItsData() {
    trainSome();
    assertNull(workbench.snapshotProperty().get());
    workbench.requestSnapshot();
    bench.until("it has arrived", () -> workbench.snapshotProperty().get() != null);
    Snapshot snapshot = workbench.snapshotProperty().get();
    assertSame(workbench.dataProperty().get(), snapshot.data());
    assertEquals(3, snapshot.model().dictionary().numRows);
    workbench.designProperty().set(ModelDesign.named("tsbn", List.of(4), 1));
    workbench.train();
    assertNull(workbench.snapshotProperty().get(), "a new run has none yet");
  }

  @Test
  void aPresetBringsDataModelAndSettings() {
    TrainingSettings settings =
        TrainingSettings.paper().change().optimiser(OptimiserKind.ADAM).stepSize(0.01).build();
    workbench.applyPreset(
        new Preset(
            "p",
            "P",
            "A preset.",
            TestBench.SMALL_BALLS + "&seed=3",
            ModelDesign.named("sbn", List.of(7), 1),
            settings));
    assertEquals("SBN", workbench.architectureProperty().get().variant());
    assertEquals(settings, workbench.settingsProperty().get());
    assertTrue(workbench.dataProperty().get().source().endsWith("seed=3"));
  }

  @Test
  void motionsBringTheirModelAndSettings() {
    try (TestBench fresh = new TestBench(folder)) {
      fresh.workbench.open(TestBench.SMALL_BALLS);
      assertEquals(List.of(), fresh.notices.infos());
      fresh.workbench.step();
      fresh.until("a step is taken", () -> fresh.iteration() == 1 && !fresh.workbench.running());
      TrainingSettings ofBalls = fresh.workbench.settingsProperty().get();
      fresh.workbench.open(TestBench.SMALL_GAIT);
      Preset best = Presets.find("best-motion").orElseThrow();
      assertEquals(best.design(), fresh.workbench.designProperty().get());
      assertEquals(best.settings(), fresh.workbench.settingsProperty().get());
      assertEquals(1, fresh.notices.infos().size());
      assertTrue(fresh.notices.infos().get(0).contains("DTSBN-D 100-100"));
      fresh.workbench.keepRun();
      assertEquals(ofBalls, fresh.workbench.settingsProperty().get(), "goes on as it began");
      fresh.workbench.open(TestBench.SMALL_GAIT);
      fresh.workbench.open(TestBench.SMALL_GAIT + "&seed=2");
      assertEquals(best.settings(), fresh.workbench.settingsProperty().get());
    }
  }

  @Test
  void whatTheUserChoseStaysWithMotions() {
    ModelDesign mine = workbench.designProperty().get();
    workbench.open(TestBench.SMALL_GAIT);
    assertEquals(mine, workbench.designProperty().get());
    try (TestBench fresh = new TestBench(folder)) {
      fresh.workbench.applyPreset(Presets.find("paper-mocap").orElseThrow());
      fresh.workbench.open(TestBench.SMALL_GAIT);
      assertEquals(1, fresh.workbench.designProperty().get().order());
      assertEquals(List.of(), fresh.notices.infos());
    }
  }

  @Test
  void aPresetWhoseDataCannotBeOpenedChangesNothing() {
    ModelDesign before = workbench.designProperty().get();
    workbench.applyPreset(
        new Preset(
            "p",
            "P",
            "A preset.",
            "builtin:nothing",
            ModelDesign.named("sbn", List.of(7), 1),
            TrainingSettings.paper()));
    assertEquals(before, workbench.designProperty().get());
    assertEquals(1, bench.notices.errors().size());
  }

  @Test
  void aRunThatDivergesSaysSoOnceAndCanGoOn() {
    workbench
        .settingsProperty()
        .set(
            TrainingSettings.paper()
                .change()
                .optimiser(OptimiserKind.SGD)
                .stepSize(10)
                .weightDecay(0.9)
                .build());
    workbench.train();
    bench.until("it has failed", () -> state() == State.FAILED);
    bench.until("the sentence is there", () -> !bench.notices.errors().isEmpty());
    workbench.refresh();
    assertEquals(1, bench.notices.errors().size());
    workbench.settingsProperty().set(TrainingSettings.paper());
    workbench.train();
    bench.until("it goes on", () -> state() == State.RUNNING && bench.iteration() > 20);
  }
}
