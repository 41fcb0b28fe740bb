package tsbn.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tsbn.data.DataFormatException;
import tsbn.data.DataKind;
import tsbn.data.FrameMeaning;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.data.motion.Channel;
import tsbn.data.motion.Joint;
import tsbn.data.motion.MotionCoding;
import tsbn.data.motion.Notation;
import tsbn.data.motion.RootCoding;
import tsbn.data.motion.Skeleton;
import tsbn.data.motion.Standardisation;
import tsbn.data.motion.Up;
import tsbn.data.motion.Vector3;
import tsbn.evaluate.Evaluation;
import tsbn.learn.CurvePoint;
import tsbn.learn.EstimatorKind;
import tsbn.learn.GradientMean;
import tsbn.learn.Initialisation;
import tsbn.learn.OptimiserKind;
import tsbn.learn.Schedule;
import tsbn.learn.TrainingSettings;
import tsbn.math.RandomStream;
import tsbn.model.Feedback;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.TemporalSbn;
import tsbn.support.Models;

class RunFolderTest {
  @TempDir Path temp;

  private static final CurvePoint POINT =
      new CurvePoint(1, 0.5, 100, -69.25, Double.NaN, Double.NaN, 0.125, 2, 0.5);
  private static final CurvePoint VALIDATED =
      new CurvePoint(2, 1.5, 200, -68, -67.5, 12.25, 0.25, 3, 0.625);

  private static SavedRun run(Architecture architecture, FrameMeaning meaning) {
    TrainingSettings settings =
        TrainingSettings.paper()
            .change()
            .optimiser(OptimiserKind.ADAM)
            .seed(987654321987654321L)
            .build();
    return new SavedRun(
        new Experiment("builtin:balls?size=6", architecture, settings),
        new DataSummary("Bälle", DataKind.GREY, meaning, 30, 0),
        List.of(POINT, VALIDATED),
        TemporalSbn.initialise(architecture, 1, new RandomStream(3)));
  }

