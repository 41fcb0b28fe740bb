package tsbn.evaluate;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.evaluate.LogLikelihood.Kind;
import tsbn.math.RandomStream;
import tsbn.model.sbn.Particles;
import tsbn.model.sbn.TemporalSbn;

/**
 * Estimates of log p(V) from K particles that q proposes. With resampling, whenever the effective
 * sample size falls below K / 2, it is a particle filter, and exp of the estimate is unbiased
 * (Maddison and others 2017; section 7 of the model); without, it is plain importance sampling.
 * Either is in expectation a lower bound of log p(V), the tighter the more particles.
 */
public final class ParticleFilter {
  private final TemporalSbn model;
  private final int count;
  private final boolean resample;

  /**
   * A filter.
   *
   * @param count particles K, at least 1
   * @param resample whether particles are resampled
   */
  public ParticleFilter(TemporalSbn model, int count, boolean resample) {
    this.model = model;
    this.count = count;
    this.resample = resample;
  }

  /** The estimate of every sequence, in nats per time step, by both means. */
  public LogLikelihood estimate(List<Sequence> sequences, RandomStream random, Progress progress) {
    double perSequence = 0;
    double total = 0;
    long frames = 0;
    for (int s = 0; s < sequences.size(); s++) {
      Sequence sequence = sequences.get(s);
      progress.check((double) s / sequences.size());
      double found = logLikelihood(sequence, random.child(s));
      perSequence += found / sequence.frames() / sequences.size();
      total += found;
      frames += sequence.frames();
    }
    Kind kind = resample ? Kind.PARTICLE_FILTER : Kind.IMPORTANCE_SAMPLING;
    return new LogLikelihood(kind, count, perSequence, total / frames);
  }

  /** The estimate of log p(V) of one sequence, in nats. */
  public double logLikelihood(Sequence sequence, RandomStream random) {
    Particles particles = model.particles(count, random.child(0));
    RandomStream choices = random.child(1);
    FMatrixRMaj frames = sequence.toMatrix();
    float[] frame = new float[frames.numCols];
    double[] logWeight = new double[count];
    double[] weight = new double[count];
    int[] ancestor = new int[count];
    double logLikelihood = 0;
    for (int t = 0; t < frames.numRows; t++) {
      System.arraycopy(frames.data, t * frame.length, frame, 0, frame.length);
      particles.advance(frame, logWeight);
      double logMean = normalise(logWeight, weight);
      if (t == frames.numRows - 1) {
        return logLikelihood + logMean;
      }
      if (resample && effectiveSize(weight) < count / 2.0) {
        logLikelihood += logMean;
        choose(weight, choices.nextDouble(), ancestor);
        particles.select(ancestor);
        java.util.Arrays.fill(logWeight, 0);
      }
    }
    return logLikelihood;
  }

  /**
   * Weights that sum to one.
   *
   * @return the log of the mean weight
   */
  private static double normalise(double[] logWeight, double[] weight) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double value : logWeight) {
      largest = Math.max(largest, value);
    }
    double sum = 0;
    for (int i = 0; i < weight.length; i++) {
      weight[i] = Math.exp(logWeight[i] - largest);
      sum += weight[i];
    }
    for (int i = 0; i < weight.length; i++) {
      weight[i] /= sum;
    }
    return largest + Math.log(sum / weight.length);
  }

  private static double effectiveSize(double[] weight) {
    double squares = 0;
    for (double value : weight) {
      squares += value * value;
    }
    return 1 / squares;
  }

  /** Systematic resampling (Kitagawa 1996): one draw places K evenly spaced pointers. */
  private static void choose(double[] weight, double draw, int[] ancestor) {
    int from = 0;
    double passed = weight[0];
    for (int i = 0; i < ancestor.length; i++) {
      double pointer = (i + draw) / ancestor.length;
      while (pointer >= passed && from < weight.length - 1) {
        passed += weight[++from];
      }
      ancestor[i] = from;
    }
  }
}
