package tsbn.app.support;

import tsbn.data.DataFormatException;
import tsbn.data.Progress;
import tsbn.data.SequenceSet;
import tsbn.data.SetFacts;
import tsbn.data.source.Builtin;
import tsbn.data.source.DataSources;
import tsbn.experiment.DataSummary;

/**
 * A data set with what was found on opening it.
 *
 * @param data null where it could not be opened and only what a run remembers of it is known
 * @param facts null in the same case
 * @param about what to know of the data in any case
 */
record OpenData(SequenceSet data, SetFacts facts, DataSummary about) {

  /** Opens and reads a source; work for a worker. */
  static OpenData open(String source, Progress progress) throws DataFormatException {
    SequenceSet data = DataSources.open(source, progress);
    return new OpenData(data, SetFacts.of(data), DataSummary.of(data));
  }

  /** Data of which only what a run remembers is known. */
  static OpenData missing(DataSummary about) {
    return new OpenData(null, null, about);
  }

  /** Whether frames are alike, so that a model of the one can go on with the other. */
  boolean alike(DataSummary other) {
    return about.meaning().units() == other.meaning().units() && about.kind() == other.kind();
  }

  /** How to name a source before it is open: a built-in set's title, or the file's name. */
  static String nameOf(String source) {
    for (Builtin builtin : DataSources.builtins()) {
      if (source.split("\\?", 2)[0].equals(builtin.source())) {
        return builtin.title();
      }
    }
    return source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1);
  }
}
