package tsbn.app.predict;

import tsbn.app.support.Messages;
import tsbn.app.support.Readable;
import tsbn.data.FrameMeaning;
import tsbn.evaluate.UnitScores;

/** How well it is foretold which units are on, in words. */
final class ScoresText {
  private static final Messages MESSAGES = Messages.of(ScoresText.class);

  private ScoresText() {}

  /** Of all sequences together, with what counts as foretold; empty where scores are null. */
  static String ofAll(FrameMeaning meaning, UnitScores scores) {
    if (scores == null) {
      return "";
    }
    boolean music = meaning instanceof FrameMeaning.PianoRoll;
    return MESSAGES.format(
        music ? "scores.notes" : "scores.units",
        Readable.fixed(UnitScores.FORETOLD, 1),
        shares(scores));
  }

  /** Of one sequence; empty where scores are null. */
  static String ofOne(UnitScores scores) {
    return scores == null ? "" : MESSAGES.format("scores.one", shares(scores));
  }

  /** {@code precision 62 %, recall 40 %, accuracy 32 %}. */
  private static String shares(UnitScores scores) {
    return MESSAGES.format(
        "scores", share(scores.precision()), share(scores.recall()), share(scores.accuracy()));
  }

  private static String share(double value) {
    // A line is not to end between a number and its sign.
    return Double.isNaN(value) ? Readable.NONE : Readable.percent(value).replace(' ', '\u00a0');
  }
}
