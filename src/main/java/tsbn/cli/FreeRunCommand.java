package tsbn.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tsbn.data.DataFormatException;
import tsbn.data.DataKind;
import tsbn.data.FrameMeaning;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.evaluate.Activity;
import tsbn.evaluate.Movement;
import tsbn.experiment.Generation;
import tsbn.experiment.SavedRun;
import tsbn.model.Feedback;
import tsbn.model.Guide;

/** {@code tsbn free-run}: how like the data is what a run makes up when it is left alone. */
@Command(
    name = "free-run",
    description = {
      "Lets a run go on alone from the beginnings of sequences, and compares what it makes with the"
          + " training data of the same style: of real values ranges and rhythm, of binary ones how"
          + " many units are on and stay on."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class FreeRunCommand implements Callable<Integer> {
  private static final int MOST_SEQUENCES = 1000;
  private final Console console;

  @Mixin private RunArguments arguments;

  @Option(
      names = "--sequences",
      paramLabel = "N",
      description = "How many of them, from the first one, up to 1000 (default: all, up to 20).")
  private Integer count;

  @Option(
      names = "--primer-frames",
      paramLabel = "K",
      description = "How many frames of each are given (default 20).")
  private int primerFrames = 20;

  @Option(
      names = "--frames",
      paramLabel = "T",
      description =
          "Frames to make behind each (default: as many as training sequences have on average)."
              + " Where that is at least twice as many, the last ones are compared on their own,"
              + " too.")
  private Integer frames;

  @Mixin private SamplingOptions sampling;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  FreeRunCommand(Console console) {
    this.console = console;
  }

  /** The result as {@code --json} prints it. */
  private record Compared(
      String model, String split, int sequences, int primerFrames, int frames, List<Part> parts) {}

  /**
   * Some of the frames that were made of the sequences of one style.
   *
   * @param style empty where sequences have none
   * @param first from 1
   * @param activity of binary data, otherwise null, as is the data's
   * @param truth the sequences themselves against the training data, of real values
   */
  private record Part(
      String style,
      int sequences,
      int first,
      int last,
      Movement.Likeness movement,
      Movement.Likeness truth,
      String rhythmUnit,
      Activity activity,
      Activity activityOfData) {}

  @Override
  public Integer call() throws DataFormatException, BadArguments {
    SavedRun run = arguments.run();
    if (run.data().kind() == DataKind.GREY || run.data().kind() == DataKind.COUNTS) {
      throw new BadArguments("Only what is made of real or binary values can be compared.");
    }
    sampling.requireFitting(run, arguments.folder());
    SequenceSet set = arguments.open(run, console);
    Split on = arguments.split(set);
    List<Sequence> sequences = chosen(arguments.sequences(set));
    int usual = (int) (set.frames(Split.TRAIN) / RunData.split(set, Split.TRAIN).size());
    int length = frames == null ? usual : frames;
    List<FMatrixRMaj> made = make(run, sequences, length, sampling.limit(set));
    Map<String, List<FMatrixRMaj>> truth = byStyle(set, on, matrices(sequences));
    Map<String, List<FMatrixRMaj>> learned =
        byStyle(set, Split.TRAIN, matrices(set.get(Split.TRAIN)));
    List<FMatrixRMaj> all = learned.values().stream().flatMap(List::stream).toList();
    List<Part> parts = new ArrayList<>();
    byStyle(set, on, made)
        .forEach(
            (style, ofStyle) -> {
              Comparison comparison =
                  Comparison.with(run, learned.getOrDefault(style, all), truth.get(style));
              parts.add(comparison.part(style, ofStyle, 0));
              if (length >= 2 * usual) {
                parts.add(comparison.part(style, ofStyle, length - usual));
              }
            });
    Compared compared =
        new Compared(
            run.experiment().architecture().variant(),
            on.label(),
            sequences.size(),
            primerFrames,
            length,
            parts);
    if (json) {
      console.json(compared);
    } else {
      print(compared);
    }
    return 0;
  }

  private static List<FMatrixRMaj> matrices(List<Sequence> sequences) {
    return sequences.stream().map(Sequence::toMatrix).toList();
  }

  /** What belongs to the first sequences of a split, by the style of these. */
  private static Map<String, List<FMatrixRMaj>> byStyle(
      SequenceSet set, Split split, List<FMatrixRMaj> matrices) {
    Map<String, List<FMatrixRMaj>> byStyle = new TreeMap<>();
    for (int i = 0; i < matrices.size(); i++) {
      String style = set.label(split, i).style();
      byStyle.computeIfAbsent(style, key -> new ArrayList<>()).add(matrices.get(i));
    }
    return byStyle;
  }

  /** The sequences whose beginnings are given. */
  private List<Sequence> chosen(List<Sequence> sequences) throws BadArguments {
    int most = count == null ? Math.min(20, sequences.size()) : count;
    BadArguments.requireRange("sequences", most, Math.min(MOST_SEQUENCES, sequences.size()));
    int shortest = sequences.subList(0, most).stream().mapToInt(Sequence::frames).min().orElse(0);
    BadArguments.requireRange("primer frames", primerFrames, shortest);
    return sequences.subList(0, most);
  }

  /** What the model makes behind the beginning of each, as it is shown: T x M. */
  private List<FMatrixRMaj> make(SavedRun run, List<Sequence> sequences, int length, Guide limit)
      throws BadArguments {
    Progress progress = console.progress("making");
    List<FMatrixRMaj> made = new ArrayList<>();
    for (int i = 0; i < sequences.size(); i++) {
      progress.check((double) i / sequences.size());
      FMatrixRMaj primer = sequences.get(i).first(primerFrames);
      Generation generation;
      try {
        Feedback feedback = sampling.feedback(run.data());
        generation =
            new Generation(length, 1, primer, feedback, List.of(), limit, sampling.seed() + i);
      } catch (IllegalArgumentException e) {
        throw new BadArguments(e.getMessage(), e);
      }
      made.add(run.data().shown(generation.run(run.model(), Progress.NONE).get(0)));
    }
    progress.done(1);
    return made;
  }

  /**
   * What sequences of a style are compared with.
   *
   * @param movement of the training data, of real values; null for binary ones
   * @param truth the sequences whose beginnings were given, against it; null for binary ones
   * @param activity of the training data, of binary values; null for real ones
   */
  private record Comparison(
      FrameMeaning meaning, Movement movement, Movement.Likeness truth, Activity activity) {

    static Comparison with(SavedRun run, List<FMatrixRMaj> learned, List<FMatrixRMaj> truth) {
      FrameMeaning meaning = run.data().meaning();
      if (run.data().kind() == DataKind.BINARY) {
        return new Comparison(meaning, null, null, Activity.of(learned));
      }
      Movement movement = new Movement(learned, run.data().framesPerSecond());
      return new Comparison(meaning, movement, movement.likeness(truth), null);
    }

    /** Compares the frames that were made from some index on. */
    Part part(String style, List<FMatrixRMaj> made, int from) {
      int last = made.get(0).numRows;
      List<FMatrixRMaj> part =
          made.stream()
              .map(frames -> CommonOps_FDRM.extract(frames, from, last, 0, frames.numCols))
              .toList();
      int count = made.size();
      if (movement == null) {
        Activity found = Activity.of(part);
        return new Part(style, count, from + 1, last, null, null, null, found, activity);
      }
      Movement.Likeness found = movement.likeness(part);
      String unit = meaning.unitName(found.rhythmUnit());
      return new Part(style, count, from + 1, last, found, truth, unit, null, null);
    }
  }

  private void print(Compared compared) {
    console.print(
        "%s, left alone behind the first %,d frames of %,d %s sequences",
        compared.model(), compared.primerFrames(), compared.sequences(), compared.split());
    for (Part part : compared.parts()) {
      String of =
          part.style().isEmpty() ? "" : " of %d x %s".formatted(part.sequences(), part.style());
      console.print("  frames %,d to %,d%s", part.first(), part.last(), of);
      if (part.activity() != null) {
        print("units on per frame", part.activity().unitsOn(), part.activityOfData().unitsOn());
        print("share that stays on", part.activity().repeated(), part.activityOfData().repeated());
      } else {
        Movement.Likeness found = part.movement();
        console.print(
            "    range   %.2f of the data's in the median, within a fifth of it for %,d of %,d"
                + " units",
            found.medianRange(), found.rangesWithin(), found.ranges());
        console.print(
            "            of the sequences themselves %.2f, and for %,d",
            part.truth().medianRange(), part.truth().rangesWithin());
        if (Double.isNaN(found.rhythm()) || Double.isNaN(found.rhythmOfData())) {
          console.print("    too short for a rhythm");
        } else {
          console.print(
              "    rhythm  %.3f a second, in the data %.3f (%s)",
              found.rhythm(), found.rhythmOfData(), part.rhythmUnit());
        }
      }
    }
  }

  private void print(String what, double made, double data) {
    console.print("    %-19s  %.3f, in the data %.3f", what, made, data);
  }
}
