package tsbn.app.predict;

import tsbn.evaluate.WordScores;

/**
 * How well somebody foretold words.
 *
 * @param name the model, or what was counted
 * @param colour of its curve
 */
public record WordScoreRow(String name, int colour, WordScores scores) {
  /** Mean precision over the years of which tokens are held out; NaN without any. */
  public double meanPrecision() {
    return scores.meanPrecision();
  }

  /** Perplexity per word of these tokens. */
  public double perplexity() {
    return scores.perplexity();
  }

  /** Precision of the future years; NaN without any. */
  public double predictivePrecision() {
    return scores.predictivePrecision();
  }

  /** Perplexity per word of the future years. */
  public double futurePerplexity() {
    return scores.futurePerplexity();
  }
}
