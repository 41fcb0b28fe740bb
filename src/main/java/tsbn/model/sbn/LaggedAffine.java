package tsbn.model.sbn;

import java.util.List;
import java.util.function.Predicate;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import tsbn.math.Kernels;
import tsbn.model.Parameters;

/**
 * The one conditional of every variant: the natural parameter of a layer as a sum over links
 * (source layer m, lag d),
 *
 * <pre>  eta_t = b + sum over links of W x^m_{t-d},</pre>
 *
 * where a term that would look before the first frame is absent. With {@code ownFirstStep} the
 * first frame has a bias of its own. Weight blocks are {@code source x target}.
 *
 * <p>Some links are <em>sequential</em>: their source is made frame by frame together with the
 * target, so their products cannot be done for all frames at once.
 */
final class LaggedAffine {
  private final Kernels kernels;
  private final List<Link> links;
  private final boolean[] sequential;
  private final int units;
  private final String bias;
  private final String firstBias;
  private final Kernels.Packed[] packed;
  private final Kernels.Packed[] transposed;
  private final FMatrixRMaj ones = new FMatrixRMaj(0, 1);
  private final FMatrixRMaj shared = new FMatrixRMaj(0, 0);

  /**
   * A map.
   *
   * @param links all links into the layer
   * @param units units of the layer
   * @param bias name of the bias block
   * @param firstBias name of the bias block of the first frame, or null
   * @param sequential which links are
   */
  LaggedAffine(
      Kernels kernels,
      List<Link> links,
      int units,
      String bias,
      String firstBias,
      Predicate<Link> sequential) {
    this.kernels = kernels;
    this.links = links;
    this.units = units;
    this.bias = bias;
    this.firstBias = firstBias;
    this.packed = new Kernels.Packed[links.size()];
    this.transposed = new Kernels.Packed[links.size()];
    this.sequential = new boolean[links.size()];
    for (int i = 0; i < links.size(); i++) {
      this.sequential[i] = sequential.test(links.get(i));
    }
  }

  /** Adds the blocks of this map to the parameters, filled with zeros. */
  void declare(Parameters parameters, Architecture architecture) {
    for (Link link : links) {
      parameters.add(link.symbol(), architecture.units(link.source()), units);
    }
    parameters.add(bias, 1, units);
    if (firstBias != null) {
      parameters.add(firstBias, 1, units);
    }
  }

  /** Lays the weights out for the products that follow; to be called when they have changed. */
  void pack(Parameters parameters) {
    for (int i = 0; i < packed.length; i++) {
      packed[i] = kernels.pack(parameters.get(links.get(i).symbol()), packed[i]);
    }
  }

  /** Lays the weights of some sources out for going back along their links. */
  void packTransposed(Parameters parameters, boolean[] sources) {
    for (int i = 0; i < transposed.length; i++) {
      if (sources[links.get(i).source()]) {
        transposed[i] =
            kernels.packTransposed(parameters.get(links.get(i).symbol()), transposed[i]);
      }
    }
  }

  /**
   * eta = bias + every link, or every link that is not sequential. Call {@link #pack} first.
   *
   * @param now states by layer that links of lag 0 read. Not modified.
   * @param past states by layer that lagged links read. Not modified.
   * @param all whether sequential links are added too
   * @param eta reshaped to rows x units. Modified.
   */
  void apply(
      Parameters parameters,
      Layout layout,
      FMatrixRMaj[] now,
      FMatrixRMaj[] past,
      boolean all,
      FMatrixRMaj eta) {
    int rows = layout.rows();
    int k = layout.samples();
    eta.reshape(rows, units);
    fillBias(parameters, layout, eta);
    boolean folded = false;
    for (int i = 0; i < packed.length; i++) {
      if (sequential[i] && !all) {
        continue;
      }
      Link link = links.get(i);
      FMatrixRMaj x = link.lag() == 0 ? now[link.source()] : past[link.source()];
      boolean fromFrames = link.source() == 0 && k > 1;
      if (fromFrames && !folded) {
        // All samples of a sequence see the same frames: one product serves them.
        shared.reshape(layout.frames(), units);
        shared.zero();
        folded = true;
      }
      multiply(layout, link.lag(), x, packed[i], fromFrames ? shared : eta, fromFrames ? 1 : k);
    }
    if (folded) {
      addToSamples(shared, k, eta);
    }
  }

