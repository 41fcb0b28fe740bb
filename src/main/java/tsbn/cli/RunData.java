package tsbn.cli;

import java.util.List;
import tsbn.data.DataFormatException;
import tsbn.data.Sequence;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.data.source.DataSources;
import tsbn.experiment.FittingData;
import tsbn.experiment.SavedRun;

/** Whether data and a run go together. */
final class RunData {
  private RunData() {}

  /**
   * Data for a run, as the run sees it.
   *
   * @param data null for what it was trained on
   */
  static SequenceSet open(SavedRun run, String data, Console console)
      throws DataFormatException, BadArguments {
    if (data == null && run.experiment().data().isEmpty()) {
      throw new BadArguments("The run does not know its data; name it with --data.");
    }
    String source = data == null ? run.experiment().data() : data;
    return FittingData.of(DataSources.open(source, console.progress("reading")), run);
  }

  /**
   * The split that is meant; where none is named the test split, or all where nothing is set aside.
   */
  static Split splitOr(SequenceSet set, Split named) {
    if (named != null) {
      return named;
    }
    return set.get(Split.TEST).isEmpty() ? Split.TRAIN : Split.TEST;
  }

  /** The sequences of a split that is not empty. */
  static List<Sequence> split(SequenceSet set, Split split) throws DataFormatException {
    if (set.get(split).isEmpty()) {
      throw new DataFormatException(
          "%s has no %s sequences; choose another --split.".formatted(set.name(), split.label()));
    }
    return set.get(split);
  }
}
