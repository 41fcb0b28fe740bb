package tsbn.data.source.gait;

import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;

/**
 * Where a body is over time: the phase, which grows by one a stride and is whole when the left foot
 * lands, the heading and the place, added up in small steps from a second before time 0.
 */
final class GaitPath {
  private static final double STEP = 1.0 / 240;

  /** A foot on the floor at the beginning landed before it, and the next is on its way after. */
  private static final double MARGIN = 2.5;

  private final DoubleFunction<Gait> gait;
  private final double[] phase;
  private final double[] heading;
  private final double[] ahead;
  private final double[] left;

  /**
   * Adds up a way.
   *
   * @param gait how the body goes at a time in seconds
   * @param turn how it turns at a time, in radians a second, to the left
   * @param seconds how long
   * @param start the phase at time 0
   */
  GaitPath(DoubleFunction<Gait> gait, DoubleUnaryOperator turn, double seconds, double start) {
    this.gait = gait;
    int count = (int) Math.ceil((seconds + 2 * MARGIN) / STEP) + 2;
    phase = new double[count];
    heading = new double[count];
    ahead = new double[count];
    left = new double[count];
    for (int i = 1; i < count; i++) {
      double time = (i - 0.5) * STEP - MARGIN;
      Gait now = gait.apply(time);
      phase[i] = phase[i - 1] + STEP * now.strides();
      heading[i] = heading[i - 1] + STEP * turn.applyAsDouble(time);
      double middle = (heading[i] + heading[i - 1]) / 2;
      ahead[i] = ahead[i - 1] + STEP * now.speed() * Math.cos(middle);
      left[i] = left[i - 1] + STEP * now.speed() * Math.sin(middle);
    }
    double shift = start - at(phase, 0);
    for (int i = 0; i < count; i++) {
      phase[i] += shift;
    }
  }

  Gait gait(double time) {
    return gait.apply(time);
  }

  double phase(double time) {
    return at(phase, time);
  }

  double heading(double time) {
    return at(heading, time);
  }

  /** Along the axis z. */
  double ahead(double time) {
    return at(ahead, time);
  }

  /** Along the axis x. */
  double left(double time) {
    return at(left, time);
  }

  /** When the phase has a value. */
  double timeOf(double value) {
    int low = 0;
    int high = phase.length - 1;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (phase[middle] <= value) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double share = (value - phase[low]) / (phase[high] - phase[low]);
    return (low + Math.max(0, Math.min(1, share))) * STEP - MARGIN;
  }

  private static double at(double[] values, double time) {
    double place = Math.max(0, Math.min(values.length - 1.001, (time + MARGIN) / STEP));
    int before = (int) place;
    return values[before] + (place - before) * (values[before + 1] - values[before]);
  }
}
