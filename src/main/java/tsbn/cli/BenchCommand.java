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
import tsbn.data.FrameMeaning;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.data.source.DataSources;
import tsbn.math.Kernels;
import tsbn.math.RandomStream;

/** {@code tsbn bench}: how fast a step is, against what the machine could do. */
@Command(
    name = "bench",
    description = "Measures how fast the program is on this machine.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class BenchCommand implements Callable<Integer> {
  private static final List<String> CASES =
      List.of("balls-n1", "balls-n4", "jsb", "generate", "evaluate");
  private static final String JSB = "JSB_Chorales.mat";

  private final Console console;
  private final Map<String, DoubleFunction<Map<String, Double>>> windowCases;

  @Option(
      names = "--case",
      paramLabel = "C",
      description =
          "balls-n1, balls-n4, jsb, generate, evaluate, ui; may be repeated. Default: all but ui.")
  private List<String> cases;

  @Option(names = "--seconds", paramLabel = "S", description = "Time for each case (default 5).")
  private double seconds = 5;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "Where JSB_Chorales.mat is; also from the environment as TSBN_DATA.")
  private Path dataFolder;

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
      double peakGflops,
      double memoryGigabytesPerSecond,
      List<BenchCase> cases) {}

  @Override
  public Integer call() throws DataFormatException, BadArguments, Failed {
    if (!(seconds > 0 && seconds <= 3600)) {
      throw new BadArguments("The seconds must be more than 0 and at most an hour.");
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
    BenchCase.Limits limits = new BenchCase.Limits(Machine.peakGflops(), Machine.memoryGigabytes());
    List<BenchCase> results = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      console.bar((double) i / wanted.size(), wanted.get(i));
      results.add(run(wanted.get(i), limits));
    }
    Benchmark benchmark =
        new Benchmark(
            Machine.description(),
            System.getProperty("java.vm.name") + " " + System.getProperty("java.version"),
            Kernels.best().description(),
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

  private BenchCase run(String name, BenchCase.Limits limits) throws DataFormatException, Failed {
    return switch (name) {
      case "balls-n1" -> BenchCase.training(name, "", balls(), 1, seconds, limits);
      case "balls-n4" -> BenchCase.training(name, "", balls(), 4, seconds, limits);
      case "jsb" -> jsb(limits);
      case "generate" -> BenchCase.generation(balls(), seconds);
      case "evaluate" -> BenchCase.evaluation(balls(), seconds);
      default -> inWindow(name);
    };
  }

  private static SequenceSet balls() throws DataFormatException {
    return DataSources.open("builtin:balls?train=200&valid=0&test=0", Progress.NONE);
  }

  private BenchCase jsb(BenchCase.Limits limits) throws DataFormatException {
    for (Path folder : dataFolders()) {
      for (Path file : List.of(folder.resolve(JSB), folder.resolve("music").resolve(JSB))) {
        if (Files.isRegularFile(file)) {
          SequenceSet set = DataSources.open(file.toString(), Progress.NONE);
          return BenchCase.training("jsb", "", set, 1, seconds, limits);
        }
      }
    }
    return BenchCase.training(
        "jsb",
        "a random stand-in of the same size, as %s was not found".formatted(JSB),
        standIn(),
        1,
        seconds,
        limits);
  }

  private List<Path> dataFolders() {
    List<Path> folders = new ArrayList<>();
    if (dataFolder != null) {
      folders.add(dataFolder);
    }
    if (System.getenv("TSBN_DATA") != null) {
      folders.add(Path.of(System.getenv("TSBN_DATA")));
    }
    return folders;
  }

  /** As many sequences, frames and notes as the JSB chorales have on average. */
  private static SequenceSet standIn() {
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

  private void print(Benchmark benchmark) {
    console.print("%s", benchmark.machine());
    console.print("%s; kernels: %s", benchmark.java(), benchmark.kernels());
    console.print(
        "one thread at most %.1f GFLOP/s, memory %.1f GB/s",
        benchmark.peakGflops(), benchmark.memoryGigabytesPerSecond());
    for (BenchCase result : benchmark.cases()) {
      console.print("%s", line(result));
      if (!result.note().isEmpty()) {
        console.print("             %s", result.note());
      }
    }
  }

  private static String line(BenchCase result) {
    StringBuilder line = new StringBuilder("  %-10s ".formatted(result.name()));
    if (result.window() != null) {
      result.window().forEach((name, value) -> line.append(" %s %.3f".formatted(name, value)));
      return line.toString();
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
