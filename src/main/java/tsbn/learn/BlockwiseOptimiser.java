package tsbn.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tsbn.math.Workers;
import tsbn.model.Parameters;

/**
 * Applies an update rule. A step is bound by memory, so whatever is to be done with a gradient is
 * done in one pass: a piece of it is scaled, its square summed, the rule applied, and the piece set
 * to zero while it is in the cache. Pieces make up stretches; threads share these.
 */
final class BlockwiseOptimiser implements Optimiser {
  private static final int PIECE = 1024;
  private static final int STRETCH = 32 * PIECE;

  /** What an update of one parameter costs, in operations of a product that take as long. */
  private static final double OPERATIONS = 100;

  private final UpdateRule rule;
  private final Workers workers;
  private final List<Stretch> stretches = new ArrayList<>();
  private final double[] squares;

  BlockwiseOptimiser(UpdateRule rule, Parameters form, Workers workers) {
    this.rule = rule;
    this.workers = workers;
    for (int block = 0; block < form.blocks().size(); block++) {
      int size = form.blocks().get(block).getNumElements();
      for (int from = 0; from < size; from += STRETCH) {
        stretches.add(new Stretch(block, from, Math.min(from + STRETCH, size)));
      }
    }
    squares = new double[stretches.size()];
  }

  @Override
  public double update(
      Parameters parameters,
      Parameters gradient,
      double[] factors,
      TrainingSettings settings,
      double stepSize) {
    rule.next(settings, stepSize);
    boolean shared = workers.parts(OPERATIONS * parameters.count()) > 1;
    if (shared) {
      workers.run(squares.length, i -> update(i, parameters, gradient, factors));
    } else {
      for (int i = 0; i < squares.length; i++) {
        update(i, parameters, gradient, factors);
      }
    }
    double sum = 0;
    for (double square : squares) {
      sum += square;
    }
    return Math.sqrt(sum);
  }

  private void update(int i, Parameters parameters, Parameters gradient, double[] factors) {
    squares[i] = stretches.get(i).update(rule, parameters, gradient, factors);
  }

  @Override
  public double norm(Parameters gradient, double[] factors) {
    double sum = 0;
    for (Stretch stretch : stretches) {
      sum += stretch.square(gradient, factors);
    }
    return Math.sqrt(sum);
  }

  @Override
  public void save(StateArrays to, String prefix) {
    rule.save(to, prefix);
  }

  @Override
  public void restore(StateArrays from, String prefix) {
    rule.restore(from, prefix);
  }

  /** Some entries of one block. */
  private static final class Stretch {
    private final int block;
    private final int from;
    private final int to;
    private final float[] piece;
    private final float[] sums;

    Stretch(int block, int from, int to) {
      this.block = block;
      this.from = from;
      this.to = to;
      this.piece = new float[Math.min(PIECE, to - from)];
      this.sums = new float[piece.length];
    }

    double update(UpdateRule rule, Parameters parameters, Parameters gradient, double[] factors) {
      float[] w = parameters.blocks().get(block).data;
      float[] g = gradient.blocks().get(block).data;
      Arrays.fill(sums, 0);
      for (int at = from; at < to; at += PIECE) {
        int end = Math.min(at + PIECE, to);
        int count = end - at;
        load(g, at, count, (float) factors[block]);
        System.arraycopy(piece, 0, g, at, count);
        rule.update(block, w, g, at, end);
        Arrays.fill(g, at, end, 0);
      }
      return total();
    }

    double square(Parameters gradient, double[] factors) {
      float[] g = gradient.blocks().get(block).data;
      Arrays.fill(sums, 0);
      for (int at = from; at < to; at += PIECE) {
        load(g, at, Math.min(PIECE, to - at), (float) factors[block]);
      }
      return total();
    }

    private double total() {
      // Two halves do not wait for one another.
      double even = 0;
      double odd = 0;
      int i = 0;
      for (; i + 1 < sums.length; i += 2) {
        even += sums[i];
        odd += sums[i + 1];
      }
      return even + (i < sums.length ? sums[i] : 0) + odd;
    }

    /** Takes up a piece of the gradient with its factor, and adds its square. */
    private void load(float[] g, int at, int count, float factor) {
      System.arraycopy(g, at, piece, 0, count);
      scale(piece, count, factor);
      addSquares(piece, sums, count);
    }

    private static void scale(float[] x, int count, float factor) {
      for (int i = 0; i < count; i++) {
        x[i] *= factor;
      }
    }

    /** As many sums as there are entries, so that none waits for another. */
    private static void addSquares(float[] x, float[] sums, int count) {
      for (int i = 0; i < count; i++) {
        sums[i] += x[i] * x[i];
      }
    }
  }
}
