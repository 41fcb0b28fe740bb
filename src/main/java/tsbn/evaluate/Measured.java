package tsbn.evaluate;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import tsbn.data.DataKind;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.data.SequenceSet;
import tsbn.math.RandomStream;
import tsbn.model.sbn.Likelihood;
import tsbn.model.sbn.TemporalSbn;

/**
 * All that a protocol measures of a model on a data set.
 *
 * @param bound the lower bound
 * @param predicted what is measured of causal predictions
 * @param words how well held-out words are foretold; null where none are held out
 * @param particle the estimate by a particle filter; null where none is asked for
 * @param importance the estimate by importance sampling; null where none is asked for
 * @param exact the likelihood; null where it is not asked for
 */
public record Measured(
    LogLikelihood bound,
    Evaluation.Predictions predicted,
    WordScores words,
    LogLikelihood particle,
    LogLikelihood importance,
    LogLikelihood exact) {

  /** Share of the time that the bound takes, and the predictions; the rest is for what follows. */
  private static final double FIRST = 0.4;

  private static final double SECOND = 0.8;

  /**
   * Measures.
   *
   * @param set as the model sees it; the protocol's split of it is not empty
   * @throws IllegalArgumentException with a sentence if the exact likelihood is asked for and the
   *     model is not small enough
   */
  public static Measured of(
      TemporalSbn model, SequenceSet set, Protocol protocol, Progress progress) {
    List<Sequence> sequences = set.get(protocol.split());
    int samples = protocol.samples();
    LogLikelihood exact =
        protocol.exact() ? Evaluation.exact(model, sequences, progress.part(0, 0)) : null;
    RandomStream random = new RandomStream(protocol.seed());
    LogLikelihood bound =
        Evaluation.bound(model, sequences, samples, random.child(0), progress.part(0, FIRST));
    Evaluation.Predictions predicted =
        Evaluation.predictions(
            model, sequences, samples, random.child(1), progress.part(FIRST, SECOND));
    Progress rest = progress.part(SECOND, 1);
    LogLikelihood particle =
        estimate(model, sequences, protocol.particles(), true, random.child(2), rest);
    LogLikelihood importance =
        estimate(model, sequences, protocol.importance(), false, random.child(4), rest);
    WordScores words = words(model, set, samples, random.child(5), rest);
    progress.done(1);
    return new Measured(bound, predicted, words, particle, importance, exact);
  }

  private static LogLikelihood estimate(
      TemporalSbn model,
      List<Sequence> sequences,
      int particles,
      boolean resample,
      RandomStream random,
      Progress progress) {
    return particles == 0
        ? null
        : new ParticleFilter(model, particles, resample).estimate(sequences, random, progress);
  }

  private static WordScores words(
      TemporalSbn model, SequenceSet set, int samples, RandomStream random, Progress progress) {
    return model.architecture().likelihood() == Likelihood.MULTINOMIAL
        ? HeldOutWords.of(set)
            .map(held -> held.score(held.shares(model, samples, random, progress)))
            .orElse(null)
        : null;
  }

  /**
   * The numbers that belong into a table of runs on these data: of words over time what was
   * foretold of them instead of the error of counts; the mean over frames only where it is another
   * one, since sequences differ in length.
   *
   * @param frames the distribution of the model's frames
   */
  public Map<Column, Double> figures(SequenceSet set, Protocol protocol, Likelihood frames) {
    Map<Column, Double> figures = new TreeMap<>();
    List<Sequence> sequences = set.get(protocol.split());
    boolean alike = sequences.stream().mapToInt(Sequence::frames).distinct().count() == 1;
    for (LogLikelihood one :
        Stream.of(bound, particle, importance, exact).filter(Objects::nonNull).toList()) {
      figures.put(new Column(Metric.LOG_LIKELIHOOD, one.kind(), frames), one.perSequence());
      if (!alike) {
        figures.put(
            new Column(Metric.LOG_LIKELIHOOD_PER_FRAME, one.kind(), frames), one.perFrame());
      }
    }
    if (words != null) {
      figures.putAll(figures(words));
    }
    if (set.kind() != DataKind.COUNTS) {
      put(figures, Metric.PREDICTION_ERROR, predicted.error());
    }
    if (set.kind() == DataKind.BINARY) {
      put(figures, Metric.ACCURACY, predicted.scores().accuracy());
    }
    return figures;
  }

  /** Those of held-out words; what nothing is held out for is left away. */
  public static Map<Column, Double> figures(WordScores words) {
    Map<Column, Double> figures = new TreeMap<>();
    put(figures, Metric.MEAN_PRECISION, words.meanPrecision());
    put(figures, Metric.PREDICTIVE_PRECISION, words.predictivePrecision());
    put(figures, Metric.PERPLEXITY, words.perplexity());
    put(figures, Metric.FUTURE_PERPLEXITY, words.futurePerplexity());
    return figures;
  }

  private static void put(Map<Column, Double> figures, Metric metric, double value) {
    if (Double.isFinite(value)) {
      figures.put(Column.of(metric), value);
    }
  }
}
