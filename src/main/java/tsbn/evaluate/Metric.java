package tsbn.evaluate;

/** A number that says how good a model is on some sequences, as a column of a table needs it. */
public enum Metric {
  /** Of the log-likelihood: mean over sequences of each one's mean over its frames. */
  LOG_LIKELIHOOD("log-likelihood", "nats per time step, mean over sequences", true, 2),
  /** Of the log-likelihood: total over all frames by their number. */
  LOG_LIKELIHOOD_PER_FRAME("log-likelihood", "nats per time step, mean over frames", true, 2),
  /** Of causal predictions: see {@link Evaluation#predictionError}. */
  PREDICTION_ERROR("prediction error", "squared distance, mean of frames 2 to T", false, 2),
  /** Of binary frames: {@link UnitScores#accuracy}. */
  ACCURACY("accuracy", "of units on or foretold", true, 3),
  /** Of held-out words: {@link WordScores#meanPrecision}. */
  MEAN_PRECISION("MP", "overlap of top 50, held-out words", true, 3),
  /** Of held-out words: {@link WordScores#predictivePrecision}. */
  PREDICTIVE_PRECISION("PP", "overlap of top 50, future", true, 3),
  /** Of held-out words: {@link WordScores#perplexity}. */
  PERPLEXITY("perplexity", "per held-out word", false, 1),
  /** Of held-out words: {@link WordScores#futurePerplexity}. */
  FUTURE_PERPLEXITY("perplexity", "per word of the future", false, 1);

  private final String title;
  private final String unit;
  private final boolean higherIsBetter;
  private final int decimals;

  Metric(String title, String unit, boolean higherIsBetter, int decimals) {
    this.title = title;
    this.unit = unit;
    this.higherIsBetter = higherIsBetter;
    this.decimals = decimals;
  }

  /** Its name for people. */
  public String title() {
    return title;
  }

  /** What one is, and what the mean goes over. */
  public String unit() {
    return unit;
  }

  public boolean higherIsBetter() {
    return higherIsBetter;
  }

  /** How many digits after the point a table shows. */
  public int decimals() {
    return decimals;
  }

  /** Whether it is a log-likelihood, or what is known of one, so that its kind must be said. */
  public boolean ofLikelihood() {
    return this == LOG_LIKELIHOOD || this == LOG_LIKELIHOOD_PER_FRAME;
  }

  /** Whether one value is better than another. */
  public boolean better(double one, double other) {
    return higherIsBetter ? one > other : one < other;
  }
}
