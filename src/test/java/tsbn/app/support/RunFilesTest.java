package tsbn.app.support;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsbn.experiment.DataSummary;
import tsbn.experiment.Experiment;
import tsbn.experiment.ModelDesign;
import tsbn.experiment.RunArchive;
import tsbn.experiment.RunFolder;
import tsbn.experiment.SavedRun;
import tsbn.learn.EstimatorKind;
import tsbn.learn.Trainer.State;
import tsbn.learn.TrainingSettings;
import tsbn.model.Parameters;
import tsbn.model.sbn.Likelihood;

class RunFilesTest {
  private static final ModelDesign DESIGN =
      ModelDesign.named("dtsbn-d", List.of(6, 4), 2).with(Likelihood.NORMAL);

  @TempDir Path folder;
  private TestBench bench;
  private TestBench other;
  private Path place;

  @BeforeEach
  void open() throws IOException {
    place = folder.resolve("run");
    bench = new TestBench(Files.createDirectories(folder.resolve("one")));
    other = new TestBench(Files.createDirectories(folder.resolve("two")));
    bench.workbench.open(TestBench.SMALL_BALLS);
    bench.workbench.designProperty().set(DESIGN);
    bench
        .workbench
        .settingsProperty()
        .set(TrainingSettings.recommended().change().iterations(12).validateEvery(5).build());
  }

  @AfterEach
  void close() {
    bench.close();
    other.close();
  }

  private void trainAndSave() {
    bench.workbench.train();
    bench.until(
        "the run is finished",
        () -> bench.workbench.gaugesProperty().get().state() == State.FINISHED);
    bench.dialogs.answer(place);
    new RunFiles(bench.context).save();
    assertEquals(List.of(), bench.notices.errors());
    assertTrue(RunFolder.holdsRun(place));
  }

  /** The same run with data that are nowhere. */
  private void loseTheData() throws Exception {
    SavedRun saved = RunFolder.load(place);
    Experiment lost =
        new Experiment(
            "nowhere.mat", saved.experiment().architecture(), saved.experiment().settings());
    RunFolder.save(place, new SavedRun(lost, saved.data(), saved.curve(), saved.model()));
  }

  private static Parameters parameters(TestBench of) {
    of.workbench.requestSnapshot();
    of.until("a snapshot", () -> of.workbench.snapshotProperty().get() != null);
    return of.workbench.snapshotProperty().get().model().parameters();
  }

  private static void assertSameParameters(Parameters expected, Parameters found) {
    assertEquals(expected.names(), found.names());
    for (String name : expected.names()) {
      assertArrayEquals(expected.get(name).data, found.get(name).data, name);
    }
  }

  @Test
  void aSavedRunComesBackWithAllThatItFollowsFrom() {
    trainAndSave();
    other.dialogs.answer(place);
    assertEquals(Optional.of(Openable.RUN), new RunFiles(other.context).open());
    Workbench opened = other.workbench;
    assertEquals(64, opened.dataProperty().get().units());
    assertEquals(DESIGN, opened.designProperty().get());
    assertEquals(bench.workbench.settingsProperty().get(), opened.settingsProperty().get());
    assertEquals("", opened.staleProperty().get());
    assertEquals(State.FINISHED, opened.gaugesProperty().get().state());
    assertEquals(
        bench.workbench.runProperty().get().curve().points(),
        opened.runProperty().get().curve().points());
    assertSameParameters(parameters(bench), parameters(other));
    assertEquals(List.of(place.toString()), List.copyOf(other.remembered.recentFiles()));
  }

