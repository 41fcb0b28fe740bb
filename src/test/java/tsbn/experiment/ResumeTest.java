package tsbn.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tsbn.data.Sequence;
import tsbn.learn.Checkpoint;
import tsbn.learn.CurvePoint;
import tsbn.learn.EstimatorKind;
import tsbn.learn.Initialisation;
import tsbn.learn.OptimiserKind;
import tsbn.learn.Schedule;
import tsbn.learn.SignalKind;
import tsbn.learn.StateArrays;
import tsbn.learn.Trainer;
import tsbn.learn.Trainer.State;
import tsbn.learn.TrainingSettings;
import tsbn.math.RandomStream;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.LayerSpec;
import tsbn.model.sbn.Likelihood;
import tsbn.model.sbn.TemporalSbn;
import tsbn.support.Models;

/** A run that stopped, went to disk and goes on in a new trainer ends like one left alone. */
@Timeout(60)
class ResumeTest {
  private static final Duration LONG = Duration.ofSeconds(50);
  private static final int STEPS = 14;

  @TempDir Path folder;

  /** What is trained, with which settings. */
  private record Case(String name, Architecture architecture, TrainingSettings settings) {
    Trainer trainer() {
      TemporalSbn model =
          settings.initialisation().model(architecture, 0.1, new RandomStream(settings.seed()));
      return new Trainer(model, sequences(7), sequences(3), settings);
    }

    Trainer trainer(Checkpoint from) {
      return new Trainer(new TemporalSbn(architecture), sequences(7), sequences(3), from);
    }

    private List<Sequence> sequences(int count) {
      return IntStream.range(0, count)
          .mapToObj(i -> Models.sequence(architecture, 4 + i % 3, 11 * count + i))
          .toList();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static TrainingSettings base() {
    return TrainingSettings.paper()
        .change()
        .stepSize(0.01)
        .iterations(STEPS)
        .validateEvery(3)
        .baselineUnits(3)
        .threads(1)
        .seed(5)
        .build();
  }

  private static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    Architecture shallow = Architecture.tsbn(4, 3, 2);
    for (OptimiserKind optimiser : OptimiserKind.values()) {
      for (EstimatorKind estimator : EstimatorKind.values()) {
        TrainingSettings settings =
            base()
                .change()
                .optimiser(optimiser)
                .estimator(estimator)
                .samples(estimator.usualSamples())
                .build();
        cases.add(new Case(optimiser + " " + estimator, shallow, settings));
      }
    }
    for (SignalKind signal : SignalKind.values()) {
      for (int threads = 1; threads <= 2; threads++) {
        cases.add(
            new Case(
                "NVIL " + signal + ", " + threads + " threads",
                shallow,
                base().change().signal(signal).batch(3).samples(2).threads(threads).build()));
      }
      cases.add(
          new Case(
              "LEAVE_ONE_OUT " + signal,
              shallow,
              base()
                  .change()
                  .estimator(EstimatorKind.LEAVE_ONE_OUT)
                  .samples(3)
                  .signal(signal)
                  .build()));
    }
    cases.add(
        new Case(
            "from the data, with warm-up, schedule and clipping",
            shallow,
            base()
                .change()
                .initialisation(Initialisation.DATA)
                .schedule(Schedule.COSINE)
                .warmUp(9)
                .clipNorm(0.5)
                .build()));
    cases.add(
        new Case(
            "real values with noise on the frames",
            Architecture.tsbn(4, 3, 1).with(Likelihood.NORMAL),
            base().change().frameNoise(0.2).stepSize(1e-3).build()));
    LayerSpec rectified = new LayerSpec(3, LayerSpec.Kind.DETERMINISTIC, true, true);
    cases.add(
        new Case(
            "deep, deterministic",
            new Architecture(4, true, List.of(rectified, new LayerSpec(2, true, true)), 1, true),
            base().change().truncation(2).build()));
    cases.add(
        new Case(
            "keeps its best",
            shallow,
            base().change().stepSize(0.3).validateEvery(1).earlyStop(4).build()));
    return cases.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void endsBitForBitLikeARunLeftAlone(Case run) throws Exception {
    List<CurvePoint> calmCurve = new ArrayList<>();
    Checkpoint calm;
    try (Trainer trainer = run.trainer()) {
      calm = toTheEnd(trainer, calmCurve);
    }
    for (int stop : new int[] {0, 1, Math.min(6, calm.iteration() - 1), calm.iteration()}) {
      List<CurvePoint> curve = new ArrayList<>();
      Checkpoint written;
      try (Trainer trainer = run.trainer()) {
        steps(trainer, stop);
        drain(trainer, curve);
        written = throughDisk(trainer);
      }
      try (Trainer trainer = run.trainer(written)) {
        assertEquals(stop, trainer.gauges().iteration());
        assertSame(calm, toTheEnd(trainer, curve));
      }
      assertEquals(calmCurve, curve);
    }
  }

  @Test
  void aChangeOfSettingsIsWhereItWas() throws Exception {
    Case run = new Case("", Architecture.tsbn(4, 3, 1), base());
    TrainingSettings other =
        base().change().optimiser(OptimiserKind.ADAM).samples(2).batch(2).earlyStop(9).build();
    Checkpoint calm;
    List<CurvePoint> calmCurve = new ArrayList<>();
    try (Trainer trainer = run.trainer()) {
      steps(trainer, 5);
      trainer.change(other);
      calm = toTheEnd(trainer, calmCurve);
    }
    for (int after : new int[] {0, 4}) { // 0: the change is still to come
      List<CurvePoint> curve = new ArrayList<>();
      Checkpoint written;
      try (Trainer trainer = run.trainer()) {
        steps(trainer, 5);
        trainer.change(other);
        steps(trainer, after);
        drain(trainer, curve);
        written = throughDisk(trainer);
        assertEquals(other, written.next());
        assertEquals(after == 0 ? run.settings() : other, written.settings());
      }
      try (Trainer trainer = run.trainer(written)) {
        assertSame(calm, toTheEnd(trainer, curve));
      }
      assertEquals(calmCurve, curve);
    }
  }

  @Test
  void aRunThatDivergedGoesOnFromWhereItWentBackTo() throws Exception {
    Case run = new Case("", Architecture.tsbn(4, 3, 1), base());
    TrainingSettings wild =
        base().change().optimiser(OptimiserKind.SGD).stepSize(10).weightDecay(0.99).build();
    TrainingSettings sane = base().change().iterations(200).build();
    Checkpoint written;
    Checkpoint calm;
    List<CurvePoint> calmCurve = new ArrayList<>();
    List<CurvePoint> curve = new ArrayList<>();
    try (Trainer trainer = run.trainer()) {
      steps(trainer, 4);
      trainer.change(wild.change().iterations(5000).validateEvery(10_000).build());
      trainer.resume();
      assertTrue(trainer.awaitEnd(LONG));
      assertEquals(State.FAILED, trainer.gauges().state());
      drain(trainer, new ArrayList<>());
      written = throughDisk(trainer);
      assertTrue(written.iteration() < 190, "diverges early");
      trainer.change(sane);
      calm = toTheEnd(trainer, calmCurve);
    }
    try (Trainer trainer = run.trainer(written)) {
      trainer.change(sane);
      assertSame(calm, toTheEnd(trainer, curve));
    }
    assertEquals(calmCurve, curve);
  }

  @Test
  void whatOnlyTheBeginningDependsOnDoesNotChange() throws Exception {
    Case run = new Case("", Architecture.tsbn(4, 3, 1), base());
    Checkpoint calm;
    try (Trainer trainer = run.trainer()) {
      calm = toTheEnd(trainer, new ArrayList<>());
    }
    try (Trainer trainer = run.trainer()) {
      steps(trainer, 3);
      trainer.change(base().change().seed(77).baselineUnits(9).build());
      assertSame(calm, toTheEnd(trainer, new ArrayList<>()));
    }
  }

  @Test
  void aCheckpointOfAnotherArchitectureIsRefused() throws Exception {
    Case run = new Case("", Architecture.tsbn(4, 3, 1), base());
    Case other = new Case("", Architecture.tsbn(4, 2, 1), base());
    try (Trainer trainer = run.trainer()) {
      Checkpoint written = throughDisk(trainer);
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> other.trainer(written));
      assertTrue(e.getMessage().endsWith("."), e.getMessage());
    }
  }

