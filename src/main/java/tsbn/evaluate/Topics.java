package tsbn.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.math.Largest;
import tsbn.math.RandomStream;
import tsbn.model.sbn.Likelihood;
import tsbn.model.sbn.TemporalSbn;
import tsbn.model.sbn.Trace;

/**
 * Topics as the paper reads them off (section 5, State of the Union): each of the J units of a
 * hidden layer is one, its words are those that its weights raise (W2; of an upper layer the
 * product of the weights down to the frame), and its trajectory is the mean of q(h_t | v) over
 * time.
 *
 * <p>A unit may as well be on while its topic is absent: switching it off then raises few words
 * much. So a unit whose weights are skewed to the other side is turned round, weights and
 * trajectory.
 */
public final class Topics {

  /** By what the words of a topic are ordered. */
  public enum Order {
    /** The share of a word while the topic is on. */
    PROBABILITY,
    /** That share against the word's share on average: words of this topic alone, rare ones too. */
    LIFT,
    /**
     * What a word tells of the topic, p log(p / average): its part of the Kullback-Leibler
     * divergence between the two. Frequent words that the topic raises.
     */
    INFORMATION
  }

  /**
   * A word of a topic.
   *
   * @param unit which word
   * @param probability its share while the topic is on and the others are as on average
   * @param lift that share divided by the average one
   */
  public record Word(int unit, double probability, double lift) {}

  /**
   * A topic of the layer below, as a part of an upper one.
   *
   * @param topic which
   * @param weight by how much its log-odds rise when the upper topic comes on
   */
  public record Part(int topic, double weight) {}

  private final int layer;
  private final Topics below;
  private final FMatrixRMaj parts;
  private final FMatrixRMaj weights;
  private final boolean[] turned;
  private final double[] average;
  private final double[][] probability;
  private final FMatrixRMaj trajectories;

  private Topics(
      TemporalSbn model, int layer, Topics below, double[] averageEta, FMatrixRMaj trajectories) {
    this.layer = layer;
    this.below = below;
    this.trajectories = trajectories;
    this.weights = model.dictionary(layer);
    this.turned = new boolean[weights.numRows];
    for (int k = 0; k < turned.length; k++) {
      turned[k] = skewness(weights, k) < 0;
      if (turned[k]) {
        turn(k);
      }
    }
    this.parts = below == null ? new FMatrixRMaj(count(), 0) : parts(model.weights(layer));
    this.average = softmax(averageEta);
    this.probability = new double[weights.numRows][];
    double[] means = means(trajectories);
    for (int k = 0; k < probability.length; k++) {
      double[] eta = averageEta.clone();
      for (int i = 0; i < eta.length; i++) {
        eta[i] += (1 - means[k]) * weights.get(k, i);
      }
      probability[k] = softmax(eta);
    }
  }

  /**
   * The topics of a hidden layer; those of the layers below it come with them.
   *
   * @param layer from 1, the layer above the words
   * @param counts the years the trajectories run over, T x M
   * @param samples samples of the hidden states that the trajectories are means of, at least 1
   * @throws IllegalArgumentException with a sentence if the model is not multinomial
   */
  public static Topics of(
      TemporalSbn model,
      int layer,
      Sequence counts,
      int samples,
      RandomStream random,
      Progress progress) {
    if (model.architecture().likelihood() != Likelihood.MULTINOMIAL) {
      throw new IllegalArgumentException("Topics are of models of counts.");
    }
    FMatrixRMaj[] means = posteriorMeans(model, counts, samples, random, progress);
    double[] averageEta = averageEta(model, means[1]);
    Topics topics = new Topics(model, 1, null, averageEta, means[1]);
    for (int upper = 2; upper <= layer; upper++) {
      topics = new Topics(model, upper, topics, averageEta, means[upper]);
    }
    return topics;
  }

  /**
   * The means of q(h_t | v) of every hidden layer: of a unit the share of the samples in which it
   * is on, of a deterministic one its mean value.
   *
   * @return by layer, T x J; none for the visible one
   */
  public static FMatrixRMaj[] posteriorMeans(
      TemporalSbn model, Sequence frames, int samples, RandomStream random, Progress progress) {
    int depth = model.architecture().depth();
    FMatrixRMaj[] means = new FMatrixRMaj[depth + 1];
    for (int layer = 1; layer <= depth; layer++) {
      means[layer] = new FMatrixRMaj(frames.frames(), model.architecture().units(layer));
    }
    Trace trace = model.newTrace();
    for (int s = 0; s < samples; s++) {
      progress.check((double) s / samples);
      trace.observe(List.of(frames));
      model.recognition().sample(trace, random);
      for (int layer = 1; layer <= depth; layer++) {
        for (int i = 0; i < means[layer].getNumElements(); i++) {
          means[layer].data[i] += trace.states(layer).data[i] / samples;
        }
      }
    }
    progress.done(1);
    return means;
  }

