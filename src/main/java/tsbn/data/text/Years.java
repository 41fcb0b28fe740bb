package tsbn.data.text;

import java.util.Collections;
import java.util.List;

/**
 * The year of every frame of a sequence, frame by frame. Years without a text have no frame, so
 * that neighbouring frames may be years apart.
 *
 * @param of the years, ascending and none twice; empty where frames have no years
 */
public record Years(List<Integer> of) {
  /** Of sequences whose frames have no years. */
  public static final Years NONE = new Years(List.of());

  public Years {
    of = List.copyOf(of);
    for (int i = 1; i < of.size(); i++) {
      if (of.get(i) <= of.get(i - 1)) {
        throw new IllegalArgumentException(
            "The year %d cannot follow %d.".formatted(of.get(i), of.get(i - 1)));
      }
    }
  }

  /** Number of frames. */
  public int count() {
    return of.size();
  }

  /** Whether frames have no years. */
  public boolean isEmpty() {
    return of.isEmpty();
  }

  /** The year of a frame, counted from 0. */
  public int at(int frame) {
    return of.get(frame);
  }

  /** The frame of a year; -1 where the year is missing. */
  public int frame(int year) {
    return Math.max(-1, Collections.binarySearch(of, year));
  }

  /** The first year. There must be one. */
  public int first() {
    return of.get(0);
  }

  /** The last year. There must be one. */
  public int last() {
    return of.get(of.size() - 1);
  }

  /** How many years between the first and the last are missing. */
  public int missing() {
    return isEmpty() ? 0 : last() - first() + 1 - count();
  }

  /** Some frames: from one to the one before another. */
  public Years between(int fromFrame, int toFrame) {
    return new Years(of.subList(fromFrame, toFrame));
  }

  /** {@code 1790-2014}; empty where there are none. */
  public String text() {
    return isEmpty() ? "" : count() == 1 ? "" + first() : first() + "-" + last();
  }
}
