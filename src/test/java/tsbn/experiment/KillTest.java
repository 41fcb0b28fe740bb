package tsbn.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsbn.learn.CurvePoint;
import tsbn.math.RandomStream;

/** A training program that is killed at any instant loses nothing but time. */
class KillTest {
  private static final String FIFTY = "tsbn.kills";

  @TempDir static Path folder;

  @BeforeAll
  static void trainOneUndisturbed() throws Exception {
    KilledProgram.train(folder.resolve("calm"), Duration.ZERO);
  }

  @Test
  void aKilledRunEndsLikeAnUndisturbedOne() throws Exception {
    RandomStream random = new RandomStream(3);
    for (int kill = 1; kill <= 3; kill++) {
      killedAndResumed(kill, random.nextInt(1500));
    }
  }

  @Test
  void manyKills() throws Exception {
    int kills = Integer.getInteger(FIFTY, 0);
    assumeTrue(kills > 0, "Skipped: -D" + FIFTY + "=50 kills a training program fifty times");
    RandomStream random = new RandomStream(System.nanoTime());
    int[] when = new int[4];
    for (int kill = 1; kill <= kills; kill++) {
      when[killedAndResumed(kill, random.nextInt(5000))]++;
    }
    System.out.printf(
        "%d of %d kills resumed exactly; %d before the run began, %d before its first checkpoint,"
            + " %d later, %d after its end%n",
        kills, kills, when[0], when[1], when[2], when[3]);
  }

  /**
   * Kills a run and goes on with it.
   *
   * @param afterMillis after it began; of every tenth, after its program began
   * @return 0 if there was no run yet, 1 if no checkpoint, 2 if there was one, 3 if it was done
   */
  private static int killedAndResumed(int number, int afterMillis) throws Exception {
    Path run = folder.resolve("killed-" + number);
    Process program = KilledProgram.start(run);
    while (number % 10 != 0 && !RunFolder.isRun(run) && program.isAlive()) {
      Thread.sleep(1);
    }
    boolean ended = program.waitFor(afterMillis, TimeUnit.MILLISECONDS);
    program.destroyForcibly().waitFor();
    int when = !RunFolder.isRun(run) ? 0 : 1;
    if (ended) {
      assertEquals(0, program.exitValue(), "it ended by itself");
    }
    if (when == 1) {
      Continuation left = Continuation.read(run);
      when = ended ? 3 : left.checkpoint() == null ? 1 : 2;
      assertEquals(
          left.iteration(),
          left.curve().isEmpty() ? 0 : left.curve().get(left.curve().size() - 1).iteration());
    }
    KilledProgram.train(run, Duration.ZERO);
    assertSameEnd(run, "killed after " + afterMillis + " ms");
    return when;
  }

  private static void assertSameEnd(Path run, String message) throws Exception {
    Path calm = folder.resolve("calm");
    Continuation one = Continuation.read(calm);
    Continuation other = Continuation.read(run);
    ResumeTest.assertSame(one.checkpoint(), other.checkpoint());
    assertEquals(timeless(one.curve()), timeless(other.curve()), message);
    assertArrayEquals(
        Files.readAllBytes(calm.resolve("model.npz")),
        Files.readAllBytes(run.resolve("model.npz")),
        message);
    try (var files = Files.walk(run)) {
      assertTrue(files.noneMatch(AtomicFile::isLeftover), message);
    }
  }

  private static List<CurvePoint> timeless(List<CurvePoint> curve) {
    return curve.stream().map(point -> point.withSeconds(0)).toList();
  }
}
