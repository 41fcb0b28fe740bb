package tsbn.cli;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import tsbn.data.DataFormatException;
import tsbn.data.source.DataSources;
import tsbn.evaluate.Topics;
import tsbn.experiment.RunFolder;
import tsbn.experiment.Version;
import tsbn.learn.EstimatorKind;
import tsbn.learn.SignalKind;
import tsbn.sound.Instrument;

/** The command {@code tsbn} with its subcommands. */
public final class CommandLineProgram {
  static final int FAILED = 1;
  static final int BAD_INPUT = 2;
  private static final Logger LOG = LoggerFactory.getLogger(CommandLineProgram.class);

  private final Console console;
  private final CommandLine commands;

  @Command(
      name = "tsbn",
      description = "Learns, measures and plays Temporal Sigmoid Belief Networks.",
      footer = {
        "",
        "DATA is a file (songs.mat, songs.mat?var=NAME, tune.mid?step=8th), a folder of",
        "music, motions or texts, or a built-in set with options (builtin:chorales,",
        "builtin:balls?train=2000&seed=1). A RUN is a folder.",
        "Without arguments the window opens."
      },
      mixinStandardHelpOptions = true,
      synopsisSubcommandLabel = "COMMAND",
      versionProvider = ProgramVersion.class)
  private static final class Root {}

