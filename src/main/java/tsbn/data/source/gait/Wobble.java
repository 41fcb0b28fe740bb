package tsbn.data.source.gait;

import java.util.HashMap;
import java.util.Map;
import tsbn.math.RandomStream;

/** What nobody does the same way twice: slow smooth noise, of its own for each name. */
public final class Wobble {
  private static final int WAVES = 4;

  private final double size;
  private final RandomStream random;
  private final Map<String, double[]> waves = new HashMap<>();

  /** Noise of a standard deviation. */
  public Wobble(double size, RandomStream random) {
    this.size = size;
    this.random = random;
  }

  /** The noise of a name at a time in seconds. */
  public double at(String name, double time) {
    double[] found = waves.computeIfAbsent(name, this::draw);
    double sum = 0;
    for (int i = 0; i < WAVES; i++) {
      sum += Math.sin(found[2 * i] * time + found[2 * i + 1]);
    }
    return size * sum * Math.sqrt(2.0 / WAVES);
  }

  /** Waves of 1 to 6 seconds. */
  private double[] draw(String name) {
    RandomStream own = random.child(name.hashCode());
    double[] drawn = new double[2 * WAVES];
    for (int i = 0; i < WAVES; i++) {
      drawn[2 * i] = 2 * Math.PI / (1 + 5 * own.nextDouble());
      drawn[2 * i + 1] = 2 * Math.PI * own.nextDouble();
    }
    return drawn;
  }
}