  private void fillBias(Parameters parameters, Layout layout, FMatrixRMaj eta) {
    FMatrixRMaj b = parameters.get(bias);
    for (int row = 0; row < eta.numRows; row++) {
      System.arraycopy(b.data, 0, eta.data, row * units, units);
    }
    if (firstBias != null) {
      FMatrixRMaj first = parameters.get(firstBias);
      for (int row = 0; row < firstRows(layout); row++) {
        System.arraycopy(first.data, 0, eta.data, row * units, units);
      }
    }
  }

  private static int firstRows(Layout layout) {
    return layout.count() * layout.samples();
  }

  private void multiply(
      Layout layout, int lag, FMatrixRMaj x, Kernels.Packed w, FMatrixRMaj into, int k) {
    if (lag == 0) {
      kernels.multiplyAdd(x, 0, w, into, 0, layout.frames() * k);
    } else {
      layout.forEachLagged(
          lag,
          (target, source, count) ->
              kernels.multiplyAdd(x, source * k, w, into, target * k, count * k));
    }
  }

  /** Adds each row of {@code from} to k consecutive rows of {@code into}. */
  private static void addToSamples(FMatrixRMaj from, int k, FMatrixRMaj into) {
    int columns = from.numCols;
    for (int row = 0; row < into.numRows; row++) {
      int at = row / k * columns;
      for (int j = 0; j < columns; j++) {
        into.data[row * columns + j] += from.data[at + j];
      }
    }
  }

  /**
   * eta += the sequential links, in the rows of time t.
   *
   * @param states by layer. Not modified.
   * @param eta rows x units. Modified.
   */
  void addSequential(Layout layout, int t, FMatrixRMaj[] states, FMatrixRMaj eta) {
    for (int i = 0; i < packed.length; i++) {
      Link link = links.get(i);
      if (sequential[i] && link.lag() <= t) {
        kernels.multiplyAdd(
            states[link.source()],
            layout.firstRow(t - link.lag()),
            packed[i],
            eta,
            layout.firstRow(t),
            layout.rowsAt(t));
      }
    }
  }

  /**
   * eta = bias + every link, for one frame of several chains at once. What lies before the first
   * frame is zero in the window, so the terms that look there vanish.
   *
   * @param t frame, from 0
   * @param window states by lag, then layer; lag 0 is the frame itself. Not modified.
   * @param eta chains x units. Modified.
   */
  void applyStep(Parameters parameters, int t, FMatrixRMaj[][] window, FMatrixRMaj eta) {
    FMatrixRMaj b = parameters.get(t == 0 && firstBias != null ? firstBias : bias);
    for (int row = 0; row < eta.numRows; row++) {
      System.arraycopy(b.data, 0, eta.data, row * units, units);
    }
    for (int i = 0; i < packed.length; i++) {
      Link link = links.get(i);
      FMatrixRMaj x = window[link.lag()][link.source()];
      kernels.multiplyAdd(x, 0, packed[i], eta, 0, eta.numRows);
    }
  }

  /**
   * Goes back along the links from some layers: dx^m_{t-d} += W delta_t, all frames at once. Call
   * {@link #packTransposed} for these layers first.
   *
   * @param sources which layers
   * @param all whether sequential links are followed too
   * @param truncation frames after which gradients are not carried on; 0 for never
   * @param delta rows x units: the gradient with respect to eta. Not modified.
   * @param dx by layer, rows x units of the layer: the gradient with respect to its states.
   *     Modified.
   */
  void addBack(
      Layout layout,
      boolean[] sources,
      boolean all,
      int truncation,
      FMatrixRMaj delta,
      FMatrixRMaj[] dx) {
    int k = layout.samples();
    for (int i = 0; i < transposed.length; i++) {
      Link link = links.get(i);
      if (!sources[link.source()] || (sequential[i] && !all)) {
        continue;
      }
      FMatrixRMaj into = dx[link.source()];
      Kernels.Packed w = transposed[i];
      if (link.lag() == 0) {
        kernels.multiplyAdd(delta, 0, w, into, 0, layout.rows());
      } else {
        layout.forEachLagged(
            link.lag(),
            truncation,
            (target, source, count) ->
                kernels.multiplyAdd(delta, target * k, w, into, source * k, count * k));
      }
    }
  }

