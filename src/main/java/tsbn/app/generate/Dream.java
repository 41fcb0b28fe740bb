package tsbn.app.generate;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import tsbn.data.FrameMeaning;
import tsbn.data.text.Years;
import tsbn.model.Simulation;
import tsbn.picture.Figure;
import tsbn.picture.KeyRange;
import tsbn.picture.ValueRange;

/**
 * What the page shows after a request. Nobody writes to its matrices.
 *
 * @param meaning what the units of a frame stand for
 * @param framesPerSecond how fast it plays
 * @param primerFrames how many frames of each sample, from the first, are the primer
 * @param data the real sequence it stands beside, T x M; without rows where there is none
 * @param dataTitle its name, such as {@code video 12}; empty where there is none
 * @param years of the data's frames; none where frames are no years
 * @param samples at least one
 * @param layers the hidden layers whose states stand side by side in a sample's
 * @param keys the keys of a piano that any of them uses; null for other data
 * @param range what fills the scale of each channel; null for other data
 * @param figures the bodies of the data, if there is any, and then of the samples, on one floor;
 *     none where frames are no motion
 * @param audible whether it can be rendered as a sound file
 * @param status how it was made, such as {@code after iteration 14,400, seed 42}
 */
public record Dream(
    FrameMeaning meaning,
    double framesPerSecond,
    int primerFrames,
    FMatrixRMaj data,
    String dataTitle,
    Years years,
    List<Sample> samples,
    List<Layer> layers,
    KeyRange keys,
    ValueRange range,
    List<Figure> figures,
    boolean audible,
    String status) {

  public Dream {
    figures = List.copyOf(figures);
    samples = List.copyOf(samples);
    layers = List.copyOf(layers);
  }

  /** The same at another speed. */
  Dream at(double otherFramesPerSecond) {
    return new Dream(
        meaning,
        otherFramesPerSecond,
        primerFrames,
        data,
        dataTitle,
        years,
        samples,
        layers,
        keys,
        range,
        figures,
        audible,
        status);
  }

  /** A hidden layer: its name, such as {@code h} or {@code h₂}, and its units. */
  public record Layer(String name, int units) {}

  /**
   * The states of a layer of a sample as shares of what lights up fully, frames x units: of a layer
   * with values above 1, which only computed units have, the largest.
   *
   * @param layer index into {@link #layers}
   */
  FMatrixRMaj states(int sample, int layer) {
    FMatrixRMaj all = samples.get(sample).states();
    int from = layers.subList(0, layer).stream().mapToInt(Layer::units).sum();
    int units = layers.get(layer).units();
    FMatrixRMaj part = new FMatrixRMaj(all.numRows, units);
    CommonOps_FDRM.extract(all, 0, all.numRows, from, from + units, part, 0, 0);
    float largest = part.getNumElements() == 0 ? 1 : CommonOps_FDRM.elementMax(part);
    if (largest > 1) {
      CommonOps_FDRM.divide(part, largest);
    }
    return part;
  }

  /**
   * One made-up sequence.
   *
   * @param frames (K + frames) x M as they are shown: the primer, then what the model made
   * @param simulation what the model made, and its hidden states
   * @param probabilities of music the primer, and how probable each note behind it was when it was
   *     drawn, (K + frames) x M; null for other data
   */
  public record Sample(FMatrixRMaj frames, Simulation simulation, FMatrixRMaj probabilities) {

    /** The hidden states of what the model made: frames x J. */
    public FMatrixRMaj states() {
      return simulation.states();
    }

    /** What it went on from: K x M. */
    FMatrixRMaj primer() {
      return CommonOps_FDRM.extract(
          frames, 0, frames.numRows - states().numRows, 0, frames.numCols);
    }

    /** What the model made, without the primer: frames x M. */
    FMatrixRMaj made() {
      int from = frames.numRows - states().numRows;
      return CommonOps_FDRM.extract(frames, from, frames.numRows, 0, frames.numCols);
    }
  }

  /**
   * How the real sequence goes on behind the primer, T x M without notes up to there; null where
   * there is none, or no music.
   */
  FMatrixRMaj continuation() {
    if (data.numRows <= primerFrames || !(meaning instanceof FrameMeaning.PianoRoll)) {
      return null;
    }
    FMatrixRMaj rest = data.copy();
    Arrays.fill(rest.data, 0, primerFrames * rest.numCols, 0);
    return rest;
  }

  /** The body of the data; null where frames are no motion. */
  Figure dataFigure() {
    return figures.isEmpty() || data.numRows == 0 ? null : figures.get(0);
  }

  /** The body of a sample; null where frames are no motion. */
  Figure figure(int sample) {
    return figures.isEmpty() ? null : figures.get(sample + (data.numRows > 0 ? 1 : 0));
  }

  /** The real sequence for as long as a sample lasts: T' x M with T' at most {@link #length}. */
  FMatrixRMaj dataAlongside() {
    FMatrixRMaj part = new FMatrixRMaj(Math.min(length(), data.numRows), data.numCols);
    System.arraycopy(data.data, 0, part.data, 0, part.getNumElements());
    return part;
  }

  /** Number of frames of a sample, the primer's included. */
  public int length() {
    return samples.get(0).frames().numRows;
  }
}
