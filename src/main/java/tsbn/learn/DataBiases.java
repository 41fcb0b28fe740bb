package tsbn.learn;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
import tsbn.data.Sequence;
import tsbn.model.Parameters;
import tsbn.model.sbn.TemporalSbn;

/**
 * Biases of the visible layer that make its frames those of the data on average, so that the hidden
 * units need not learn that first: log(p / (1 - p)) of units that are on a share p of the time, the
 * mean and the log of the standard deviation of normal ones, the log of a word's share.
 */
final class DataBiases {
  private static final double LEAST = 1e-3;

  private final double[] sum;
  private final double[] squares;
  private final double frames;

  private DataBiases(int units, List<Sequence> train) {
    sum = new double[units];
    squares = new double[units];
    long count = 0;
    for (Sequence sequence : train) {
      FMatrixRMaj values = sequence.toMatrix();
      count += values.numRows;
      for (int i = 0; i < values.getNumElements(); i++) {
        float value = values.data[i];
        sum[i % units] += value;
        squares[i % units] += (double) value * value;
      }
    }
    frames = count;
  }

  /**
   * Sets them.
   *
   * @param train at least one sequence
   * @param model its visible biases are written. Modified.
   */
  static void set(TemporalSbn model, List<Sequence> train) {
    DataBiases data = new DataBiases(model.visible(), train);
    Parameters parameters = model.parameters();
    boolean own = model.architecture().ownFirstStep();
    for (int head = 0; head < model.architecture().likelihood().heads(); head++) {
      String name = "c" + "'".repeat(head);
      data.fill(model, head, parameters.get(name));
      if (own) {
        data.fill(model, head, parameters.get(name + "_init"));
      }
    }
  }

  private void fill(TemporalSbn model, int head, FMatrixRMaj bias) {
    double total = 0;
    for (double each : sum) {
      total += each;
    }
    for (int i = 0; i < sum.length; i++) {
      double mean = sum[i] / frames;
      double value =
          switch (model.architecture().likelihood()) {
            case BERNOULLI -> logit(mean);
            case NORMAL -> head == 0 ? mean : logDeviation(mean, squares[i] / frames);
            // Half an occurrence more, so that a word that is not there has a logarithm.
            case MULTINOMIAL -> Math.log((sum[i] + 0.5) / (total + 0.5 * sum.length) * sum.length);
          };
      bias.data[i] = (float) value;
    }
  }

  private static double logit(double share) {
    double within = Math.max(LEAST, Math.min(1 - LEAST, share));
    return Math.log(within / (1 - within));
  }

  private static double logDeviation(double mean, double meanSquare) {
    return Math.log(Math.max(LEAST, Math.sqrt(Math.max(0, meanSquare - mean * mean))));
  }
}
