package tsbn.evaluate;

/**
 * How well held-out words were foretold (section 9 of the model). NaN where nothing of the kind is
 * held out.
 *
 * @param meanPrecision MP: mean over the years of the overlap of the 50 words of the largest
 *     predicted share with the 50 most frequent of the held-out tokens
 * @param perplexity of the held-out tokens of these years: exp of minus the mean over all of them
 *     of the logarithm of a word's predicted share
 * @param years how many years these are means over
 * @param predictivePrecision PP: the same overlap for the future years, each foretold from the
 *     years before it
 * @param futurePerplexity of the words of the future years
 * @param futureYears how many these are
 */
public record WordScores(
    double meanPrecision,
    double perplexity,
    int years,
    double predictivePrecision,
    double futurePerplexity,
    int futureYears) {}
