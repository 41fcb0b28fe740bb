package tsbn.model.sbn;

import org.ejml.data.FMatrixRMaj;

/**
 * The last n + 1 frames and hidden states of several chains that advance together: all that a model
 * of order n can see. Deterministic layers have one state in p and another in q.
 */
final class RecentStates {
  private final FMatrixRMaj[][] generative;
  private final FMatrixRMaj[][] recognition;

  /** The present frame of every chain; where links see it as it is, the matrix that they see. */
  private FMatrixRMaj frames;

  private final boolean counts;
  private int time;

  /** Chains that have seen nothing; all states zero, time 0. */
  RecentStates(Architecture architecture, int chains) {
    int layers = architecture.depth() + 1;
    generative = new FMatrixRMaj[architecture.order() + 1][layers];
    recognition = new FMatrixRMaj[architecture.order() + 1][layers];
    for (int lag = 0; lag < generative.length; lag++) {
      for (int layer = 0; layer < layers; layer++) {
        generative[lag][layer] = new FMatrixRMaj(chains, architecture.units(layer));
        boolean shared = layer == 0 || architecture.stochastic(layer);
        recognition[lag][layer] = shared ? generative[lag][layer] : generative[lag][layer].copy();
      }
    }
    counts = architecture.likelihood() == Likelihood.MULTINOMIAL;
    frames = counts ? generative[0][0].copy() : generative[0][0];
  }

  /**
   * States as p sees them, by lag, then layer, each chains x units; lag 0 is the frame being made.
   * Frames of counts are the roots of their shares.
   */
  FMatrixRMaj[][] generative() {
    return generative;
  }

  /** States as q sees them, in the same form; stochastic layers and frames are p's own. */
  FMatrixRMaj[][] recognition() {
    return recognition;
  }

  /** The frame being made, from 0. */
  int time() {
    return time;
  }

  /** Goes on to the next frame: lag d becomes lag d + 1. */
  void advance() {
    rotate(generative);
    rotate(recognition);
    frames = counts ? frames : generative[0][0];
    time++;
  }

  private static void rotate(FMatrixRMaj[][] states) {
    FMatrixRMaj[] oldest = states[states.length - 1];
    System.arraycopy(states, 0, states, 1, states.length - 1);
    states[0] = oldest;
  }

  /** The present frame of every chain itself, chains x M. Not to be modified. */
  FMatrixRMaj frames() {
    return frames;
  }

  /** Sets the present frame of every chain. */
  void setFrame(float[] values, int from) {
    setFrame(0, values, from);
    for (int chain = 0; counts && chain < frames.numRows; chain++) {
      System.arraycopy(values, from, frames.data, chain * frames.numCols, frames.numCols);
    }
  }

  /**
   * Sets what links see of a frame of every chain.
   *
   * @param lag how long ago it was
   */
  void setFrame(int lag, float[] values, int from) {
    FMatrixRMaj seen = generative[lag][0];
    int units = seen.numCols;
    for (int chain = 0; chain < seen.numRows; chain++) {
      if (chain == 0 && counts) {
        RootShares.of(values, from, units, seen.data, 0);
      } else {
        float[] source = counts ? seen.data : values;
        System.arraycopy(source, counts ? 0 : from, seen.data, chain * units, units);
      }
    }
  }

  /** Copies p's present hidden states of the first chain, bottom layer first. */
  void copyStates(float[] out, int at) {
    int to = at;
    for (int layer = 1; layer < generative[0].length; layer++) {
      int units = generative[0][layer].numCols;
      System.arraycopy(generative[0][layer].data, 0, out, to, units);
      to += units;
    }
  }

  /**
   * Replaces every chain by a copy of another.
   *
   * @param ancestor by chain
   */
  void select(int[] ancestor) {
    for (int lag = 0; lag < generative.length; lag++) {
      for (int layer = 0; layer < generative[lag].length; layer++) {
        select(generative[lag][layer], ancestor);
        if (recognition[lag][layer] != generative[lag][layer]) {
          select(recognition[lag][layer], ancestor);
        }
      }
    }
  }

  private static void select(FMatrixRMaj states, int[] ancestor) {
    float[] old = states.data.clone();
    int units = states.numCols;
    for (int chain = 0; chain < ancestor.length; chain++) {
      System.arraycopy(old, ancestor[chain] * units, states.data, chain * units, units);
    }
  }
}
