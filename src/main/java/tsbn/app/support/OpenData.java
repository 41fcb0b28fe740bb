package tsbn.app.support;

import tsbn.data.DataFormatException;
import tsbn.data.Progress;
import tsbn.data.SequenceSet;
import tsbn.data.SetFacts;
import tsbn.data.source.Builtin;
import tsbn.data.source.DataSources;

/** A data set with what was found on opening it. */
record OpenData(SequenceSet data, SetFacts facts) {

  /** Opens and reads a source; work for a worker. */
  static OpenData open(String source, Progress progress) throws DataFormatException {
    SequenceSet data = DataSources.open(source, progress);
    return new OpenData(data, SetFacts.of(data));
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
