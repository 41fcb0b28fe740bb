package tsbn.cli;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import picocli.CommandLine.Option;
import tsbn.data.DataFormatException;
import tsbn.data.FrameMeaning;
import tsbn.data.Sequence;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.experiment.Generation;
import tsbn.experiment.SavedRun;
import tsbn.experiment.StyleChange;

/** Options of what a sample begins with, and of what it is led over into on the way. */
final class PrimerOptions {
  private static final int USUAL_FRAMES = 10;

  @Option(
      names = "--split",
      paramLabel = "SPLIT",
      description =
          "Of the primer: train, valid or test. Default: test, or train where nothing is set aside.")
  private Split split;

  @Option(
      names = "--primer-sequence",
      paramLabel = "I",
      description = "Begin with frames of this sequence, counted from 1.")
  private Integer sequence;

  @Option(
      names = "--primer-frames",
      paramLabel = "K",
      description = "How many of its frames (default 10).")
  private Integer frames;

  @Option(
      names = "--primer-bars",
      paramLabel = "K",
      description = "Of music: how many of its bars, instead of frames.")
  private Integer bars;

  @Option(
      names = "--frames-per-bar",
      paramLabel = "N",
      description = "Of music: how many frames make a bar (default: as the data says).")
  private Integer framesPerBar;

  @Option(
      names = "--then",
      paramLabel = "I@T",
      description =
          "At frame T, primer included, lead it over into sequence I of the same split; may be"
              + " repeated.")
  private List<String> then = List.of();

  /** Whether sequences of the data are asked for. */
  boolean any() {
    return primed() || !then.isEmpty();
  }

  private boolean primed() {
    return sequence != null || frames != null || bars != null;
  }

  /**
   * The frames to begin with; without rows for none.
   *
   * @param set null where no sequences are asked for
   */
  FMatrixRMaj frames(SavedRun run, SequenceSet set) throws DataFormatException, BadArguments {
    if (framesPerBar != null && bars == null) {
      throw new BadArguments(
          "--frames-per-bar says how long a bar of --primer-bars is; give both.");
    }
    if (!primed()) {
      return new FMatrixRMaj(0, run.model().visible());
    }
    Sequence from = sequence(set);
    if (bars != null) {
      return from.first(framesOfBars(set.meaning(), from.frames()));
    }
    int length = frames == null ? Math.min(USUAL_FRAMES, from.frames()) : frames;
    BadArguments.requireRange("primer frames", length, from.frames());
    return from.first(length);
  }

  private int framesOfBars(FrameMeaning meaning, int available) throws BadArguments {
    if (frames != null) {
      throw new BadArguments("Give either --primer-frames or --primer-bars.");
    }
    if (!(meaning instanceof FrameMeaning.PianoRoll keys)) {
      throw new BadArguments("--primer-bars is for music; use --primer-frames.");
    }
    int bar = framesPerBar == null ? keys.framesPerBar() : framesPerBar;
    if (framesPerBar == null && bar == 0) {
      throw new BadArguments(
          "The data does not say how long a bar is; add --frames-per-bar, such as 4 for quarter notes in four-four time.");
    }
    BadArguments.requireRange("frames per bar", bar, Generation.MAX_FRAMES);
    BadArguments.requireRange("primer bars", bars, Generation.MAX_FRAMES);
    if ((long) bars * bar > available) {
      throw new BadArguments(
          "The sequence has %,d frames, which is less than %,d bars of %,d."
              .formatted(available, bars, bar));
    }
    return bars * bar;
  }

  private List<Sequence> sequences(SequenceSet set) throws DataFormatException {
    return RunData.split(set, RunData.splitOr(set, split));
  }

  /** The sequence that the primer is from. */
  Sequence sequence(SequenceSet set) throws DataFormatException, BadArguments {
    List<Sequence> sequences = sequences(set);
    int index = sequence == null ? 1 : sequence;
    BadArguments.requireRange("primer sequence", index, sequences.size());
    return sequences.get(index - 1);
  }

  /**
   * Where another primer is led over into.
   *
   * @param set null where no sequences are asked for
   * @param given frames of the primer
   * @param rate frames a second
   */
  List<StyleChange> changes(SequenceSet set, int given, double rate)
      throws DataFormatException, BadArguments {
    List<StyleChange> changes = new ArrayList<>();
    for (String one : then) {
      changes.add(change(one, sequences(set), given, rate));
    }
    return changes;
  }

  private static StyleChange change(String text, List<Sequence> sequences, int given, double rate)
      throws BadArguments {
    String[] parts = text.split("@", -1);
    int sequence;
    int at;
    try {
      sequence = Integer.parseInt(parts[0]);
      at = parts.length == 2 ? Integer.parseInt(parts[1]) : -1;
    } catch (NumberFormatException e) {
      at = -1;
      sequence = -1;
    }
    if (at < 0) {
      throw new BadArguments(
          "--then %s should be a sequence and a frame, such as 3@120.".formatted(text));
    }
    BadArguments.requireRange("sequence of --then", sequence, sequences.size());
    if (at <= given) {
      throw new BadArguments(
          "--then %s must begin behind the %,d primer frames.".formatted(text, given));
    }
    return StyleChange.ofASecond(at - 1 - given, sequences.get(sequence - 1), rate);
  }
}
