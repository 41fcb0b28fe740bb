package tsbn.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.DoubleFunction;
import org.ejml.data.FMatrixRMaj;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tsbn.data.BitSequence;
import tsbn.data.DataFormatException;
import tsbn.data.DataKind;
import tsbn.data.FloatSequence;
import tsbn.data.FrameMeaning;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.data.source.DataSources;
import tsbn.experiment.ModelDesign;
import tsbn.math.Kernels;
import tsbn.math.RandomStream;
import tsbn.math.Workers;

/** {@code tsbn bench}: how fast a step is, against what the machine could do. */
@Command(
    name = "bench",
    description = "Measures how fast the program is on this machine.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class BenchCommand implements Callable<Integer> {
  /** In the order in which they are measured: a cold start is the first thing a program does. */
  private static final List<String> CASES =
      List.of(
          "cold-start",
          "balls-n1",
          "balls-n4",
          "balls-dtsbn-s",
          "balls-dtsbn-d",
          "jsb",
          "nottingham",
          "mocap",
          "counts",
          "topics",
          "generate",
          "evaluate",
          "autosave",
          "store");

  private final Console console;
  private final Map<String, DoubleFunction<Map<String, Double>>> windowCases;

  @Option(
      names = "--case",
      paramLabel = "C",
      description =
          "cold-start, balls-n1, balls-n4, balls-dtsbn-s, balls-dtsbn-d, jsb, nottingham, mocap,"
              + " counts, topics, generate, evaluate, autosave,"
              + " store, ui, ui-words; may be repeated. Default: all but the last two.")
  private List<String> cases;

  @Option(names = "--seconds", paramLabel = "S", description = "Time for each case (default 5).")
  private double seconds = 5;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description =
          "Where JSB_Chorales.mat and the other files are (default: what TSBN_DATA names).")
  private Path dataFolder;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that share a step (default 1; 0: all processors but one).")
  private int threads = 1;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  BenchCommand(Console console, Map<String, DoubleFunction<Map<String, Double>>> windowCases) {
    this.console = console;
    this.windowCases = windowCases;
  }

  /** The result as {@code --json} prints it. */
  private record Benchmark(
      String machine,
      String java,
      String kernels,
      int threads,
      double peakGflops,
      double memoryGigabytesPerSecond,
      List<BenchCase> cases) {}

  @Override
  public Integer call() throws Exception {
    Kernels.warmUp();
    if (!(seconds > 0 && seconds <= 3600)) {
      throw new BadArguments("The seconds must be more than 0 and at most an hour.");
    }
    if (threads < 0) {
      throw new BadArguments("The threads must be at least 0.");
    }
    List<String> wanted = cases == null ? CASES : cases;
    for (String name : wanted) {
      if (!CASES.contains(name) && !windowCases.containsKey(name)) {
        List<String> known = new ArrayList<>(CASES);
        known.addAll(windowCases.keySet());
        throw new BadArguments(
            "There is no case \"%s\"; there are %s.".formatted(name, String.join(", ", known)));
      }
    }
    List<BenchCase> results = new ArrayList<>();
    if (wanted.contains("cold-start")) {
      console.bar(0, "cold-start");
      results.add(BenchCase.coldStart(balls(), design("tsbn", 1, 100)));
    }
    Kernels.awaitWarmUp();
    BenchCase.Limits limits = new BenchCase.Limits(Machine.peakGflops(), Machine.memoryGigabytes());
    BenchCase.Terms terms = new BenchCase.Terms(seconds, threads, limits);
    for (int i = 0; i < wanted.size(); i++) {
      console.bar((double) i / wanted.size(), wanted.get(i));
      if (!wanted.get(i).equals("cold-start")) {
        results.add(run(wanted.get(i), terms));
      }
    }
    Benchmark benchmark =
        new Benchmark(
            Machine.description(),
            System.getProperty("java.vm.name") + " " + System.getProperty("java.version"),
            Kernels.inUse(),
            threads == 0 ? Workers.automatic() : threads,
            limits.peakGflops(),
            limits.memoryGigabytes(),
            results);
    if (json) {
      console.json(benchmark);
    } else {
      print(benchmark);
    }
    return 0;
  }

  private BenchCase inWindow(String name) throws Failed {
    try {
      return BenchCase.inWindow(name, windowCases.get(name).apply(seconds));
    } catch (UnsupportedOperationException e) {
      throw new Failed("The case %s needs a window. %s".formatted(name, e.getMessage()));
    }
  }

  private BenchCase run(String name, BenchCase.Terms terms) throws Exception {
    return switch (name) {
      case "balls-n1" -> onBalls(name, design("tsbn", 1, 100), terms);
      case "balls-n4" -> onBalls(name, design("tsbn", 4, 100), terms);
      case "balls-dtsbn-s" -> onBalls(name, design("dtsbn-s", 2, 100, 100), terms);
      case "balls-dtsbn-d" -> onBalls(name, design("dtsbn-d", 2, 100, 100), terms);
      case "jsb" -> onFile(name, "music/JSB_Chorales.mat", standInForJsb(), terms);
      case "nottingham" -> onFile(name, "music/Nottingham.mat", null, terms);
      case "mocap" -> onFile(name, "mocap/mit_mocap.mat", null, terms);
      case "counts" ->
          BenchCase.training(
              name, "225 documents, random", counts(2000), design("tsbn", 1, 25), terms);
      case "topics" ->
          BenchCase.training(
              name,
              "3,000 words in 225 years, random",
              counts(3000),
              design("hmsbn", 1, 25),
              terms);
      case "generate" -> BenchCase.generation(balls(), terms);
      case "evaluate" -> BenchCase.evaluation(balls(), terms);
      case "autosave" -> BenchCase.autosave(balls(), design("tsbn", 1, 100), terms);
      case "store" -> BenchCase.store(smallBalls(), design("tsbn", 1, 20));
      default -> inWindow(name);
    };
  }

  private static ModelDesign design(String variant, int order, Integer... layers) {
    return ModelDesign.named(variant, List.of(layers), order);
  }

  private static SequenceSet balls() throws DataFormatException {
    return DataSources.open("builtin:balls?train=200&valid=0&test=0", Progress.NONE);
  }

  private static SequenceSet smallBalls() throws DataFormatException {
    return DataSources.open(
        "builtin:balls?train=50&valid=5&test=0&frames=40&size=10", Progress.NONE);
  }

  private static BenchCase onBalls(String name, ModelDesign design, BenchCase.Terms terms)
      throws DataFormatException {
    return BenchCase.training(name, "", balls(), design, terms);
  }

  /** Steps of order 1 with 100 units on a file, or on what stands in where it is not found. */
  private BenchCase onFile(String name, String file, SequenceSet standIn, BenchCase.Terms terms)
      throws DataFormatException {
    Path path = Path.of(file);
    String note = "";
    SequenceSet set = standIn;
    for (Path folder : dataFolders()) {
      for (Path found : List.of(folder.resolve(path.getFileName()), folder.resolve(path))) {
        if (Files.isRegularFile(found)) {
          set = DataSources.open(found.toString(), Progress.NONE);
        }
      }
    }
    if (set == null) {
      return BenchCase.skipped(name, "%s was not found".formatted(path.getFileName()));
    }
    if (set == standIn) {
      note = "a random stand-in, as %s was not found".formatted(path.getFileName());
    }
    return BenchCase.training(name, note, set, design("tsbn", 1, 100), terms);
  }

  /** The folder that was named, or else the environment's. */
  private List<Path> dataFolders() {
    String ofEnvironment = System.getenv("TSBN_DATA");
    if (dataFolder != null) {
      return List.of(dataFolder);
    }
    return ofEnvironment == null ? List.of() : List.of(Path.of(ofEnvironment));
  }

  /** As many sequences, frames and notes as the JSB chorales have on average. */
  private static SequenceSet standInForJsb() {
    List<Sequence> sequences = new ArrayList<>();
    RandomStream random = new RandomStream(1);
    for (int i = 0; i < 229; i++) {
      FMatrixRMaj roll = new FMatrixRMaj(60, 88);
      for (int t = 0; t < roll.numRows; t++) {
        for (int voice = 0; voice < 4; voice++) {
          roll.set(t, 20 + random.nextInt(44), 1);
        }
      }
      sequences.add(BitSequence.of(roll));
    }
    return new SequenceSet(
        "stand-in",
        "stand-in",
        DataKind.BINARY,
        new FrameMeaning.PianoRoll(21, 88),
        2,
        Map.of(Split.TRAIN, sequences),
        List.of());
  }

  /** Counts of words in 225 years, some hundred words each. */
  private static SequenceSet counts(int words) {
    RandomStream random = new RandomStream(2);
    FMatrixRMaj years = new FMatrixRMaj(225, words);
    for (int t = 0; t < years.numRows; t++) {
      for (int word = 0; word < 400; word++) {
        int at = t * years.numCols + random.nextInt(1 + random.nextInt(years.numCols));
        years.data[at]++;
      }
    }
    return new SequenceSet(
        "counts",
        "counts",
        DataKind.COUNTS,
        new FrameMeaning.Channels(years.numCols),
        1,
        Map.of(Split.TRAIN, List.of(FloatSequence.of(years))),
        List.of());
  }

  private void print(Benchmark benchmark) {
    console.print("%s", benchmark.machine());
    console.print("%s; kernels: %s", benchmark.java(), benchmark.kernels());
    console.print(
        "one thread at most %.1f GFLOP/s, memory %.1f GB/s; threads: %d",
        benchmark.peakGflops(), benchmark.memoryGigabytesPerSecond(), benchmark.threads());
    for (BenchCase result : benchmark.cases()) {
      console.print("%s", line(result));
      if (!result.note().isEmpty()) {
        console.print("             %s", result.note());
      }
    }
  }

  private static String line(BenchCase result) {
    StringBuilder line = new StringBuilder("  %-14s ".formatted(result.name()));
    if (result.measures() != null) {
      result.measures().forEach((name, value) -> line.append(" %s %.3f".formatted(name, value)));
      return line.toString();
    }
    if (result.millisPerStep() == null) {
      return line.append(" not measured").toString();
    }
    line.append(
        " %8.3f ms a step, %,d parameters".formatted(result.millisPerStep(), result.parameters()));
    if (result.floorMillis() != null) {
      line.append(
          ", %.0f MFLOP, floor %.3f ms, ratio %.2f"
              .formatted(result.denseMflop(), result.floorMillis(), result.ratioToFloor()));
    }
    if (result.peakResidentMb() != null) {
      line.append(", %.0f MB".formatted(result.peakResidentMb()));
    }
    return line.toString();
  }
}
