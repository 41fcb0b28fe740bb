package tsbn.app.support;

import tsbn.data.DataFormatException;
import tsbn.data.Progress;
import tsbn.data.SequenceSet;
import tsbn.data.SetFacts;
import tsbn.data.source.Builtin;
import tsbn.data.source.DataSources;
import tsbn.data.source.SourceOptions;
import tsbn.experiment.DataSummary;

/**
 * A data set with what was found on opening it.
 *
 * @param data null where it could not be opened and only what a run remembers of it is known
 * @param facts null in the same case
 * @param about what to know of the data in any case
 */
record OpenData(SequenceSet data, SetFacts facts, DataSummary about) {

  private static final Messages MESSAGES = Messages.of(OpenData.class);

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

  /** Whether these are the same frames, though they may have been opened once more. */
  boolean same(OpenData other) {
    return data == other.data
        || (data != null
            && other.data != null
            && place().equals(other.place())
            && about.equals(other.about)
            && facts.equals(other.facts));
  }

  /** How these data differ from those of a run, as a sentence that ends in what Train does. */
  String difference(OpenData ofRun) {
    if (!place().equals(ofRun.place())) {
      return MESSAGES.format("workbench.stale.place", data.name(), ofRun.data.name());
    }
    String now = options();
    String then = ofRun.options();
    return now.equals(then)
        ? MESSAGES.get("workbench.stale.data")
        : MESSAGES.format("workbench.stale.options", now, then);
  }

  private String place() {
    return SourceOptions.of(data.source()).place();
  }

  private String options() {
    String source = data.source();
    return source.equals(place())
        ? MESSAGES.get("workbench.stale.none")
        : source.substring(place().length() + 1);
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
