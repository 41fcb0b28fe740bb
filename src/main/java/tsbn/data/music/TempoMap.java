package tsbn.data.music;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** When each tick of a score is: a line in pieces, one for each change of the tempo. Immutable. */
public final class TempoMap {
  /** What a quarter note lasts until a file says otherwise: 120 to the minute. */
  public static final double USUAL_SECONDS_PER_QUARTER = 0.5;

  /**
   * A change of the tempo.
   *
   * @param tick from where on
   * @param secondsPerQuarter what a quarter note lasts from there on
   */
  public record Change(long tick, double secondsPerQuarter) {
    public Change {
      if (tick < 0 || !(secondsPerQuarter > 0)) {
        throw new IllegalArgumentException(
            "There is no tempo of %s seconds a quarter at tick %d."
                .formatted(secondsPerQuarter, tick));
      }
    }
  }

  /** Where a piece begins, in ticks; the first at 0. Then in seconds, and a tick in seconds. */
  private final long[] ticks;

  private final double[] seconds;
  private final double[] secondsPerTick;

  private TempoMap(List<Change> changes, double ticksPerQuarter) {
    ticks = changes.stream().mapToLong(Change::tick).toArray();
    seconds = new double[ticks.length];
    secondsPerTick = new double[ticks.length];
    for (int i = 0; i < ticks.length; i++) {
      secondsPerTick[i] = changes.get(i).secondsPerQuarter() / ticksPerQuarter;
      if (i > 0) {
        seconds[i] = seconds[i - 1] + (ticks[i] - ticks[i - 1]) * secondsPerTick[i - 1];
      }
    }
  }

  /**
   * The map of changes in any order; of several at one tick the last counts. Until the first one a
   * quarter lasts {@value #USUAL_SECONDS_PER_QUARTER} seconds.
   */
  public static TempoMap of(double ticksPerQuarter, List<Change> changes) {
    List<Change> inOrder = new ArrayList<>();
    inOrder.add(new Change(0, USUAL_SECONDS_PER_QUARTER));
    changes.stream().sorted(Comparator.comparingLong(Change::tick)).forEach(inOrder::add);
    return new TempoMap(inOrder, ticksPerQuarter);
  }

  /** When a tick is, in seconds from the beginning; between two ticks for one between them. */
  public double seconds(double tick) {
    int low = 0;
    int high = ticks.length - 1;
    // The last piece that begins at the tick or before.
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (ticks[middle] <= tick) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return seconds[low] + (tick - ticks[low]) * secondsPerTick[low];
  }
}