  @Test
  void trainGoesOnFromThere() {
    trainAndSave();
    other.workbench.open(place.toString());
    Parameters before = parameters(other);
    other
        .workbench
        .settingsProperty()
        .set(other.workbench.settingsProperty().get().change().iterations(15).build());
    other.workbench.step();
    other.until("a step is taken", () -> other.iteration() == 13);
    other.until(
        "its point is there",
        () -> other.workbench.runProperty().get().curve().points().size() == 13);
    assertEquals(13, other.workbench.runProperty().get().curve().points().get(12).iteration());
    other.workbench.requestSnapshot();
    other.until("it moved", () -> other.workbench.snapshotProperty().get().iteration() == 13);
    float[] moved = other.workbench.snapshotProperty().get().model().parameters().get("U5").data;
    float[] first = before.get("U5").data;
    for (int i = 0; i < moved.length; i++) {
      assertEquals(first[i], moved[i], 0.01, "one small step from where it was");
    }
  }

  @Test
  void aRunWithoutItsDataPlaysAndSaysWhatItNeeds() throws Exception {
    trainAndSave();
    loseTheData();
    other.workbench.open(place.toString());
    assertNull(other.workbench.dataProperty().get());
    assertEquals(DataSummary.of(bench.workbench.dataProperty().get()), about());
    assertEquals(64, other.workbench.architectureProperty().get().visible());
    assertSameParameters(parameters(bench), parameters(other));
    String needs = other.workbench.needsProperty().get();
    assertTrue(needs.contains("nowhere.mat"), needs);
    other
        .workbench
        .settingsProperty()
        .set(other.workbench.settingsProperty().get().change().iterations(20).build());
    other.workbench.train();
    assertEquals(List.of(needs), other.notices.errors());
  }

  private DataSummary about() {
    return other.workbench.aboutProperty().get();
  }

  @Test
  void aRunWithoutItsDataTakesThePlaceOfOneThatWasBegunHere() throws Exception {
    trainAndSave();
    loseTheData();
    bench.workbench.open(place.toString());
    assertEquals(List.of(), bench.notices.errors());
    assertNull(bench.workbench.runProperty().get().data());
    assertEquals("", bench.workbench.staleProperty().get());
    assertTrue(bench.workbench.needsProperty().get().contains("nowhere.mat"));
  }

  @Test
  void dataLikeItsOwnLetItGoOn() throws Exception {
    trainAndSave();
    loseTheData();
    other.workbench.open(place.toString());
    other.workbench.open(TestBench.SMALL_BALLS);
    assertEquals("", other.workbench.needsProperty().get());
    assertEquals("", other.workbench.staleProperty().get());
    assertNotNull(other.workbench.runProperty().get().data());
    assertSameParameters(parameters(bench), parameters(other));
    assertEquals(12, other.iteration());
    other
        .workbench
        .settingsProperty()
        .set(other.workbench.settingsProperty().get().change().iterations(14).build());
    other.workbench.train();
    other.until("it goes on", () -> other.iteration() == 14);
  }

  /** The run of the store as a file. */
  private Path shared(Set<RunArchive.Extra> extras) {
    trainAndSave();
    bench.until("the run is listed", () -> bench.workbench.library().items().size() == 1);
    Path file = folder.resolve("shared run.zip");
    bench.dialogs.answer(file);
    new RunFiles(bench.context).share(bench.workbench.library().items().get(0), extras);
    assertEquals(List.of(), bench.notices.errors());
    return file;
  }

  @Test
  void aSharedRunOpensElsewhereAndIsKeptThere() {
    Path file = shared(Set.of(RunArchive.Extra.REWIND));
    Parameters trained = parameters(bench);
    bench.close(); // the run is let go of
    assertEquals(Openable.SHARED_RUN, other.context.open(List.of(file)));
    assertEquals(List.of(), other.notices.errors());
    assertEquals(12, other.iteration());
    assertSameParameters(trained, parameters(other));
    assertEquals(DESIGN, other.workbench.designProperty().get());
    assertTrue(other.workbench.runProperty().get().kept());
    assertEquals(1, other.workbench.library().items().size());
    assertEquals(List.of(), other.remembered.recentFiles(), "it is among the runs");
  }