  @Test
  void aCheckpointIsThereAfterTheTrainerWasClosed() throws Exception {
    Case run = new Case("", Architecture.tsbn(4, 3, 1), base());
    Trainer trainer = run.trainer();
    Checkpoint calm = toTheEnd(trainer, new ArrayList<>());
    trainer.close();
    assertSame(calm, trainer.checkpoint(new Checkpoint()).get());
    // and its room serves again
    assertSame(calm, trainer.checkpoint(trainer.checkpoint(new Checkpoint()).get()).get());
  }

  private static Checkpoint toTheEnd(Trainer trainer, List<CurvePoint> curve) throws Exception {
    if (trainer.gauges().state() != State.FINISHED) {
      trainer.resume();
    }
    assertTrue(trainer.awaitEnd(LONG));
    assertEquals(State.FINISHED, trainer.gauges().state());
    drain(trainer, curve);
    return trainer.checkpoint(new Checkpoint()).get();
  }

  private static void steps(Trainer trainer, int count) throws InterruptedException {
    int until = trainer.gauges().iteration() + count;
    while (trainer.gauges().iteration() < until) {
      int before = trainer.gauges().iteration();
      trainer.step();
      while (trainer.gauges().iteration() == before) {
        Thread.sleep(1);
      }
    }
  }

  private static void drain(Trainer trainer, List<CurvePoint> curve) {
    trainer.drainCurve(point -> curve.add(point.withSeconds(0)));
  }

  private Checkpoint throughDisk(Trainer trainer) throws Exception {
    Checkpoint taken = trainer.checkpoint(new Checkpoint()).get();
    Path file = folder.resolve("checkpoint.npz");
    AtomicFile.write(file, out -> CheckpointFile.write(taken, out));
    Checkpoint read = CheckpointFile.read(file);
    assertSame(taken, read);
    return read;
  }

  /** All but the time that it took. */
  static void assertSame(Checkpoint one, Checkpoint other) {
    assertEquals(one.settings(), other.settings());
    StateArrays a = one.arrays();
    StateArrays b = other.arrays();
    assertEquals(a.matrices().keySet(), b.matrices().keySet());
    a.matrices()
        .forEach(
            (name, values) -> assertArrayEquals(values.data, b.matrices().get(name).data, name));
    assertEquals(a.vectors().keySet(), b.vectors().keySet());
    a.vectors().forEach((name, values) -> assertArrayEquals(values, b.vectors().get(name), name));
    assertEquals(a.numbers().keySet(), b.numbers().keySet());
    a.numbers()
        .forEach(
            (name, value) -> {
              if (!name.equals("nanos")) {
                assertEquals(value, b.numbers().get(name), name);
              }
            });
    assertNotEquals(0, a.matrices().size());
  }
}
