package tsbn.model.sbn;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.Sequence;

/**
 * Everything that happened in one pass through q and p: the frames, the sampled states, and per
 * frame log p and log q. Sequences lie one behind the other in the rows. A trace is used again for
 * the next pass without allocating.
 */
public final class Trace {
  final FMatrixRMaj[] states;
  final FMatrixRMaj[] generativeDelta;
  final FMatrixRMaj[] recognitionDelta;
  private Segments segments = new Segments(new int[] {0});
  private double[] logJoint = new double[0];
  private double[] logPosterior = new double[0];

  Trace(int depth) {
    states = matrices(depth + 1);
    generativeDelta = matrices(depth + 1);
    recognitionDelta = matrices(depth + 1);
  }

  private static FMatrixRMaj[] matrices(int count) {
    FMatrixRMaj[] matrices = new FMatrixRMaj[count];
    for (int i = 0; i < count; i++) {
      matrices[i] = new FMatrixRMaj(0, 0);
    }
    return matrices;
  }

  /** Takes other sequences: their frames become the states of layer 0. */
  public void observe(List<Sequence> sequences) {
    segments = Segments.of(sequences);
    int rows = segments.rows();
    states[0].reshape(rows, sequences.get(0).units());
    for (int s = 0; s < sequences.size(); s++) {
      Sequence sequence = sequences.get(s);
      sequence.copyFrames(0, sequence.frames(), states[0], segments.start()[s]);
    }
    if (logJoint.length < rows) {
      logJoint = new double[rows];
      logPosterior = new double[rows];
    }
  }

  /** Where each sequence lies. */
  public Segments segments() {
    return segments;
  }

  /** States of a layer, rows x units; layer 0 holds the frames. Not to be modified. */
  public FMatrixRMaj states(int layer) {
    return states[layer];
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

  /** Mean over sequences of (1/T) sum_t l_t. */
  public double boundPerSequence() {
    double sum = 0;
    for (int s = 0; s < segments.count(); s++) {
      sum += totalTerm(s) / segments.length(s);
    }
    return sum / segments.count();
  }

  /** Sum over the frames of one sequence of l_t. */
  public double totalTerm(int segment) {
    double sum = 0;
    for (int row = segments.start()[segment]; row < segments.start()[segment + 1]; row++) {
      sum += term(row);
    }
    return sum;
  }

  /** Share of hidden units that are on. */
  public double unitsOn() {
    double on = 0;
    double all = 0;
    for (int layer = 1; layer < states.length; layer++) {
      int values = states[layer].getNumElements();
      for (int i = 0; i < values; i++) {
        on += states[layer].data[i];
      }
      all += values;
    }
    return on / all;
  }
}
