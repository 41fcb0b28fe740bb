package tsbn.model.sbn;

import tsbn.math.RandomStream;

/**
 * Hidden histories of one sequence that grow frame by frame, proposed by q and weighed by p: what a
 * particle filter moves.
 */
public final class Particles {
  private final TemporalSbn model;
  private final RecentStates window;
  private final double[] logJoint;
  private final double[] logPosterior;
  private final RandomStream random;

  /** Particles that have seen nothing; while they are in use the parameters must not change. */
  Particles(TemporalSbn model, int count, RandomStream random) {
    this.model = model;
    this.window = new RecentStates(model.architecture(), count);
    this.logJoint = new double[count];
    this.logPosterior = new double[count];
    this.random = random;
  }

  /**
   * Takes in a frame: every particle draws its states from q.
   *
   * @param frame Not modified.
   * @param logWeight adds log p(v_t, h_t | past) - log q(h_t | past, v) of every particle.
   *     Modified.
   */
  public void advance(float[] frame, double[] logWeight) {
    java.util.Arrays.fill(logJoint, 0);
    java.util.Arrays.fill(logPosterior, 0);
    window.setFrame(frame, 0);
    model.recognition().drawStep(window, random, logPosterior);
    model.generative().steps().score(window, logJoint);
    window.advance();
    for (int i = 0; i < logWeight.length; i++) {
      logWeight[i] += logJoint[i] - logPosterior[i];
    }
  }

  /**
   * Replaces every particle by a copy of another.
   *
   * @param ancestor by particle. Not modified.
   */
  public void select(int[] ancestor) {
    window.select(ancestor);
  }
}
