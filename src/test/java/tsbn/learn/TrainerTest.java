package tsbn.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tsbn.learn.Trainer.State;
import tsbn.math.RandomStream;
import tsbn.model.Parameters;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.TemporalSbn;

@Timeout(60)
class TrainerTest {
  private static final Duration LONG = Duration.ofSeconds(50);

  private static Trainer trainer(TrainingSettings settings) {
    TemporalSbn model =
        TemporalSbn.initialise(Architecture.tsbn(8, 6, 1), 0.01, new RandomStream(settings.seed()));
    return new Trainer(model, LearnerTest.wanderers(20, 1), LearnerTest.wanderers(5, 2), settings);
  }

  private static List<CurvePoint> drain(Trainer trainer) {
    List<CurvePoint> points = new ArrayList<>();
    trainer.drainCurve(point -> points.add(point.withSeconds(0)));
    return points;
  }

  private static Parameters parameters(Trainer trainer) throws Exception {
    return trainer.snapshot().get(50, TimeUnit.SECONDS).model().parameters();
  }

  private static void assertSame(Parameters a, Parameters b) {
    for (String name : a.names()) {
      assertArrayEquals(a.get(name).data, b.get(name).data, name);
    }
  }

  @Test
  void runsToTheEndAndLosesNoPoint() throws Exception {
    try (Trainer trainer = trainer(LearnerTest.quick())) {
      assertEquals(State.READY, trainer.gauges().state());
      trainer.resume();
      assertTrue(trainer.awaitEnd(LONG));
      assertEquals(State.FINISHED, trainer.gauges().state());
      List<CurvePoint> points = drain(trainer);
      assertEquals(300, points.size());
      for (int i = 0; i < 300; i++) {
        assertEquals(i + 1, points.get(i).iteration());
        assertEquals((i + 1) % 100 == 0, points.get(i).validated());
      }
      // nothing is left to do, until the settings ask for more
      trainer.resume();
      assertEquals(State.FINISHED, trainer.gauges().state());
      trainer.change(LearnerTest.quick().change().iterations(320).build());
      trainer.resume();
      assertTrue(trainer.awaitEnd(LONG));
      assertEquals(20, drain(trainer).size());
    }
  }

  @Test
  void oneStepIsExactlyOneStep() throws Exception {
    try (Trainer trainer = trainer(LearnerTest.quick())) {
      for (int i = 1; i <= 3; i++) {
        trainer.step();
        while (trainer.gauges().iteration() < i) {
          Thread.onSpinWait();
        }
        assertEquals(State.PAUSED, trainer.gauges().state());
      }
      parameters(trainer);
      assertEquals(3, drain(trainer).size());
    }
  }

  /** Any order of commands leaves the run where an undisturbed one is, bit for bit. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void survivesEveryOrderOfCommands(long seed) throws Exception {
    try (Trainer calm = trainer(LearnerTest.quick());
        Trainer harried = trainer(LearnerTest.quick())) {
      calm.resume();
      assertTrue(calm.awaitEnd(LONG));

      RandomStream random = new RandomStream(seed);
      List<CompletableFuture<Trainer.Copy>> snapshots = new ArrayList<>();
      List<CurvePoint> points = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        switch (random.nextInt(6)) {
          case 0 -> harried.resume();
          case 1 -> harried.pause();
          case 2 -> harried.step();
          case 3 -> harried.stop();
          case 4 -> snapshots.add(harried.snapshot());
          default -> points.addAll(drain(harried));
        }
        if (random.nextInt(10) == 0) {
          Thread.sleep(0, 200_000);
        }
      }
      harried.resume();
      assertTrue(harried.awaitEnd(LONG));
      assertEquals(State.FINISHED, harried.gauges().state());
      points.addAll(drain(harried));
      assertEquals(drain(calm), points);
      assertSame(parameters(calm), parameters(harried));
      for (CompletableFuture<Trainer.Copy> snapshot : snapshots) {
        assertEquals(8, snapshot.get(50, TimeUnit.SECONDS).model().visible());
      }
    }
  }

  @Test
  void aStopDuringTheLastStepComesTooLate() throws Exception {
    for (int round = 0; round < 50; round++) {
      try (Trainer trainer = trainer(LearnerTest.quick().change().iterations(1).build())) {
        trainer.resume();
        trainer.stop();
        trainer.resume();
        assertTrue(trainer.awaitEnd(LONG));
        assertEquals(State.FINISHED, trainer.gauges().state());
      }
    }
  }

  @Test
  void aDivergedRunGoesBackToTheLastGoodModelAndSaysWhatToTry() throws Exception {
    TrainingSettings good =
        LearnerTest.quick().change().iterations(100_000).validateEvery(10).build();
    try (Trainer trainer = trainer(good)) {
      for (int i = 1; i <= 10; i++) {
        trainer.step();
        while (trainer.gauges().iteration() < i) {
          Thread.onSpinWait();
        }
      }
      Parameters lastGood = parameters(trainer);
      trainer.change(
          good.change().optimiser(OptimiserKind.SGD).stepSize(10).weightDecay(0.99).build());
      trainer.resume();
      assertTrue(trainer.awaitEnd(LONG));
      Trainer.Gauges gauges = trainer.gauges();
      assertEquals(State.FAILED, gauges.state());
      assertTrue(gauges.failure().contains("smaller step size"), gauges.failure());
      for (float value : parameters(trainer).get("W2").data) {
        assertTrue(Float.isFinite(value));
      }
      assertEquals(lastGood.names(), parameters(trainer).names());

      // with a sane step it goes on
      trainer.change(good.change().iterations(gauges.iteration() + 50).build());
      trainer.resume();
      assertTrue(trainer.awaitEnd(LONG));
      assertEquals(State.FINISHED, trainer.gauges().state());
    }
  }

  @Test
  void aCopySaysAfterHowManyStepsItWasMade() throws Exception {
    try (Trainer trainer = trainer(LearnerTest.quick().change().iterations(1_000_000).build())) {
      assertEquals(0, trainer.kept().get(50, TimeUnit.SECONDS).iteration());
      trainer.resume();
      Trainer.Copy running = trainer.snapshot().get(50, TimeUnit.SECONDS);
      trainer.pause();
      Trainer.Copy still = trainer.kept().get(50, TimeUnit.SECONDS);
      assertTrue(running.iteration() <= still.iteration());
      assertEquals(trainer.gauges().iteration(), still.iteration());
      List<CurvePoint> points = drain(trainer);
      assertEquals(still.iteration(), points.size());
    }
  }

  @Test
  void aCopyAskedForBeforeClosingIsStillMade() throws Exception {
    for (int i = 0; i < 50; i++) {
      Trainer trainer = trainer(LearnerTest.quick().change().iterations(1_000_000).build());
      trainer.resume();
      CompletableFuture<Trainer.Copy> wanted = trainer.kept();
      trainer.close();
      assertEquals(trainer.gauges().iteration(), wanted.get(50, TimeUnit.SECONDS).iteration());
    }
  }

  @Test
  void closingEndsTheThreadAndEveryCommandAfterDoesNothing() throws Exception {
    Trainer trainer = trainer(LearnerTest.quick().change().iterations(1_000_000).build());
    trainer.resume();
    trainer.close();
    int iteration = trainer.gauges().iteration();
    trainer.resume();
    trainer.step();
    trainer.pause();
    trainer.stop();
    trainer.change(LearnerTest.quick());
    assertTrue(trainer.snapshot().isCancelled());
    assertEquals(iteration, trainer.gauges().iteration());
    assertFalse(trainer.gauges().state() == State.RUNNING);
    trainer.close();
  }
}
