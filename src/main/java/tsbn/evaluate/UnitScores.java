package tsbn.evaluate;

import org.ejml.data.FMatrixRMaj;

/**
 * How well it is foretold which units of a binary frame are on, of music which notes sound: a unit
 * is foretold where its expectation, given the frames before, is above a half. Counted over all
 * units of the frames 2 to T of all sequences together (Bay, Ehmann and Downie 2009).
 *
 * @param hits units that were foretold and came on
 * @param falseAlarms units that were foretold and stayed off
 * @param misses units that came on without being foretold
 */
public record UnitScores(long hits, long falseAlarms, long misses) {
  /** A unit is foretold where its expectation is above this. */
  public static final float FORETOLD = 0.5f;

  /** No frame yet. */
  public static final UnitScores NONE = new UnitScores(0, 0, 0);

  /**
   * How well a sequence is foretold.
   *
   * @param truth T x M, of which frames 2 to T count
   * @param expectations T x M. Neither is modified.
   */
  public static UnitScores of(FMatrixRMaj truth, FMatrixRMaj expectations) {
    UnitScores scores = NONE;
    for (int i = truth.numCols; i < truth.getNumElements(); i++) {
      scores = scores.with(truth.data[i], expectations.data[i]);
    }
    return scores;
  }

  /** These and others. */
  public UnitScores plus(UnitScores other) {
    return new UnitScores(
        hits + other.hits, falseAlarms + other.falseAlarms, misses + other.misses);
  }

  /** These and one more unit. */
  UnitScores with(float truth, float expectation) {
    boolean on = truth > FORETOLD;
    boolean foretold = expectation > FORETOLD;
    return on || foretold
        ? new UnitScores(
            hits + (on && foretold ? 1 : 0),
            falseAlarms + (!on ? 1 : 0),
            misses + (!foretold ? 1 : 0))
        : this;
  }

  /** Share of the foretold units that came on; NaN where none was foretold. */
  public double precision() {
    return (double) hits / (hits + falseAlarms);
  }

  /** Share of the units that came on which were foretold; NaN where none came on. */
  public double recall() {
    return (double) hits / (hits + misses);
  }

  /** Hits among all that was foretold or came on; NaN where there is neither. */
  public double accuracy() {
    return (double) hits / (hits + falseAlarms + misses);
  }
}