  @Test
  void aDamagedSharedRunLeavesNothingBehind() throws Exception {
    Path file = folder.resolve("broken.zip");
    Files.writeString(file, "PK");
    other.workbench.open(file.toString());
    assertEquals(1, other.notices.errors().size());
    other.workbench.library().look();
    assertEquals(List.of(), other.workbench.library().items());
  }

  @Test
  void aPresetIsSavedAndOpensElsewhere() {
    Path file = folder.resolve("mine.json");
    bench.dialogs.answer(file);
    new RunFiles(bench.context).savePreset();
    assertEquals(Openable.PRESET, other.context.open(List.of(file)));
    assertEquals(List.of(), other.notices.errors());
    assertEquals(TestBench.SMALL_BALLS, other.workbench.dataProperty().get().source());
    assertEquals(DESIGN, other.workbench.designProperty().get());
    assertEquals(
        bench.workbench.settingsProperty().get(), other.workbench.settingsProperty().get());
  }

  @Test
  void aRunIsReplacedWithoutChangingIt() throws Exception {
    trainAndSave();
    Path first = bench.workbench.runProperty().get().folder();
    other.workbench.open(place.toString());
    other
        .workbench
        .settingsProperty()
        .set(other.workbench.settingsProperty().get().change().stepSize(0.77).build());
    Path changed = folder.resolve("changed");
    other.dialogs.answer(changed);
    new RunFiles(other.context).save();
    bench.workbench.open(changed.toString());
    assertEquals(0.77, bench.workbench.settingsProperty().get().stepSize());
    bench.until("the other is closed", () -> bench.workbench.library().items().size() == 1);
    bench.workbench.open(first.toString());
    assertTrue(bench.workbench.settingsProperty().get().stepSize() < 0.77);
  }

  @Test
  void otherDataStartANewRun() throws Exception {
    trainAndSave();
    loseTheData();
    other.workbench.open(place.toString());
    other.workbench.open("builtin:chorales?train=2&valid=1&test=1");
    assertTrue(other.workbench.staleProperty().get().contains("new run"));
    assertNull(other.workbench.runProperty().get().data());
    other.workbench.keepRun();
    assertNull(other.workbench.dataProperty().get());
    assertTrue(other.workbench.needsProperty().get().contains("nowhere.mat"));
    assertEquals(DESIGN, other.workbench.designProperty().get());
  }

  @Test
  void aFolderThatIsNoRunIsOneSentence() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    var before = bench.workbench.dataProperty().get();
    bench.workbench.open(empty.toString());
    assertEquals(1, bench.notices.errors().size());
    assertTrue(bench.notices.errors().get(0).contains("neither data nor a run"));
    assertSame(before, bench.workbench.dataProperty().get());
  }

  @Test
  void nothingIsWrittenOverOtherThings() throws IOException {
    new RunFiles(bench.context).save();
    assertEquals(1, bench.notices.infos().size(), "there is no run yet");
    bench.workbench.step();
    bench.until("a step is taken", () -> bench.iteration() == 1);
    Files.createDirectories(place);
    Files.writeString(place.resolve("letter.txt"), "mine");
    bench.dialogs.answer(place);
    new RunFiles(bench.context).save();
    assertEquals(1, bench.notices.errors().size());
    assertEquals("mine", Files.readString(place.resolve("letter.txt")));
    assertTrue(Files.notExists(place.resolve("model.npz")));
  }

  @Test
  void whatWasChangedOnTheWayIsSaved() throws Exception {
    bench.workbench.step();
    bench.until("a step is taken", () -> bench.iteration() == 1);
    bench
        .workbench
        .settingsProperty()
        .set(
            bench
                .workbench
                .settingsProperty()
                .get()
                .change()
                .estimator(EstimatorKind.VIMCO)
                .build());
    trainAndSave();
    assertEquals(EstimatorKind.VIMCO, RunFolder.load(place).experiment().settings().estimator());
  }
}
