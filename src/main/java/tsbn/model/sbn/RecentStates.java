package tsbn.model.sbn;

import org.ejml.data.FMatrixRMaj;

/**
 * The last n + 1 frames and hidden states of several chains that advance together: all that a model
 * of order n can see.
 */
final class RecentStates {
  private final FMatrixRMaj[][] states;
  private int time;

  /** Chains that have seen nothing; all states zero, time 0. */
  RecentStates(Architecture architecture, int chains) {
    states = new FMatrixRMaj[architecture.order() + 1][architecture.depth() + 1];
    for (FMatrixRMaj[] byLayer : states) {
      for (int layer = 0; layer < byLayer.length; layer++) {
        byLayer[layer] = new FMatrixRMaj(chains, architecture.units(layer));
      }
    }
  }

  /** States by lag, then layer, each chains x units; lag 0 is the frame being made. */
  FMatrixRMaj[][] states() {
    return states;
  }

  /** The frame being made, from 0. */
  int time() {
    return time;
  }

  /** Goes on to the next frame: lag d becomes lag d + 1. */
  void advance() {
    FMatrixRMaj[] oldest = states[states.length - 1];
    System.arraycopy(states, 0, states, 1, states.length - 1);
    states[0] = oldest;
    time++;
  }

  /** Sets the present frame of every chain. */
  void setFrame(float[] values, int from) {
    FMatrixRMaj frame = states[0][0];
    for (int chain = 0; chain < frame.numRows; chain++) {
      System.arraycopy(values, from, frame.data, chain * frame.numCols, frame.numCols);
    }
  }
}
