package tsbn.model.sbn;

import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import tsbn.math.Kernels;
import tsbn.math.RandomStream;
import tsbn.model.Feedback;
import tsbn.model.Guide;
import tsbn.model.Parameters;
import tsbn.model.Predictor;
import tsbn.model.SequenceModel;
import tsbn.model.Simulation;

/**
 * A Temporal Sigmoid Belief Network: an architecture, its parameters, the generative net p and the
 * recognition net q. It holds scratch space: to be used by one thread at a time.
 */
public final class TemporalSbn implements SequenceModel {
  private final Architecture architecture;
  private final Parameters parameters = new Parameters();
  private final Kernels kernels = Kernels.best();
  private final GenerativeNet generative;
  private final RecognitionNet recognition;

  /** A model whose parameters are all zero. */
  public TemporalSbn(Architecture architecture) {
    this.architecture = architecture;
    this.generative = new GenerativeNet(architecture, kernels, parameters);
    this.recognition = new RecognitionNet(architecture, kernels, parameters);
    generative.declare(parameters);
    recognition.declare(parameters);
  }

  /** A model with normal weights of the given standard deviation and zero biases. */
  public static TemporalSbn initialise(
      Architecture architecture, double scale, RandomStream random) {
    TemporalSbn model = new TemporalSbn(architecture);
    for (Link link : architecture.links()) {
      FMatrixRMaj block = model.parameters.get(link.symbol());
      for (int i = 0; i < block.getNumElements(); i++) {
        block.data[i] = (float) (scale * random.nextGaussian());
      }
    }
    return model;
  }

  public Architecture architecture() {
    return architecture;
  }

  /** The live parameters of p and q, by the paper's symbols. */
  public Parameters parameters() {
    return parameters;
  }

  /** The generative net p. */
  public GenerativeNet generative() {
    return generative;
  }

  /** The recognition net q. */
  public RecognitionNet recognition() {
    return recognition;
  }

  /** The kernels its products run on. */
  public Kernels kernels() {
    return kernels;
  }

  /** A model of its own with the same values. */
  public TemporalSbn copy() {
    TemporalSbn copy = new TemporalSbn(architecture);
    copy.parameters.copyFrom(parameters);
    return copy;
  }

  /**
   * How many frames each block of the parameters serves: T for lag 0, T - d for lag d. A gradient
   * is a sum over so many frames.
   *
   * @return by block, in their order; none is 0
   */
  public int[] framesByBlock(Layout layout) {
    int[] frames = new int[parameters.blocks().size()];
    recognition.framesByBlock(layout, frames, generative.framesByBlock(layout, frames, 0));
    for (int i = 0; i < frames.length; i++) {
      frames[i] = Math.max(1, frames[i]);
    }
    return frames;
  }

  /** A trace for passes through this model. */
  public Trace newTrace() {
    return new Trace(architecture, kernels);
  }

  /** What each unit of the first hidden layer draws: W2, {@code J x M}; row j is unit j. */
  public FMatrixRMaj dictionary() {
    return dictionary(1);
  }

  /**
   * What each unit of a hidden layer draws, {@code J_l x M}; row j is unit j. That of an upper
   * layer goes through the layers below as if they were linear: the product of the blocks W(l-1
   * from l) down to the visible layer's first head.
   */
  public FMatrixRMaj dictionary(int layer) {
    FMatrixRMaj drawn = weights(1).copy();
    for (int upper = 2; upper <= layer; upper++) {
      FMatrixRMaj weights = weights(upper);
      FMatrixRMaj product = new FMatrixRMaj(weights.numRows, drawn.numCols);
      CommonOps_FDRM.mult(weights, drawn, product);
      drawn = product;
    }
    return drawn;
  }

  /**
   * What the units of a hidden layer add to those of the layer below at the same time, {@code J_l x
   * J_(l-1)}: the block W(l-1 from l), for the first layer W2. The live parameters.
   *
   * @param layer from 1
   */
  public FMatrixRMaj weights(int layer) {
    return parameters.get(architecture.generativeLinks(layer - 1).get(0).symbol());
  }

  @Override
  public int visible() {
    return architecture.visible();
  }

  /** A predictor; while it is in use the parameters must not change. */
  @Override
  public Predictor predictor(int samples, RandomStream random) {
    generative.pack();
    recognition.pack();
    return new SbnPredictor(this, samples, random);
  }

  /** Particles of one sequence; while they are in use the parameters must not change. */
  public Particles particles(int count, RandomStream random) {
    generative.pack();
    recognition.pack();
    return new Particles(this, count, random);
  }

  @Override
  public Simulation simulate(
      FMatrixRMaj primer, int steps, Feedback feedback, Guide guide, RandomStream random) {
    generative.pack();
    recognition.pack();
    RecentStates window = new RecentStates(architecture, 1);
    for (int t = 0; primer != null && t < primer.numRows; t++) {
      observe(window, primer.data, t * primer.numCols, random);
    }
    int visible = visible();
    int hidden = architecture.hidden().stream().mapToInt(LayerSpec::units).sum();
    Simulation made =
        new Simulation(
            new FMatrixRMaj(steps, visible),
            new FMatrixRMaj(steps, visible),
            new FMatrixRMaj(steps, hidden));
    FMatrixRMaj mean = new FMatrixRMaj(1, visible);
    boolean counts = architecture.likelihood() == Likelihood.MULTINOMIAL;
    float scale = counts ? (float) feedback.total() : 1;
    for (int t = 0; t < steps; t++) {
      int from = t * visible;
      generative.steps().draw(window, random, feedback.temperature(), mean);
      generative.steps().drawFrame(mean, 0, feedback.total(), random, made.frames().data, from);
      for (int i = 0; i < visible; i++) {
        made.means().data[from + i] = scale * mean.data[i];
      }
      if (feedback.means()) {
        System.arraycopy(made.means().data, from, made.frames().data, from, visible);
      }
      window.setFrame(made.frames().data, from);
      if (guide.lead(t, made.frames())) {
        System.arraycopy(made.frames().data, from, made.means().data, from, visible);
        window.setFrame(made.frames().data, from);
        infer(window, random);
      }
      window.copyStates(made.states().data, t * hidden);
      window.advance();
    }
    return made;
  }

  /** Takes in a frame: hidden states from q, and what p makes of them. */
  void observe(RecentStates window, float[] frame, int from, RandomStream random) {
    window.setFrame(frame, from);
    infer(window, random);
    window.advance();
  }

  private void infer(RecentStates window, RandomStream random) {
    recognition.drawStep(window, random, null);
    generative.steps().determine(window);
  }
}
