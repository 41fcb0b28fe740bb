package tsbn.data.source;

import tsbn.data.DataFormatException;
import tsbn.data.Progress;
import tsbn.data.SequenceSet;

/** The catalogue: opens whatever a user can name as data. */
public final class DataSources {
  private DataSources() {}

  /**
   * Opens a built-in set ({@code builtin:balls?train=100}) or a file ({@code songs.mat}), with
   * options behind a question mark.
   *
   * @throws DataFormatException with one sentence if that is not possible
   */
  public static SequenceSet open(String source, Progress progress) throws DataFormatException {
    throw new UnsupportedOperationException();
  }
}