  /**
   * Goes back along the sequential links from one layer to time t: dx^m_t += sum_d W delta_{t+d}.
   *
   * @param truncation frames after which gradients are not carried on; 0 for never. Chunks of so
   *     many frames learn on their own.
   */
  void addBackSequential(
      Layout layout, int source, int t, int truncation, FMatrixRMaj delta, FMatrixRMaj dx) {
    for (int i = 0; i < transposed.length; i++) {
      Link link = links.get(i);
      int later = t + link.lag();
      boolean cut = Layout.parted(t, later, truncation);
      if (sequential[i] && link.source() == source && later < layout.steps() && !cut) {
        int rows = layout.rowsAt(later);
        kernels.multiplyAdd(
            delta, layout.firstRow(later), transposed[i], dx, layout.firstRow(t), rows);
      }
    }
  }

  /**
   * Adds the gradient of a sum over frames and samples: dW += sum_t x^m_{t-d} delta_t', db += sum_t
   * delta_t.
   *
   * @param delta rows x units: the gradient with respect to eta. Not modified.
   * @param gradient Modified.
   */
  void accumulateGradient(
      Layout layout, FMatrixRMaj[] states, FMatrixRMaj delta, Parameters gradient) {
    int k = layout.samples();
    boolean folded = false;
    for (Link link : links) {
      boolean fromFrames = link.source() == 0 && k > 1;
      if (fromFrames && !folded) {
        sumSamples(delta, k);
        folded = true;
      }
      FMatrixRMaj into = gradient.get(link.symbol());
      FMatrixRMaj x = states[link.source()];
      FMatrixRMaj d = fromFrames ? shared : delta;
      int each = fromFrames ? 1 : k;
      if (link.lag() == 0) {
        kernels.transposedMultiplyAdd(x, 0, d, 0, layout.frames() * each, into);
      } else {
        layout.forEachLagged(
            link.lag(),
            (target, source, count) ->
                kernels.transposedMultiplyAdd(
                    x, source * each, d, target * each, count * each, into));
      }
    }
    int first = firstBias == null ? 0 : firstRows(layout);
    int rows = layout.rows();
    if (first > 0) {
      sumRows(delta, 0, first, gradient.get(firstBias));
    }
    sumRows(delta, first, rows - first, gradient.get(bias));
  }

  /** sum += 1' D for some rows of D. */
  private void sumRows(FMatrixRMaj d, int from, int count, FMatrixRMaj sum) {
    if (ones.numRows < count) {
      ones.reshape(count, 1);
      CommonOps_FDRM.fill(ones, 1);
    }
    kernels.transposedMultiplyAdd(ones, 0, d, from, count, sum);
  }

  /** shared = the sum of every k consecutive rows. */
  private void sumSamples(FMatrixRMaj delta, int k) {
    shared.reshape(delta.numRows / k, units);
    shared.zero();
    for (int row = 0; row < delta.numRows; row++) {
      int at = row / k * units;
      for (int j = 0; j < units; j++) {
        shared.data[at + j] += delta.data[row * units + j];
      }
    }
  }

  /**
   * How many frames each block serves: T for lag 0, T - d for lag d, and for the biases the frames
   * they stand in.
   *
   * @param frames by block in the order of {@link #declare}, from {@code at} on. Modified.
   * @return where the next map's begin
   */
  int framesByBlock(Layout layout, int[] frames, int at) {
    int next = at;
    for (Link link : links) {
      frames[next++] = layout.framesWithLag(link.lag());
    }
    if (firstBias == null) {
      frames[next++] = layout.frames();
    } else {
      frames[next++] = layout.framesWithLag(1);
      frames[next++] = layout.count();
    }
    return next;
  }
}
