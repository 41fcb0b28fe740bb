package tsbn.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tsbn.data.ContentHash;
import tsbn.data.DataFormatException;
import tsbn.data.DataKind;
import tsbn.data.FrameMeaning;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.data.source.DataSources;
import tsbn.learn.CurvePoint;
import tsbn.learn.Trainer;
import tsbn.learn.Trainer.State;
import tsbn.learn.TrainingSettings;
import tsbn.model.sbn.Architecture;
import tsbn.support.Models;

@Timeout(60)
class RunKeeperTest {
  private static final Duration LONG = Duration.ofSeconds(50);
  private static final Architecture SHAPE = Architecture.tsbn(6, 4, 1);
  private static final TrainingSettings SETTINGS =
      TrainingSettings.paper()
          .change()
          .stepSize(0.01)
          .iterations(20)
          .validateEvery(5)
          .baselineUnits(2)
          .threads(1)
          .build();
  private static final SequenceSet SET =
      new SequenceSet(
          "set",
          "file.mat",
          DataKind.GREY,
          new FrameMeaning.Image(3, 2),
          5,
          Map.of(Split.TRAIN, sequences(5, 1), Split.VALID, sequences(2, 2)),
          List.of());
  private static final Experiment EXPERIMENT = new Experiment(SET.source(), SHAPE, SETTINGS);

  @TempDir Path temp;

  private final List<String> problems = new CopyOnWriteArrayList<>();

  private static List<Sequence> sequences(int count, int seed) {
    return Stream.iterate(0, i -> i + 1)
        .limit(count)
        .map(i -> Models.sequence(SHAPE, 5 + i, 10L * seed + i))
        .toList();
  }

  private static Trainer trainer(TrainingSettings settings) {
    return new Trainer(EXPERIMENT.newModel(), SET.get(Split.TRAIN), SET.get(Split.VALID), settings);
  }

  private static RunKeeper begin(Path folder, Disk disk) throws Exception {
    return RunKeeper.begin(folder, EXPERIMENT, DataSummary.of(SET), ContentHash.of(SET), disk);
  }

  private static void finish(Trainer trainer) throws Exception {
    trainer.resume();
    assertTrue(trainer.awaitEnd(LONG));
  }

  private static void awaitIteration(Trainer trainer, int iteration) throws Exception {
    while (trainer.gauges().iteration() < iteration) {
      Thread.sleep(1);
    }
  }

  @Test
  void aRunIsAFolderThatCanBeReadAtAnyTime() throws Exception {
    Path folder = temp.resolve("run");
    List<CurvePoint> seen = new ArrayList<>();
    try (RunKeeper keeper = RunKeeper.begin(folder, EXPERIMENT, SET);
        Trainer trainer = trainer(SETTINGS)) {
      assertEquals(0, RunFolder.load(folder).curve().size()); // before its first checkpoint
      keeper.keep(trainer, Duration.ZERO, problems::add);
      finish(trainer);
      assertEquals(20, keeper.saveNow().get().iteration());
      trainer.drainCurve(seen::add);
    }
    Continuation run = Continuation.read(folder);
    assertEquals(seen, run.curve());
    assertEquals(EXPERIMENT, run.run().experiment());
    assertEquals(ContentHash.of(SET), run.dataHash());
    assertTrue(run.exact() && !run.begun().isEmpty());
    RunState state = run.state().orElseThrow();
    assertEquals(State.FINISHED, state.state());
    assertEquals(20, state.iteration());
    assertEquals(seen.get(19).seconds(), state.seconds(), 1e-6);
    assertArrayEquals(
        Npz.read(folder.resolve("model.npz"), 1000).get("W2").data,
        run.run().model().parameters().get("W2").data);
    String json = Files.readString(folder.resolve("experiment.json"));
    for (String key : List.of("format", "program", "kernels", "begun", "hash")) {
      assertTrue(json.contains("\"" + key + "\""), json);
    }
    assertEquals(List.of(), problems);
  }

