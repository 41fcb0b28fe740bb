package tsbn.model.sbn;

import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.Sequence;

/**
 * The exact log-likelihood of a small model: with J stochastic hidden units in all and order n it
 * is a hidden Markov model of 2^(J n) states, whose forward algorithm sums over all histories
 * (Rabiner 1989). A step costs about 2^(J n) 2^J operations.
 *
 * <p>A configuration of the hidden units at one time is an integer, the top layer in its lowest
 * bits; a state is the last n configurations, the latest in its lowest bits. What lies before the
 * first frame is the configuration 0, since absent terms and zero states add the same: nothing.
 */
public final class ForwardAlgorithm {
  /** The most bits of a state, and of a configuration. */
  public static final int MOST_BITS = 12;

  private final TemporalSbn model;
  private final Architecture architecture;
  private final int units;
  private final int order;
  private final int configurations;
  private final int states;
  private final RecentStates pasts;
  private final RecentStates presents;
  private final FMatrixRMaj[] base;
  private final double[] logEmission;

  /** Whether a model is small enough, and its states finite in number. */
  public static boolean suits(Architecture architecture) {
    return !architecture.hasDeterministic() && bits(architecture) <= MOST_BITS;
  }

  private static int bits(Architecture architecture) {
    int units = architecture.hidden().stream().mapToInt(LayerSpec::units).sum();
    return units * Math.max(1, architecture.order());
  }

  /**
   * The algorithm for a model.
   *
   * @throws IllegalArgumentException with a sentence if the model is too large or has deterministic
   *     layers, whose states are not finite in number
   */
  public ForwardAlgorithm(TemporalSbn model) {
    this.model = model;
    architecture = model.architecture();
    if (architecture.hasDeterministic()) {
      throw new IllegalArgumentException(
          "The exact log-likelihood needs stochastic hidden layers only.");
    }
    units = architecture.hidden().stream().mapToInt(LayerSpec::units).sum();
    order = architecture.order();
    int bits = bits(architecture);
    if (bits > MOST_BITS) {
      throw new IllegalArgumentException(
          "The exact log-likelihood is for models of at most %d hidden units times order, not %d."
              .formatted(MOST_BITS, bits));
    }
    configurations = 1 << units;
    states = 1 << (units * order);
    pasts = new RecentStates(architecture, states);
    presents = new RecentStates(architecture, configurations);
    base = new FMatrixRMaj[architecture.depth() + 1];
    for (int layer = 1; layer < base.length; layer++) {
      base[layer] = new FMatrixRMaj(states, architecture.units(layer));
    }
    logEmission = new double[configurations];
    fillStates();
  }

  private void fillStates() {
    for (int state = 0; state < states; state++) {
      for (int lag = 1; lag <= order; lag++) {
        fill(pasts.generative()[lag], state, state >> (units * (lag - 1)));
      }
    }
    for (int h = 0; h < configurations; h++) {
      fill(presents.generative()[0], h, h);
    }
  }

  /** Writes the units of a configuration into one row of every hidden layer. */
  private void fill(FMatrixRMaj[] layers, int row, int configuration) {
    int bits = configuration;
    for (int layer = architecture.depth(); layer > 0; layer--) {
      for (int j = 0; j < layers[layer].numCols; j++) {
        layers[layer].set(row, j, bits & 1);
        bits >>= 1;
      }
    }
  }

  /** log p(v_{1:T}) in nats, for the whole sequence. */
  public double logLikelihood(Sequence sequence) {
    model.generative().pack();
    FMatrixRMaj v = sequence.toMatrix();
    double[] alpha = new double[states];
    alpha[0] = 1;
    double[] next = new double[states];
    double[] prior = new double[configurations];
    double[] scratch = new double[configurations];
    double logLikelihood = 0;
    for (int t = 0; t < v.numRows; t++) {
      score(v, t);
      double largest = Arrays.stream(logEmission).max().orElseThrow();
      Arrays.fill(next, 0);
      for (int state = 0; state < states; state++) {
        if (alpha[state] > 0) {
          expand(state, prior, scratch);
          spread(alpha[state], state, prior, largest, next);
        }
      }
      double sum = Arrays.stream(next).sum();
      logLikelihood += largest + Math.log(sum);
      for (int state = 0; state < states; state++) {
        alpha[state] = next[state] / sum;
      }
    }
    return logLikelihood;
  }

  /** Moves the weight of a state to those that follow it. */
  private void spread(double weight, int state, double[] prior, double largest, double[] next) {
    int kept = order == 0 ? 0 : state & ((states >> units) - 1);
    for (int h = 0; h < configurations; h++) {
      int target = order == 0 ? 0 : h | kept << units;
      next[target] += weight * prior[h] * Math.exp(logEmission[h] - largest);
    }
  }

  /** Natural parameters of every layer after every state, and log p(v_t | h_t, past frames). */
  private void score(FMatrixRMaj v, int t) {
    for (int lag = 0; lag <= order; lag++) {
      setFrame(pasts, lag, v, t - lag);
      setFrame(presents, lag, v, t - lag);
    }
    model.generative().steps().prior(pasts.generative(), t, base);
    Arrays.fill(logEmission, 0);
    model.generative().steps().scoreFrame(presents, t, logEmission);
  }

  private static void setFrame(RecentStates window, int lag, FMatrixRMaj v, int t) {
    if (t < 0) {
      window.generative()[lag][0].zero();
    } else if (lag == 0) {
      window.setFrame(v.data, t * v.numCols);
    } else {
      window.setFrame(lag, v.data, t * v.numCols);
    }
  }

  /**
   * p(h_t | past) of every configuration after a state: layer by layer from the top, unit by unit.
   */
  private void expand(int state, double[] prior, double[] scratch) {
    prior[0] = 1;
    int bits = 0;
    int bitsAbove = 0;
    for (int layer = architecture.depth(); layer > 0; layer--) {
      int j = architecture.units(layer);
      FMatrixRMaj fromAbove =
          layer == architecture.depth()
              ? null
              : model.parameters().get(architecture.generativeLinks(layer).get(0).symbol());
      for (int partial = (1 << bits) - 1; partial >= 0; partial--) {
        scratch[0] = prior[partial];
        for (int unit = 0; unit < j; unit++) {
          double eta = base[layer].get(state, unit);
          int above = partial >> (bits - bitsAbove);
          for (int i = 0; fromAbove != null && i < fromAbove.numRows; i++) {
            eta += ((above >> i) & 1) * fromAbove.get(i, unit);
          }
          double on = 1 / (1 + Math.exp(-eta));
          for (int i = (1 << unit) - 1; i >= 0; i--) {
            scratch[i | 1 << unit] = scratch[i] * on;
            scratch[i] *= 1 - on;
          }
        }
        // From the back, so that no partial configuration is overwritten before it is read.
        for (int i = 0; i < 1 << j; i++) {
          prior[partial | i << bits] = scratch[i];
        }
      }
      bitsAbove = j;
      bits += j;
    }
  }
}
