package tsbn.support;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.Sequence;
import tsbn.math.RandomStream;
import tsbn.model.sbn.Architecture;
import tsbn.model.sbn.LayerSpec;
import tsbn.model.sbn.LayerSpec.Kind;
import tsbn.model.sbn.Layout;
import tsbn.model.sbn.Likelihood;
import tsbn.model.sbn.TemporalSbn;
import tsbn.model.sbn.Trace;

/** Architectures, models and sequences that several tests use. */
public final class Models {
  private Models() {}

  /**
   * Every variant, small: depth, kind of layer, order, own first step and links on and off with
   * binary frames, and each kind of stack with every other likelihood.
   */
  public static Stream<Architecture> architectures() {
    List<Architecture> all = new ArrayList<>(oneLayer());
    all.addAll(stacks());
    for (Likelihood other : List.of(Likelihood.NORMAL, Likelihood.MULTINOMIAL)) {
      all.add(Architecture.sbn(3, 2).with(other));
      all.add(Architecture.tsbn(3, 2, 1).with(other));
      all.add(Architecture.hmsbn(3, 2, 2).with(other));
      stacks().forEach(stack -> all.add(stack.with(other)));
    }
    return all.stream();
  }

  private static List<Architecture> oneLayer() {
    return List.of(
        Architecture.sbn(3, 2),
        Architecture.tsbn(3, 2, 1),
        new Architecture(3, true, List.of(new LayerSpec(2, true, true)), 1, false),
        Architecture.tsbn(2, 3, 2),
        new Architecture(3, true, List.of(new LayerSpec(2, true, true)), 3, true),
        Architecture.hmsbn(3, 2, 1),
        Architecture.hmsbn(3, 1, 2),
        new Architecture(3, true, List.of(new LayerSpec(2, true, false)), 1, true),
        new Architecture(3, false, List.of(new LayerSpec(2, false, true)), 2, false));
  }

  /** Deep ones: stochastic, deterministic, mixed, entangled, with and without links. */
  private static List<Architecture> stacks() {
    LayerSpec stochastic = new LayerSpec(1, true, true);
    LayerSpec rectified = new LayerSpec(2, Kind.DETERMINISTIC, true, true);
    LayerSpec forgetful = new LayerSpec(2, Kind.DETERMINISTIC, false, false);
    return List.of(
        new Architecture(3, true, List.of(new LayerSpec(2, true, true), stochastic), 2, true),
        Architecture.dtsbnS(3, List.of(1, 2), 1),
        Architecture.dtsbnS(3, List.of(1, 1), 1),
        Architecture.dhmsbnS(3, List.of(2, 1), 1),
        Architecture.dtsbnS(2, List.of(1, 1, 1), 1),
        Architecture.dtsbnD(3, List.of(3, 2), 1),
        Architecture.dtsbnD(3, List.of(2, 2), 3),
        new Architecture(3, true, List.of(rectified, stochastic), 2, true),
        new Architecture(2, true, List.of(rectified, rectified, stochastic), 1, false),
        new Architecture(2, false, List.of(stochastic, rectified, stochastic), 1, false),
        new Architecture(2, true, List.of(forgetful, stochastic), 1, false));
  }

  /** A model with weights and biases large enough to matter. */
  public static TemporalSbn model(Architecture architecture, long seed) {
    RandomStream random = new RandomStream(seed);
    TemporalSbn model = new TemporalSbn(architecture);
    for (String name : model.parameters().names()) {
      FMatrixRMaj block = model.parameters().get(name);
      boolean logSigma = name.contains("'");
      for (int i = 0; i < block.getNumElements(); i++) {
        block.data[i] = (float) ((logSigma ? 0.2 : 0.8) * random.nextGaussian());
      }
    }
    return model;
  }

  /** A random sequence that a likelihood can score; grey for the Bernoulli one. */
  public static Sequence sequence(Architecture architecture, int frames, long seed) {
    int units = architecture.visible();
    if (architecture.likelihood() == Likelihood.BERNOULLI) {
      return sequence(frames, units, true, seed);
    }
    RandomStream random = new RandomStream(seed);
    FMatrixRMaj values = new FMatrixRMaj(frames, units);
    for (int i = 0; i < values.getNumElements(); i++) {
      boolean counts = architecture.likelihood() == Likelihood.MULTINOMIAL;
      values.data[i] = counts ? random.nextInt(3) : (float) random.nextGaussian();
    }
    return of(values);
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

  /** The states of one sample of a sequence as x[layer][t][unit], deterministic ones left out. */
  public static double[][][] states(Trace trace, Architecture architecture, int sequence, int k) {
    Layout layout = trace.layout();
    double[][][] x = new double[architecture.depth() + 1][layout.length(sequence)][];
    for (int layer = 0; layer < x.length; layer++) {
      for (int t = 0; t < x[layer].length; t++) {
        int row = layer == 0 ? layout.frame(sequence, t) : layout.row(sequence, k, t);
        if (layer == 0 || architecture.stochastic(layer)) {
          x[layer][t] = Oracle.toDouble(layer == 0 ? trace.frames() : trace.states(layer))[row];
        }
      }
    }
    return x;
  }

  /** Puts stochastic states into one sample of a sequence. */
  public static void setStates(Trace trace, int sequence, int k, double[][][] x) {
    for (int layer = 1; layer < x.length; layer++) {
      for (int t = 0; t < x[layer].length && x[layer][t] != null; t++) {
        int row = trace.layout().row(sequence, k, t);
        for (int j = 0; j < x[layer][t].length; j++) {
          trace.states(layer).set(row, j, (float) x[layer][t][j]);
        }
      }
    }
  }

  /** A sequence of given values. */
  public static Sequence of(double[][] values) {
    FMatrixRMaj matrix = new FMatrixRMaj(values.length, values[0].length);
    for (int i = 0; i < matrix.getNumElements(); i++) {
      matrix.data[i] = (float) values[i / matrix.numCols][i % matrix.numCols];
    }
    return of(matrix);
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
