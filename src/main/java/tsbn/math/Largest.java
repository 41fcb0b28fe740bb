package tsbn.math;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** The few largest of many values, without sorting them all. */
public final class Largest {
  private Largest() {}

  /**
   * The places of the largest values, the largest first; of equal ones the earlier first.
   *
   * @param count how many values there are
   * @param most how many are wanted; fewer come where there are fewer
   * @param value by place; NaN is none
   */
  public static List<Integer> of(int count, int most, IntToDoubleFunction value) {
    int[] places = new int[Math.min(count, most)];
    double[] values = new double[places.length];
    int found = 0;
    for (int place = 0; place < count; place++) {
      double next = value.applyAsDouble(place);
      boolean full = found == places.length;
      if (Double.isNaN(next) || full && (found == 0 || next <= values[found - 1])) {
        continue;
      }
      int at = full ? found - 1 : found++;
      while (at > 0 && values[at - 1] < next) {
        values[at] = values[at - 1];
        places[at] = places[--at];
      }
      values[at] = next;
      places[at] = place;
    }
    return Arrays.stream(places, 0, found).boxed().toList();
  }
}