  @Test
  void aRunThatGoesOnEndsLikeOneThatWasNotStopped() throws Exception {
    Path calm = temp.resolve("calm");
    Path stopped = temp.resolve("stopped");
    try (RunKeeper keeper = RunKeeper.begin(calm, EXPERIMENT, SET);
        Trainer trainer = trainer(SETTINGS)) {
      keeper.keep(trainer, Duration.ZERO, problems::add);
      finish(trainer);
    }
    try (RunKeeper keeper = RunKeeper.begin(stopped, EXPERIMENT, SET);
        Trainer trainer = trainer(SETTINGS)) {
      keeper.keep(trainer, Duration.ofMillis(2), problems::add);
      for (int i = 1; i <= 7; i++) {
        trainer.step();
        awaitIteration(trainer, i);
      }
    }
    Continuation read = Continuation.read(stopped);
    assertEquals(7, read.iteration());
    try (RunKeeper keeper = RunKeeper.goOn(stopped, read, SET.source(), ContentHash.of(SET));
        Trainer trainer = read.trainer(SET)) {
      assertEquals(7, keeper.status().iteration());
      keeper.keep(trainer, Duration.ofMillis(2), problems::add);
      finish(trainer);
    }
    Continuation one = Continuation.read(calm);
    Continuation other = Continuation.read(stopped);
    ResumeTest.assertSame(one.checkpoint(), other.checkpoint());
    assertEquals(20, other.curve().size());
    assertEquals(one.begun().isEmpty(), other.begun().isEmpty());
    assertEquals(List.of(), problems);
  }

  @Test
  void ofARunThatKeepsItsBestTheBestIsLoadedAndTheLastGoesOn() throws Exception {
    Path folder = temp.resolve("run");
    TrainingSettings settings =
        SETTINGS.change().stepSize(0.5).validateEvery(1).earlyStop(3).iterations(500).build();
    try (RunKeeper keeper = RunKeeper.begin(folder, EXPERIMENT, SET);
        Trainer trainer = trainer(settings)) {
      keeper.keep(trainer, Duration.ZERO, problems::add);
      finish(trainer);
      Trainer.Copy kept = trainer.kept().get();
      SavedRun saved = loadAfter(keeper, folder);
      assertEquals(kept.iteration(), saved.curve().size());
      assertArrayEquals(
          kept.model().parameters().get("W2").data, saved.model().parameters().get("W2").data);
      Continuation run = Continuation.read(folder);
      assertEquals(kept.iteration() + 3, run.iteration());
      assertEquals(settings, run.run().experiment().settings());
      try (Trainer again = run.trainer(SET)) {
        assertEquals(State.FINISHED, again.gauges().state());
      }
    }
  }

  private static SavedRun loadAfter(RunKeeper keeper, Path folder) throws Exception {
    keeper.close();
    return RunFolder.load(folder);
  }

  @Test
  void aFullDiskIsToldOnceAndTheLastGoodCheckpointStays() throws Exception {
    SmallDisk disk = new SmallDisk();
    Path folder = temp.resolve("run");
    try (RunKeeper keeper = begin(folder, disk);
        Trainer trainer = trainer(SETTINGS.change().iterations(1_000_000).build())) {
      keeper.keep(trainer, Duration.ofMillis(5), problems::add);
      trainer.resume();
      while (keeper.status().iteration() < 1) {
        Thread.sleep(1);
      }
      disk.leave(5000);
      while (problems.isEmpty()) {
        Thread.sleep(1);
      }
      int good = Continuation.read(folder).iteration();
      awaitIteration(trainer, trainer.gauges().iteration() + 50); // training goes on
      keeper.saveNow().get();
      assertEquals(
          List.of("The run cannot be saved in %s: No space left on device.".formatted(folder)),
          problems);
      assertEquals(problems.get(0), keeper.status().problem());
      assertTrue(good >= 1 && Continuation.read(folder).iteration() == good);
      assertEquals(good, Continuation.read(folder).curve().size());
      disk.leave(Long.MAX_VALUE);
      while (problems.size() < 2) {
        Thread.sleep(1);
      }
      assertEquals("", problems.get(1));
      assertEquals("", keeper.status().problem());
      trainer.stop();
      assertTrue(trainer.awaitEnd(LONG));
      keeper.close();
      Continuation end = Continuation.read(folder);
      assertEquals(trainer.gauges().iteration(), end.iteration());
      assertEquals(end.iteration(), end.curve().size(), "no point was lost");
      assertEquals(State.STOPPED, end.state().orElseThrow().state());
    }
  }

