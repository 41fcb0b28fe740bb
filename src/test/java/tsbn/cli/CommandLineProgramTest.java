package tsbn.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tsbn.data.Progress;
import tsbn.data.Split;
import tsbn.data.source.DataSources;
import tsbn.experiment.Npz;
import tsbn.experiment.RunFolder;
import tsbn.experiment.SavedRun;
import tsbn.learn.CurvePoint;
import tsbn.learn.GradientMean;
import tsbn.learn.TrainingSettings;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.LayerSpec;
import tsbn.support.MidiBytes;
import tsbn.support.RealData;

class CommandLineProgramTest {
  private static final String BALLS = "builtin:balls?train=4&valid=2&test=3&frames=12&size=8";
  private static final String CHORALES = "builtin:chorales?train=4&valid=2&test=2";

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    return run(false, arguments);
  }

  private int run(boolean terminal, String... arguments) {
    out.reset();
    err.reset();
    return new CommandLineProgram(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            terminal,
            Map.of("ui", seconds -> Map.of("p99Millis", 2 * seconds)))
        .run(arguments);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private JsonObject json() {
    return JsonParser.parseString(out()).getAsJsonObject();
  }

  private Path trained(String data, String... more) {
    Path run = folder.resolve("run");
    List<String> arguments =
        new java.util.ArrayList<>(
            List.of("train", "--data", data, "--out", run.toString(), "--layers", "6"));
    arguments.addAll(List.of(more));
    assertEquals(0, run(arguments.toArray(new String[0])), err());
    return run;
  }

  @Test
  void inspectSaysWhatIsThere() {
    assertEquals(0, run("inspect", BALLS));
    assertTrue(
        out().startsWith("Bouncing balls\n  kind     grey, image 8 x 8, 64 values a frame\n"));
    assertTrue(out().contains("  train    4 sequences, 48 frames, each 12 long\n"), out());
    assertEquals("", err());
  }

  @Test
  void inspectPrintsOneJsonObject() {
    assertEquals(0, run("inspect", RealData.music("JSB_Chorales.mat").toString(), "--json"));
    JsonObject json = json();
    assertEquals(
        List.of(
            "name",
            "kind",
            "frameMeaning",
            "dimension",
            "splits",
            "min",
            "max",
            "density",
            "warnings",
            "music"),
        List.copyOf(json.keySet()));
    assertEquals("binary", json.get("kind").getAsString());
    assertEquals(88, json.get("dimension").getAsInt());
    JsonObject test = json.getAsJsonObject("splits").getAsJsonObject("test");
    assertEquals(77, test.get("sequences").getAsInt());
    assertEquals(4725, test.get("frames").getAsInt());
    assertEquals(3.9 / 88, json.get("density").getAsDouble(), 0.002);
  }

  @Test
  void trainWritesARunThatEvaluateAndGenerateRead() throws Exception {
    Path run = trained(BALLS, "--iterations", "20", "--validate-every", "10", "--seed", "5");
    assertTrue(out().contains("TSBN with 6 hidden units, order 1: 20 iterations"), out());
    SavedRun saved = RunFolder.load(run);
    assertEquals(20, saved.curve().size());
    assertTrue(saved.curve().get(9).validated());
    assertFalse(saved.curve().get(10).validated());
    assertEquals(5, saved.experiment().settings().seed());

    assertEquals(0, run("evaluate", run.toString(), "--samples", "2", "--json"), err());
    JsonObject json = json();
    assertEquals(
        List.of(
            "model",
            "split",
            "sequences",
            "frames",
            "samples",
            "bound",
            "predictionError",
            "foretold",
            "particle",
            "importance",
            "exact",
            "topics",
            "each"),
        List.copyOf(json.keySet()));
    assertEquals("test", json.get("split").getAsString());
    assertEquals(3, json.get("sequences").getAsInt());
    assertEquals(36, json.get("frames").getAsInt());
    JsonObject bound = json.getAsJsonObject("bound");
    assertTrue(bound.get("perSequence").getAsDouble() < 0);
    assertEquals("LOWER_BOUND", bound.get("kind").getAsString());
    assertEquals(2, bound.get("samples").getAsInt());
    // All sequences are of one length, so both means are one.
    assertEquals(bound.get("perSequence").getAsDouble(), bound.get("perFrame").getAsDouble(), 1e-9);
    assertTrue(json.get("predictionError").getAsDouble() > 0);

    assertEquals(0, run("evaluate", run.toString(), "--split", "valid", "--samples", "1"));
    assertTrue(out().contains("2 valid sequences (24 frames), one sample of the"), out());
  }

  private String trainedAs(String name, String data, String... more) {
    String place = folder.resolve(name).toString();
    List<String> all =
        new ArrayList<>(
            List.of("train", "--data", data, "--out", place, "--layers", "6", "--iterations", "3"));
    all.addAll(List.of(more));
    assertEquals(0, run(all.toArray(new String[0])), err());
    return place;
  }

  @Test
  void compareSetsRunsBesideEachOther() {
    String one = trainedAs("one", BALLS);
    String two = trainedAs("two", BALLS, "--seed", "2");
    assertEquals(0, run("evaluate", one, "--samples", "2", "--json"), err());
    JsonObject evaluated = json();
    assertEquals(0, run("compare", one, two, "--samples", "2", "--json"), err());
    List<JsonObject> rows = new ArrayList<>();
    json().getAsJsonArray("rows").forEach(row -> rows.add(row.getAsJsonObject()));
    assertEquals(
        List.of("one", "two", "repeat", "linear"),
        rows.stream().map(row -> row.get("name").getAsString()).toList());
    JsonObject bound = rows.get(0).getAsJsonArray("figures").get(0).getAsJsonObject();
    assertEquals("lower_bound", bound.get("kind").getAsString());
    assertEquals(
        evaluated.getAsJsonObject("bound").get("perSequence").getAsDouble(),
        bound.get("value").getAsDouble());
    JsonObject error = rows.get(0).getAsJsonArray("figures").get(1).getAsJsonObject();
    assertEquals(evaluated.get("predictionError").getAsDouble(), error.get("value").getAsDouble());
    assertEquals("[\"seed\"]", json().getAsJsonArray("settingsThatDiffer").toString());

    assertEquals(0, run("compare", one, two, "--samples", "2"), err());
    assertTrue(out().contains("3 test sequences (36 frames), 2 samples"), out());
    assertTrue(out().contains("one: seed 1"), out());
    assertEquals(0, run("compare", one, "--samples", "1", "--markdown"), err());
    assertTrue(out().startsWith("|  | model | iterations | time | lower bound, nats"), out());
    assertEquals(0, run("compare", one, "--samples", "1", "--latex"), err());
    assertTrue(out().startsWith("\\begin{tabular}"), out());
    assertEquals(0, run("compare", one, "--samples", "1", "--csv", "--split", "valid"), err());
    assertTrue(out().contains("2 valid sequences"), out());
  }

  @Test
  void compareNamesWhatCannotBeCompared() {
    String balls = trainedAs("balls", BALLS);
    String songs = trainedAs("songs", CHORALES);
    assertEquals(2, run("compare", balls, songs));
    assertTrue(err().contains("trained on different data"), err());
    assertEquals(1, err().lines().count());
    String nothing = folder.resolve("nothing").toString();
    assertEquals(2, run("compare", nothing));
    assertTrue(err().contains("is not a run"), err());
    assertEquals(2, run("compare", nothing, balls, "--samples", "1"));
    assertTrue(err().startsWith("error: ") && err().contains("is not a run"), err());
    assertTrue(out().contains("balls"), "the others are shown: " + out());
    assertEquals(2, run("compare", songs, balls, "--data", BALLS, "--samples", "1"));
    assertTrue(err().startsWith("error: songs: "), err());
    assertTrue(out().contains("  balls"), out());
    assertEquals(2, run("compare", balls, "--markdown", "--latex"));
  }

  @Test
  void aDeepModelTrainsWithAnotherEstimatorAndKeepsItsBest() throws Exception {
    Path run = folder.resolve("deep");
    String options =
        "--model dtsbn-d --layers 7,3 --order 2 --estimator leave-one-out --optimizer adamw"
            + " --schedule cosine --warm-up 2 --clip 5 --initialisation scaled --batch 2"
            + " --early-stop 2 --validate-every 2 --iterations 12";
    List<String> arguments = new java.util.ArrayList<>(List.of("train", "--data", CHORALES));
    arguments.addAll(List.of("--out", run.toString()));
    arguments.addAll(List.of(options.split(" ")));
    assertEquals(0, run(arguments.toArray(new String[0])), err());
    assertTrue(out().startsWith("DTSBN-D with 7-3 hidden units, order 2"), out());
    SavedRun saved = RunFolder.load(run);
    assertEquals(5, saved.experiment().settings().samples());
    assertEquals("DTSBN-D", saved.experiment().architecture().variant());
    assertEquals(0, run("evaluate", run.toString(), "--samples", "2", "--particles", "3"), err());
    assertTrue(out().contains("by a filter of 3 particles"), out());
    assertEquals(0, run("evaluate", run.toString(), "--samples", "2", "--each"), err());
    assertTrue(out().contains("    sequence 1  "), out());
    assertTrue(out().contains("  notes foretold    precision "), out());
    assertEquals(0, run("free-run", run.toString(), "--primer-frames", "3"), err());
    assertTrue(out().contains("    units on per frame   "), out());
    assertTrue(out().contains("    share that stays on  "), out());
    Path song = folder.resolve("song.mid");
    String wanted = " --frames 9 --tempo 90 --instrument flute --temperature 0.8 --out ";
    assertEquals(0, run(("generate " + run + wanted + song).split(" ")), err());
    assertEquals(0, run("inspect", song.toString()), err());
    assertTrue(out().contains("1 sequence, 9 frames"), out());
    assertTrue(out().contains("a frame is one quarter note, 4 frames a bar, "), out());
    assertTrue(out().contains(" notes, 90 quarter notes a minute"), out());
    assertEquals(0, run("inspect", song + "?step=0.5s", "--json"), err());
    assertTrue(out().contains("\"notes\":"), out());
    assertTrue(out().contains("\"framesPerSecond\": 2"), out());
    Path table = folder.resolve("notes.csv");
    assertEquals(
        0, run("generate", run.toString(), "--frames", "4", "--out", table.toString()), err());
    assertTrue(Files.size(table) > 0);
  }

  @Test
  void aSmallModelHasAnExactLikelihoodAboveItsBound() throws Exception {
    Path run = folder.resolve("small");
    assertEquals(
        0,
        run(
            "train",
            "--data",
            BALLS,
            "--out",
            run.toString(),
            "--layers",
            "4",
            "--iterations",
            "3"),
        err());
    assertEquals(
        0,
        run(
            "evaluate",
            run.toString(),
            "--exact",
            "--particles",
            "50",
            "--importance",
            "60",
            "--json"),
        err());
    JsonObject json = json();
    JsonObject importance = json.getAsJsonObject("importance");
    assertEquals("IMPORTANCE_SAMPLING", importance.get("kind").getAsString());
    assertEquals(60, importance.get("samples").getAsInt());
    double exact = json.getAsJsonObject("exact").get("perFrame").getAsDouble();
    double particle = json.getAsJsonObject("particle").get("perFrame").getAsDouble();
    double bound = json.getAsJsonObject("bound").get("perFrame").getAsDouble();
    assertTrue(bound <= exact + 1e-6, bound + " <= " + exact);
    assertEquals(exact, particle, 0.05);
    assertEquals(exact, importance.get("perFrame").getAsDouble(), 0.1);
  }

  @Test
  void theSameExperimentGivesTheSameRun() throws Exception {
    float[] first =
        RunFolder.load(trained(CHORALES, "--iterations", "8")).model().dictionary().data;
    float[] again =
        RunFolder.load(trained(CHORALES, "--iterations", "8", "--force")).model().dictionary().data;
    assertArrayEquals(first, again);
  }

  @Test
  void optionsWinOverThePreset() throws Exception {
    Path run = folder.resolve("run");
    assertEquals(
        0,
        run(
            "train",
            "--preset",
            "paper-balls-order4",
            "--data",
            BALLS,
            "--out",
            run.toString(),
            "--model",
            "hmsbn",
            "--layers",
            "3",
            "--optimizer",
            "adam",
            "--step-size",
            "0.01",
            "--batch",
            "2",
            "--weight-decay",
            "0",
            "--iterations",
            "3",
            "--json"),
        err());
    SavedRun saved = RunFolder.load(run);
    assertEquals(Architecture.hmsbn(64, 3, 4), saved.experiment().architecture());
    assertEquals(tsbn.learn.OptimiserKind.ADAM, saved.experiment().settings().optimiser());
    assertEquals(0.01, saved.experiment().settings().stepSize());
    assertEquals(2, saved.experiment().settings().batch());
    assertEquals(0, saved.experiment().settings().weightDecay());
    JsonObject json = json();
    assertEquals("finished", json.get("state").getAsString());
    assertEquals(3, json.get("iterations").getAsInt());
  }

  @Test
  void linksAndSettingsCanBeChosen() throws Exception {
    Path run = folder.resolve("run");
    String options =
        "--model dtsbn-d --layers 6,4 --own-past 0,2 --past-below none --own-first-step"
            + " --momentum 0.5 --decay 0.8 --initial-scale 0.02 --gradient-mean frames"
            + " --baseline-units 3 --iterations 1 --out "
            + run;
    assertEquals(0, run(("train --data " + BALLS + " " + options).split(" ")), err());
    assertEquals(
        new Architecture(
            64,
            true,
            List.of(
                new LayerSpec(6, LayerSpec.Kind.DETERMINISTIC, false, false),
                new LayerSpec(4, true, false)),
            1,
            true),
        RunFolder.load(run).experiment().architecture());
    assertEquals(
        TrainingSettings.paper()
            .change()
            .momentum(0.5)
            .decay(0.8)
            .initialScale(0.02)
            .gradientMean(GradientMean.FRAMES)
            .baselineUnits(3)
            .iterations(1)
            .build(),
        RunFolder.load(run).experiment().settings());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --preset paper-balls-dtsbn-d --layers 7,6,5 | DTSBN-D | 7,6,5 | 2
          --preset paper-balls-dtsbn-d --layers 7,6   | DTSBN-D | 7,6   | 2
          --preset best-nottingham --order 2          | DTSBN-D variant | 400,50 | 2
          --preset best-nottingham --layers 4,3       | DTSBN-D variant | 4,3 | 64
          --preset paper-balls --order 3              | TSBN    | 100   | 3
          --layers 5,4                                | DTSBN-S | 5,4   | 1
          --model hmsbn --order 2                     | HMSBN   | 100   | 2
          --model dtsbn-s --layers 5,4,3 --deterministic 2 | DTSBN-D variant | 5,4,3 | 1
          """)
  void aPresetStaysWhatNoOptionChanges(String options, String variant, String units, int order)
      throws Exception {
    Path run = folder.resolve("run");
    String line =
        "train --data %s --out %s --iterations 1 %s"
            .formatted("builtin:balls?train=1&valid=0&test=0&frames=3&size=8", run, options);
    assertEquals(0, run(line.split(" +")), err());
    Architecture made = RunFolder.load(run).experiment().architecture();
    assertEquals(variant, made.variant());
    assertEquals(
        units,
        made.hidden().stream().map(layer -> "" + layer.units()).collect(Collectors.joining(",")));
    assertEquals(order, made.order());
    if (options.contains("nottingham")) {
      assertFalse(made.hidden().get(0).lagsItself());
      assertFalse(made.hidden().get(0).stochastic());
    }
  }

  @Test
  void anEarlyStopKeepsTheBestModelAndSaysWhich() throws Exception {
    Path run =
        trained(
            BALLS,
            "--step-size",
            "0.05",
            "--optimizer",
            "sgd",
            "--validate-every",
            "5",
            "--early-stop",
            "2",
            "--iterations",
            "2000",
            "--json");
    JsonObject json = json();
    int kept = json.get("keptIteration").getAsInt();
    assertEquals(kept + 10, json.get("iterations").getAsInt());
    List<CurvePoint> curve = RunFolder.load(run).curve();
    CurvePoint last = curve.get(curve.size() - 1);
    assertEquals(kept, last.iteration());
    assertEquals(last.validBound(), json.get("validBound").getAsDouble(), 1e-9);
  }

  @Test
  void everyValidationIsToldToThoseWhoAsk() {
    trained(BALLS, "--iterations", "6", "--validate-every", "3", "--verbose");
    List<String> lines = err().lines().toList();
    assertEquals(2, lines.size(), err());
    assertTrue(lines.get(0).startsWith("iteration 3, 0 s: validation bound -"), err());
    assertTrue(lines.get(1).startsWith("iteration 6, "), err());
  }

  @Test
  void trainingStopsWhenTimeIsUp() throws Exception {
    Path run = trained(BALLS, "--seconds", "0.3");
    assertTrue(RunFolder.load(run).curve().size() > 0);
  }

  @Test
  void aTerminalGetsAProgressBarAndAPipeDoesNot() {
    String run = folder.resolve("run").toString();
    assertEquals(
        0, run(true, "train", "--data", BALLS, "--out", run, "--layers", "6", "--seconds", "0.5"));
    assertTrue(err().contains("[#") && err().contains("iteration"), err());
    assertFalse(out().contains("["), out());
    String again = folder.resolve("again").toString();
    assertEquals(
        0,
        run(false, "train", "--data", BALLS, "--out", again, "--layers", "6", "--seconds", "0.3"));
    assertEquals("", err());
  }

  @Test
  void inspectSaysWhatMoves() {
    assertEquals(0, run("inspect", "builtin:gait?train=4&valid=0&test=0&frames=60"));
    assertTrue(out().startsWith("Walk and run\n  kind     real, motion of 21 joints, "), out());
    assertTrue(
        out().contains("  motion   30 frames a second, y is up, lengths in units of 1 cm\n"),
        out());
    assertTrue(out().contains("  styles   1 run; 2 walk; 1 walk, run, walk\n"), out());
    assertTrue(out().contains("  treated  Each channel standardised"), out());
    assertEquals(0, run("inspect", "builtin:gait?train=2&valid=0&test=0&frames=60", "--json"));
    JsonObject motion = json().getAsJsonObject("motion");
    assertEquals(21, motion.get("joints").getAsInt());
    assertEquals(1, motion.getAsJsonObject("styles").get("run").getAsInt());
  }

  private static String[] with(List<String> arguments, String last) {
    return Stream.concat(arguments.stream(), Stream.of(last)).toArray(String[]::new);
  }

  @Test
  void motionsAreGeneratedInTrueUnits() throws Exception {
    Path run = trained("builtin:gait?train=4&valid=0&test=1&frames=40", "--iterations", "2");
    Path bvh = folder.resolve("dream.bvh");
    assertEquals(
        0, run("generate", run.toString(), "--frames", "20", "--out", bvh.toString()), err());
    assertEquals(bvh + "\n", out());
    assertEquals(0, run("inspect", bvh + "?root=absolute"), err());
    assertTrue(out().contains("motion of 21 joints"), out());
    assertTrue(out().contains("1 sequence, 20 frames"), out());
    Path amc = folder.resolve("dream.amc");
    assertEquals(
        0,
        run("generate", run.toString(), "--frames", "9", "--count", "2", "--out", amc.toString()),
        err());
    assertEquals(
        List.of("dream.asf", "dream-1.amc", "dream-2.amc"),
        out().lines().map(line -> Path.of(line).getFileName().toString()).toList());
    // Another set of the same body is seen as the run sees its own, with other channels constant.
    String other = "builtin:gait?train=3&valid=0&test=1&frames=30&seed=9&root=absolute";
    assertEquals(0, run("evaluate", run.toString(), "--data", other, "--samples", "2"), err());
    assertEquals(0, run("free-run", run.toString(), "--frames", "90", "--within-range"), err());
    assertTrue(out().contains("of 1 test sequences\n  frames 1 to 90 of 1 x "), out());
    assertTrue(out().contains("  frames 51 to 90 of 1 x "), out());
    assertEquals(0, run("free-run", run.toString(), "--frames", "5"), err());
    assertTrue(out().contains("    too short for a rhythm\n"), out());
    Path csv = folder.resolve("dream.csv");
    List<String> change =
        List.of(
            "generate",
            run.toString(),
            "--frames",
            "40",
            "--split",
            "train",
            "--primer-sequence",
            "1",
            "--primer-frames",
            "5",
            "--out",
            csv.toString(),
            "--then");
    assertEquals(0, run(with(change, "2@12")), err());
    assertTrue(
        out()
            .matches(
                "(?s).*The change at frame 12 is [0-9.e+]+ times as abrupt as the 99th percentile"
                    + " of the data\\.\n"),
        out());
    assertTrue(Files.readAllLines(csv).get(0).startsWith("frame,hips_tx,hips_ty,hips_tz,"));
    assertEquals(2, run(with(change, "2@45")));
    assertTrue(err().contains("at frame 45 comes too late: the sample ends at frame 45."), err());
    Path balls = trained(BALLS, "--iterations", "1", "--force");
    assertEquals(2, run("generate", balls.toString(), "--frames", "5", "--out", bvh.toString()));
    assertTrue(err().contains("was not trained on motions"), err());
  }

  @Test
  void generateWritesEveryKindOfFile() throws Exception {
    Path run = trained(BALLS, "--iterations", "2");
    Path gif = folder.resolve("dream.gif");
    assertEquals(
        0,
        run(
            "generate",
            run.toString(),
            "--frames",
            "5",
            "--primer-sequence",
            "2",
            "--primer-frames",
            "3",
            "--out",
            gif.toString()),
        err());
    assertEquals(gif + "\n", out());
    assertEquals(8, gifFrames(gif));

    Path png = folder.resolve("dream.png");
    assertEquals(0, run("generate", run.toString(), "--frames", "5", "--out", png.toString()));
    assertTrue(ImageIO.read(png.toFile()).getWidth() > 8);

    Path csv = folder.resolve("dream.csv");
    assertEquals(
        0,
        run("generate", run.toString(), "--frames", "5", "--count", "2", "--out", csv.toString()));
    List<String> lines = Files.readAllLines(csv);
    assertEquals(11, lines.size());
    assertTrue(lines.get(0).startsWith("sequence,frame,x0_y0,x1_y0,"), lines.get(0));
    assertTrue(lines.get(10).startsWith("2,5,"), lines.get(10));
    assertFalse(lines.get(1).substring(4).equals(lines.get(6).substring(4)));

    Path npz = folder.resolve("dream.npz");
    assertEquals(
        0,
        run(
            "generate",
            run.toString(),
            "--frames",
            "5",
            "--primer-frames",
            "4",
            "--out",
            npz.toString()));
    Map<String, FMatrixRMaj> arrays = Npz.read(npz, 10_000);
    assertEquals(List.of("frames", "means", "states", "primer"), List.copyOf(arrays.keySet()));
    assertEquals(5, arrays.get("frames").numRows);
    assertEquals(64, arrays.get("frames").numCols);
    assertEquals(6, arrays.get("states").numCols);
    FMatrixRMaj first = DataSources.open(BALLS, Progress.NONE).get(Split.TEST).get(0).toMatrix();
    assertEquals(4, arrays.get("primer").numRows);
    for (int i = 0; i < 4 * 64; i++) {
      assertEquals(first.data[i], arrays.get("primer").data[i]);
    }
  }

  @Test
  void wordsOverYearsAreLearnedAndForetold() throws Exception {
    String speeches = "builtin:speeches?years=30&words=400&min-total=5&min-year=2";
    String place = folder.resolve("run").toString();
    String[] train = {
      "train",
      "--data",
      speeches,
      "--model",
      "dhmsbn-s",
      "--layers",
      "5,3",
      "--initialisation",
      "data",
      "--iterations",
      "3",
      "--out",
      place
    };
    assertEquals(0, run(train), err());
    assertEquals(0, run("evaluate", place, "--samples", "3", "--json"));
    JsonObject topics = json().getAsJsonObject("topics");
    assertEquals(27, topics.get("years").getAsInt());
    assertEquals(1, topics.get("futureYears").getAsInt());
    for (String key : List.of("mp", "pp")) {
      assertTrue(topics.get(key).getAsDouble() > 0 && topics.get(key).getAsDouble() <= 1);
    }
    assertTrue(topics.get("perplexity").getAsDouble() > 1);
    assertEquals(3, topics.getAsJsonArray("baselines").size());
    assertEquals(0, run("evaluate", place, "--samples", "3"));
    assertTrue(out().contains("MP ") && out().contains("counting all years"), out());

    assertEquals(0, run("topics", place, "--layer", "2", "--words", "4", "--json"), err());
    JsonObject read = json();
    assertEquals(27, read.getAsJsonArray("years").size());
    assertEquals(3, read.getAsJsonArray("topics").size());
    JsonObject topic = read.getAsJsonArray("topics").get(0).getAsJsonObject();
    assertEquals(4, topic.getAsJsonArray("words").size());
    assertEquals(27, topic.getAsJsonArray("trajectory").size());
    assertEquals(3, read.getAsJsonArray("known").size());
    assertEquals(0, run("topics", place, "--order", "information"));
    assertTrue(out().contains("Farming is topic") || out().contains("with a correlation"), out());
    assertEquals(2, run("topics", place, "--layer", "3"));

    assertEquals(0, run("baseline", "counting", "--data", speeches, "--json"));
    assertEquals(topics.getAsJsonArray("baselines"), json().getAsJsonArray("topics"));
    assertEquals(2, run("baseline", "counting", "--data", BALLS));
    assertEquals(0, run("inspect", speeches, "--json"));
    assertEquals(28, json().getAsJsonObject("years").getAsJsonArray("test").size());
    assertEquals(0, run("inspect", speeches));
    assertTrue(out().contains("years    train: 1901-1929"), out());
    assertEquals(0, run("generate", place, "--frames", "3", "--out", place + ".csv"));
    assertTrue(Files.readString(Path.of(place + ".csv")).contains("people"));
    assertEquals(
        DataSources.open(speeches, Progress.NONE).meaning(),
        RunFolder.load(Path.of(place)).data().meaning());
  }

  @Test
  void binaryDataIsGeneratedAsNotes() throws Exception {
    Path run = trained(CHORALES, "--iterations", "2");
    Path npz = folder.resolve("song.npz");
    assertEquals(0, run("generate", run.toString(), "--frames", "9", "--out", npz.toString()));
    for (float value : Npz.read(npz, 10_000).get("frames").data) {
      assertTrue(value == 0 || value == 1);
    }
    Path gif = folder.resolve("song.gif");
    assertEquals(0, run("generate", run.toString(), "--frames", "9", "--out", gif.toString()));
    assertEquals(9, gifFrames(gif));
    assertEquals(0, generateBehindBars(run, npz, "2", "--frames-per-bar", "3"), err());
    assertEquals(6, Npz.read(npz, 10_000).get("primer").numRows);
    assertEquals(0, generateBehindBars(run, npz, "2"), err());
    assertEquals(8, Npz.read(npz, 10_000).get("primer").numRows, "chorales are in four-four time");
    Path tune = folder.resolve("tune.json");
    Files.writeString(tune, "{\"train\": [[[60]]], \"test\": [[[60], [62], [64], [65]]]}");
    assertEquals(2, generateBehindBars(run, npz, "1", "--data", tune.toString()));
    assertTrue(err().contains("does not say how long a bar is; add --frames-per-bar"), err());
    assertEquals(2, generateBehindBars(run, npz, "900", "--frames-per-bar", "4"));
    assertTrue(err().contains(" frames, which is less than 900 bars of 4."), err());
    assertEquals(2, generateBehindBars(run, npz, "1", "--primer-frames", "4"));
    assertTrue(err().contains("either --primer-frames or --primer-bars"), err());
  }

  @Test
  void aSingleTuneIsAllThereIs() throws Exception {
    Path tune = folder.resolve("tune.mid");
    StringBuilder notes = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      notes.append("00 90 %02X 40 60 %02X 00 ".formatted(60 + i, 60 + i));
    }
    Files.write(tune, MidiBytes.file(0, 96, notes.toString()));
    Path run = trained(tune.toString(), "--iterations", "1");
    assertEquals(0, run("evaluate", run.toString(), "--samples", "1"), err());
    assertTrue(out().contains(" on 1 sequence (6 frames), one sample"), out());
    Path song = folder.resolve("song.mid");
    assertEquals(0, generateBehindBars(run, song, "1", "--instrument", "church_organ"), err());
    assertEquals(0, run("inspect", song.toString()), err());
    assertTrue(out().contains("1 sequence, 5 frames"), out());
    assertEquals(0, run("generate", "--help"));
    assertTrue(out().contains("church-organ") && !out().contains("CHURCH"), out());
  }

  private int generateBehindBars(Path run, Path out, String bars, String... more) {
    List<String> arguments = new java.util.ArrayList<>(List.of("generate", run.toString()));
    arguments.addAll(List.of("--frames", "5", "--out", out.toString(), "--primer-bars", bars));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  @Test
  void demoWritesThreePictures() throws Exception {
    Path demo = folder.resolve("demo");
    assertEquals(0, run("demo", "--seconds", "0.5", "--out", demo.toString()), err());
    for (String name : List.of("curve.png", "dictionary.png", "sample.gif")) {
      assertTrue(ImageIO.read(demo.resolve(name).toFile()).getWidth() > 100, name);
      assertTrue(out().contains(demo.resolve(name).toString()), out());
    }
  }

  @Test
  void benchPrintsOneJsonObject() {
    String[] cases = {"bench", "--case", "jsb", "--case", "ui", "--seconds", "0.1", "--json"};
    List<String> arguments = new ArrayList<>(List.of(cases));
    arguments.addAll(List.of("--data-dir", folder.toString())); // where no real chorales are
    assertEquals(0, run(arguments.toArray(new String[0])), err());
    JsonObject json = json();
    assertEquals(
        List.of(
            "machine",
            "java",
            "kernels",
            "threads",
            "peakGflops",
            "memoryGigabytesPerSecond",
            "cases"),
        List.copyOf(json.keySet()));
    JsonObject jsb = json.getAsJsonArray("cases").get(0).getAsJsonObject();
    // W1 to W4, U1 to U3, the three biases of the first and of later frames, and the baseline.
    int weights = 100 * 100 + 2 * 88 * 100 + 88 * 88 + 100 * 100 + 2 * 88 * 100;
    int parameters = weights + 2 * (88 + 100 + 100) + 100 * 88 + 100;
    assertEquals(parameters, jsb.get("parameters").getAsInt());
    assertEquals(4 * 60 * (weights + 8800) / 1e6, jsb.get("denseMflop").getAsDouble(), 1e-9);
    assertTrue(jsb.get("note").getAsString().contains("stand-in"));
    assertTrue(jsb.get("millisPerStep").getAsDouble() > 0);
    JsonObject ui = json.getAsJsonArray("cases").get(1).getAsJsonObject();
    assertEquals(0.2, ui.getAsJsonObject("measures").get("p99Millis").getAsDouble(), 1e-12);
    assertTrue(ui.get("millisPerStep").isJsonNull());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dance                                         | There is no command dance; there are demo, inspect,
          songs/nowhere.mat                             | There is no file songs/nowhere.mat; tsbn --help
          FOLDER/full                                   | is a folder
          --loud                                        | There is no option --loud; tsbn --help
          inspect --loud builtin:balls                  | There is no option --loud; tsbn inspect --help
          inspect builtin:balls builtin:balls           | is one word too many
          inspect                                       | DATA is missing; tsbn inspect --help
          inspect nowhere.mat                           | There is no file nowhere.mat
          inspect builtin:bowls                         | There is no built-in set
          inspect builtin:balls?train=x                 | whole number
          train --data builtin:balls                    | --out is missing; tsbn train --help
          train --out FOLDER/r                          | The data is missing
          train --out FOLDER/r --preset paper-music     | The data is missing
          train --out FOLDER/r --preset fast            | there are quick-balls
          train --out FOLDER/r --data nowhere.mat       | There is no file
          train --out FOLDER/r --data builtin:balls --step-size 0        | The step size must be
          train --out FOLDER/r --data builtin:balls --batch many         | --batch takes a whole number, not "many"
          train --out FOLDER/r --data builtin:balls --order 65           | The order must be
          train --out FOLDER/r --data builtin:balls --step-size quick    | --step-size takes a number, not "quick"
          train --out FOLDER/r --data builtin:balls --layers 5,x         | --layers takes whole numbers, not "x"
          train --out FOLDER/run --data builtin:balls   | holds a run already; name a new folder with --out
          train --out FOLDER/full/thesis.txt --data builtin:balls        | holds other things than a run
          train --out FOLDER/full/thesis.txt/r --data builtin:balls?train=1&test=0&size=8 | cannot be made a folder
          train --out FOLDER/r --data builtin:balls?train=1&test=0&size=8 --layers 100000000 | 1,000,000 units at most
          train --out FOLDER/r --data builtin:balls?train=1&test=0&size=8 --layers 100000 --order 64 | needs more memory
          train --out FOLDER/r --data builtin:balls --layers 0           | at least one unit
          train --out FOLDER/r --data builtin:balls --model tsbn --layers 5,5   | one hidden layer
          train --out FOLDER/r --data builtin:balls --model dtsbn-d --layers 5  | two or more hidden layers
          train --out FOLDER/r --data builtin:balls --model sbn --order 2 | does not look back
          train --out FOLDER/r --data builtin:balls --estimator vimco --signal remaining | has a signal of its own
          train --out FOLDER/r --data builtin:balls?train=1&test=0&size=8 --model dtsbn-d --layers 4,4 --estimator local-expectation | need stochastic layers
          train --out FOLDER/r --data builtin:balls?train=1&test=0&size=8 --layers 4,4 --deterministic 2 | top layer must be stochastic
          train --out FOLDER/r --preset best-nottingham --data builtin:balls --layers 3,4,5 | links of their own; name a --model for 3
          train --out FOLDER/r --data builtin:balls --own-past 2         | There is no layer 2; give layers from 0 to 1
          train --out FOLDER/r --data builtin:balls --past-below 0       | There is no layer 0; give layers from 1 to 1
          train --out FOLDER/r --data builtin:balls --own-past all       | "all" is not the number of a layer
          train --out FOLDER/r --data builtin:balls --estimator best    | --estimator takes nvil, leave-one-out
          train --out FOLDER/r --data builtin:balls --estimator vimco --samples 1 | needs between 2 and 1000 samples
          train --out FOLDER/r --data builtin:balls --visible multinomial | cannot be modelled on grey data; choose bernoulli or normal
          train --out FOLDER/r --data builtin:balls --model gan          | there are tsbn, hmsbn, sbn
          train --out FOLDER/r --data builtin:balls --optimizer best     | --optimizer takes rmsprop, adam, adamw, adagrad, sgd, not "best"
          train --out FOLDER/r --data builtin:balls --seconds -1         | The seconds must be
          train --out FOLDER/full --data builtin:balls  | holds other things than a run
          evaluate FOLDER                               | is not a run
          evaluate FOLDER/run --samples 0               | The samples must be
          evaluate FOLDER/run --split best              | --split takes train, valid, test, not "best"
          evaluate FOLDER/run --data builtin:chorales   | 88 values a frame and the model of the run 64
          evaluate FOLDER/run --data builtin:balls?train=1&test=0&size=8 --split test | has no test sequences
          evaluate FOLDER/run --particles 0             | The particles must be
          free-run FOLDER/run                           | Only what is made of real or binary values
          import FOLDER/full/thesis.txt --out FOLDER/r  | is not a MATLAB file
          baseline best --data builtin:balls            | there are repeat, linear
          import nowhere.mat --out FOLDER/r             | There is no file nowhere.mat
          generate FOLDER/run --frames 0 --out FOLDER/a.gif              | The frames must be from 1
          generate FOLDER/run --frames 5 --out FOLDER/a.mp4              | should end with .gif, .png
          generate FOLDER/run --frames 5 --out FOLDER/gif                | should end with .gif, .png
          generate FOLDER/run --frames 5 --out FOLDER/a.mid              | was not trained on music
          generate FOLDER/run --frames 5 --out FOLDER/a.gif --tempo 0    | The tempo must be from 1 to 6,000
          generate FOLDER/run --frames 5 --out FOLDER/a.gif --temperature 0 | The temperature must be between
          generate FOLDER/run --frames 5 --out FOLDER/no/a.gif           | There is no folder
          generate FOLDER/run --frames 5 --out FOLDER/a.gif --count 0    | The count must be
          generate FOLDER/run --frames 5 --out FOLDER/a.gif --primer-sequence 4 | primer sequence must be from 1 to 3
          generate FOLDER/run --frames 5 --out FOLDER/a.gif --primer-frames 13  | primer frames must be from 1 to 12
          generate FOLDER/run --frames 5 --out FOLDER/a.gif --primer-bars 1     | --primer-bars is for music
          generate FOLDER/run --frames 5 --out FOLDER/a.gif --frames-per-bar 4  | give both
          bench --case fastest                          | there are cold-start, balls-n1
          bench --seconds 0                             | The seconds must be
          demo --seconds 0                              | The seconds must be
          demo --out FOLDER/full/thesis.txt             | is a file
          """)
  void badArgumentsAndInputGiveOneLineAndExitCodeTwo(String arguments, String part)
      throws IOException {
    if (arguments.contains("FOLDER/run")) {
      trained(BALLS, "--iterations", "1");
    }
    Files.createDirectories(folder.resolve("full"));
    Files.writeString(folder.resolve("full").resolve("thesis.txt"), "words");
    assertEquals(2, run(arguments.replace("FOLDER", folder.toString()).split(" +")), out());
    assertEquals("", out());
    assertTrue(err().startsWith("error: ") && err().endsWith("\n"), err());
    assertEquals(1, err().lines().count(), err());
    assertTrue(err().contains(part), err());
  }

  @Test
  void noArgumentsAreAnError() {
    assertEquals(2, run());
    assertTrue(err().startsWith("error: A command is missing"));
  }

  @Test
  void aRunThatDivergesIsSavedAndReported() throws Exception {
    Path run = folder.resolve("run");
    int code =
        run(
            "train",
            "--data",
            BALLS,
            "--out",
            run.toString(),
            "--optimizer",
            "sgd",
            "--step-size",
            "10",
            // The decay alone turns each weight into -8 times itself.
            "--weight-decay",
            "0.9",
            "--iterations",
            "2000");
    assertEquals(1, code, out());
    assertEquals(1, err().lines().count(), err());
    assertTrue(err().startsWith("error: Training diverged"), err());
    RunFolder.load(run);
  }

  private static final List<String> COMMANDS =
      List.of("demo", "inspect", "train", "evaluate", "generate", "free-run", "compare", "bench");

  @Test
  void helpIsNoError() {
    assertEquals(0, run("--help"));
    for (String command : COMMANDS) {
      assertTrue(out().contains(command), out());
    }
    for (String command : COMMANDS) {
      assertEquals(0, run(command, "--help"));
      assertTrue(out().contains("Usage: tsbn " + command), out());
    }
    assertEquals(0, run("--version"));
    assertTrue(out().startsWith("TSBN Workbench"));
  }

  @Test
  void dataAndRunsOpenInTheWindow() throws Exception {
    Path music = Files.createDirectories(folder.resolve("music"));
    assertFalse(CommandLineProgram.namesSomethingToOpen(music.toString()));
    Files.write(music.resolve("a.mid"), new byte[1]);
    assertTrue(CommandLineProgram.namesSomethingToOpen(music.toString()));
    assertTrue(CommandLineProgram.namesSomethingToOpen(music + "?step=8th"));
    assertTrue(CommandLineProgram.namesSomethingToOpen(music.resolve("a.mid").toString()));
    assertTrue(CommandLineProgram.namesSomethingToOpen("builtin:gait?style=walk"));
    assertTrue(
        CommandLineProgram.namesSomethingToOpen(trained(BALLS, "--iterations", "1").toString()));
    assertFalse(CommandLineProgram.namesSomethingToOpen("train"));
    assertFalse(CommandLineProgram.namesSomethingToOpen("no\0path"));
  }

  private static int gifFrames(Path file) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (var stream = ImageIO.createImageInputStream(file.toFile())) {
      reader.setInput(stream);
      return reader.getNumImages(true);
    } finally {
      reader.dispose();
    }
  }

  @Test
  void aRunIsSharedAsOneFileAndOpenedElsewhere() throws IOException {
    Path run = trained(BALLS, "--iterations", "3");
    Path zip = folder.resolve("run.zip");
    assertEquals(0, run("share", run.toString(), "--out", zip.toString()), err());
    Path there = folder.resolve("there");
    assertEquals(0, run("import", zip.toString(), "--out", there.toString()), err());
    assertTrue(out().startsWith("TSBN with 6 hidden and 64 visible units"), out());
    assertEquals(0, run("evaluate", there.toString(), "--samples", "1"), err());
    assertEquals(2, run("import", zip.toString(), "--out", there.toString()));
    assertEquals(2, run("share", there.toString(), "--out", folder.resolve("run").toString()));
    assertEquals(2, run("share", folder.resolve("no").toString(), "--out", zip.toString()));
    Files.writeString(zip, "nothing");
    assertEquals(2, run("import", zip.toString(), "--out", folder.resolve("x").toString()));
    assertTrue(err().startsWith("error: ") && err().contains("run.zip"), err());
    assertFalse(Files.exists(folder.resolve("x")));
  }

  @Test
  void aPresetCanBeAFile() throws Exception {
    Path run = trained(BALLS, "--iterations", "3", "--seed", "9");
    Path again = folder.resolve("again");
    String description = run.resolve("experiment.json").toString();
    assertEquals(0, run("train", "--preset", description, "--out", again.toString()), err());
    assertEquals(RunFolder.load(run).experiment(), RunFolder.load(again).experiment());
    assertArrayEquals(
        Files.readAllBytes(run.resolve("model.npz")),
        Files.readAllBytes(again.resolve("model.npz")));
    Path broken = Files.writeString(folder.resolve("broken.json"), "{");
    assertEquals(
        2, run("train", "--preset", broken.toString(), "--out", folder.resolve("y").toString()));
    assertTrue(err().contains("broken.json is not a preset"), err());
  }
}