  private static final class ProgramVersion implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"TSBN Workbench " + Version.text()};
    }
  }

  /**
   * The program.
   *
   * @param windowCases benchmark cases that need the window, by name: from the seconds to run to
   *     named numbers
   */
  public CommandLineProgram(
      PrintStream out,
      PrintStream err,
      boolean terminal,
      Map<String, DoubleFunction<Map<String, Double>>> windowCases) {
    console = new Console(out, err, terminal);
    commands =
        new CommandLine(new Root())
            .addSubcommand(new DemoCommand(console))
            .addSubcommand(new InspectCommand(console))
            .addSubcommand(new TrainCommand(console))
            .addSubcommand(new EvaluateCommand(console))
            .addSubcommand(new TopicsCommand(console))
            .addSubcommand(new GenerateCommand(console))
            .addSubcommand(new FreeRunCommand(console))
            .addSubcommand(new ShareCommand(console))
            .addSubcommand(new ImportCommand(console))
            .addSubcommand(new CompareCommand(console))
            .addSubcommand(new BaselineCommand(console))
            .addSubcommand(new BenchCommand(console, windowCases));
    commands
        .setOut(new java.io.PrintWriter(out, true))
        .setErr(new java.io.PrintWriter(err, true))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(EstimatorKind.class, hyphenated(EstimatorKind.class))
        .registerConverter(Topics.Order.class, hyphenated(Topics.Order.class))
        .registerConverter(SignalKind.class, hyphenated(SignalKind.class))
        .registerConverter(Instrument.class, hyphenated(Instrument.class))
        .setParameterExceptionHandler((exception, arguments) -> refuse(sentence(exception)))
        .setExecutionExceptionHandler((exception, command, parsed) -> explain(exception));
  }

  /** The name of a constant on the command line: {@code leave-one-out}. */
  static String hyphenated(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static <E extends Enum<E>> CommandLine.ITypeConverter<E> hyphenated(Class<E> type) {
    return text ->
        Stream.of(type.getEnumConstants())
            .filter(constant -> hyphenated(constant).equalsIgnoreCase(text.replace('_', '-')))
            .findFirst()
            .orElseThrow(() -> new CommandLine.TypeConversionException("unknown"));
  }

  /** The program on the terminal it was started from. */
  public static CommandLineProgram onTerminal(
      Map<String, DoubleFunction<Map<String, Double>>> windowCases) {
    // The launcher script knows whether stderr is a terminal; Java can only guess.
    boolean guess = System.console() != null;
    boolean terminal = Boolean.parseBoolean(System.getProperty("tsbn.terminal", guess + ""));
    return new CommandLineProgram(System.out, System.err, terminal, windowCases);
  }

  /**
   * Whether an argument is something that a window can open: a built-in set, a file, a folder of
   * motions or of music, all of them perhaps with options, or the folder of a run.
   */
  public static boolean namesSomethingToOpen(String argument) {
    int mark = argument.indexOf('?');
    return argument.startsWith("builtin:")
        || isThere(argument)
        || (mark > 0 && isThere(argument.substring(0, mark)));
  }

  private static boolean isThere(String name) {
    try {
      Path place = Path.of(name);
      return Files.isRegularFile(place)
          || RunFolder.holdsRun(place)
          || (Files.isDirectory(place) && DataSources.holdsData(place));
    } catch (InvalidPathException notAPath) {
      return false;
    }
  }

  /**
   * Runs a command.
   *
   * @return 0 done, 1 failed while running, 2 bad arguments or bad input
   */
  public int run(String... arguments) {
    if (arguments.length == 0) {
      return refuse("A command is missing; tsbn --help names them.");
    }
    try {
      return commands.execute(arguments);
    } catch (OutOfMemoryError e) {
      LOG.error("Out of memory", e);
      console.error(
          "The memory is not enough for this; ask for less or start the program with a larger -Xmx.");
      return FAILED;
    }
  }

  /** Says why there is no window, and runs the first example without one. */
  public int demoWithoutWindow(String reason) {
    console.remark(reason + " The first example runs in the terminal instead.");
    return run("demo");
  }

  /** Says why there is no window for some data, and how to go on without one. */
  public int dataWithoutWindow(String reason, String source) {
    return refuse(
        "%s Without one, tsbn train --data %s --out RUN learns it.".formatted(reason, source));
  }

  private int refuse(String sentence) {
    console.error(sentence);
    return BAD_INPUT;
  }

  private int explain(Exception exception) {
    if (exception instanceof DataFormatException || exception instanceof BadArguments) {
      return refuse(exception.getMessage());
    }
    console.error(sentence(exception));
    return FAILED;
  }

  private static String sentence(ParameterException exception) {
    CommandLine command = exception.getCommandLine();
    String more = "%s --help tells more.".formatted(command.getCommandSpec().qualifiedName());
    if (exception instanceof UnmatchedArgumentException unmatched) {
      return "%s; %s".formatted(unmatched(unmatched.getUnmatched().get(0), command), more);
    }
    if (exception instanceof MissingParameterException missing) {
      String names =
          missing.getMissing().stream().map(CommandLineProgram::name).collect(joining(" and "));
      return "%s %s missing; %s"
          .formatted(names, missing.getMissing().size() == 1 ? "is" : "are", more);
    }
    if (exception.getArgSpec() != null && exception.getValue() != null) {
      ArgSpec option = exception.getArgSpec();
      return "%s takes %s, not \"%s\"; %s"
          .formatted(name(option), wanted(option), exception.getValue(), more);
    }
    return "%s; %s".formatted(exception.getMessage(), more);
  }

  private static String unmatched(String word, CommandLine command) {
    if (word.startsWith("-")) {
      return "There is no option %s".formatted(word);
    }
    if (command.getSubcommands().isEmpty()) {
      return "\"%s\" is one word too many".formatted(word);
    }
    File file = new File(word);
    if (file.isDirectory()) {
      return "%s is a folder without a run, motions or music".formatted(word);
    }
    if (word.contains(".") || word.contains("/") || word.contains(File.separator)) {
      return "There is no file %s".formatted(word);
    }
    return "There is no command %s; there are %s"
        .formatted(word, String.join(", ", command.getSubcommands().keySet()));
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  /** What an option takes, for people. */
  private static String wanted(ArgSpec argument) {
    List<Class<?>> parts = List.of(argument.auxiliaryTypes());
    Class<?> type = parts.get(parts.size() - 1);
    if (type.isEnum()) {
      return Stream.of(type.getEnumConstants())
          .map(constant -> hyphenated((Enum<?>) constant))
          .collect(joining(", "));
    }
    if (List.of(int.class, Integer.class, long.class, Long.class).contains(type)) {
      return parts.size() > 1 || argument.isMultiValue() ? "whole numbers" : "a whole number";
    }
    return type == double.class || type == Double.class ? "a number" : "another value";
  }

  private static String sentence(Exception exception) {
    if (exception instanceof Failed) {
      return exception.getMessage();
    }
    if (exception instanceof CancellationException || exception instanceof InterruptedException) {
      return "Interrupted.";
    }
    if (exception instanceof AccessDeniedException denied) {
      return denied.getFile() + " cannot be written: access is denied.";
    }
    if (exception instanceof FileSystemException file) {
      String reason = file.getReason() == null ? "the file system refused" : file.getReason();
      return "%s cannot be read or written: %s.".formatted(file.getFile(), reason);
    }
    LOG.error("A command failed", exception);
    if (exception instanceof IOException) {
      return "Reading or writing failed: %s.".formatted(exception.getMessage());
    }
    return "An error in the program (%s); the log in ~/.tsbn-workbench has the details."
        .formatted(exception.getClass().getSimpleName());
  }
}
