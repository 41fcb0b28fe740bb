package tsbn.model.sbn;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.Sequence;
import tsbn.math.Kernels;
import tsbn.math.RandomStream;

/**
 * Everything that happened in one pass through q and p: the frames, the sampled states, the
 * deterministic states of either net, and per row log p and log q. The {@link Layout} says where
 * each sequence and each of its samples lies. A trace is used again for the next pass without
 * allocating its matrices.
 */
public final class Trace {
  /** By layer: the frames as links see them, and of every hidden layer what p sees. */
  final FMatrixRMaj[] generativeStates;

  /** The same as q sees them: stochastic states are shared, deterministic ones are not. */
  final FMatrixRMaj[] recognitionStates;

  /** By head of the visible layer: natural parameters, then gradients with respect to them. */
  final FMatrixRMaj[] visibleDelta;

  final FMatrixRMaj[] generativeDelta;
  final FMatrixRMaj[] recognitionDelta;

  /** The frames themselves; where links see them as they are, the same matrix. */
  private final FMatrixRMaj frames;

  private final Kernels kernels;

  /** Whose frames they are; nothing where they have changed since. */
  private List<Sequence> observed = List.of();

  private Layout layout = Layout.of(List.of(), 1);
  private double[] logJoint = new double[0];
  private double[] logPosterior = new double[0];

  Trace(Architecture architecture, Kernels kernels) {
    this.kernels = kernels;
    int layers = architecture.depth() + 1;
    generativeStates = matrices(layers);
    recognitionStates = generativeStates.clone();
    boolean counts = architecture.likelihood() == Likelihood.MULTINOMIAL;
    frames = counts ? new FMatrixRMaj(0, 0) : generativeStates[0];
    for (int layer = 1; layer < layers; layer++) {
      if (!architecture.stochastic(layer)) {
        recognitionStates[layer] = new FMatrixRMaj(0, 0);
      }
    }
    visibleDelta = matrices(architecture.likelihood().heads());
    generativeDelta = matrices(layers);
    recognitionDelta = matrices(layers);
  }

  private static FMatrixRMaj[] matrices(int count) {
    FMatrixRMaj[] matrices = new FMatrixRMaj[count];
    for (int i = 0; i < count; i++) {
      matrices[i] = new FMatrixRMaj(0, 0);
    }
    return matrices;
  }

  /** Takes other sequences, with one sample of the hidden states each. */
  public void observe(List<Sequence> sequences) {
    observe(sequences, 1);
  }

  /**
   * Takes other sequences: their frames become the states of layer 0; frames of counts as the roots
   * of their shares, sqrt(v_m / N).
   *
   * @param samples samples K of the hidden states of each sequence, at least 1
   */
  public void observe(List<Sequence> sequences, int samples) {
    boolean again = samples == layout.samples() && isObserved(sequences);
    if (!again) {
      layout = Layout.of(sequences, samples);
      copy(sequences);
    }
    if (!again || !kernels.isHeld(generativeStates[0])) {
      kernels.hold(generativeStates[0]); // both nets and the baseline have links from the frames
    }
    if (logJoint.length < layout.rows()) {
      logJoint = new double[layout.rows()];
      logPosterior = new double[layout.rows()];
    }
  }

  /** Whether the frames are still those of these sequences: with one long sequence, every time. */
  private boolean isObserved(List<Sequence> sequences) {
    boolean same = sequences.size() == observed.size();
    for (int s = 0; same && s < observed.size(); s++) {
      same = sequences.get(s) == observed.get(s);
    }
    return same && !observed.isEmpty();
  }

  private void copy(List<Sequence> sequences) {
    observed = List.copyOf(sequences);
    frames.reshape(layout.frames(), sequences.get(0).units());
    for (int s = 0; s < sequences.size(); s++) {
      Sequence sequence = sequences.get(s);
      if (sequences.size() == 1) {
        sequence.copyFrames(0, sequence.frames(), frames, 0);
      } else {
        for (int t = 0; t < sequence.frames(); t++) {
          sequence.copyFrames(t, 1, frames, layout.frame(s, t));
        }
      }
    }
    if (frames != generativeStates[0]) {
      RootShares.of(frames, generativeStates[0]);
    }
  }

  /** Adds normal noise of some standard deviation to the frames just taken. */
  public void addNoise(double deviation, RandomStream random) {
    observed = List.of();
    for (int i = 0; i < frames.getNumElements(); i++) {
      frames.data[i] += (float) (deviation * random.nextGaussian());
    }
    kernels.hold(frames);
  }

  /** Where each sequence lies. */
  public Layout layout() {
    return layout;
  }

  /** The frames, one a row. Not to be modified. */
  public FMatrixRMaj frames() {
    return frames;
  }

  /**
   * States of a layer as the recognition net sees them, rows x units; layer 0 holds the frames as
   * links see them. Not to be modified.
   */
  public FMatrixRMaj states(int layer) {
    return recognitionStates[layer];
  }

  /** log p(v_t, h_t | past) per row. */
  public double[] logJoint() {
    return logJoint;
  }

  /** log q(h_t | past, v) per row. */
  public double[] logPosterior() {
    return logPosterior;
  }

  /** l_t = log p(v_t, h_t | past) - log q(h_t | past, v): a row's term of the bound. */
  public double term(int row) {
    return logJoint[row] - logPosterior[row];
  }

  /** Mean over sequences and samples of (1/T) sum_t l_t. */
  public double boundPerSequence() {
    double sum = 0;
    for (int s = 0; s < layout.count(); s++) {
      sum += totalTerm(s) / layout.length(s);
    }
    return sum / layout.count();
  }

  /** Sum over the frames of one sequence of l_t, mean over its samples. */
  public double totalTerm(int sequence) {
    double sum = 0;
    for (int k = 0; k < layout.samples(); k++) {
      sum += totalTerm(sequence, k);
    }
    return sum / layout.samples();
  }

  /** Sum over the frames of one sequence of l_t, for one sample. */
  public double totalTerm(int sequence, int sample) {
    double sum = 0;
    for (int t = 0; t < layout.length(sequence); t++) {
      sum += term(layout.row(sequence, sample, t));
    }
    return sum;
  }

  /** Share of hidden units that are on. */
  public double unitsOn() {
    int on = 0;
    int all = 0;
    for (int layer = 1; layer < recognitionStates.length; layer++) {
      int values = recognitionStates[layer].getNumElements();
      float[] states = recognitionStates[layer].data;
      for (int i = 0; i < values; i++) {
        on += states[i] > 0 ? 1 : 0;
      }
      all += values;
    }
    return (double) on / all;
  }
}