  @Test
  void aRunComesBackAsItWas() throws Exception {
    Path folder = temp.resolve("runs").resolve("first");
    for (SavedRun run :
        List.of(
            run(Architecture.tsbn(36, 5, 1), new FrameMeaning.Image(6, 6)),
            run(Architecture.tsbn(36, 4, 3), new FrameMeaning.PianoRoll(21, 36)),
            run(Architecture.hmsbn(36, 4, 2), new FrameMeaning.Channels(36)),
            run(Architecture.tsbn(3, 4, 1), leg()))) {
      RunFolder.save(folder, run);
      SavedRun loaded = RunFolder.load(folder);
      assertEquals(run.experiment(), loaded.experiment());
      assertEquals(run.data(), loaded.data());
      assertEquals(run.curve(), loaded.curve());
      assertEquals(run.model().parameters().names(), loaded.model().parameters().names());
      for (String name : run.model().parameters().names()) {
        assertArrayEquals(
            run.model().parameters().get(name).data, loaded.model().parameters().get(name).data);
      }
    }
    try (var files = Files.list(folder)) {
      assertEquals(
          List.of("curve.csv", "experiment.json", "model.npz"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  /** A motion of every kind of channel and with everything that can be done to it. */
  private static FrameMeaning.Motion leg() {
    Joint.Axes axes = new Joint.Axes(new Vector3(0.1, -20, 1e-9), "ZXY");
    Skeleton skeleton =
        new Skeleton(
            Notation.ACCLAIM,
            List.of(
                Joint.of(
                    "root",
                    -1,
                    Vector3.ZERO,
                    Channel.TX,
                    Channel.TY,
                    Channel.TZ,
                    Channel.RX,
                    Channel.RY,
                    Channel.RZ),
                new Joint("knee", 0, new Vector3(0, -1, 0.3), axes, List.of(Channel.RX), false),
                Joint.end("knee", 1, new Vector3(0, -1, 0))),
            Up.Z,
            0.0254);
    Standardisation columns =
        new Standardisation(
            List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0),
            List.of(0, 2, 6),
            List.of(0.1, 0.2, 0.3),
            List.of(1.0, 1e-3, 7.5));
    return new FrameMeaning.Motion(
        skeleton, new MotionCoding(120, 30, true, RootCoding.RELATIVE, columns, 100));
  }

  @Test
  void aMotionThatDoesNotFitItsSkeletonIsRefused() throws Exception {
    Path folder = temp.resolve("motion");
    RunFolder.save(folder, run(Architecture.tsbn(3, 4, 1), leg()));
    Path file = folder.resolve("experiment.json");
    String good = Files.readString(file);
    for (String[] damage :
        new String[][] {
          {"\"parent\": 0", "\"parent\": 7"},
          {"\"ACCLAIM\"", "\"SOMETHING\""},
          {"\"RELATIVE\"", "null"},
          {"\"RX\"", "\"QX\""},
          {"\"frameRate\": 30.0", "\"frameRate\": 0"},
          {"\"kept\"", "\"left\""},
          {"\"ZXY\"", "\"ZX\""}
        }) {
      assertTrue(good.contains(damage[0]), damage[0]);
      Files.writeString(file, good.replace(damage[0], damage[1]));
      DataFormatException e =
          assertThrows(DataFormatException.class, () -> RunFolder.load(folder), damage[1]);
      assertTrue(e.getMessage().endsWith("."), e.getMessage());
    }
  }

  /** Every variant of the family comes back, and then scores, predicts and simulates as before. */
  @ParameterizedTest
  @MethodSource("tsbn.support.Models#architectures")
  void everyVariantComesBackAndDoesTheSame(Architecture architecture) throws Exception {
    Path folder = temp.resolve("variant");
    TrainingSettings settings =
        TrainingSettings.paper()
            .change()
            .estimator(EstimatorKind.LEAVE_ONE_OUT)
            .samples(4)
            .schedule(Schedule.COSINE)
            .gradientMean(GradientMean.FRAMES)
            .initialisation(Initialisation.SCALED)
            .earlyStop(3)
            .build();
    SavedRun run =
        new SavedRun(
            new Experiment("", architecture, settings),
            new DataSummary(
                "set", DataKind.REAL, new FrameMeaning.Channels(architecture.visible()), 5, 2.5),
            List.of(POINT),
            Models.model(architecture, 3));
    RunFolder.save(folder, run);
    SavedRun loaded = RunFolder.load(folder);
    assertEquals(run.experiment(), loaded.experiment());
    assertEquals(run.data(), loaded.data());
    List<Sequence> sequences = List.of(Models.sequence(architecture, 5, 9));
    Feedback feedback = new Feedback(false, 3, 1);
    for (ToDoubleFunction<TemporalSbn> use :
        List.<ToDoubleFunction<TemporalSbn>>of(
            m -> Evaluation.bound(m, sequences, 2, stream(), Progress.NONE).perFrame(),
            m -> Evaluation.predictionError(m, sequences, 2, stream(), Progress.NONE),
            m -> m.simulate(null, 6, feedback, stream()).means().get(5, 0))) {
      assertEquals(use.applyAsDouble(run.model()), use.applyAsDouble(loaded.model()));
    }
  }

  private static RandomStream stream() {
    return new RandomStream(4);
  }

  /** A file from before layers had kinds and frames a likelihood reads as it was meant. */
  @Test
  void anOldExperimentReadsAsStochasticAndBernoulli() throws Exception {
    Path folder = temp.resolve("old");
    SavedRun run = run(Architecture.tsbn(36, 5, 1), new FrameMeaning.Image(6, 6));
    RunFolder.save(folder, run);
    Path file = folder.resolve("experiment.json");
    String old =
        Files.readString(file)
            .replaceAll("\\s*\"(likelihood|kind)\": \"(BERNOULLI|STOCHASTIC)\",", "")
            .replaceAll("\\s*\"(estimator|signal|schedule|initialisation)\": \"[A-Z_]+\",", "")
            .replaceAll("\\s*\"(discount|samples|truncation|warmUp|clipNorm)\": [0-9.]+,", "");
    Files.writeString(file, old);
    assertEquals(run.experiment(), RunFolder.load(folder).experiment());
  }

  @Test
  void theCurveIsATableWithEmptyCells() throws Exception {
    Path folder = temp.resolve("run");
    RunFolder.save(folder, run(Architecture.tsbn(36, 5, 1), new FrameMeaning.Channels(36)));
    assertEquals(
        List.of(
            "iteration,seconds,frames,train_bound,valid_bound,prediction_error,gradient_norm,"
                + "signal_variance,units_on",
            "1,0.5,100,-69.25,,,0.125,2.0,0.5",
            "2,1.5,200,-68.0,-67.5,12.25,0.25,3.0,0.625"),
        Files.readAllLines(folder.resolve("curve.csv")));
  }

  @Test
  void aRunIsNotSavedOverOtherThings() throws IOException {
    assertTrue(RunFolder.mayHold(temp.resolve("new")));
    assertTrue(RunFolder.mayHold(temp));
    RunFolder.save(temp, run(Architecture.sbn(4, 2), new FrameMeaning.Channels(4)));
    assertTrue(RunFolder.mayHold(temp));
    Path other = Files.createDirectory(temp.resolve("other"));
    Path file = Files.writeString(other.resolve("thesis.txt"), "words");
    assertFalse(RunFolder.mayHold(other));
    assertFalse(RunFolder.mayHold(file));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          experiment.json | "order": 1        | "order": 99        | The order must be between 0 and 64
          experiment.json | "order": 1        | "order": "x"       | wrong type
          experiment.json | "architecture"    | "shape"            | "architecture" is not an object
          experiment.json | "hidden"          | "layers"           | wrong type
          experiment.json | "units": 5        | "units": 2000000   | 1,000,000 units at most
          experiment.json | "units": 5        | "units": 900000    | larger -Xmx
          experiment.json | "units": 5        | "units": 6         | parameters
          experiment.json | "visible": 36     | "visible": 35      | .
          experiment.json | "GREY"            | "PURPLE"           | no name or kind
          experiment.json | "image"           | "hologram"         | no known form
          experiment.json | "stepSize": 1.0E-4 | "stepSize": -1    | step size must be
          experiment.json | "stepSize"        | "stepsize"         | no setting "stepsize"
          experiment.json | {                 | [                  | not JSON
          curve.csv       | 2,1.5             | 2,half             | line 3: a cell is not a number
          curve.csv       | 2,1.5             | 2,1.5,1.5          | line 3: there are 10 cells
          curve.csv       | iteration         | step               | line 1: the columns
          """)
  void aDamagedRunIsRefusedWithTheFileAndThePlace(String name, String from, String to, String part)
      throws Exception {
    Path folder = temp.resolve("run");
    RunFolder.save(folder, run(Architecture.tsbn(36, 5, 1), new FrameMeaning.Image(6, 6)));
    Path file = folder.resolve(name);
    String text = Files.readString(file);
    assertTrue(text.contains(from), text);
    Files.writeString(file, text.replace(from, to));
    DataFormatException e = assertThrows(DataFormatException.class, () -> RunFolder.load(folder));
    assertTrue(e.getMessage().contains(part), e.getMessage());
    assertTrue(e.getMessage().contains("run") && e.getMessage().endsWith("."), e.getMessage());
  }

  @Test
  void missingPartsAreNamed() throws Exception {
    Path folder = temp.resolve("run");
    DataFormatException none =
        assertThrows(DataFormatException.class, () -> RunFolder.load(folder));
    assertTrue(none.getMessage().contains("is not a run"));
    RunFolder.save(folder, run(Architecture.sbn(4, 2), new FrameMeaning.Channels(4)));
    Files.delete(folder.resolve("model.npz"));
    DataFormatException model =
        assertThrows(DataFormatException.class, () -> RunFolder.load(folder));
    assertTrue(model.getMessage().contains("model.npz"), model.getMessage());
  }
}
