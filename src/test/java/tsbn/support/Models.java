package tsbn.support;

import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.Sequence;
import tsbn.math.RandomStream;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.LayerSpec;
import tsbn.model.sbn.TemporalSbn;

/** Architectures, models and sequences that several tests use. */
public final class Models {
  private Models() {}

  /** Every kind of one-layer architecture and a two-layer one, small. */
  public static Stream<Architecture> architectures() {
    return Stream.of(
        Architecture.sbn(3, 2),
        Architecture.tsbn(3, 2, 1),
        new Architecture(3, true, List.of(new LayerSpec(2, true, true)), 1, false),
        Architecture.tsbn(2, 3, 2),
        new Architecture(3, true, List.of(new LayerSpec(2, true, true)), 3, true),
        Architecture.hmsbn(3, 2, 1),
        Architecture.hmsbn(3, 1, 2),
        new Architecture(3, true, List.of(new LayerSpec(2, true, false)), 1, true),
        new Architecture(3, false, List.of(new LayerSpec(2, false, true)), 2, false),
        new Architecture(
            3, true, List.of(new LayerSpec(2, true, true), new LayerSpec(1, true, true)), 2, true));
  }

  /** A model with weights and biases large enough to matter. */
  public static TemporalSbn model(Architecture architecture, long seed) {
    RandomStream random = new RandomStream(seed);
    TemporalSbn model = new TemporalSbn(architecture);
    for (FMatrixRMaj block : model.parameters().blocks()) {
      for (int i = 0; i < block.getNumElements(); i++) {
        block.data[i] = (float) (0.8 * random.nextGaussian());
      }
    }
    return model;
  }

  /** A random sequence; grey frames have values in [0, 1], others 0 and 1. */
  public static Sequence sequence(int frames, int units, boolean grey, long seed) {
    RandomStream random = new RandomStream(seed);
    FMatrixRMaj values = new FMatrixRMaj(frames, units);
    for (int i = 0; i < values.getNumElements(); i++) {
      float u = random.nextFloat();
      values.data[i] = grey ? u : u < 0.5f ? 0 : 1;
    }
    return of(values);
  }

  /** A sequence of given values. */
  public static Sequence of(FMatrixRMaj values) {
    return new Sequence() {
      @Override
      public int frames() {
        return values.numRows;
      }

      @Override
      public int units() {
        return values.numCols;
      }

      @Override
      public float get(int frame, int unit) {
        return values.get(frame, unit);
      }

      @Override
      public void copyFrames(int from, int count, FMatrixRMaj out, int row) {
        int units = values.numCols;
        System.arraycopy(values.data, from * units, out.data, row * units, count * units);
      }
    };
  }
}