  @Test
  void aFolderThatMayNotBeWrittenToOrIsGoneIsTold() throws Exception {
    SmallDisk disk = new SmallDisk();
    Path folder = temp.resolve("run");
    try (RunKeeper keeper = begin(folder, disk);
        Trainer trainer = trainer(SETTINGS)) {
      keeper.keep(trainer, Duration.ZERO, problems::add);
      finish(trainer);
      disk.leave(0);
      disk.refuseWith(() -> new AccessDeniedException(folder.toString()));
      keeper.saveNow().get();
      assertEquals(
          "The run cannot be saved in %s: access is denied.".formatted(folder), problems.get(0));
      disk.leave(Long.MAX_VALUE);
      Checkpoints.of(folder).clear();
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
      keeper.saveNow().get();
      assertEquals("The run cannot be saved in %s: it is gone.".formatted(folder), problems.get(1));
      assertFalse(Files.exists(folder));
    }
  }

  @Test
  void whereEveryCheckpointIsDamagedTheModelIsLeft() throws Exception {
    Path folder = copy("run-format-2");
    Files.write(folder.resolve("checkpoints/000000005.npz"), new byte[100]);
    Files.writeString(
        folder.resolve("curve.csv"),
        Files.readString(folder.resolve("curve.csv")) + "6,1,72,-1,,,1,1,1\n");
    Continuation run = Continuation.read(folder);
    assertFalse(run.exact());
    assertEquals(5, run.curve().size());
    assertArrayEquals(
        Npz.read(folder.resolve("model.npz"), 100_000).get("W2").data,
        run.run().model().parameters().get("W2").data);
  }

  @Test
  void aRunIsTrainedByOneAtATime() throws Exception {
    Path folder = temp.resolve("run");
    Continuation before;
    try (RunKeeper keeper = RunKeeper.begin(folder, EXPERIMENT, SET)) {
      before = Continuation.read(folder);
      for (int round = 0; round < 2; round++) {
        RunInUseException e =
            assertThrows(RunInUseException.class, () -> RunKeeper.begin(folder, EXPERIMENT, SET));
        assertTrue(e.getMessage().contains("is being trained"), e.getMessage());
        SavedRun run = RunFolder.load(folder);
        assertThrows(RunInUseException.class, () -> RunFolder.save(folder, run));
      }
      try (Trainer trainer = trainer(SETTINGS)) {
        keeper.keep(trainer, Duration.ZERO, problems::add);
        finish(trainer);
      }
    }
    // What was read before the other trained is not what is there now.
    assertThrows(RunInUseException.class, () -> RunKeeper.goOn(folder, before, "file.mat", "hash"));
    RunKeeper.goOn(folder, Continuation.read(folder), "file.mat", "hash").close();
  }

  @Test
  void anotherProgramIsToldToo() throws Exception {
    Path folder = temp.resolve("run");
    Process other = KilledProgram.start(folder);
    try {
      while (!RunFolder.isRun(folder) && other.isAlive()) {
        Thread.sleep(5);
      }
      assertThrows(RunInUseException.class, () -> RunKeeper.begin(folder, EXPERIMENT, SET));
    } finally {
      other.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
    }
    RunKeeper.begin(folder, EXPERIMENT, SET).close(); // a killed one holds nothing
  }

