package tsbn.app.support;

import java.nio.file.Path;
import tsbn.data.FrameMeaning;
import tsbn.data.SequenceSet;
import tsbn.data.SetFacts;
import tsbn.data.SetFacts.SplitFacts;
import tsbn.data.Split;
import tsbn.data.source.SourceOptions;

/** Data in words: what one sequence is called, how large a frame is. */
public final class DataText {
  private static final Messages MESSAGES = Messages.of(DataText.class);

  private DataText() {}

  /** {@code 2,000 videos}, {@code 1 piece}. */
  public static String sequences(FrameMeaning meaning, long count) {
    String key = noun(meaning);
    return Readable.count(
        count, MESSAGES.get("data." + key), MESSAGES.get("data." + key + ".many"));
  }

  /** {@code video 12}: one sequence, counted from 1. */
  public static String sequence(FrameMeaning meaning, int index) {
    String name = sequences(meaning, 1);
    return name.substring(name.indexOf(' ') + 1) + " " + Readable.count(index + 1);
  }

  /** {@code 35_17 · run}, the sequence's own name, or {@code video 12} where it has none. */
  public static String sequence(SequenceSet data, Split split, int index) {
    String label = data.label(split, index).text();
    return label.isEmpty() ? sequence(data.meaning(), index) : label;
  }

  /** What a file is called, {@code songs.mat}, or some of a folder, {@code tunes: a, b}. */
  public static String file(String source) {
    SourceOptions options = SourceOptions.of(source);
    Path path = Path.of(options.place());
    String name = String.valueOf(path.getFileName() == null ? path : path.getFileName());
    String only = options.get("only");
    return only == null ? name : name + ": " + only.replace(",", ", ");
  }

  private static String noun(FrameMeaning meaning) {
    if (meaning instanceof FrameMeaning.Image) {
      return "video";
    }
    return meaning instanceof FrameMeaning.PianoRoll
        ? "piece"
        : meaning instanceof FrameMeaning.Motion ? "motion" : "sequence";
  }

  /** {@code 30×30}, {@code 88 keys}, {@code 31 joints}. */
  public static String frame(FrameMeaning meaning) {
    if (meaning instanceof FrameMeaning.Motion motion) {
      return MESSAGES.format("data.joints", Readable.count(motion.skeleton().jointCount()));
    }
    if (meaning instanceof FrameMeaning.Image image) {
      return image.width() + "\u00d7" + image.height();
    }
    String key =
        meaning instanceof FrameMeaning.PianoRoll
            ? "data.keys"
            : meaning instanceof FrameMeaning.Words ? "data.words" : "data.channels";
    return MESSAGES.format(key, Readable.count(meaning.units()));
  }

  /** {@code 100 frames}, {@code 25–129 frames}. */
  public static String lengths(int shortest, int longest) {
    String range =
        shortest == longest
            ? Readable.count(longest)
            : Readable.count(shortest) + "\u2013" + Readable.count(longest);
    return MESSAGES.format("data.frames", range);
  }

  /** The lengths over all splits. */
  public static String lengths(SetFacts facts) {
    return lengths(
        facts.splits().values().stream().mapToInt(SplitFacts::minLength).min().orElse(0),
        facts.splits().values().stream().mapToInt(SplitFacts::maxLength).max().orElse(0));
  }
}
