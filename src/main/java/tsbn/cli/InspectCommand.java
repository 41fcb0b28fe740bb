package tsbn.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tsbn.data.DataFormatException;
import tsbn.data.FrameMeaning;
import tsbn.data.SequenceSet;
import tsbn.data.SetFacts;
import tsbn.data.Split;
import tsbn.data.music.Step.NoteValue;
import tsbn.data.source.DataSources;
import tsbn.data.text.Years;

/** {@code tsbn inspect}: what a data set holds. */
@Command(
    name = "inspect",
    description = "Says what a data set holds.",
    mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "DATA", description = "A file, a folder or a built-in set.")
  private String data;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  InspectCommand(Console console) {
    this.console = console;
  }

  /** What is known of motions beyond their numbers; absent for other data. */
  private record Motions(
      int joints,
      int channels,
      String up,
      double metresPerUnit,
      double recordedFramesPerSecond,
      double framesPerSecond,
      Map<String, Integer> styles,
      List<String> treatment) {

    static Motions of(SequenceSet set) {
      if (!(set.meaning() instanceof FrameMeaning.Motion motion)) {
        return null;
      }
      Map<String, Integer> styles = new TreeMap<>();
      set.labels()
          .values()
          .forEach(labels -> labels.forEach(label -> styles.merge(label.style(), 1, Integer::sum)));
      styles.remove("");
      return new Motions(
          motion.skeleton().jointCount(),
          motion.skeleton().channels(),
          motion.skeleton().up().name().toLowerCase(Locale.ROOT),
          motion.skeleton().metresPerUnit(),
          motion.coding().recordedRate(),
          motion.coding().frameRate(),
          styles,
          motion.coding().steps());
    }
  }

  /** What is known of music beyond its numbers; null where that is not known. */
  private record Music(
      String noteValue, Integer framesPerBar, long notes, double framesPerSecond, Double tempo) {

    static Music of(SequenceSet set, SetFacts facts) {
      if (!(set.meaning() instanceof FrameMeaning.PianoRoll keys)) {
        return null;
      }
      NoteValue value = NoteValue.of(keys.framesPerWhole());
      return new Music(
          value == null ? null : value.text(),
          keys.framesPerBar() == 0 ? null : keys.framesPerBar(),
          facts.notes(),
          set.framesPerSecond(),
          value == null ? null : keys.quartersPerMinute(set.framesPerSecond()));
    }
  }

  @Override
  public Integer call() throws DataFormatException {
    SequenceSet set = DataSources.open(data, console.progress("reading"));
    SetFacts facts = SetFacts.of(set);
    if (json) {
      console.json(inspection(set, facts));
    } else {
      print(set, facts);
    }
    return 0;
  }

  /** The result as {@code --json} prints it. */
  private static Map<String, Object> inspection(SequenceSet set, SetFacts facts) {
    Map<String, SetFacts.SplitFacts> splits = new LinkedHashMap<>();
    facts.splits().forEach((split, found) -> splits.put(split.label(), found));
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("name", set.name());
    all.put("kind", kind(set));
    all.put("frameMeaning", meaning(set.meaning()));
    all.put("dimension", set.units());
    all.put("splits", splits);
    all.put("min", facts.min());
    all.put("max", facts.max());
    all.put("density", facts.density());
    all.put("warnings", set.warnings());
    if (set.meaning() instanceof FrameMeaning.Motion) {
      all.put("motion", Motions.of(set));
    }
    if (set.meaning() instanceof FrameMeaning.Words) {
      all.put("years", years(set));
    }
    if (set.meaning() instanceof FrameMeaning.PianoRoll) {
      all.put("music", Music.of(set, facts));
    }
    return all;
  }

  private void print(SequenceSet set, SetFacts facts) {
    console.print("%s", set.name());
    console.print(
        "  kind     %s, %s, %d values a frame", kind(set), meaning(set.meaning()), set.units());
    facts
        .splits()
        .forEach(
            (split, found) ->
                console.print(
                    "  %-8s %,d %s, %,d frames, %s",
                    split.label(),
                    found.sequences(),
                    found.sequences() == 1 ? "sequence" : "sequences",
                    found.frames(),
                    lengths(found)));
    console.print(
        "  values   %s to %s, %.1f %% are not zero",
        plain(facts.min()), plain(facts.max()), 100 * facts.density());
    years(set)
        .forEach(
            (split, years) -> console.print("  years    %s: %s", split, new Years(years).text()));
    Motions motion = Motions.of(set);
    if (motion != null) {
      print(motion);
    }
    Music music = Music.of(set, facts);
    if (music != null) {
      print(music, facts.complete());
    }
    set.warnings().forEach(warning -> console.print("  note     %s", warning));
  }

  /** The year of every frame, by split; empty where frames are no years. */
  private static Map<String, List<Integer>> years(SequenceSet set) {
    Map<String, List<Integer>> years = new LinkedHashMap<>();
    for (Split split : Split.values()) {
      List<Integer> found = set.label(split, 0).years().of();
      if (!found.isEmpty()) {
        years.put(split.label(), found);
      }
    }
    return years;
  }

  private void print(Motions motion) {
    console.print(
        "  motion   %s frames a second, %s is up%s",
        plain(motion.framesPerSecond()),
        motion.up(),
        motion.metresPerUnit() > 0
            ? ", lengths in units of %s cm".formatted(plain(100 * motion.metresPerUnit()))
            : "");
    if (!motion.styles().isEmpty()) {
      List<String> styles = new ArrayList<>();
      motion.styles().forEach((style, count) -> styles.add(count + " " + style));
      console.print("  styles   %s", String.join("; ", styles));
    }
    motion.treatment().forEach(step -> console.print("  treated  %s", step));
  }

  private void print(Music music, boolean complete) {
    String frame =
        music.noteValue() == null ? "" : "a frame is one %s note, ".formatted(music.noteValue());
    String bar =
        music.framesPerBar() == null
            ? ""
            : music.framesPerBar() == 1
                ? "1 frame a bar, "
                : "%,d frames a bar, ".formatted(music.framesPerBar());
    String tempo =
        music.tempo() == null
            ? "%s frames a second".formatted(plain(music.framesPerSecond()))
            : "%s quarter notes a minute".formatted(plain(Math.rint(10 * music.tempo()) / 10));
    String notes = (complete ? "" : "more than ") + "%,d notes, ".formatted(music.notes());
    console.print("  music    %s%s%s%s", frame, bar, notes, tempo);
  }

  private static String lengths(SetFacts.SplitFacts facts) {
    return facts.minLength() == facts.maxLength()
        ? "each %d long".formatted(facts.minLength())
        : "%d to %d long".formatted(facts.minLength(), facts.maxLength());
  }

  private static String plain(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.4g", value);
  }

  static String kind(SequenceSet set) {
    return set.kind().name().toLowerCase(Locale.ROOT);
  }

  private static String meaning(FrameMeaning meaning) {
    if (meaning instanceof FrameMeaning.Image image) {
      return "image %d x %d".formatted(image.width(), image.height());
    }
    if (meaning instanceof FrameMeaning.PianoRoll roll) {
      return "piano roll, MIDI notes %d to %d"
          .formatted(roll.lowestNote(), roll.lowestNote() + roll.units() - 1);
    }
    if (meaning instanceof FrameMeaning.Motion motion) {
      return "motion of %d joints, %d channels"
          .formatted(motion.skeleton().jointCount(), motion.skeleton().channels());
    }
    return meaning instanceof FrameMeaning.Words ? "words" : "channels";
  }
}
