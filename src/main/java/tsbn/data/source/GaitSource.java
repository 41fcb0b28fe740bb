package tsbn.data.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleFunction;
import org.ejml.data.DMatrixRMaj;
import tsbn.data.DataFormatException;
import tsbn.data.Progress;
import tsbn.data.SequenceLabel;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.data.motion.RootCoding;
import tsbn.data.source.gait.Gait;
import tsbn.data.source.gait.GaitBody;
import tsbn.data.source.gait.GaitMotion;
import tsbn.data.source.gait.Wobble;
import tsbn.math.RandomStream;

/** Walks and runs by rule, and motions that go over from one to the other and back. */
final class GaitSource implements BuiltinSource {
  private static final int MOST_SEQUENCES = 10_000;
  private static final double NOISE = 0.8;

  private static final String WALK = "walk";
  private static final String RUN = "run";
  private static final String CHANGE = "walk, run, walk";

  /** Of ten motions in a row, which are what. */
  private static final List<String> STYLES =
      List.of(WALK, RUN, WALK, CHANGE, WALK, RUN, WALK, RUN, CHANGE, RUN);

  @Override
  public Builtin description() {
    return new Builtin(
        "builtin:gait",
        "Walk and run",
        "A body of 21 joints that walks, runs, or goes over from one to the other.");
  }

  @Override
  public Set<String> options() {
    return MotionOptions.names(Set.of("train", "valid", "test", "frames", "seed", "style"));
  }

  @Override
  public SequenceSet open(SourceAddress address, String source, Progress progress)
      throws DataFormatException {
    MotionOptions options = MotionOptions.of(address);
    int frames = address.integer("frames", 150, 2, 10_000);
    double rate = options.fps() > 0 ? options.fps() : MotionOptions.USUAL_FPS;
    List<String> styles = styles(address);
    RandomStream random = new RandomStream(seed(address));
    List<Take> takes = new ArrayList<>();
    for (Split split : Split.values()) {
      int usual = split == Split.TRAIN ? 60 : 10;
      int least = split == Split.TRAIN ? 1 : 0;
      int count = address.integer(split.label(), usual, least, MOST_SEQUENCES);
      RandomStream ofSplit = random.child(split.ordinal());
      for (int i = 0; i < count; i++) {
        progress.check((double) i / count);
        String style = styles.get(i % styles.size());
        DMatrixRMaj made = motion(style, frames, rate, ofSplit.child(i));
        takes.add(new Take(new SequenceLabel("motion " + (i + 1), style), split, made));
      }
    }
    return new MotionTreatment(
            description().title(),
            source,
            GaitBody.skeleton(),
            rate,
            RootCoding.ABSOLUTE,
            List.of())
        .apply(takes, options);
  }

  private static List<String> styles(SourceAddress address) throws DataFormatException {
    String wanted = address.text("style");
    if (wanted == null) {
      return STYLES;
    }
    return switch (wanted) {
      case WALK, RUN -> List.of(wanted);
      case "change" -> List.of(CHANGE);
      default ->
          throw new DataFormatException(
              "%s: the option style must be walk, run or change, not \"%s\"."
                  .formatted(address.place(), wanted));
    };
  }

  /** One motion, T x C in true units; speeds, turns, arms and bounce are drawn. */
  static DMatrixRMaj motion(String style, int frames, double rate, RandomStream random) {
    double arms = 0.7 + 0.6 * random.nextDouble();
    double bounce = 0.8 + 0.4 * random.nextDouble();
    double lift = 0.8 + 0.4 * random.nextDouble();
    Gait walk = Gait.walk(100 + 55 * random.nextDouble()).varied(arms, bounce, lift);
    Gait run = Gait.run(240 + 110 * random.nextDouble()).varied(arms, bounce, lift);
    double seconds = frames / rate;
    double first = seconds * (0.25 + 0.1 * random.nextDouble());
    double second = seconds * (0.65 + 0.1 * random.nextDouble());
    double change = Math.min(1.5, seconds / 5);
    Wobble way = new Wobble(1, random.child(1));
    DoubleFunction<Gait> gait =
        time -> {
          double share =
              switch (style) {
                case WALK -> 0;
                case RUN -> 1;
                default -> rising((time - first) / change) - rising((time - second) / change);
              };
          Gait now = walk.towards(run, share);
          double hurry = 1 + 0.03 * way.at("speed", time);
          return now.hurried(hurry);
        };
    double curve = 0.15 * random.nextGaussian();
    return GaitMotion.make(
        gait,
        time -> curve + 0.12 * way.at("turn", time),
        random.nextDouble(),
        NOISE,
        frames,
        rate,
        random.child(2));
  }

  private static double rising(double share) {
    double within = Math.max(0, Math.min(1, share));
    return within * within * (3 - 2 * within);
  }
}
