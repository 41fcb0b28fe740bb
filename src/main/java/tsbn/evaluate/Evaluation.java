package tsbn.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.evaluate.LogLikelihood.Kind;
import tsbn.math.RandomStream;
import tsbn.model.Predictor;
import tsbn.model.sbn.ForwardAlgorithm;
import tsbn.model.sbn.Layout;
import tsbn.model.sbn.Likelihood;
import tsbn.model.sbn.TemporalSbn;
import tsbn.model.sbn.Trace;

/** Measures of a model on a set of sequences, made in batches of many frames at once. */
public final class Evaluation {
  /** Rows worked on at once: enough to pay for laying out the weights, small enough to keep. */
  private static final int ROWS_AT_ONCE = 2000;

  /** Samples drawn in one pass: what the frames alone decide is computed once for all of them. */
  private static final int SAMPLES_AT_ONCE = 10;

  private Evaluation() {}

  /**
   * The lower bound, averaged over samples of the hidden states.
   *
   * @param samples samples of h per sequence, at least 1
   */
  public static LogLikelihood bound(
      TemporalSbn model,
      List<Sequence> sequences,
      int samples,
      RandomStream random,
      Progress progress) {
    double[] sums = new double[2];
    long frames = 0;
    for (Batch batch : batches(model, sequences, samples, random)) {
      frames += batch.frames();
      batch.forEachPass(
          progress,
          (trace, stream) -> {
            model.generative().score(trace);
            Layout layout = trace.layout();
            for (int s = 0; s < layout.count(); s++) {
              double total = layout.samples() * trace.totalTerm(s);
              sums[0] += total / layout.length(s);
              sums[1] += total;
            }
          });
    }
    double perSequence = sums[0] / samples / sequences.size();
    return new LogLikelihood(Kind.LOWER_BOUND, samples, perSequence, sums[1] / samples / frames);
  }

  /**
   * The exact log-likelihood, for small models.
   *
   * @throws IllegalArgumentException with a sentence if the model is not small enough
   */
  public static LogLikelihood exact(
      TemporalSbn model, List<Sequence> sequences, Progress progress) {
    ForwardAlgorithm algorithm = new ForwardAlgorithm(model);
    double perSequence = 0;
    double total = 0;
    long frames = 0;
    for (int s = 0; s < sequences.size(); s++) {
      progress.check((double) s / sequences.size());
      double found = algorithm.logLikelihood(sequences.get(s));
      perSequence += found / sequences.get(s).frames() / sequences.size();
      total += found;
      frames += sequences.get(s).frames();
    }
    return new LogLikelihood(Kind.EXACT, 0, perSequence, total / frames);
  }

  /**
   * The prediction error of section 9: mean over sequences of the mean over frames 2..T of the
   * squared distance between frame and causal prediction. Sequences of one frame are left out. Of
   * counts the model predicts shares, which are given the frame's total.
   *
   * @param samples hidden samples averaged into each prediction (1 = the paper)
   * @return NaN where no sequence has two frames
   */
  public static double predictionError(
      TemporalSbn model,
      List<Sequence> sequences,
      int samples,
      RandomStream random,
      Progress progress) {
    return predictions(model, sequences, samples, random, progress).error();
  }

  /**
   * What is measured of causal predictions.
   *
   * @param error as {@link #predictionError} says
   * @param scores which units of binary frames were foretold; without meaning for other frames
   */
  public record Predictions(double error, UnitScores scores) {}

  /**
   * Measures the causal predictions of all sequences.
   *
   * @param samples hidden samples averaged into each prediction (1 = the paper)
   */
  public static Predictions predictions(
      TemporalSbn model,
      List<Sequence> sequences,
      int samples,
      RandomStream random,
      Progress progress) {
    FMatrixRMaj mean = new FMatrixRMaj(0, 0);
    FMatrixRMaj sum = new FMatrixRMaj(0, 0);
    boolean counts = model.architecture().likelihood() == Likelihood.MULTINOMIAL;
    double error = 0;
    int counted = 0;
    UnitScores scores = UnitScores.NONE;
    for (Batch batch : batches(model, sequences, samples, random)) {
      sum.reshape(batch.frames(), model.visible());
      sum.zero();
      batch.forEachPass(
          progress,
          (trace, stream) -> {
            model.generative().predict(trace, stream, mean);
            addSamples(mean, trace.layout().samples(), sum);
          });
      Layout layout = batch.trace().layout();
      for (int s = 0; s < layout.count(); s++) {
        if (layout.length(s) > 1) {
          FMatrixRMaj frames = batch.trace().frames();
          error += squaredError(frames, sum, samples, layout, s, counts);
          scores = scored(scores, frames, sum, samples, layout, s);
          counted++;
        }
      }
    }
    return new Predictions(counted == 0 ? Double.NaN : error / counted, scores);
  }

