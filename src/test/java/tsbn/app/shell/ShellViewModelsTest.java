package tsbn.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsbn.app.support.Openable;
import tsbn.app.support.TestBench;
import tsbn.app.support.Theme;
import tsbn.experiment.ModelDesign;
import tsbn.learn.Trainer.State;
import tsbn.learn.TrainingSettings;
import tsbn.support.MidiBytes;

class ShellViewModelsTest {
  @TempDir Path folder;
  private TestBench bench;

  @BeforeEach
  void create() {
    bench = new TestBench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private void openSmall() {
    bench.workbench.open(TestBench.SMALL_BALLS);
    bench.workbench.designProperty().set(ModelDesign.named("tsbn", List.of(3), 2));
  }

  @Test
  void theHeaderNamesDataAndModel() {
    HeaderViewModel header = new HeaderViewModel(bench.workbench);
    assertEquals("No data", header.dataName().get());
    assertEquals("", header.dataFacts().get());
    openSmall();
    assertEquals("Bouncing balls", header.dataName().get());
    assertEquals("7 videos \u00b7 8\u00d78 \u00b7 6 frames", header.dataFacts().get());
    assertEquals("TSBN 3 \u00b7 order 2", header.model().get());
  }

  @Test
  void aLongNameIsCutButToldInTheTip() {
    bench.workbench.open(TestBench.SMALL_BALLS);
    HeaderViewModel header = new HeaderViewModel(bench.workbench);
    String longName = "a-rather-long-name-that-somebody-gave";
    assertEquals("a-rather-long-name-that-som\u2026", HeaderViewModel.shorten(longName));
    assertEquals("Bouncing balls", header.dataName().get());
    assertEquals(
        "Bouncing balls\n" + TestBench.SMALL_BALLS + "\n7 videos \u00b7 8\u00d78 \u00b7 6 frames",
        header.dataOrigin().get());
  }

  @Test
  void theTransportFollowsTheRun() {
    TransportViewModel transport = new TransportViewModel(bench.workbench, () -> {});
    assertFalse(transport.trainableProperty().get(), "there is no data");
    openSmall();
    assertTrue(transport.trainableProperty().get());
    assertFalse(transport.stoppableProperty().get());
    bench
        .workbench
        .settingsProperty()
        .set(TrainingSettings.paper().change().iterations(10).build());
    assertEquals("10 iterations to go", transport.textProperty().get());
    transport.step();
    bench.until("a step is taken", () -> bench.iteration() == 1);
    assertEquals(0.1, transport.progressProperty().get(), 1e-12);
    assertEquals("1 / 10", transport.textProperty().get());
    assertTrue(transport.stoppableProperty().get());
    transport.trainOrPause();
    bench.until(
        "it is finished", () -> bench.workbench.gaugesProperty().get().state() == State.FINISHED);
    assertFalse(transport.trainableProperty().get(), "all iterations are done");
    bench.workbench.newRun();
    assertTrue(transport.trainableProperty().get());
    assertEquals("new run: 10 iterations", transport.textProperty().get());
    assertEquals(0, transport.progressProperty().get());
  }

  @Test
  void trainingAnnouncesItselfButPausingDoesNot() {
    int[] begun = new int[1];
    TransportViewModel transport = new TransportViewModel(bench.workbench, () -> begun[0]++);
    transport.trainOrPause();
    assertEquals(0, begun[0], "there is no data");
    openSmall();
    transport.trainOrPause();
    bench.until("it runs", () -> transport.runningProperty().get());
    transport.trainOrPause();
    assertEquals(1, begun[0]);
  }

  @Test
  void theBannerTellsWhatTheOldRunWasTrainedOn() {
    ShellViewModel shell = new ShellViewModel(bench.context);
    openSmall();
    assertEquals("", shell.banner().get());
    bench.workbench.step();
    assertEquals("", shell.banner().get());
    bench.workbench.designProperty().set(ModelDesign.named("sbn", List.of(5), 0));
    assertEquals(
        "This run was trained on Bouncing balls with TSBN 3 \u00b7 order 2."
            + " The model has changed: Train starts a new run.",
        shell.banner().get());
    shell.keepRun();
    assertEquals("", shell.banner().get());
    assertEquals("TSBN", bench.workbench.architectureProperty().get().variant());
  }

  @Test
  void theStatusSaysWhatGoesOn() {
    StatusViewModel status = new StatusViewModel(bench.context);
    assertEquals("no data", status.stateProperty().get());
    openSmall();
    bench.workbench.step();
    bench.until(
        "it is paused", () -> bench.workbench.gaugesProperty().get().state() == State.PAUSED);
    status.refresh();
    assertEquals("paused", status.stateProperty().get());
    assertFalse(status.runningProperty().get());
    status.cancelJob(); // there is none
    assertEquals("", status.jobTitleProperty().get());
  }

  @Test
  void ofSeveralFilesDroppedTheFirstIsOpened() {
    ShellViewModel shell = new ShellViewModel(bench.context);
    shell.dropped(List.of(folder.resolve("a.mat"), folder.resolve("b.mat")));
    assertEquals(1, bench.notices.infos().size());
    assertEquals(1, bench.notices.errors().size());
    assertTrue(bench.notices.errors().get(0).contains("a.mat"));
  }

  @Test
  void musicDroppedOpensTogetherAndAsAFolder() throws Exception {
    byte[] tune = MidiBytes.file(0, 96, "00 90 3C 40 60 3C 00 00 FF 2F 00");
    Path music = Files.createDirectories(folder.resolve("music"));
    List<Path> files = new ArrayList<>();
    for (String name : List.of("a.mid", "b.mid", "c.mid")) {
      files.add(Files.write(music.resolve(name), tune));
    }
    ShellViewModel shell = new ShellViewModel(bench.context);
    assertEquals(Openable.DATA, shell.dropped(files.subList(0, 2)));
    assertEquals(2, bench.workbench.dataProperty().get().all().size());
    assertEquals(Openable.DATA, shell.dropped(List.of(music)));
    assertEquals(3, bench.workbench.dataProperty().get().all().size());
    assertEquals(List.of(), bench.notices.infos());
    assertEquals(List.of(), bench.notices.errors());
  }

  @Test
  void severalMotionsOrTheirFolderOpenAsOneSet() throws Exception {
    ShellViewModel shell = new ShellViewModel(bench.context);
    for (String name : List.of("a.bvh", "b.bvh", "c.bvh")) {
      Files.writeString(
          folder.resolve(name),
          "HIERARCHY\n"
              + "ROOT r\n"
              + "{\n"
              + "OFFSET 0 0 0\n"
              + "CHANNELS 1 Xrotation\n"
              + "End Site\n"
              + "{\n"
              + "OFFSET 0 1 0\n"
              + "}\n"
              + "}\n"
              + "MOTION\n"
              + "Frames: 3\n"
              + "Frame Time: 0.04\n"
              + "1\n"
              + "2\n"
              + "3\n");
    }
    assertEquals(
        Openable.DATA, shell.dropped(List.of(folder.resolve("a.bvh"), folder.resolve("c.bvh"))));
    assertEquals(List.of(), bench.notices.errors());
    assertEquals(2, bench.workbench.dataProperty().get().all().size());
    bench.dialogs.answer(folder);
    assertEquals(Optional.of(Openable.DATA), shell.openFolder());
    assertEquals(3, bench.workbench.dataProperty().get().all().size());
    bench.dialogs.answer(List.of(folder.resolve("b.bvh"), folder.resolve("c.bvh")));
    assertEquals(Optional.of(Openable.DATA), shell.openFile());
    assertEquals(2, bench.workbench.dataProperty().get().all().size());
    assertEquals(
        3, bench.remembered.recentFiles().size(), "the folder, and each choice of its files");
  }

  @Test
  void theThemeSwitches() {
    ShellViewModel shell = new ShellViewModel(bench.context);
    shell.switchTheme();
    assertEquals(Theme.DARK, bench.remembered.themeProperty().get());
    shell.switchTheme();
    assertEquals(Theme.LIGHT, bench.remembered.themeProperty().get());
  }
}
