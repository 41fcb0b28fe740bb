package tsbn.evaluate;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.Progress;
import tsbn.data.Sequence;
import tsbn.math.RandomStream;
import tsbn.model.sbn.TemporalSbn;
import tsbn.model.sbn.Trace;

/**
 * How the recognition net uses the units of a hidden layer on some sequences, measured on one
 * sample of h from q(h | v). A deterministic unit is on where it is above 0.
 *
 * @param shareOn per unit, the share of frames at which it is on
 * @param stay per unit, the mean number of frames it stays on once it is; NaN for a unit that never
 *     is
 */
public record UnitUse(float[] shareOn, float[] stay) {

  /**
   * Measures it.
   *
   * @param layer from 1, the layer above the visible one
   * @param sequences at least one
   */
  public static UnitUse of(
      TemporalSbn model,
      int layer,
      List<Sequence> sequences,
      RandomStream random,
      Progress progress) {
    int units = model.architecture().units(layer);
    long[] on = new long[units];
    long[] starts = new long[units];
    long frames = 0;
    Trace trace = model.newTrace();
    for (int i = 0; i < sequences.size(); i++) {
      progress.check(i / (double) sequences.size());
      trace.observe(List.of(sequences.get(i)));
      model.recognition().sample(trace, random.child(i));
      count(trace.states(layer), on, starts);
      frames += trace.layout().frames();
    }
    float[] shareOn = new float[units];
    float[] stay = new float[units];
    for (int j = 0; j < units; j++) {
      shareOn[j] = (float) ((double) on[j] / frames);
      stay[j] = (float) on[j] / starts[j];
    }
    progress.done(1);
    return new UnitUse(shareOn, stay);
  }

  private static void count(FMatrixRMaj states, long[] on, long[] starts) {
    for (int t = 0; t < states.numRows; t++) {
      for (int j = 0; j < states.numCols; j++) {
        if (states.get(t, j) > 0) {
          on[j]++;
          starts[j] += t == 0 || states.get(t - 1, j) == 0 ? 1 : 0;
        }
      }
    }
  }
}
