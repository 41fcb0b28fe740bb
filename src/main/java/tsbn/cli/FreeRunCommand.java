package tsbn.cli;

import java.nio.file.Path;
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
import picocli.CommandLine.Parameters;
import tsbn.data.DataFormatException;
import tsbn.data.DataKind;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.evaluate.Activity;
import tsbn.evaluate.Movement;
import tsbn.experiment.Generation;
import tsbn.experiment.RunFolder;
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

  @Parameters(paramLabel = "RUN", description = "Folder of a run.")
  private Path folder;

  @Option(names = "--data", paramLabel = "DATA", description = "Default: what it was trained on.")
  private String data;

  @Option(
      names = "--split",
      paramLabel = "SPLIT",
      description =
          "Whose beginnings it goes on from: train, valid or test. Default: test, or train where"
              + " nothing is set aside.")
  private Split split;

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
    SavedRun run = RunFolder.load(folder);
    if (run.data().kind() == DataKind.GREY || run.data().kind() == DataKind.COUNTS) {
      throw new BadArguments("Only what is made of real or binary values can be compared.");
    }
    sampling.requireFitting(run, folder);
    SequenceSet set = RunData.open(run, data, console);
    Split on = RunData.splitOr(set, split);
    List<FMatrixRMaj> primers = primers(RunData.split(set, on));
    int usual = (int) (set.frames(Split.TRAIN) / RunData.split(set, Split.TRAIN).size());
    int length = frames == null ? usual : frames;
    Guide limit = sampling.limit(set);
    List<FMatrixRMaj> made = make(run, primers, length, limit);
    List<Part> parts = new ArrayList<>();
    Map<String, List<FMatrixRMaj>> learned = byStyle(set, Split.TRAIN, matrices(set, Split.TRAIN));
    Map<String, List<FMatrixRMaj>> truth =
        byStyle(set, on, matrices(set, on).subList(0, made.size()));
    byStyle(set, on, made)
        .forEach(
            (style, ofStyle) -> {
              List<FMatrixRMaj> like = learned.getOrDefault(style, matrices(set, Split.TRAIN));
              parts.add(compare(run, style, like, truth.get(style), ofStyle, 0));
              if (length >= 2 * usual) {
                parts.add(compare(run, style, like, truth.get(style), ofStyle, length - usual));
              }
            });
    Compared compared =
        new Compared(
            run.experiment().architecture().variant(),
            on.label(),
            primers.size(),
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

  private static List<FMatrixRMaj> matrices(SequenceSet set, Split split) {
    return set.get(split).stream().map(Sequence::toMatrix).toList();
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

  private List<FMatrixRMaj> primers(List<Sequence> sequences) throws BadArguments {
    int most = count == null ? Math.min(20, sequences.size()) : count;
    BadArguments.requireRange("sequences", most, Math.min(MOST_SEQUENCES, sequences.size()));
    int shortest = sequences.subList(0, most).stream().mapToInt(Sequence::frames).min().orElse(0);
    BadArguments.requireRange("primer frames", primerFrames, shortest);
    List<FMatrixRMaj> primers = new ArrayList<>();
    for (Sequence from : sequences.subList(0, most)) {
      FMatrixRMaj primer = new FMatrixRMaj(primerFrames, from.units());
      from.copyFrames(0, primerFrames, primer, 0);
      primers.add(primer);
    }
    return primers;
  }

  /** What the model makes behind each primer, as it is shown: T x M each. */
  private List<FMatrixRMaj> make(SavedRun run, List<FMatrixRMaj> primers, int length, Guide limit)
      throws BadArguments {
    Progress progress = console.progress("making");
    List<FMatrixRMaj> made = new ArrayList<>();
    for (int i = 0; i < primers.size(); i++) {
      progress.check((double) i / primers.size());
      Generation generation;
      try {
        Feedback feedback = sampling.feedback(run.data());
        generation =
            new Generation(
                length, 1, primers.get(i), feedback, List.of(), limit, sampling.seed() + i);
      } catch (IllegalArgumentException e) {
        throw new BadArguments(e.getMessage(), e);
      }
      made.add(run.data().shown(generation.run(run.model(), Progress.NONE).get(0)));
    }
    progress.done(1);
    return made;
  }

  private static Part compare(
      SavedRun run,
      String style,
      List<FMatrixRMaj> learned,
      List<FMatrixRMaj> truth,
      List<FMatrixRMaj> made,
      int from) {
    int last = made.get(0).numRows;
    List<FMatrixRMaj> part =
        made.stream()
            .map(frames -> CommonOps_FDRM.extract(frames, from, last, 0, frames.numCols))
            .toList();
    if (run.data().kind() == DataKind.BINARY) {
      Activity activity = Activity.of(part);
      Activity ofData = Activity.of(learned);
      return new Part(style, made.size(), from + 1, last, null, null, null, activity, ofData);
    }
    Movement movement = new Movement(learned, run.data().framesPerSecond());
    Movement.Likeness likeness = movement.likeness(part);
    Movement.Likeness ofTruth = movement.likeness(truth);
    String unit = run.data().meaning().unitName(likeness.rhythmUnit());
    return new Part(style, made.size(), from + 1, last, likeness, ofTruth, unit, null, null);
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
