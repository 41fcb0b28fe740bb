package tsbn.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsbn.data.Progress;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.data.source.DataSources;
import tsbn.learn.Trainer;
import tsbn.learn.TrainingSettings;
import tsbn.model.sbn.Architecture;

class RunStoreTest {
  @TempDir Path root;
  private RunStore store;
  private SequenceSet data;

  @BeforeEach
  void open() throws Exception {
    store = new RunStore(root.resolve("runs"));
    data = DataSources.open("builtin:balls?train=2&valid=1&test=1&frames=4&size=8", Progress.NONE);
  }

  private Experiment experiment(long seed, int units) {
    return new Experiment(
        data.source(),
        Architecture.tsbn(64, units, 1),
        TrainingSettings.paper().change().seed(seed).iterations(5).build());
  }

  private Path train(Experiment experiment) throws Exception {
    Path folder = store.newFolder("Balls: TSBN 3!");
    try (RunKeeper keeper = RunKeeper.begin(folder, experiment, data);
        Trainer trainer =
            new Trainer(
                experiment.newModel(),
                data.get(Split.TRAIN),
                data.get(Split.VALID),
                experiment.settings())) {
      keeper.keep(trainer, Duration.ZERO, problem -> {});
      trainer.resume();
      assertTrue(trainer.awaitEnd(Duration.ofSeconds(60)));
    }
    return folder;
  }

  private static long models(Path run) throws IOException {
    try (Stream<Path> all = Files.list(run.resolve(Checkpoints.FOLDER))) {
      return all.filter(file -> file.toString().endsWith("-model.npz")).count();
    }
  }

  @Test
  void oldRunsLetGoOfTheirEarlierModelsFirst() throws Exception {
    Path starred = train(experiment(1, 3));
    RunLabel.NONE.withStar(true).write(starred);
    Path old = train(experiment(2, 3));
    Path young = train(experiment(3, 3));
    store.thin(Long.MAX_VALUE);
    assertTrue(models(old) > 0);
    store.thin(store.size().runs() - 1);
    assertEquals(0, models(old));
    assertTrue(models(young) > 0);
    store.thin(0);
    assertEquals(0, models(young));
    assertTrue(models(starred) > 0);
    assertEquals(5, Continuation.read(old).iteration(), "it still goes on");
  }

  @Test
  void whatItTakesOfTheDiskIsCounted() throws Exception {
    assertEquals(new RunStore.Size(0, 0), store.size());
    Path run = train(experiment(1, 3));
    RunStore.Size size = store.size();
    assertTrue(size.runs() > Files.size(run.resolve(RunFolder.MODEL)));
    store.discard(run);
    assertEquals(new RunStore.Size(0, size.runs()), store.size());
    store.emptyTrash(Instant.MAX);
    assertEquals(new RunStore.Size(0, 0), store.size());
  }

  @Test
  void runsAreListedTheLatestFirst() throws Exception {
    assertEquals(List.of(), store.list());
    Path first = train(experiment(1, 3));
    Path second = train(experiment(2, 3));
    assertTrue(first.getFileName().toString().endsWith("-balls-tsbn-3"), first.toString());
    assertTrue(store.holds(first));
    assertFalse(store.holds(root));
    Files.createDirectories(store.root().resolve("no run"));
    Files.writeString(
        Files.createDirectories(store.root().resolve("broken")).resolve("experiment.json"), "{");
    List<StoredRun> runs = store.list();
    assertEquals(List.of(second, first), runs.stream().map(StoredRun::folder).toList());
    StoredRun run = runs.get(0);
    assertEquals(5, run.iteration());
    assertEquals(5, run.curve().size());
    assertEquals(data.name(), run.data().name());
    assertFalse(run.cutOff());
  }

  @Test
  void runsThatDifferInTheirSeedRepeatEachOther() throws Exception {
    train(experiment(1, 3));
    train(experiment(2, 3));
    train(experiment(2, 4));
    List<StoredRun> runs = store.list();
    assertTrue(runs.get(1).repeats(runs.get(2)));
    assertFalse(runs.get(0).repeats(runs.get(1)));
    assertTrue(runs.get(0).sameData(runs.get(1)));
  }

  @Test
  void whatTheUserSaysIsKept() throws Exception {
    Path folder = train(experiment(1, 3));
    assertEquals(RunLabel.NONE, store.read(folder).label());
    RunLabel label =
        RunLabel.NONE.withName(" best ").withNote("a\n\"note\"").withStar(true).shownIn(4);
    label.write(folder);
    assertEquals(label, store.read(folder).label());
    assertEquals("best", label.name());
    Files.writeString(folder.resolve("label.json"), "[]");
    assertEquals(RunLabel.NONE, store.read(folder).label());
  }

  @Test
  void whatIsThrownAwayCanComeBack() throws Exception {
    Path folder = train(experiment(1, 3));
    Path gone = store.discard(folder);
    assertEquals(List.of(), store.list());
    store.emptyTrash(Instant.now().minus(Duration.ofDays(1)));
    assertEquals(folder, store.restore(gone));
    assertEquals(5, store.list().get(0).iteration());
    gone = store.discard(folder);
    store.emptyTrash(Instant.now().plus(Duration.ofDays(1)));
    assertFalse(Files.exists(gone));
  }

  @Test
  void aRunInTrainingIsNotThrownAway() throws Exception {
    Path folder = store.newFolder("balls");
    try (RunKeeper keeper = RunKeeper.begin(folder, experiment(1, 3), data)) {
      assertThrows(RunInUseException.class, () -> store.discard(folder));
      new RunState(Trainer.State.RUNNING, "", 3, 1, -2.5).write(folder, Disk.REAL);
      assertFalse(store.read(folder).cutOff(), "somebody trains it");
      assertEquals(folder, keeper.folder());
    }
    assertTrue(store.read(folder).cutOff(), "nobody trains it");
    assertEquals(-2.5, store.read(folder).state().orElseThrow().bound());
  }

  @Test
  void aFolderThatCannotBeMadeIsAnError() throws IOException {
    Path file = Files.writeString(root.resolve("file"), "");
    assertEquals(List.of(), new RunStore(file).list());
  }
}
