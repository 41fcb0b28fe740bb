package tsbn.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntConsumer;
import tsbn.math.Peak;

/**
 * Times steps for some seconds, of which the first third warms up. Where other programs share the
 * machine its speed changes from one second to the next, so the peak that steps are compared with
 * is measured again and again between them.
 */
final class StepTimer {
  private static final int FEWEST_STEPS = 5;
  private static final double STRETCH_SECONDS = 0.2;
  private static final int PEAK_ROUNDS = 10;

  private final double seconds;
  private final int threads;
  private int steps;

  /**
   * A timer.
   *
   * @param threads that share a step: with one, processor time counts, else the time gone by
   */
  StepTimer(double seconds, int threads) {
    this.seconds = seconds;
    this.threads = threads;
  }

  /**
   * Some steps in a row.
   *
   * @param millis median time of a step
   * @param floor the least a step could take, in ms, at the machine's peak before and after them
   */
  record Stretch(double millis, double floor) {
    double ratio() {
      return millis / floor;
    }
  }

  /** The median time of a step in ms. */
  double median(IntConsumer step) {
    List<Double> millis = new ArrayList<>();
    warmUp(step);
    time(step, seconds * 2 / 3, millis);
    return median(millis);
  }

  /**
   * The stretch with the median ratio.
   *
   * @param floor the least time of a step in ms at a peak in GFLOP/s
   */
  Stretch medianStretch(IntConsumer step, DoubleUnaryOperator floor) {
    Peak peak = new Peak();
    Machine.gflops(peak, 10 * PEAK_ROUNDS);
    warmUp(step);
    List<Stretch> stretches = new ArrayList<>();
    long start = System.nanoTime();
    double before = Machine.gflops(peak, PEAK_ROUNDS);
    do {
      List<Double> millis = new ArrayList<>();
      time(step, STRETCH_SECONDS, millis);
      double after = Machine.gflops(peak, PEAK_ROUNDS);
      stretches.add(new Stretch(median(millis), floor.applyAsDouble((before + after) / 2)));
      before = after;
    } while (since(start) < seconds * 2 / 3);
    stretches.sort(Comparator.comparingDouble(Stretch::ratio));
    return stretches.get(stretches.size() / 2);
  }

  private void warmUp(IntConsumer step) {
    time(step, seconds / 3, new ArrayList<>());
  }

  private void time(IntConsumer step, double duration, List<Double> millis) {
    long start = System.nanoTime();
    do {
      long before = clock();
      step.accept(steps++);
      millis.add((clock() - before) / 1e6);
    } while (since(start) < duration || millis.size() < FEWEST_STEPS);
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private long clock() {
    return threads == 1 ? Machine.cpuNanos() : System.nanoTime();
  }

  private static double median(List<Double> values) {
    Collections.sort(values);
    return values.get(values.size() / 2);
  }
}
