package tsbn.model.sbn;

import java.util.List;
import tsbn.data.Sequence;

/**
 * How several sequences lie one behind the other in the rows of one matrix. Lagged terms stay
 * inside a segment.
 *
 * @param start first row of each segment, and behind the last the number of rows
 */
public record Segments(int[] start) {

  /** The layout of the given sequences in order. */
  public static Segments of(List<Sequence> sequences) {
    int[] start = new int[sequences.size() + 1];
    for (int s = 0; s < sequences.size(); s++) {
      start[s + 1] = start[s] + sequences.get(s).frames();
    }
    return new Segments(start);
  }

  /** Number of segments. */
  public int count() {
    return start.length - 1;
  }

  /** Number of rows of all segments. */
  public int rows() {
    return start[start.length - 1];
  }

  /** Rows of one segment. */
  public int length(int segment) {
    return start[segment + 1] - start[segment];
  }

  /** How many frames have a frame {@code lag} steps before them. */
  public int framesWithLag(int lag) {
    int frames = 0;
    for (int s = 0; s < count(); s++) {
      frames += Math.max(0, length(s) - lag);
    }
    return frames;
  }
}
