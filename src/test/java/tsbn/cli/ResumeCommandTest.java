package tsbn.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tsbn.data.Progress;
import tsbn.data.source.DataSources;
import tsbn.experiment.Experiment;
import tsbn.experiment.RunFolder;
import tsbn.experiment.RunKeeper;
import tsbn.experiment.SavedRun;

/** {@code tsbn train --resume}. */
class ResumeCommandTest {
  private static final String BALLS = "builtin:balls?train=4&valid=2&test=1&frames=12&size=8";

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    out.reset();
    err.reset();
    return new CommandLineProgram(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            Map.of())
        .run(arguments);
  }

  private int train(Path run, String options) {
    List<String> arguments = new ArrayList<>(List.of("train", "--out", run.toString()));
    arguments.addAll(List.of(options.split(" ")));
    return run(arguments.toArray(new String[0]));
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private Path trained(String name, int iterations) {
    Path run = folder.resolve(name);
    String options = "--layers 6 --validate-every 5 --threads 1 --data " + BALLS;
    assertEquals(0, train(run, options + " --iterations " + iterations), err());
    return run;
  }

  @Test
  void aRunGoesOnExactlyToMoreIterations() throws Exception {
    Path whole = trained("whole", 30);
    Path part = trained("part", 12);
    assertEquals(0, train(part, "--resume --iterations 30 --save-every 0"), err());
    assertEquals("", err());
    assertTrue(out.toString(StandardCharsets.UTF_8).contains(": 30 iterations in "));
    assertArrayEquals(
        Files.readAllBytes(whole.resolve("model.npz")),
        Files.readAllBytes(part.resolve("model.npz")));
    SavedRun saved = RunFolder.load(part);
    assertEquals(30, saved.curve().size());
    assertEquals(30, saved.experiment().settings().iterations());
    // Where nothing is left to do, nothing is done.
    assertEquals(0, train(part, "--resume --json"), err());
    assertTrue(out.toString(StandardCharsets.UTF_8).contains("\"iterations\": 30"));
    assertEquals(saved.curve(), RunFolder.load(part).curve());
  }

  @Test
  void otherDataAreRefusedUnlessTheUserInsists() throws Exception {
    Path run = trained("run", 5);
    String other = BALLS + "&seed=9";
    assertEquals(2, train(run, "--resume --iterations 9 --data " + other));
    assertTrue(err().contains("learned from other data than"), err());
    assertTrue(err().contains("--force") && err().lines().count() == 1, err());
    assertEquals(5, RunFolder.load(run).curve().size());
    assertEquals(0, train(run, "--resume --iterations 9 --force --data " + other), err());
    assertEquals(9, RunFolder.load(run).curve().size());
    assertEquals(other, RunFolder.load(run).experiment().data());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --layers 7             | The model of a run cannot change
          --seed 3               | cannot change; begin another run
          --initial-scale 0.5    | cannot change; begin another run
          --preset quick-balls   | leave --preset out
          --step-size 99         | step size must be
          --save-every -1        | seconds between two checkpoints
          --data builtin:balls?size=5&train=2&frames=9 | values a frame
          """)
  void whatCannotChangeIsRefused(String options, String part) {
    Path run = trained("run", 5);
    assertEquals(2, train(run, "--resume " + options));
    assertTrue(err().contains(part) && err().lines().count() == 1, err());
  }

  @Test
  void withoutARunThereIsNothingToGoOnWith() {
    assertEquals(2, train(folder.resolve("none"), "--resume"));
    assertTrue(err().contains("holds no run to go on with"), err());
    assertFalse(Files.exists(folder.resolve("none")));
  }

  @Test
  void aRunWithoutCheckpointSaysSo() throws Exception {
    Path run = trained("run", 5);
    RunFolder.save(run, RunFolder.load(run));
    assertEquals(0, train(run, "--resume --iterations 7"), err());
    assertTrue(err().contains("has no checkpoint"), err());
    assertEquals(1, err().lines().count(), err());
    assertEquals(7, RunFolder.load(run).curve().size());
  }

  @Test
  void aRunThatIsBeingTrainedIsLeftAlone() throws Exception {
    Path run = trained("run", 5);
    Experiment experiment = RunFolder.load(run).experiment();
    try (RunKeeper keeper =
        RunKeeper.begin(run, experiment, DataSources.open(BALLS, Progress.NONE))) {
      for (String option : List.of("--resume", "--force --layers 3 --data " + BALLS)) {
        assertEquals(2, train(run, option));
        assertTrue(err().contains("is being trained at this moment"), err());
        assertEquals(1, err().lines().count(), err());
      }
    }
    assertEquals(0, train(run, "--resume"), err());
    assertEquals(5, RunFolder.load(run).curve().size());
  }
}
