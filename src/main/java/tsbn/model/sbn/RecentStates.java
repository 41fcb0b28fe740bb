package tsbn.model.sbn;

import org.ejml.data.FMatrixRMaj;

/**
 * The last n + 1 frames and hidden states of several chains that advance together: all that a model
 * of order n can see. Deterministic layers have one state in p and another in q.
 */
final class RecentStates {
  private final FMatrixRMaj[][] generative;
  private final FMatrixRMaj[][] recognition;
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
  }

  /**
   * States as p sees them, by lag, then layer, each chains x units; lag 0 is the frame being made.
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
    time++;
  }

  private static void rotate(FMatrixRMaj[][] states) {
    FMatrixRMaj[] oldest = states[states.length - 1];
    System.arraycopy(states, 0, states, 1, states.length - 1);
    states[0] = oldest;
  }

  /** Sets the present frame of every chain. */
  void setFrame(float[] values, int from) {
    FMatrixRMaj frame = generative[0][0];
    for (int chain = 0; chain < frame.numRows; chain++) {
      System.arraycopy(values, from, frame.data, chain * frame.numCols, frame.numCols);
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
