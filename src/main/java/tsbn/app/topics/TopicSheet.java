package tsbn.app.topics;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import tsbn.experiment.TopicTables;
import tsbn.math.Largest;
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
 * @param words by order and topic, the strongest first
 * @param belowNames what the topics of the layer below are usually called; none below the first
 * @param shares of each word in all that was counted
 * @param iteration the steps that the model had taken
 */
record TopicSheet(
    Topics topics,
    FrameMeaning meaning,
    FMatrixRMaj counts,
    Trajectories raw,
    List<Facts> facts,
    Map<Topics.Order, List<List<Topics.Word>>> words,
    List<String> belowNames,
    double[] shares,
    int iteration) {
  /** Words of a topic in a file; those that a page shows are the first of them. */
  static final int WORDS = TopicTables.WORDS;

  /** Lower topics that an upper one is said to be made of. */
  static final int PARTS = 6;

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
    FMatrixRMaj whole = whole(set, years);
    return new TopicSheet(
        topics,
        set.meaning(),
        whole,
        raw,
        facts,
        words(topics),
        topics.below().map(below -> usualNames(below, set.meaning())).orElse(List.of()),
        shares(whole),
        iteration);
  }

  private static List<String> usualNames(Topics topics, FrameMeaning meaning) {
    return IntStream.range(0, topics.count())
        .mapToObj(
            topic ->
                usualName(topics.words(topic, Topics.Order.LIFT, NAME_WORDS).stream(), meaning))
        .toList();
  }

  private static String usualName(Stream<Topics.Word> words, FrameMeaning meaning) {
    return words
        .limit(NAME_WORDS)
        .map(word -> meaning.unitName(word.unit()))
        .collect(Collectors.joining(" \u00b7 "));
  }

  private static Map<Topics.Order, List<List<Topics.Word>>> words(Topics topics) {
    Map<Topics.Order, List<List<Topics.Word>>> words = new EnumMap<>(Topics.Order.class);
    for (Topics.Order order : Topics.Order.values()) {
      words.put(
          order,
          IntStream.range(0, topics.count())
              .mapToObj(topic -> topics.words(topic, order, WORDS))
              .toList());
    }
    return words;
  }

  private static double[] shares(FMatrixRMaj counts) {
    double[] shares = new double[counts.numCols];
    double total = 0;
    for (int i = 0; i < counts.getNumElements(); i++) {
      shares[i % shares.length] += counts.data[i];
      total += counts.data[i];
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= Math.max(1, total);
    }
    return shares;
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
    return text(topic, order, most, ", ", word -> meaning.unitName(word.unit()));
  }

  /** The same with the share and the lift of each, a line for each word. */
  String wordsInNumbers(int topic, Topics.Order order, int most) {
    return text(
        topic,
        order,
        most,
        "\n",
        word ->
            "%s  %s  \u00d7 %s"
                .formatted(
                    meaning.unitName(word.unit()),
                    Readable.percent(word.probability()),
                    Readable.fixed(word.lift(), 1)));
  }

  /**
   * The lower topics that one is made of, in a line.
   *
   * @param below what they are called
   */
  String parts(int topic, List<String> below) {
    return topics.parts(topic, PARTS).stream()
        .map(part -> sign(part) + " " + below.get(part.topic()))
        .collect(Collectors.joining(", "));
  }

  /** The same with the weights, a line for each. */
  String partsInNumbers(int topic, List<String> below) {
    return topics.parts(topic, PARTS).stream()
        .map(
            part ->
                "%s%s  %s"
                    .formatted(
                        sign(part),
                        Readable.fixed(Math.abs(part.weight()), 2),
                        below.get(part.topic())))
        .collect(Collectors.joining("\n"));
  }

  private static String sign(Topics.Part part) {
    return part.weight() < 0 ? "\u2212" : "+";
  }

  /** What a topic is called until somebody finds a better name. */
  String usualName(int topic) {
    return usualName(words.get(Topics.Order.LIFT).get(topic).stream(), meaning);
  }

  private String text(
      int topic,
      Topics.Order order,
      int most,
      String between,
      Function<Topics.Word, String> wordText) {
    return words.get(order).get(topic).stream()
        .limit(most)
        .map(wordText)
        .collect(Collectors.joining(between));
  }

  /** The unit that counts a word; -1 where the vocabulary does not have it. */
  int unit(String word) {
    return IntStream.range(0, meaning.units())
        .filter(unit -> meaning.unitName(unit).equalsIgnoreCase(word))
        .findFirst()
        .orElse(-1);
  }

  /** The topics that change most over the years, which are worth looking at first. */
  List<Integer> mostMoving(double smoothing, int most) {
    Trajectories smooth = raw.smoothed(smoothing);
    return Largest.of(
        smooth.topics(),
        most,
        k -> {
          DoubleSummaryStatistics range = Arrays.stream(column(smooth, k)).summaryStatistics();
          return range.getMax() - range.getMin();
        });
  }
}
