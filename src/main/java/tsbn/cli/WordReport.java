package tsbn.cli;

import java.util.ArrayList;
import java.util.List;
import tsbn.data.SequenceSet;
import tsbn.evaluate.HeldOutWords;
import tsbn.evaluate.TopWords;
import tsbn.evaluate.WordCounting;
import tsbn.evaluate.WordScores;

/**
 * How well held-out words are foretold, as {@code --json} prints it; null where nothing of a kind
 * is held out.
 *
 * @param mp mean precision over {@code years} years
 * @param pp predictive precision over {@code futureYears} years
 * @param baselines what counting alone reaches
 */
record WordReport(
    Double mp,
    Double perplexity,
    int years,
    Double pp,
    Double futurePerplexity,
    int futureYears,
    List<Counted> baselines) {

  /** What one way of counting reaches. */
  record Counted(
      String counted, Double mp, Double perplexity, Double pp, Double futurePerplexity) {}

  /** Of what was measured of words; null where it was nothing. */
  static WordReport of(WordScores scores, SequenceSet set) {
    return scores == null
        ? null
        : new WordReport(
            orNull(scores.meanPrecision()),
            orNull(scores.perplexity()),
            scores.years(),
            orNull(scores.predictivePrecision()),
            orNull(scores.futurePerplexity()),
            scores.futureYears(),
            HeldOutWords.of(set).map(WordReport::baselines).orElse(List.of()));
  }

  /** What every way of counting reaches. */
  static List<Counted> baselines(HeldOutWords words) {
    List<Counted> all = new ArrayList<>();
    for (WordCounting counting : WordCounting.values()) {
      WordScores scores = words.score(counting.shares(words));
      all.add(
          new Counted(
              counting.title(),
              orNull(scores.meanPrecision()),
              orNull(scores.perplexity()),
              orNull(scores.predictivePrecision()),
              orNull(scores.futurePerplexity())));
    }
    return all;
  }

  void print(Console console) {
    console.print(
        "  held-out words    the %d most frequent; MP of %,d years, PP of %s",
        TopWords.MOST, years, futureYears == 1 ? "1 future year" : futureYears + " future years");
    console.print("                    ties at the end of a list shared; perplexity per word");
    print(console, "the model", mp, pp, perplexity, futurePerplexity);
    baselines.forEach(each -> print(console, each));
  }

  /** One line of what counting reaches. */
  static void print(Console console, Counted found) {
    print(
        console,
        "counting " + found.counted(),
        found.mp(),
        found.pp(),
        found.perplexity(),
        found.futurePerplexity());
  }

  private static void print(
      Console console, String who, Double mp, Double pp, Double perplexity, Double future) {
    console.print(
        "    %-46s MP %s, PP %s, perplexity %s, of the future %s",
        who, text(mp, 3), text(pp, 3), text(perplexity, 1), text(future, 1));
  }

  private static String text(Double value, int digits) {
    return value == null ? "-" : ("%." + digits + "f").formatted(value);
  }

  private static Double orNull(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
