package tsbn.model.sbn;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
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
 */
public final class LaggedAffine {
  private final Kernels kernels;
  private final List<Link> links;
  private final int units;
  private final String bias;
  private final String firstBias;
  private final Kernels.Packed[] packed;

  /**
   * @param links all links into the layer
   * @param units units of the layer
   * @param bias name of the bias block
   * @param firstBias name of the bias block of the first frame, or null
   */
  LaggedAffine(Kernels kernels, List<Link> links, int units, String bias, String firstBias) {
    this.kernels = kernels;
    this.links = links;
    this.units = units;
    this.bias = bias;
    this.firstBias = firstBias;
    this.packed = new Kernels.Packed[links.size()];
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

  /**
   * eta = bias + every link whose source is known for all frames, which is all but the layer's own
   * past where {@code sequential}. Call {@link #pack} first.
   *
   * @param now states by layer that links of lag 0 read. Not modified.
   * @param past states by layer that lagged links read. Not modified.
   * @param ownLayer the layer whose own links are left out, or -1
   * @param eta reshaped to rows x units. Modified.
   */
  void apply(
      Parameters parameters,
      Segments segments,
      FMatrixRMaj[] now,
      FMatrixRMaj[] past,
      int ownLayer,
      FMatrixRMaj eta) {
    eta.reshape(segments.rows(), units);
    FMatrixRMaj b = parameters.get(bias);
    for (int row = 0; row < segments.rows(); row++) {
      System.arraycopy(b.data, 0, eta.data, row * units, units);
    }
    if (firstBias != null) {
      FMatrixRMaj first = parameters.get(firstBias);
      for (int s = 0; s < segments.count(); s++) {
        System.arraycopy(first.data, 0, eta.data, segments.start()[s] * units, units);
      }
    }
    for (int i = 0; i < packed.length; i++) {
      Link link = links.get(i);
      if (link.source() == ownLayer) {
        continue;
      }
      FMatrixRMaj x = link.lag() == 0 ? now[link.source()] : past[link.source()];
      if (link.lag() == 0) {
        kernels.multiplyAdd(x, 0, packed[i], eta, 0, segments.rows());
        continue;
      }
      for (int s = 0; s < segments.count(); s++) {
        int rows = segments.length(s) - link.lag();
        int start = segments.start()[s];
        if (rows > 0) {
          kernels.multiplyAdd(x, start, packed[i], eta, start + link.lag(), rows);
        }
      }
    }
  }

  /**
   * eta[row] += the links from the layer's own past: sum_d W x_{t-d}.
   *
   * @param t frame within its segment, from 0
   */
  void addOwnPast(int layer, int row, int t, FMatrixRMaj[] states, FMatrixRMaj eta) {
    for (int i = 0; i < packed.length; i++) {
      Link link = links.get(i);
      if (link.source() == layer && link.lag() <= t) {
        kernels.multiplyAdd(states[layer], row - link.lag(), packed[i], eta, row, 1);
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
   * Adds the gradient of a sum over frames: dW += sum_t x^m_{t-d} delta_t', db += sum_t delta_t.
   *
   * @param delta rows x units: the gradient with respect to eta. Not modified.
   * @param gradient Modified.
   */
  void accumulateGradient(
      Segments segments, FMatrixRMaj[] states, FMatrixRMaj delta, Parameters gradient) {
    for (Link link : links) {
      FMatrixRMaj into = gradient.get(link.symbol());
      FMatrixRMaj x = states[link.source()];
      if (link.lag() == 0) {
        kernels.transposedMultiplyAdd(x, 0, delta, 0, segments.rows(), into);
        continue;
      }
      for (int s = 0; s < segments.count(); s++) {
        int rows = segments.length(s) - link.lag();
        int start = segments.start()[s];
        if (rows > 0) {
          kernels.transposedMultiplyAdd(x, start, delta, start + link.lag(), rows, into);
        }
      }
    }
    float[] b = gradient.get(bias).data;
    float[] first = firstBias == null ? b : gradient.get(firstBias).data;
    for (int s = 0; s < segments.count(); s++) {
      for (int row = segments.start()[s]; row < segments.start()[s + 1]; row++) {
        float[] into = row == segments.start()[s] ? first : b;
        for (int j = 0; j < units; j++) {
          into[j] += delta.data[row * units + j];
        }
      }
    }
  }

  /**
   * Divides a gradient of a sum over frames by the number of frames each block saw: T for lag 0, T
   * - d for lag d, and for the biases the frames they serve.
   */
  void meanOverFrames(Segments segments, Parameters gradient) {
    for (Link link : links) {
      divide(gradient.get(link.symbol()), segments.framesWithLag(link.lag()));
    }
    if (firstBias == null) {
      divide(gradient.get(bias), segments.rows());
    } else {
      divide(gradient.get(bias), segments.framesWithLag(1));
      divide(gradient.get(firstBias), segments.count());
    }
  }

  private static void divide(FMatrixRMaj block, int frames) {
    float scale = 1f / Math.max(1, frames);
    for (int i = 0; i < block.getNumElements(); i++) {
      block.data[i] *= scale;
    }
  }
}
