package tsbn.cli;

import java.util.List;
import picocli.CommandLine.Option;
import tsbn.data.DataFormatException;
import tsbn.data.Sequence;
import tsbn.data.SequenceSet;
import tsbn.data.Split;

/** A run, and sequences to measure it on. */
final class RunArguments extends RunWithData {
  @Option(
      names = "--split",
      paramLabel = "SPLIT",
      description = "train, valid or test. Default: test, or train where nothing is set aside.")
  private Split split;

  /** The split of them that is meant. */
  Split split(SequenceSet set) {
    return RunData.splitOr(set, split);
  }

  /** Its sequences. */
  List<Sequence> sequences(SequenceSet set) throws DataFormatException {
    return RunData.split(set, split(set));
  }
}
