package tsbn.model.sbn;

import org.ejml.data.FMatrixRMaj;
import tsbn.math.Kernels;
import tsbn.math.RandomStream;

/** What the natural parameters of a frame mean: one implementation for each likelihood. */
abstract class Emission {

  /** The emission of a likelihood. */
  static Emission of(Likelihood likelihood, Kernels kernels) {
    return switch (likelihood) {
      case BERNOULLI -> new BernoulliEmission(kernels);
      case NORMAL -> new NormalEmission(kernels);
      case MULTINOMIAL -> new MultinomialEmission(kernels);
    };
  }

  /**
   * Adds log p of every row to {@code logP} and replaces the natural parameters by its gradient
   * with respect to them.
   *
   * @param frames a row serves {@code share} consecutive rows of the heads. Not modified.
   * @param heads natural parameters by head, rows x M. Modified.
   * @param logP one sum for each row. Modified.
   */
  abstract void score(FMatrixRMaj frames, FMatrixRMaj[] heads, int share, double[] logP);

  /**
   * log p of one frame.
   *
   * @param frames values from {@code at} on. Not modified.
   * @param eta natural parameters by head, at least M each. Not modified.
   * @param units M
   */
  abstract double logP(float[] frames, int at, float[][] eta, int units);

  /**
   * The expectation of every row; of counts, the expected share of each word.
   *
   * @param heads natural parameters by head, rows x M. Not modified.
   * @param mean reshaped to rows x M; may be the first head itself. Modified.
   */
  abstract void mean(FMatrixRMaj[] heads, FMatrixRMaj mean);

  /**
   * Makes natural parameters those of p^(1 / T), normalised.
   *
   * @param heads natural parameters by head, rows x M. Modified.
   * @param temperature T above 0
   */
  abstract void temper(FMatrixRMaj[] heads, double temperature);

  /**
   * Draws a frame.
   *
   * @param heads natural parameters by head. Not modified.
   * @param mean the expectations that {@link #mean} gave for them. Not modified.
   * @param row which row
   * @param total how many counts a frame of counts has
   * @param out M values from {@code at} on. Modified.
   */
  abstract void draw(
      FMatrixRMaj[] heads,
      FMatrixRMaj mean,
      int row,
      double total,
      RandomStream random,
      float[] out,
      int at);
}
