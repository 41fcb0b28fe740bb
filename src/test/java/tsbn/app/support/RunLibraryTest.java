package tsbn.app.support;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsbn.experiment.RunFolder;
import tsbn.learn.Trainer.State;

/** The runs that a window keeps. */
class RunLibraryTest {
  @TempDir Path folder;
  private TestBench bench;
  private RunLibrary library;

  @BeforeEach
  void open() {
    start();
    bench.workbench.open(TestBench.SMALL_BALLS);
  }

  private void start() {
    bench = new TestBench(folder);
    library = bench.workbench.library();
    library.begin();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private State state() {
    return bench.workbench.gaugesProperty().get().state();
  }

  private void train(int iterations) {
    bench
        .workbench
        .settingsProperty()
        .set(
            bench
                .workbench
                .settingsProperty()
                .get()
                .change()
                .iterations(iterations)
                .validateEvery(10)
                .build());
    bench.workbench.train();
    bench.until("it is trained", () -> state() == State.FINISHED);
  }

  /** Another window, after the first was closed. */
  private void reopen() {
    bench.close();
    start();
  }

  private RunItem only() {
    assertEquals(1, library.items().size());
    return library.items().get(0);
  }

  @Test
  void everyRunIsKept() {
    assertEquals(List.of(), library.items());
    train(30);
    assertTrue(only().presentProperty().get());
    assertTrue(bench.workbench.runProperty().get().kept());
    reopen();
    RunItem item = only();
    assertFalse(item.presentProperty().get());
    assertEquals(30, item.iteration());
    assertTrue(item.detailProperty().get().startsWith("30 iterations, \u2212"));
    assertTrue(library.cutOff().isEmpty());
    assertNull(bench.workbench.dataProperty().get());
    library.open(item);
    assertEquals(30, bench.iteration());
    assertEquals(TestBench.SMALL_BALLS, bench.workbench.dataProperty().get().source());
    assertTrue(item.presentProperty().get());
    library.open(item);
    assertEquals(List.of(), bench.notices.errors());
  }

  @Test
  void theStoreSaysWhatItTakesAndTheTrashIsEmptied() {
    train(10);
    bench.until("it is measured", () -> library.sizeProperty().get().startsWith("1 run, "));
    assertFalse(library.trashProperty().get());
    library.discard(only());
    bench.until("it is gone", () -> library.trashProperty().get());
    assertTrue(library.sizeProperty().get().contains("in the trash"));
    library.emptyTrash();
    bench.until("nothing is left", () -> !library.trashProperty().get());
    assertNull(library.discardedProperty().get());
    assertEquals("0 runs, 0 kB", library.sizeProperty().get());
  }

  @Test
  void aRunThatIsOpenedGoesOnAsIfNothingHadHappened() throws Exception {
    train(20);
    bench.workbench.newRun();
    train(40);
    assertEquals(2, library.items().size());
    Path whole = library.items().get(0).folder();
    Path part = library.items().get(1).folder();
    bench.workbench.open(part.toString());
    assertEquals(20, bench.iteration());
    train(40);
    bench.close();
    assertArrayEquals(
        RunFolder.load(whole).model().parameters().get("W2").data,
        RunFolder.load(part).model().parameters().get("W2").data,
        0);
    start();
  }

  @Test
  void whatIsSaidOfARunStays() {
    train(10);
    library.rename(only(), "mine");
    library.note(only(), "a first try");
    library.star(only());
    assertEquals("mine", only().titleProperty().get());
    reopen();
    assertEquals("mine", only().titleProperty().get());
    assertEquals("a first try", only().labelProperty().get().note());
    assertTrue(only().labelProperty().get().starred());
    library.rename(only(), "");
    assertTrue(only().titleProperty().get().startsWith("TSBN"));
  }

  @Test
  void curvesAreDrawnInColoursOfTheirOwn() {
    train(10);
    bench.workbench.newRun();
    train(20);
    RunItem first = library.items().get(1);
    RunItem second = library.items().get(0);
    assertNull(first.curveProperty().get());
    library.toggle(first);
    library.toggle(second);
    assertEquals(2, first.labelProperty().get().colour());
    assertEquals(3, second.labelProperty().get().colour());
    assertEquals(1, first.curveProperty().get().size(), "one validation");
    library.toggle(first);
    assertNull(first.curveProperty().get());
    reopen();
    assertNotNull(library.items().get(0).curveProperty().get());
    assertNull(library.items().get(1).curveProperty().get());
  }

  @Test
  void whatIsThrownAwayCanBeTakenBack() {
    train(10);
    RunItem item = only();
    library.discard(item);
    assertEquals(List.of(), library.items());
    assertNull(bench.workbench.runProperty().get());
    assertNotNull(library.discardedProperty().get());
    library.restore();
    assertEquals(10, only().iteration());
    library.open(only());
    assertEquals(10, bench.iteration());
    assertEquals(List.of(), bench.notices.errors());
  }

  @Test
  void aRunningRunIsNotThrownAway() {
    bench.workbench.train();
    bench.until("it runs", () -> bench.iteration() > 0);
    library.discard(only());
    assertEquals(1, library.items().size());
    assertEquals(1, bench.notices.errors().size());
    bench.workbench.stop();
  }

  @Test
  void aRunThatWasCutOffIsOffered() throws IOException {
    train(10);
    Path state = only().folder().resolve("state.json");
    reopen();
    Files.writeString(state, Files.readString(state).replace("finished", "running"));
    library.look();
    assertEquals(only(), library.cutOff().orElseThrow());
    library.open(only());
    assertTrue(library.cutOff().isEmpty());
  }

  @Test
  void othersLikeItCanBegin() {
    train(10);
    bench.workbench.open(TestBench.SMALL_GAIT);
    library.beginLike(only());
    assertEquals(TestBench.SMALL_BALLS, bench.workbench.dataProperty().get().source());
    assertEquals(10, bench.workbench.settingsProperty().get().iterations());
  }

  @Test
  void aRunIsRepeatedWithOtherSeeds() {
    train(10);
    library.repeats().start(only(), 3);
    bench.until("all are done", () -> library.repeats().statusProperty().get().isEmpty());
    assertEquals(3, library.items().size());
    assertTrue(library.items().stream().allMatch(item -> item.iteration() == 10));
    library.repeats().start(library.items().get(0), 3);
    assertEquals(3, library.items().size());
    assertEquals("", library.repeats().statusProperty().get());
  }

  @Test
  void whereNothingCanBeKeptTrainingGoesOn() throws IOException {
    reopen();
    try (Stream<Path> there = Files.list(folder)) {
      there.filter(file -> file.endsWith("runs")).forEach(RunLibraryTest::block);
    }
    Path runs = folder.resolve("runs");
    if (Files.notExists(runs)) {
      block(runs);
    }
    bench.workbench.open(TestBench.SMALL_BALLS);
    train(10);
    assertEquals(1, bench.notices.errors().size(), bench.notices.errors().toString());
    assertTrue(bench.notices.errors().get(0).contains("cannot be kept"));
    assertFalse(bench.workbench.runProperty().get().kept());
  }

  private static void block(Path runs) {
    try {
      Files.deleteIfExists(runs);
      Files.writeString(runs, "in the way");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
