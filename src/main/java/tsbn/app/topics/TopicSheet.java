package tsbn.app.topics;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import tsbn.app.support.Readable;
import tsbn.data.FrameMeaning;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.data.SequenceSet;
import tsbn.data.Split;
import tsbn.data.text.Years;
import tsbn.evaluate.HeldOutWords;
import tsbn.evaluate.Topics;
import tsbn.math.RandomStream;
import tsbn.model.sbn.TemporalSbn;
import tsbn.picture.Trajectories;

/**
 * The topics of a model and the years they were found in. Not modified once it is made.
 *
 * @param topics of the chosen layer
 * @param meaning names the words
 * @param counts T x M: how often each word stands in each year, held-out ones too
 * @param raw how strong each topic was, year by year
 * @param facts one for each topic
 * @param iteration the steps that the model had taken
 */
record TopicSheet(
    Topics topics,
    FrameMeaning meaning,
    FMatrixRMaj counts,
    Trajectories raw,
    List<Facts> facts,
    int iteration) {
  private static final int SAMPLES = 20;
  private static final int NAME_WORDS = 3;

  /**
   * What is known of a topic over time.
   *
   * @param weight mean strength over all years, 0 to 1
   * @param peak the year in which it was strongest, smoothed a little
   * @param timeScale in years: after so long 1/e is left of what a year has in common with the
   *     next, by the correlation of neighbouring years; NaN where they have nothing in common
   */
  record Facts(double weight, int peak, double timeScale) {}

  /** Reads the topics off a model; work for a worker, which gets a copy of the model. */
  static TopicSheet of(
      TemporalSbn model, SequenceSet set, int layer, int iteration, Progress progress) {
    Sequence counts = set.get(Split.TRAIN).get(0);
    Years years = set.label(Split.TRAIN, 0).years();
    List<Integer> all =
        years.isEmpty() ? IntStream.rangeClosed(1, counts.frames()).boxed().toList() : years.of();
    Topics topics = Topics.of(model, layer, counts, SAMPLES, new RandomStream(1), progress);
    Trajectories raw = new Trajectories(all, topics.trajectories());
    Trajectories smooth = raw.smoothed(1);
    List<Facts> facts =
        IntStream.range(0, topics.count())
            .mapToObj(k -> facts(topics.trajectory(k), column(smooth, k), all))
            .toList();
    return new TopicSheet(topics, set.meaning(), whole(set, years), raw, facts, iteration);
  }

  /** What a model learns from, and what is held out of the same years. */
  private static FMatrixRMaj whole(SequenceSet set, Years years) {
    FMatrixRMaj counts = set.get(Split.TRAIN).get(0).toMatrix();
    Optional<HeldOutWords> held = HeldOutWords.of(set);
    if (held.isPresent()) {
      FMatrixRMaj test = held.get().test().toMatrix();
      for (int t = 0; t < test.numRows; t++) {
        int row = years.frame(held.get().testYears().at(t));
        for (int i = 0; row >= 0 && i < counts.numCols; i++) {
          counts.data[row * counts.numCols + i] += test.data[t * counts.numCols + i];
        }
      }
    }
    return counts;
  }

  private static double[] column(Trajectories of, int topic) {
    return IntStream.range(0, of.years().size())
        .mapToDouble(t -> of.strengths().get(t, topic))
        .toArray();
  }

  private static Facts facts(double[] strengths, double[] smooth, List<Integer> years) {
    double mean = IntStream.range(0, strengths.length).mapToDouble(t -> strengths[t]).sum();
    mean /= strengths.length;
    int peak = 0;
    double variance = 0;
    double covariance = 0;
    int pairs = 0;
    for (int t = 0; t < strengths.length; t++) {
      peak = smooth[t] > smooth[peak] ? t : peak;
      variance += (strengths[t] - mean) * (strengths[t] - mean) / strengths.length;
      if (t > 0 && years.get(t) == years.get(t - 1) + 1) {
        covariance += (strengths[t] - mean) * (strengths[t - 1] - mean);
        pairs++;
      }
    }
    double correlation = covariance / pairs / variance;
    boolean remembers = correlation > 0 && correlation < 1;
    return new Facts(mean, years.get(peak), remembers ? -1 / Math.log(correlation) : Double.NaN);
  }

  /** The strongest words of a topic, in a line. */
  String words(int topic, Topics.Order order, int most) {
    return topics.words(topic, order, most).stream()
        .map(word -> meaning.unitName(word.unit()))
        .collect(Collectors.joining(", "));
  }

  /** The same with the share and the lift of each, a line for each word. */
  String wordsInNumbers(int topic, Topics.Order order, int most) {
    return topics.words(topic, order, most).stream()
        .map(
            word ->
                "%s  %s  \u00d7 %s"
                    .formatted(
                        meaning.unitName(word.unit()),
                        Readable.percent(word.probability()),
                        Readable.fixed(word.lift(), 1)))
        .collect(Collectors.joining("\n"));
  }

  /** What a topic is called until somebody finds a better name. */
  String usualName(int topic) {
    return topics.words(topic, Topics.Order.LIFT, NAME_WORDS).stream()
        .map(word -> meaning.unitName(word.unit()))
        .collect(Collectors.joining(" \u00b7 "));
  }

  /** The unit that counts a word; -1 where the vocabulary does not have it. */
  int unit(String word) {
    return IntStream.range(0, meaning.units())
        .filter(unit -> meaning.unitName(unit).equalsIgnoreCase(word))
        .findFirst()
        .orElse(-1);
  }

  /** The share of a word while a topic is on. */
  double share(int topic, int unit) {
    return topics.probability(topic, unit);
  }

  /** The share of a word in all that was counted. */
  double share(int unit) {
    double total = 0;
    double word = 0;
    for (int i = 0; i < counts.getNumElements(); i++) {
      total += counts.data[i];
      word += i % counts.numCols == unit ? counts.data[i] : 0;
    }
    return total == 0 ? 0 : word / total;
  }
}