  @Test
  void anotherRunTakesThePlaceOfAllOfAnEarlierOne() throws Exception {
    Path folder = temp.resolve("run");
    try (RunKeeper keeper = RunKeeper.begin(folder, EXPERIMENT, SET);
        Trainer trainer = trainer(SETTINGS)) {
      keeper.keep(trainer, Duration.ZERO, problems::add);
      finish(trainer);
    }
    SavedRun first = RunFolder.load(folder);
    RunKeeper.begin(folder, EXPERIMENT, SET).close();
    assertEquals(0, Continuation.read(folder).iteration());
    assertTrue(Continuation.read(folder).exact());
    assertEquals(List.of(), Checkpoints.of(folder).iterations());
    RunFolder.save(folder, first);
    assertEquals(Optional.empty(), Continuation.read(folder).state());
    assertEquals(first.curve(), RunFolder.load(folder).curve());
  }

  /** Written by the program before it had checkpoints. */
  @Test
  void aRunOfBeforeLoadsAndGoesOnWithAFreshOptimiser() throws Exception {
    Path folder = copy("run-before-checkpoints");
    Continuation run = Continuation.read(folder);
    assertEquals(6, run.iteration());
    assertFalse(run.exact());
    assertEquals("", run.dataHash());
    assertEquals(5, run.run().experiment().settings().seed());
    assertEquals(-24.56189050277074, run.curve().get(5).validBound());
    SequenceSet set = DataSources.open(run.run().experiment().data(), Progress.NONE);
    try (RunKeeper keeper = RunKeeper.goOn(folder, run, set.source(), ContentHash.of(set));
        Trainer trainer = run.trainer(set)) {
      keeper.keep(trainer, Duration.ZERO, problems::add);
      trainer.change(run.run().experiment().settings().change().iterations(8).build());
      finish(trainer);
    }
    Continuation after = Continuation.read(folder);
    assertEquals(8, after.curve().size());
    assertEquals(run.curve(), after.curve().subList(0, 6));
    assertTrue(after.exact());
  }

  /** Written by the first program with checkpoints: a later one has to go on with it. */
  @Test
  void aRunOfTheSecondFormatGoesOnExactly() throws Exception {
    Path folder = copy("run-format-2");
    Continuation run = Continuation.read(folder);
    assertTrue(run.exact());
    assertEquals(5, run.iteration());
    SequenceSet set = DataSources.open(run.run().experiment().data(), Progress.NONE);
    assertEquals(run.dataHash(), ContentHash.of(set));
    Trainer calm =
        new Trainer(
            run.run().experiment().newModel(),
            set.get(Split.TRAIN),
            set.get(Split.VALID),
            run.run().experiment().settings().change().iterations(9).build());
    try (calm;
        Trainer trainer = run.trainer(set)) {
      trainer.change(run.run().experiment().settings().change().iterations(9).build());
      finish(calm);
      finish(trainer);
      assertArrayEquals(
          calm.snapshot().get().model().parameters().get("W2").data,
          trainer.snapshot().get().model().parameters().get("W2").data);
    }
  }

  @Test
  void aRunOfALaterFormatIsRefused() throws Exception {
    Path folder = copy("run-format-2");
    Path file = folder.resolve("experiment.json");
    Files.writeString(file, Files.readString(file).replace("\"format\": 2", "\"format\": 3"));
    DataFormatException e =
        assertThrows(DataFormatException.class, () -> Continuation.read(folder));
    assertTrue(e.getMessage().contains("later version"), e.getMessage());
  }

  private Path copy(String fixture) throws Exception {
    Path from = Path.of(RunKeeperTest.class.getResource(fixture).toURI());
    Path to = temp.resolve(fixture);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
    return to;
  }
}
