package tsbn.evaluate;

import java.util.ArrayList;
import java.util.List;
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
    Trace trace = model.newTrace();
    double[] sums = new double[2];
    long frames = 0;
    List<List<Sequence>> batches = batches(sequences);
    for (int b = 0; b < batches.size(); b++) {
      trace.observe(batches.get(b));
      Layout layout = trace.layout();
      frames += layout.frames();
      RandomStream stream = random.child(b);
      for (int sample = 0; sample < samples; sample++) {
        progress.check((b + (double) sample / samples) / batches.size());
        model.recognition().sample(trace, stream);
        model.generative().score(trace);
        for (int s = 0; s < layout.count(); s++) {
          double total = trace.totalTerm(s);
          sums[0] += total / layout.length(s);
          sums[1] += total;
        }
      }
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
    Trace trace = model.newTrace();
    FMatrixRMaj mean = new FMatrixRMaj(0, 0);
    FMatrixRMaj sum = new FMatrixRMaj(0, 0);
    double error = 0;
    int counted = 0;
    List<List<Sequence>> batches = batches(sequences);
    for (int b = 0; b < batches.size(); b++) {
      trace.observe(batches.get(b));
      RandomStream stream = random.child(b);
      sum.reshape(trace.layout().frames(), model.visible());
      sum.zero();
      for (int sample = 0; sample < samples; sample++) {
        progress.check((b + (double) sample / samples) / batches.size());
        model.recognition().sample(trace, stream);
        model.generative().predict(trace, stream, mean);
        for (int i = 0; i < sum.getNumElements(); i++) {
          sum.data[i] += mean.data[i];
        }
      }
      boolean counts = model.architecture().likelihood() == Likelihood.MULTINOMIAL;
      Layout layout = trace.layout();
      for (int s = 0; s < layout.count(); s++) {
        if (layout.length(s) > 1) {
          error += squaredError(trace.frames(), sum, samples, layout, s, counts);
          counted++;
        }
      }
    }
    return counted == 0 ? Double.NaN : error / counted;
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
        error += squaredError(predictors.get(), sequence.toMatrix());
        counted++;
      }
    }
    return counted == 0 ? Double.NaN : error / counted;
  }

  private static double squaredError(Predictor predictor, FMatrixRMaj frames) {
    float[] mean = new float[frames.numCols];
    float[] frame = new float[frames.numCols];
    double squares = 0;
    for (int t = 0; t < frames.numRows; t++) {
      System.arraycopy(frames.data, t * frame.length, frame, 0, frame.length);
      predictor.mean(mean);
      for (int i = 0; t > 0 && i < frame.length; i++) {
        double difference = frame[i] - mean[i];
        squares += difference * difference;
      }
      predictor.observe(frame);
    }
    return squares / (frames.numRows - 1);
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

  private static List<List<Sequence>> batches(List<Sequence> sequences) {
    List<List<Sequence>> batches = new ArrayList<>();
    List<Sequence> batch = new ArrayList<>();
    int frames = 0;
    for (Sequence sequence : sequences) {
      if (!batch.isEmpty() && frames + sequence.frames() > ROWS_AT_ONCE) {
        batches.add(batch);
        batch = new ArrayList<>();
        frames = 0;
      }
      batch.add(sequence);
      frames += sequence.frames();
    }
    if (!batch.isEmpty()) {
      batches.add(batch);
    }
    return batches;
  }
}