  /** The scores with those of the frames 2..T of one sequence. */
  private static UnitScores scored(
      UnitScores before,
      FMatrixRMaj frames,
      FMatrixRMaj sum,
      int samples,
      Layout layout,
      int sequence) {
    int units = frames.numCols;
    UnitScores scores = before;
    for (int t = 1; t < layout.length(sequence); t++) {
      int from = layout.frame(sequence, t) * units;
      for (int at = from; at < from + units; at++) {
        scores = scores.with(frames.data[at], sum.data[at] / samples);
      }
    }
    return scores;
  }

  /**
   * The same error of any predictor.
   *
   * @param predictors makes a fresh one for each sequence
   * @return NaN where no sequence has two frames
   */
  public static double predictionError(
      Supplier<Predictor> predictors, List<Sequence> sequences, Progress progress) {
    double error = 0;
    int counted = 0;
    for (int s = 0; s < sequences.size(); s++) {
      progress.check((double) s / sequences.size());
      Sequence sequence = sequences.get(s);
      if (sequence.frames() > 1) {
        error += Forecast.of(predictors.get(), sequence.toMatrix(), false).meanError();
        counted++;
      }
    }
    return counted == 0 ? Double.NaN : error / counted;
  }

  /** (1 / (T - 1)) sum over t = 2..T of ||v_t - v^_t||^2 for one sequence. */
  private static double squaredError(
      FMatrixRMaj frames,
      FMatrixRMaj sum,
      int samples,
      Layout layout,
      int sequence,
      boolean counts) {
    int units = frames.numCols;
    double squares = 0;
    for (int t = 1; t < layout.length(sequence); t++) {
      int from = layout.frame(sequence, t) * units;
      double total = counts ? 0 : 1;
      for (int at = from; counts && at < from + units; at++) {
        total += frames.data[at];
      }
      for (int at = from; at < from + units; at++) {
        double difference = frames.data[at] - total * sum.data[at] / samples;
        squares += difference * difference;
      }
    }
    return squares / (layout.length(sequence) - 1);
  }

  /** Adds every k consecutive rows to one. */
  private static void addSamples(FMatrixRMaj rows, int k, FMatrixRMaj sum) {
    int columns = sum.numCols;
    for (int row = 0; row < rows.numRows; row++) {
      int from = row * columns;
      int to = row / k * columns;
      for (int i = 0; i < columns; i++) {
        sum.data[to + i] += rows.data[from + i];
      }
    }
  }

  /** Some sequences, and passes through the model over them until all samples are drawn. */
  private record Batch(
      TemporalSbn model,
      Trace trace,
      List<Sequence> sequences,
      int samples,
      RandomStream random,
      double begin,
      double share) {

    int frames() {
      return sequences.stream().mapToInt(Sequence::frames).sum();
    }

    /** Draws the hidden states from q, several samples at a time, and hands each pass over. */
    void forEachPass(Progress progress, BiConsumer<Trace, RandomStream> use) {
      int together = 0;
      for (int done = 0; done < samples; done += together) {
        progress.check(begin + share * done / samples);
        int left = Math.min(SAMPLES_AT_ONCE, samples - done);
        if (left != together) {
          together = left;
          trace.observe(sequences, together);
        }
        model.recognition().sample(trace, random);
        use.accept(trace, random);
      }
    }
  }

  private static List<Batch> batches(
      TemporalSbn model, List<Sequence> sequences, int samples, RandomStream random) {
    int most = ROWS_AT_ONCE / Math.min(SAMPLES_AT_ONCE, samples);
    List<List<Sequence>> parts = parts(sequences, most);
    Trace trace = model.newTrace();
    List<Batch> batches = new ArrayList<>();
    double share = 1.0 / parts.size();
    for (List<Sequence> part : parts) {
      int b = batches.size();
      batches.add(new Batch(model, trace, part, samples, random.child(b), b * share, share));
    }
    return batches;
  }

  /** Cuts a list where a part would have more frames than that, unless it is one sequence. */
  private static List<List<Sequence>> parts(List<Sequence> sequences, int most) {
    List<List<Sequence>> parts = new ArrayList<>();
    List<Sequence> part = new ArrayList<>();
    int frames = 0;
    for (Sequence sequence : sequences) {
      if (!part.isEmpty() && frames + sequence.frames() > most) {
        parts.add(part);
        part = new ArrayList<>();
        frames = 0;
      }
      part.add(sequence);
      frames += sequence.frames();
    }
    if (!part.isEmpty()) {
      parts.add(part);
    }
    return parts;
  }
}