  /** The natural parameters of a frame whose hidden units are all as on average. */
  private static double[] averageEta(TemporalSbn model, FMatrixRMaj states) {
    FMatrixRMaj c = model.parameters().get("c");
    FMatrixRMaj drawn = model.dictionary(1);
    double[] means = means(states);
    double[] eta = new double[c.numCols];
    for (int i = 0; i < eta.length; i++) {
      eta[i] = c.data[i];
      for (int j = 0; j < means.length; j++) {
        eta[i] += means[j] * drawn.get(j, i);
      }
    }
    return eta;
  }

  private static double[] means(FMatrixRMaj values) {
    double[] means = new double[values.numCols];
    for (int i = 0; i < values.getNumElements(); i++) {
      means[i % values.numCols] += (double) values.data[i] / values.numRows;
    }
    return means;
  }

  /** The third central moment of a unit's weights. */
  private static double skewness(FMatrixRMaj weights, int unit) {
    double mean = 0;
    for (int i = 0; i < weights.numCols; i++) {
      mean += weights.get(unit, i) / weights.numCols;
    }
    double cubes = 0;
    for (int i = 0; i < weights.numCols; i++) {
      cubes += Math.pow(weights.get(unit, i) - mean, 3);
    }
    return cubes;
  }

  private void turn(int unit) {
    for (int i = 0; i < weights.numCols; i++) {
      weights.set(unit, i, -weights.get(unit, i));
    }
    for (int t = 0; t < trajectories.numRows; t++) {
      trajectories.set(t, unit, 1 - trajectories.get(t, unit));
    }
  }

  /** The weights between units as weights between topics: where one is turned, its sign is. */
  private FMatrixRMaj parts(FMatrixRMaj between) {
    FMatrixRMaj signed = between.copy();
    for (int k = 0; k < signed.numRows; k++) {
      for (int j = 0; j < signed.numCols; j++) {
        if (turned[k] != below.turned[j]) {
          signed.set(k, j, -signed.get(k, j));
        }
      }
    }
    return signed;
  }

  private static double[] softmax(double[] eta) {
    double largest = Arrays.stream(eta).max().orElse(0);
    double[] shares = Arrays.stream(eta).map(each -> Math.exp(each - largest)).toArray();
    double sum = Arrays.stream(shares).sum();
    return Arrays.stream(shares).map(each -> each / sum).toArray();
  }

  /** The hidden layer whose units these are, from 1. */
  public int layer() {
    return layer;
  }

  /** The topics of the layer below; none below the first. */
  public Optional<Topics> below() {
    return Optional.ofNullable(below);
  }

  /** The topics of the layer below that a topic has most to do with, those first. */
  public List<Part> parts(int topic, int most) {
    return Largest.of(parts.numCols, most, j -> Math.abs(parts.get(topic, j))).stream()
        .map(j -> new Part(j, parts.get(topic, j)))
        .toList();
  }

  /** Number of topics J. */
  public int count() {
    return weights.numRows;
  }

  /** What each topic adds to the natural parameters of the words, J x M. Not to be modified. */
  public FMatrixRMaj weights() {
    return weights;
  }

  /** Whether a unit was turned round: the topic is on where the unit is off. */
  public boolean turned(int topic) {
    return turned[topic];
  }

  /** How much of each topic there is in each year, 0 to 1, T x J. Not to be modified. */
  public FMatrixRMaj trajectories() {
    return trajectories;
  }

  /** The trajectory of one topic: T values. */
  public double[] trajectory(int topic) {
    return IntStream.range(0, trajectories.numRows)
        .mapToDouble(t -> trajectories.get(t, topic))
        .toArray();
  }

  /** The share of a word while a topic is on and the others are as on average. */
  public double probability(int topic, int unit) {
    return probability[topic][unit];
  }

  /** The strongest words of a topic, the strongest first. */
  public List<Word> words(int topic, Order order, int most) {
    return Largest.of(average.length, most, unit -> strength(word(topic, unit), order)).stream()
        .map(unit -> word(topic, unit))
        .toList();
  }

  private Word word(int topic, int unit) {
    double share = probability[topic][unit];
    return new Word(unit, share, share / average[unit]);
  }

  private static double strength(Word word, Order order) {
    return switch (order) {
      case PROBABILITY -> word.probability();
      case LIFT -> word.lift();
      case INFORMATION -> word.probability() * Math.log(word.lift());
    };
  }
}
